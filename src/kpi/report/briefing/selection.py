"""What of the material a briefing is about, in words that its parts share."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from kpi.model import Gender, TargetOrigin
from kpi.report.assignments import Assignment, counted, state
from kpi.report.attained import PERSONS
from kpi.report.briefing.content import Cell, Table
from kpi.report.briefing.material import Key, Material, Scope
from kpi.report.economy.whole import first_sentences
from kpi.report.findings import Finding
from kpi.report.internal_control import ControlPoint
from kpi.report.internal_control import sentences as control_sentences
from kpi.report.oversight import Overseen
from kpi.report.oversight import sentence as oversight_sentence
from kpi.report.rows import Row, judged, present, rows
from kpi.report.summary import counts_by_gender, sentence
from kpi.words import count_word, listing, say


@dataclass(frozen=True)
class Selection:
    """The material, seen through the scope."""

    material: Material
    scope: Scope

    @property
    def keys(self) -> tuple[Key, ...]:
        """The nyckeltal, in the order asked for."""
        return self.scope.keys

    @cached_property
    def rows(self) -> list[Row]:
        """The overview's rows of them."""
        found = {(row.indicator, row.unit): row for row in rows(self.material.follow)}
        return [found[key] for key in self.keys]

    @cached_property
    def names(self) -> list[str]:
        """Their names."""
        return [row.name for row in self.rows]

    @cached_property
    def assessed(self) -> pd.DataFrame:
        """Their rows of `FollowUp.assessed`."""
        everything = self.material.follow.assessed
        keys = pd.MultiIndex.from_tuples(self.keys, names=["indicator", "unit"])
        return everything[pd.MultiIndex.from_frame(everything[["indicator", "unit"]]).isin(keys)]

    @cached_property
    def goal_names(self) -> list[str]:
        """The goals that it is about, by name, in the plan's order."""
        goals = self.material.follow.plan.goals
        return [str(name) for name in goals.loc[goals["code"].isin(self.scope.goals), "name"]]

    @cached_property
    def assignments(self) -> tuple[Assignment, ...]:
        """The uppdrag, late ones first."""
        return tuple(one for one in self.material.assignments if one.code in self.scope.assignments)

    @property
    def overseen(self) -> tuple[Overseen, ...]:
        """Whom the board follows up, where that is the subject."""
        return tuple(one for one in self.material.overseen if one.code in self.scope.oversight)

    @property
    def control(self) -> tuple[ControlPoint, ...]:
        """The year's control points, where that is the subject."""
        return self.material.control if self.scope.control else ()

    @cached_property
    def supervised(self) -> str:
        """How supervision and internal control stand, where either is the subject."""
        found = [oversight_sentence(self.overseen)] if self.overseen else []
        if self.control:
            found += control_sentences(self.control, self.material.follow.period)
        return " ".join(found)

    @cached_property
    def economy_sentences(self) -> list[str]:
        """How the money stands, where that is the subject and the plan has a budget."""
        found = self.material.economy
        return first_sentences(found) if self.scope.economy and found.plan.items else []

    @cached_property
    def findings(self) -> list[Finding]:
        """The nyckeltal whose target is missed or near, missed ones first."""
        return [one for key, one in self.material.findings.items() if key in self.keys]

    @cached_property
    def unlikely(self) -> list[Key]:
        """The nyckeltal that are met today, or not yet judged, but whose forecast says that the target is missed."""
        late = {(one.indicator, one.unit) for one in self.findings}
        return [key for key in self.keys if key not in late and self._misses(key)]

    @cached_property
    def by_gender_sentences(self) -> list[str]:
        """How the targets stand for women and for men, where any is split."""
        if not self.keys:
            return []
        counts = counts_by_gender(self.assessed)
        told = [
            say(f"standing-{gender}", sentence=uncapitalised(sentence(counts[gender], total)))
            for gender in PERSONS if (total := sum(counts[gender].values()))
        ]  # fmt: skip
        return told or [say("standing-unsplit")] * bool(sum(counts[Gender.TOTAL].values()))

    @cached_property
    def assignments_sentence(self) -> str:
        """How the uppdrag stand, counted; empty where there are none."""
        n = len(self.assignments)
        if n == 1:
            return say("standing-assignment", state=uncapitalised(state(self.assignments[0])))
        count = count_word(n).capitalize()
        return say("standing-assignments", count=count, parts=listing(counted(self.assignments))) if n else ""

    @cached_property
    def indicators_table(self) -> Table:
        """Every nyckeltal with its target, term and decider."""
        found = []
        for key, row in zip(self.keys, self.rows, strict=True):
            one = judged(self.material.rows(key))
            found.append((Cell(row.name), Cell(row.target), Cell(say(f"term-{one.term}")), Cell(str(one.decided_by))))
        headings = (say("column-indicator"), say("column-target"), say("column-term"), say("column-decided"))
        return Table(say("indicators-caption"), headings, tuple(found))

    @cached_property
    def status_table(self) -> Table:
        """Every nyckeltal, a row each: values and statuses by gender, target, development."""
        names = [say("column-indicator"), *(say(f"gender-{gender}") for gender in Gender), say("column-target"),
                 say("column-development")]  # fmt: skip
        return Table(say("status-table-caption"), tuple(names), tuple(_status_row(row) for row in self.rows))

    def goals_table(self) -> Table | None:
        """Each målområde with how many nyckeltal, targets and uppdrag it has here; None where it is about no goal."""
        found = []
        for area in self.material.follow.plan.areas:
            mine = [key for key in self.keys if self._goal(key) in area.codes]
            tasks = [one for one in self.assignments if one.goal in area.codes]
            if mine or tasks:
                with_target = sum(self.own_target(key) for key in mine)
                numbers = (len(mine), with_target, len(tasks))
                found.append((Cell(area.name), *(Cell(str(n)) for n in numbers)))
        headings = [say(f"goals-column-{name}") for name in ("goal", "indicators", "targets", "assignments")]
        return Table(say("goals-caption"), tuple(headings), tuple(found)) if found else None

    def own_target(self, key: Key) -> bool:
        """True where the plan itself has set a target."""
        return any(
            present(row.target_origin) and row.target_origin == TargetOrigin.PLAN
            for row in self.material.rows(key).values()
        )

    def _goal(self, key: Key) -> str:
        return str(judged(self.material.rows(key)).goal)

    def _misses(self, key: Key) -> bool:
        found = self.material.outlooks[key].values()
        return any(one.years[one.chosen].forecast_verdict == "misses" for one in found)


def uncapitalised(text: str) -> str:
    """For a sentence that goes on."""
    return text[:1].lower() + text[1:]


def _status_row(row: Row) -> tuple[Cell, ...]:
    values = []
    for gender in Gender:
        cell = row.cells.get(gender)
        values.append(Cell("–") if cell is None else Cell(cell.text, cell.status, cell.note))
    name = Cell(row.name, note=listing(part for part in (row.outcome,) if part))
    return name, *values, Cell(row.target), Cell(row.development)
