"""What a file is: the long layout, a described format, or a layout to be understood and perhaps asked about."""

import hashlib
from dataclasses import dataclass, field, replace

import pandas as pd

from kpi.errors import Place, wrong
from kpi.ingest import format_rules, formats, long_layout, registers
from kpi.ingest.file_name import harmless
from kpi.ingest.findings import Titles
from kpi.ingest.formats import Description
from kpi.ingest.forms.form import Filled
from kpi.ingest.forms.reading import HEADINGS, recognised
from kpi.ingest.layout import Layout, Understood, melted, reconsidered, understand
from kpi.ingest.layout.answers import Answers, unanswered, with_columns, with_names
from kpi.ingest.layout.new import definitions
from kpi.ingest.layout.saved import saved
from kpi.ingest.layout.words import WORDS
from kpi.ingest.read import choose, refuse_large, sheets
from kpi.ingest.registers import Registers
from kpi.ingest.shaped import LeftOut
from kpi.ingest.table import Sheet, Table, Wanted, normal
from kpi.store import Store

LONG = "long"
ANY = Wanted(long_layout.WANTED.names | WORDS | HEADINGS)


@dataclass(frozen=True)
class Looked:
    """A file ready to be checked.

    `format` is what the delivery will say: long, a format's name, or the title of its layout. `table` has the
    columns of the long layout, or of the description; `titles` say which columns of the file those are.
    """

    file: str
    sha256: str
    format: str
    known: Registers
    table: Table
    rows: int
    titles: Titles = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[LeftOut, ...] = ()
    definitions: pd.DataFrame = field(default_factory=pd.DataFrame)
    description: Description | None = None
    understood: Understood | None = None

    @property
    def layout(self) -> Layout | None:
        """How the file is laid out, where that was understood or answered."""
        return self.understood.layout if self.understood else None


@dataclass(frozen=True)
class Asked:
    """A file that something must be asked about before it can be read."""

    sha256: str
    understood: Understood


def look(store: Store, content: bytes, file_name: str, format: str | None = None) -> Looked | Asked:
    """A file of outcomes, opened; or what must be asked first.

    `format` names a format description; without one it is found out. Raises `UserError` for what is no table.
    """
    about = _about(content, file_name)
    if format:
        return _described(store, content, about, formats.load(format))
    return _outcomes(store, content, about, sheets(content, about[0], ANY))


def look_at_any(store: Store, content: bytes, file_name: str, format: str | None = None) -> Looked | Asked | Filled:
    """As `look`, for a file that may also be a form: its headings say so, and it is read at once."""
    if format:
        return look(store, content, file_name, format)
    about = _about(content, file_name)
    found = sheets(content, about[0], ANY)
    form = None if any(_is_long(sheet) for sheet in found) else recognised(store, content, about[0], found)
    return form or _outcomes(store, content, about, found)


def _about(content: bytes, file_name: str) -> tuple[str, str]:
    """The file's name and hash; what is too large is refused before anything goes through all of it."""
    name = harmless(file_name)
    refuse_large(content, name)
    return name, hashlib.sha256(content).hexdigest()


def _outcomes(store: Store, content: bytes, about: tuple[str, str], found: list[Sheet]) -> Looked | Asked:
    if any(_is_long(sheet) for sheet in found):
        return _long(store, found, about)
    if matching := formats.matching(found):
        return _described(store, content, about, matching)
    known = registers.load(store, pd.DataFrame())
    return _looked(store, Asked(about[1], understand(found, about[0], known, saved(store))), known)


def answered(store: Store, asked: Asked, answers: Answers) -> Looked | Asked:
    """The file with what was answered about it; or what must be asked still.

    Raises `UserError` for an answer that means nothing.
    """
    known = registers.load(store, pd.DataFrame())
    if left := unanswered(asked.understood, answers):
        return replace(asked, understood=replace(asked.understood, doubts=left))
    # The names can be told only when it is known which columns they stand in.
    understood = reconsidered(replace(asked.understood, layout=with_columns(asked.understood, answers)), known)
    understood = reconsidered(replace(understood, layout=with_names(understood, answers, known)), known)
    return _looked(store, replace(asked, understood=understood), known)


def _is_long(sheet: Sheet) -> bool:
    return any({normal(cell) for cell in cells} >= set(long_layout.REQUIRED) for _, cells in sheet.head)


def _long(store: Store, found: list[Sheet], about: tuple[str, str]) -> Looked:
    table = choose(found, about[0], long_layout.WANTED).without_blank_rows()
    _refuse_empty(table)
    return Looked(*about, LONG, registers.load(store, pd.DataFrame()), table, len(table))


def _described(store: Store, content: bytes, about: tuple[str, str], description: Description) -> Looked:
    wanted = description.wanted
    table = choose(sheets(content, about[0], wanted), about[0], wanted).without_blank_rows()
    _refuse_empty(table)
    brought = registers.unknown(store, description.definitions)
    known, rows = registers.load(store, brought), len(table)
    table, left_out = format_rules.kept(table, description)
    return Looked(
        *about, description.name, known, table, rows, left_out=left_out, definitions=brought, description=description
    )


def _looked(store: Store, asked: Asked, known: Registers) -> Looked | Asked:
    if asked.understood.doubts:
        return asked
    layout = asked.understood.layout
    molten = melted(asked.understood, known)
    brought = registers.unknown(store, definitions(layout, molten))
    rows = len(molten.table) + sum(each.rows for each in molten.left_out)
    return Looked(
        asked.understood.file, asked.sha256, layout.title, registers.load(store, brought), molten.table, rows,
        molten.titles, molten.left_out, asked.understood.notes, brought, understood=asked.understood,
    )  # fmt: skip


def _refuse_empty(table: Table) -> None:
    if not len(table):
        raise wrong("no-rows", Place(file=table.file, sheet=table.sheet))
