"""What a follow-up says, part by part: everything a writer needs, in words and numbers already settled.

A writer lays this out and computes nothing, so that every file says the same as the page. Texts are plain: a writer
must never read them as markup. Numbers in charts are the exact ones; numbers in texts are already written.
"""

from dataclasses import dataclass
from datetime import date

from kpi.model import Gender, Status


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short statements, each a line of its own."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What a person has written, word for word, and who and when: "Chef Folkhälsoenheten, 18 september 2025"."""

    text: str
    signed: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Something that is not there and that a person must fill in: shown as a marked gap, never as if it were said."""

    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell. `status` has its mark and word beside the text; `note` is said more quietly beneath."""

    text: str
    status: Status | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; the first column names the row. `caption` says what the table shows."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One gender's series: a value for each of the chart's periods, None where there is none to show."""

    gender: Gender
    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """A target that can be drawn as a level: the exact value, and the words beside the line, empty for a second one."""

    value: float
    words: str


@dataclass(frozen=True, slots=True)
class LineChart:
    """A nyckeltal over time, women and men side by side. `alt` says what it shows; `notes` what must be known of it.

    levels: the target: none, one, or the two that it lies between; measure: as "%" or "dagar"; decimals: how many a
    value is written with.
    """

    title: str
    alt: str
    periods: tuple[str, ...]
    lines: tuple[Line, ...]
    levels: tuple[Level, ...]
    measure: str
    decimals: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Distribution:
    """How many targets have each status, for women, men and in total: the counts in the order of `Status`."""

    title: str
    alt: str
    counts: tuple[tuple[Gender, tuple[int, ...]], ...]


Block = Text | Bullets | Quote | Blank | Table | LineChart | Distribution


@dataclass(frozen=True, slots=True)
class Question:
    """One of the three questions that a follow-up answers.

    question: as asked; headline: the finding in a sentence; points: what one slide has room for, the most important
    first; picture: what a slide shows beside them; blocks: the whole answer, for a report.
    """

    question: str
    headline: str
    points: tuple[str, ...]
    picture: Distribution | Table | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One of the seven parts of a nyckeltal's follow-up, 1–7. `applies` is False where it has nothing to say here."""

    number: int
    heading: str
    blocks: tuple[Block, ...]
    applies: bool = True


@dataclass(frozen=True, slots=True)
class Value:
    """One gender's latest outcome: its text and period, its status where it is judged, and what must be said of it."""

    gender: Gender
    name: str
    text: str
    period: str
    status: Status | None
    note: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One nyckeltal's follow-up: `headline` says the finding ("Målet nås för män men inte för kvinnor.")."""

    code: str
    unit: str
    name: str
    described: str
    target: str
    headline: str
    values: tuple[Value, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report that is no question of its own: uppdrag, ekonomi, hållbarhet."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """The agenda item that it was made for.

    meeting: "Sammanträde"; days: "27–28 maj 2025"; form: "muntlig" or "skriftlig", or empty.
    """

    meeting: str
    first_day: date
    days: str
    item: str
    form: str
    presenter: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """A whole follow-up.

    subject: what it is about; example: that figures are invented, which every page and slide must then say, or
    empty; period: "2025"; as_of: "som det var 31 maj 2025", or when it was made; made_on: the day it was made.
    status_table: every nyckeltal of it, a row each. missing: what a person has left to fill in, each thing once.
    proposal: förslag till beslut, in order; what a person must fill in first is a `Blank`. sources: where the figures
    come from.
    """

    subject: str
    organisation: str
    plan: str
    period: str
    as_of: str
    made_on: date
    example: str
    occasion: Occasion | None
    questions: tuple[Question, Question, Question]
    status_table: Table
    indicators: tuple[Indicator, ...]
    sections: tuple[Section, ...]
    proposal: tuple[Text | Blank, ...]
    missing: tuple[str, ...]
    sources: tuple[str, ...]
