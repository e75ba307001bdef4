"""The doubts about a file in words, for whoever has no page to answer on."""

from kpi.errors import Place, UserError, wrong
from kpi.ingest.findings import SHOWN, refusal
from kpi.ingest.layout.layout import Doubt, Kind, Role
from kpi.ingest.layout.understand import Understood
from kpi.words import listing


def questions(understood: Understood) -> UserError:
    """One error that lists what must be answered before the file can be read."""
    return refusal([_question(doubt) for doubt in understood.doubts[:SHOWN]], Place(file=understood.file),
                   len(understood.doubts))  # fmt: skip


def _question(doubt: Doubt) -> UserError:
    asked = Role(doubt.about) if doubt.kind is Kind.CONSTANT else doubt.kind
    closest = listing(f"”{each}”" for each in doubt.closest)
    return wrong(f"ask-{asked}", _place(doubt), rows=doubt.rows, closest=closest or "none", about=doubt.about)


def _place(doubt: Doubt) -> Place:
    match doubt.kind:
        case Kind.INDICATOR | Kind.UNIT:
            return Place(value=doubt.about)
        case Kind.COLUMN | Kind.DATES:
            return Place(column=doubt.about)
        case _:
            return Place()
