"""Which style of the file each kind of text has: the template's own where it exists, else one that is added."""

from docx.document import Document as Word
from lxml.etree import _Element

from kpi.appearance import LIGHT
from kpi.report.docx.lists import numbering
from kpi.report.docx.looks import FONT, LOOKS, Look, style
from kpi.report.docx.xml import el

TABLE = "Måluppföljning"


class Styles:
    """The ids of the styles by what they are for, as `LOOKS` names them, and of the table's as "table"."""

    def __init__(self, word: Word, keep: bool) -> None:
        """`keep`: leave the file's own styles as they are; without it, they are replaced."""
        self._word = word
        self._root: _Element = word.styles.element
        self._ids: dict[str, str] = {}
        if not keep:
            self._defaults()
        for purpose, look in LOOKS.items():
            self._ids[purpose] = self._kept(look.name) if keep else ""
            if not self._ids[purpose]:
                self._ids[purpose] = self._added(look)
        self._ids["table"] = self._kept(TABLE) or self._table()

    def __getitem__(self, purpose: str) -> str:
        """The style's id."""
        return self._ids[purpose]

    def _kept(self, name: str) -> str:
        """The id of the file's style of that name, whatever the case, as Word itself looks it up; empty without."""
        found = self._named(name)
        return "" if found is None else str(found.get(f"{{{found.nsmap['w']}}}styleId"))

    def _named(self, name: str) -> _Element | None:
        for one in self._root.findall("w:style", self._root.nsmap):
            known = one.find("w:name", one.nsmap)
            if known is not None and str(known.get(f"{{{one.nsmap['w']}}}val")).lower() == name.lower():
                return one
        return None

    def _added(self, look: Look) -> str:
        old = self._named(look.name)
        identity = self._kept(look.name) or look.name.replace(" ", "")
        if old is not None:
            self._root.remove(old)
        based_on = self._kept(look.based_on) if look.based_on else ""
        numbered = numbering(self._word, look.numbered) if look.numbered else None
        self._root.append(style(look, identity, based_on, numbered))
        return identity

    def _defaults(self) -> None:
        """The language of the text, and a font that is found everywhere."""
        defaults = self._root.find("w:docDefaults", self._root.nsmap)
        if defaults is not None:
            self._root.remove(defaults)
        fonts = el("w:rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT)
        size = el("w:sz", val=21)
        language = el("w:lang", val="sv-SE", eastAsia="sv-SE", bidi="ar-SA")
        self._root.insert(0, el("w:docDefaults", el("w:rPrDefault", el("w:rPr", fonts, size, language))))

    def _table(self) -> str:
        """Rules between the rows and a stronger one beneath the headings; nothing else."""
        rule: dict[str, str | int] = {"val": "single", "sz": 4, "space": 0, "color": LIGHT.rule.lstrip("#")}
        strong: dict[str, str | int] = {"val": "single", "sz": 8, "space": 0, "color": LIGHT.ink.lstrip("#")}
        borders = el("w:tblBorders", el("w:bottom", **rule), el("w:insideH", **rule))
        margins = el("w:tblCellMar", *(el(f"w:{side}", w=w, type="dxa") for side, w in _MARGINS))
        head = el("w:tcPr", el("w:tcBorders", el("w:bottom", **strong)))
        first = el("w:tblStylePr", head, type="firstRow")
        name = el("w:name", val=TABLE)
        properties = el("w:tblPr", borders, margins)
        self._root.append(
            el("w:style", name, el("w:uiPriority", val=59), properties, first, type="table", styleId="Maluppfoljning")
        )
        return "Maluppfoljning"


_MARGINS = (("top", 50), ("left", 0), ("bottom", 50), ("right", 140))
