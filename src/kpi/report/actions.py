"""Proposed measures followed to their effect: how far each has come, and the outcome before and after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from kpi.analysis import periods
from kpi.follow_up import FollowUp
from kpi.frames import period_of, records
from kpi.model import ActionStatus, Gender, ObservationStatus, Period
from kpi.report.series import kind_shown, observed_text
from kpi.report.written import about, signed
from kpi.words import day, say

Key = tuple[str, str, Period, str]
"""Which measure: nyckeltal, unit, period and code."""


@dataclass(frozen=True, slots=True)
class Step:
    """What somebody found of a measure on a day."""

    followed_on: date
    status: ActionStatus
    text: str
    effect: str
    author: str

    @property
    def words(self) -> str:
        """Status, what has been done, and what has been seen of it."""
        said = f"{say(f'action-{self.status}')}. {self.text}"
        return f"{said} {say('action-seen', effect=self.effect)}" if self.effect else said

    @property
    def signed(self) -> str:
        """By whom and when."""
        return say("action-followed-by", who=self.author, date=day(self.followed_on))


@dataclass(frozen=True, slots=True)
class Action:
    """One measure. steps: its follow-ups, the latest first. late: its day has passed, and it is not over."""

    key: Key
    text: str
    responsible: str
    due_on: date | None
    expected: str
    signed: str
    steps: tuple[Step, ...]
    late: bool

    @property
    def state(self) -> list[str]:
        """In words: how far it has come as last told, and that it is late."""
        words = [say(f"action-{self.steps[0].status}") if self.steps else say("action-not-followed")]
        return [*words, say("action-late")] if self.late else words

    @property
    def facts(self) -> list[str]:
        """Who is responsible, by when, and what is expected of it; what has not been said is left out."""
        return [
            *([say("action-responsible", who=self.responsible)] if self.responsible else []),
            *([say("action-due-on", day=day(self.due_on))] if self.due_on else []),
            *([say("action-expected-effect", effect=self.expected)] if self.expected else []),
        ]


def actions(proposed: pd.DataFrame, followed: pd.DataFrame, today: date) -> list[Action]:
    """Measures with their follow-ups, those that are late on the day `today` first, otherwise in the given order.

    proposed: rows of the table `comment`; followed: of `action_follow_up`, the latest day first.
    """
    steps: dict[Key, list[Step]] = {}
    for row in records(followed):
        key = (str(row.indicator), str(row.unit), about(row), str(row.action))
        on = pd.Timestamp(row.followed_on).date()
        steps.setdefault(key, []).append(
            Step(on, ActionStatus(row.status), str(row.text), str(row.effect), str(row.author))
        )
    found = [_action(row, steps, today) for row in records(proposed)]
    return sorted(found, key=lambda one: not one.late)


def _action(row: Any, steps: dict[Key, list[Step]], today: date) -> Action:
    key = (str(row.indicator), str(row.unit), about(row), str(row.code))
    mine = tuple(steps.get(key, ()))
    due_on = None if pd.isna(row.due_on) else pd.Timestamp(row.due_on).date()
    late = due_on is not None and due_on < today and not (mine and mine[0].status.over)
    return Action(key, str(row.text), str(row.responsible), due_on, str(row.expected_effect), signed(row), mine, late)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was measured for a period, as it is written for each gender."""

    period: Period
    values: dict[Gender, str]


def around(
    follow_up: FollowUp, key: Key, row: Any, genders: Sequence[Gender]
) -> tuple[Outcome | None, Outcome | None]:  # fmt: skip
    """The outcome that the measure was proposed for, and the latest after it, up to the chosen period; None: none yet.

    What begins before the measure's period is over is not after it. Both are of one series: that of the measure's own
    kind of period where it has an outcome for that very period, else the one that the page shows. row: of
    `FollowUp.assessed`, for measure and decimals.
    """
    indicator, unit, when, _ = key
    series = _series(follow_up, indicator, unit, when)
    before = periods.ends(series["period_kind"], series["period_start"]) <= periods.day64(when.end)
    after = series["period_start"] > pd.Timestamp(when.end)
    return _latest(series[before], row, genders), _latest(series[after], row, genders)


def _series(follow_up: FollowUp, indicator: str, unit: str, when: Period) -> pd.DataFrame:
    """Outcomes, of one kind of period, that have come for anybody up to the chosen period, by time."""
    seen = follow_up.observations
    seen = seen[(seen["indicator"] == indicator) & (seen["unit"] == unit)]
    seen = seen[seen["value"].notna() | seen["status"].eq(ObservationStatus.SUPPRESSED)]
    own = seen["period_kind"].eq(when.kind) & seen["period_start"].eq(pd.Timestamp(when.start))
    kind = when.kind.value if own.any() else kind_shown(follow_up, indicator, unit)
    seen = seen[seen["period_kind"].eq(kind)].sort_values("period_start")
    return seen[periods.ends(seen["period_kind"], seen["period_start"]) <= periods.day64(follow_up.period.end)]


def _latest(series: pd.DataFrame, row: Any, genders: Sequence[Gender]) -> Outcome | None:
    if series.empty:
        return None
    last = series[series["period_start"].eq(series["period_start"].iloc[-1])]
    by_gender = {one.gender: one for one in records(last)}
    when = period_of(series["period_start"].iloc[-1], series["period_kind"].iloc[-1])
    values = {gender: observed_text(by_gender.get(gender), row) for gender in genders}
    return Outcome(when, values) if when else None
