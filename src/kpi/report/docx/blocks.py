"""Each block of a document as Word's paragraphs, tables and drawings."""

from collections.abc import Iterator
from functools import singledispatchmethod

from docx.document import Document as Word
from lxml.etree import _Element

from kpi.report.briefing.content import Blank, Bullets, Distribution, LineChart, Quote, Table, Text
from kpi.report.document.figures import caption, has_values
from kpi.report.document.gaps import gap
from kpi.report.document.parts import Facts, Gaps, Heading, Item, Lead, Numbered, Opening
from kpi.report.docx.charts import distribution, line_chart
from kpi.report.docx.contents import anchor
from kpi.report.docx.drawing import Charts
from kpi.report.docx.opening import width
from kpi.report.docx.styles import Styles
from kpi.report.docx.tables import facts, table
from kpi.report.docx.xml import el, field, paragraph, run
from kpi.words import say


class Blocks:
    """Lays out items in order, counting its headings, tables and figures."""

    def __init__(self, word: Word, styles: Styles) -> None:
        self._styles, self._width = styles, width(word)
        self._charts = Charts(word, self._width)
        self._counts = {"heading": 0, "table": 0, "figure": 0}

    def lay(self, items: tuple[Item, ...]) -> Iterator[_Element]:
        """The elements of the items, one after the other."""
        for item in items:
            yield from self._of(item)

    def _count(self, kind: str) -> int:
        self._counts[kind] += 1
        return self._counts[kind]

    def _paragraph(self, style: str, text: str, together: bool = False) -> _Element:
        return paragraph(self._styles[style], run(text), looks=(el("w:keepNext"),) if together else ())

    def _gap(self, text: str, style: str = "body") -> _Element:
        return paragraph(self._styles[style], run(gap(text), style=self._styles["gap"]))

    def _caption(self, kind: str, text: str) -> _Element:
        name = say(f"document-{kind}")
        number = field(f"SEQ {name} \\* ARABIC", str(self._count(kind)))
        return paragraph(self._styles["caption"], run(f"{name} "), *number, run(f". {text}"))

    @singledispatchmethod
    def _of(self, item: Item) -> Iterator[_Element]:
        raise TypeError(type(item))

    @_of.register
    def _(self, item: Heading) -> Iterator[_Element]:
        number = self._count("heading")
        start, end = el("w:bookmarkStart", id=number, name=anchor(number)), el("w:bookmarkEnd", id=number)
        yield paragraph(self._styles[f"heading{item.level}"], start, run(item.text), end)

    @_of.register
    def _(self, item: Lead) -> Iterator[_Element]:
        yield self._paragraph("lead", item.text)

    @_of.register
    def _(self, item: Opening) -> Iterator[_Element]:
        yield self._paragraph("body", item.text, together=True)

    @_of.register
    def _(self, item: Text) -> Iterator[_Element]:
        yield self._paragraph("body", item.text)

    @_of.register
    def _(self, item: Bullets) -> Iterator[_Element]:
        yield from (self._paragraph("bullet", text) for text in item.items)

    @_of.register
    def _(self, item: Numbered) -> Iterator[_Element]:
        last = len(item.items) - 1
        for n, one in enumerate(item.items):
            said = run(gap(one.text), style=self._styles["gap"]) if isinstance(one, Blank) else run(one.text)
            yield paragraph(self._styles["number"], said, looks=(el("w:keepNext"),) if n < last else ())

    @_of.register
    def _(self, item: Gaps) -> Iterator[_Element]:
        yield from (self._gap(text, "bullet") for text in item.items)

    @_of.register
    def _(self, item: Blank) -> Iterator[_Element]:
        yield self._gap(item.text)

    @_of.register
    def _(self, item: Quote) -> Iterator[_Element]:
        yield self._paragraph("quote", item.text, together=True)
        yield self._paragraph("signed", item.signed)

    @_of.register
    def _(self, item: Facts) -> Iterator[_Element]:
        yield from facts(item.rows, self._styles, self._width)

    @_of.register
    def _(self, item: Table) -> Iterator[_Element]:
        if item.rows:
            yield self._caption("table", item.caption)
            yield table(item, self._styles, self._width)
            # Without a paragraph between, Word takes two tables for one.
            yield paragraph(self._styles["note"], looks=(el("w:spacing", after=0, line=120, lineRule="exact"),))

    @_of.register
    def _(self, item: LineChart) -> Iterator[_Element]:
        if has_values(item):
            yield self._caption("figure", caption(item))
            yield paragraph(self._styles["figure"], self._charts.drawn(line_chart(item), item.title, item.alt))
        else:
            yield self._paragraph("body", item.alt)
        yield from (self._paragraph("note", note) for note in item.notes)

    @_of.register
    def _(self, item: Distribution) -> Iterator[_Element]:
        yield self._caption("figure", item.title)
        drawn = self._charts.drawn(distribution(item), item.title, item.alt, lines=len(item.counts))
        yield paragraph(self._styles["figure"], drawn)
