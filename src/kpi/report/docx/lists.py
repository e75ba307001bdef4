"""Numbering of lists: Word keeps it apart from the styles that use it."""

from docx.document import Document as Word
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart
from lxml.etree import _Element

from kpi.report.docx.xml import el

SIGNS = {"bullet": "•", "decimal": "%1."}


def numbering(word: Word, kind: str) -> int:
    """A new numbering of the kind "bullet" or "decimal", of one level; returns its number in the file."""
    root = _root(word)
    identity = 1 + max((int(one.get(qn("w:abstractNumId"))) for one in root.findall(qn("w:abstractNum"))), default=0)
    number = 1 + max((int(one.get(qn("w:numId"))) for one in root.findall(qn("w:num"))), default=0)
    level = el(
        "w:lvl",
        el("w:start", val=1),
        el("w:numFmt", val=kind),
        el("w:lvlText", val=SIGNS[kind]),
        el("w:lvlJc", val="left"),
        el("w:pPr", el("w:ind", left=340, hanging=340)),
        ilvl=0,
    )
    abstract = el("w:abstractNum", el("w:multiLevelType", val="singleLevel"), level, abstractNumId=identity)
    # The schema has every abstract numbering before the first that uses one.
    first = root.find(qn("w:num"))
    at = len(root) if first is None else root.index(first)
    root.insert(at, abstract)
    root.append(el("w:num", el("w:abstractNumId", val=identity), numId=number))
    return number


def _root(word: Word) -> _Element:
    """The file's numberings; a template without lists has no such part yet."""
    part = word.part
    held = [rel.target_part for rel in part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.NUMBERING]
    if held:
        return held[0].element
    blob = f"<w:numbering {nsdecls('w')}/>".encode()
    place = PackURI("/word/numbering.xml")
    made = NumberingPart.load(place, CONTENT_TYPE.WML_NUMBERING, blob, part.package)
    part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    return made.element
