"""What a briefing is made from, and what it is to be about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from kpi.follow_up import FollowUp
from kpi.model import DataMode, Gender
from kpi.report.actions import Action
from kpi.report.assignments import Assignment
from kpi.report.attained import Rows
from kpi.report.briefing.content import Occasion
from kpi.report.country import Standings, standings
from kpi.report.economy.whole import Economy
from kpi.report.findings import Finding, findings
from kpi.report.forecast import Outlook, outlook
from kpi.report.gap import movements
from kpi.report.internal_control import ControlPoint
from kpi.report.oversight import Overseen
from kpi.report.units import UnitPart, unit_parts

Key = tuple[str, str]
"""A nyckeltal and a unit."""


@dataclass(frozen=True)
class Scope:
    """What it is about: nyckeltal in order, goals (with those beneath them), uppdrag and whom the board follows
    up, by code; and whole subjects.

    chosen: the nyckeltal that are followed part by part; the others stand in the status table.
    """

    subject: str
    keys: tuple[Key, ...]
    chosen: tuple[Key, ...] = ()
    goals: tuple[str, ...] = ()
    assignments: tuple[str, ...] = ()
    economy: bool = False
    control: bool = False
    oversight: tuple[str, ...] = ()
    occasion: Occasion | None = None


@dataclass(frozen=True)
class Material:
    """Everything known at a period and a moment. `as_of` is the day as of which, as 2025-05-31; empty for now.

    actions: proposed measures by nyckeltal, late ones first. sources: those that ask to be named with their values.
    """

    follow: FollowUp
    assignments: tuple[Assignment, ...]
    control: tuple[ControlPoint, ...]
    overseen: tuple[Overseen, ...]
    actions: Mapping[Key, list[Action]]
    economy: Economy
    organisation: str
    made_on: date
    as_of: str
    sources: tuple[str, ...] = ()

    @property
    def example(self) -> bool:
        """True where the outcomes are invented."""
        return self.follow.mode is DataMode.EXAMPLE

    @property
    def board(self) -> str:
        """Who decided the plan, and so is told how it goes."""
        return str(self.follow.plan.about["decided_by"])

    def rows(self, key: Key) -> Rows:
        """The assessed rows of a nyckeltal, by gender."""
        return self.follow.by_subject[key]

    @cached_property
    def standings(self) -> Standings:
        """Every outcome beside the country."""
        return standings(self.follow)

    @cached_property
    def outlooks(self) -> Mapping[Key, dict[Gender, Outlook]]:
        """What is to come, by nyckeltal and gender."""
        found: dict[Key, dict[Gender, Outlook]] = {}
        for (indicator, unit, gender), one in outlook(self.follow).items():
            found.setdefault((indicator, unit), {})[gender] = one
        return found

    @cached_property
    def gaps(self) -> Mapping[Key, Any]:
        """How the gap between women and men has moved, of the nyckeltal that are split."""
        return movements(self.follow)

    @cached_property
    def units(self) -> Mapping[Key, list[UnitPart]]:
        """The parts of the nyckeltal at the units beneath; empty where it has none."""
        return {key: unit_parts(self.follow, *key) for key in self.follow.by_subject}

    @cached_property
    def findings(self) -> Mapping[Key, Finding]:
        """The nyckeltal whose target is missed or near, missed ones first."""
        return {(one.indicator, one.unit): one for one in findings(self.follow)}
