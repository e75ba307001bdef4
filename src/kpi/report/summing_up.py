"""Summing-up of måluppfyllelse: of what hangs beneath the plan and each goal, per gender. No invented grade."""

from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from kpi.analysis.summary import COUNTS, summarise
from kpi.frames import records
from kpi.model import Gender, Status
from kpi.words import quantity, say


@dataclass(frozen=True, slots=True)
class Summed:
    """How many of the plan's own targets beneath have each status, for one gender.

    `unjudged` and `waiting` (to be judged in a later year) are counted apart from the judged.
    """

    met: int = 0
    near: int = 0
    not_met: int = 0
    unjudged: int = 0
    waiting: int = 0

    @property
    def judged(self) -> int:
        """Met, near or not met."""
        return self.met + self.near + self.not_met

    @property
    def targets(self) -> int:
        """All of them."""
        return self.judged + self.unjudged + self.waiting

    @property
    def share(self) -> Fraction | None:
        """met / (met + near + not met); None where nothing is judged."""
        return Fraction(self.met, self.judged) if self.judged else None

    @property
    def worded(self) -> list[tuple[Status, str]]:
        """2 uppnådda, 1 nära, …: each status that any has."""
        counts = [(status, int(getattr(self, status.value))) for status in Status]
        return [(status, say(f"thread-count-{status}", n=n)) for status, n in counts if n]


Attained = dict[Gender, Summed]
"""By gender; those without any target are left out."""


def parents_of(goals: pd.DataFrame) -> dict[str, str | None]:
    """Each goal's parent in the plan; None at the top."""
    return {str(one.code): one.parent if isinstance(one.parent, str) else None for one in records(goals)}


def summed_up(assessed: pd.DataFrame, goals: pd.DataFrame) -> dict[str | None, Attained]:
    """The plan's own summing-up under None, and each goal's under its code; goals without targets are left out.

    assessed: rows of `kpi.analysis.assess.assess`; goals: code and parent. A nyckeltal counts once wherever it hangs.
    """
    found: dict[str | None, Attained] = {}
    for row in summarise(assessed, parents_of(goals)).to_dict("records"):
        goal = row["goal"] if isinstance(row["goal"], str) else None
        counts = {name: int(row[name]) for name in COUNTS}
        found.setdefault(goal, {})[Gender(row["gender"])] = Summed(**counts)
    return found


def share_words(one: Summed) -> str:
    """1 av 2 uppnådda (50 %); then those that are counted apart: that cannot be judged, or not until a later year."""
    parts = []
    if one.share is not None:
        share = quantity(float(100 * one.share), 0, "%")
        parts.append(say("summed-share", met=one.met, judged=one.judged, share=share))
    if one.unjudged:
        parts.append(say("summed-unjudged" if one.judged else "summed-none", n=one.unjudged))
    if one.waiting:
        parts.append(say("summed-waiting", n=one.waiting))
    return "; ".join(parts)
