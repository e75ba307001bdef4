"""What a document is made of beside the follow-up's own blocks."""

from dataclasses import dataclass

from kpi.report.briefing.content import Blank, Block, Text

Told = str | Blank


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1–3. Levels are never skipped downwards."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Lead:
    """The finding that a chapter begins with, set larger than its text."""

    text: str


@dataclass(frozen=True, slots=True)
class Opening:
    """A paragraph that stays on the page of what follows it."""

    text: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """Points in an order that matters, as in a proposed decision, or gaps for what a person must propose."""

    items: tuple[Text | Blank, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """What a person has to fill in, each on its own line."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What stands at the head of a document: names and what they are, or gaps for what a person must say."""

    rows: tuple[tuple[str, Told], ...]


Item = Heading | Lead | Opening | Numbered | Gaps | Facts | Block


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `kind` is "Rapport" or "Tjänsteskrivelse"; `running` stands at the head of each page.

    example: that figures are invented, said at the head of each page too, or empty.
    """

    kind: str
    title: str
    organisation: str
    running: str
    example: str
    contents: bool
    head: tuple[Item, ...]
    body: tuple[Item, ...]
