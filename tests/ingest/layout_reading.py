"""A file of any layout read to the end: what is asked about it, and the figures that come out."""

import math

from ingest_store import ACTOR

from accepting import stored
from kpi.ingest.layout.answers import Answers, New
from kpi.ingest.look import Asked, Looked, answered, look
from kpi.ingest.upload import Checked, check_looked
from kpi.model import Period, PeriodKind
from kpi.store import Store
from kpi.words import period

Figure = tuple[str, str, str, str, float | str | None]


def lines(*rows: str) -> bytes:
    return "\n".join([*rows, ""]).encode()


def doubts(found: Asked | Looked) -> set[tuple[str, str]]:
    """What is asked: kind and what about."""
    if isinstance(found, Looked):
        return set()
    return {(doubt.kind.value, doubt.about) for doubt in found.understood.doubts}


def read(
    store: Store, content: bytes, answers: Answers | None = None, name: str = "fil.csv", *, ask: bool = False
) -> Checked:  # fmt: skip
    """The file with everything answered, checked. Fails where something is asked still.

    ask: give the answers even where nothing is asked, as somebody does who wants it read otherwise.
    """
    found = look(store, content, name)
    if ask and isinstance(found, Looked) and found.understood:
        found = Asked(found.sha256, found.understood)
    if isinstance(found, Asked):
        found = answered(store, found, answers or Answers(new=New()))
    assert isinstance(found, Looked), doubts(found)
    return check_looked(store, found, b"")


def figures(checked: Checked) -> set[Figure]:
    """nyckeltal, unit, gender, period in words, and the value or the status that stands for it."""
    rows = checked.rows
    found: set[Figure] = {
        (row["indicator"], row["unit"], row["gender"],
         period(Period(row["period_start"].date(), PeriodKind(row["period_kind"]))),
         row["status"] if math.isnan(row["value"]) else row["value"])
        for row in rows.to_dict("records")
    }  # fmt: skip
    assert len(found) == len(rows)
    return found


def deliver(store: Store, content: bytes, answers: Answers | None = None, name: str = "fil.csv") -> int:
    """Read and stored, so that its layout is remembered."""
    return stored(store, read(store, content, answers, name), ACTOR)
