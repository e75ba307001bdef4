"""What the speaker's notes hold: the whole of what a slide shows in short, quotes with who and when, and sources."""

from collections.abc import Iterable, Iterator

from kpi.report.briefing.content import Block, Briefing, Bullets, Cell, Distribution, LineChart, Quote, Table, Text
from kpi.report.document.signs import status_text
from kpi.report.pptx.clean import clean
from kpi.words import say


def spoken(blocks: Iterable[Block]) -> Iterator[str]:
    """The blocks as paragraphs. What is left to fill in is listed elsewhere and not said here."""
    for block in blocks:
        match block:
            case Text(text):
                yield text
            case Bullets(items):
                yield from (f"– {item}" for item in items)
            case Quote(text, signed):
                yield say("slides-quote", text=text, signed=signed)
            case Table():
                yield from _rows(block)
            case LineChart(notes=notes, alt=alt):
                yield from (alt, *notes)
            case Distribution(alt=alt):
                yield alt


def _rows(table: Table) -> Iterator[str]:
    yield table.caption
    for row in table.rows:
        pairs = zip(table.headings, row, strict=False)
        yield "– " + "; ".join(f"{heading}: {words}" for heading, cell in pairs if (words := cell_words(cell)))


def cell_words(cell: Cell) -> str:
    """A cell in one line: "6,1 % ✕ Ej uppnått, preliminärt"."""
    status = status_text(cell.status) if cell.status is not None else ""
    words = " ".join(part for part in (clean(cell.text), status) if part)
    return ", ".join(part for part in (words, clean(cell.note)) if part)


def from_where(briefing: Briefing) -> list[str]:
    """Sources and date, last in every slide's notes."""
    return [*([briefing.example] if briefing.example else ()), *(say("slides-source", source=source)
            for source in briefing.sources), briefing.as_of]  # fmt: skip
