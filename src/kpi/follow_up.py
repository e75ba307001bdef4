"""One follow-up: a plan, at a period, as of a moment, real or example, with everything assessed.

The one place where the store's rows meet the analysis: pages, exports and the command line all present this.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

import pandas as pd

from kpi.analysis.assess import assess
from kpi.analysis.disclosure import REASON, HiddenBy, hide
from kpi.analysis.gender import PERCENT
from kpi.errors import wrong
from kpi.frames import records
from kpi.model import DataMode, Gender, ObservationStatus, Origin, Period, PeriodKind, YearRule
from kpi.store import Store, texts
from kpi.store import observations as outcomes
from kpi.store import plans as plan_store
from kpi.store.plans import Plan

# What a reader needs beside the figures, from the plan and the indicator's definition.
DESCRIBED = [
    "name", "indicator_name", "short_name", "measure", "decimals", "direction", "term", "decided_by", "responsible",
    "split_by_gender", "no_split_reason",
]  # fmt: skip


@dataclass(frozen=True)
class FollowUp:
    """Frames carry the columns of their tables; `assessed` those of `kpi.analysis.assess.assess` and `DESCRIBED`.

    `observations` are those of every unit, after röjandekontroll: a number that is not for showing is not here.
    `elsewhere` names the nyckeltal that have no outcome in this mode but have in the other.
    """

    plan: Plan
    period: Period
    mode: DataMode
    as_of: datetime | None
    units: pd.DataFrame
    targets: pd.DataFrame
    breaks: pd.DataFrame
    comments: pd.DataFrame
    judged_forecasts: pd.DataFrame
    observations: pd.DataFrame
    assessed: pd.DataFrame
    elsewhere: frozenset[str]

    @cached_property
    def by_subject(self) -> dict[tuple[str, str], dict[Gender, Any]]:
        """The rows of `assessed` by nyckeltal and unit, and then by gender."""
        found: dict[tuple[str, str], dict[Gender, Any]] = {}
        for row in records(self.assessed):
            found.setdefault((row.indicator, row.unit), {})[Gender(row.gender)] = row
        return found

    @property
    def latest_outcome(self) -> Period | None:
        """The latest period that any of the plan's own series has reached, no later than the chosen one."""
        return _latest(self.observations, self.plan.subjects, self.period.end)


def follow_up(
    store: Store, plan_code: str, period: Period, mode: DataMode, *, as_of: datetime | None = None, unit: str = "",
    coming: pd.DataFrame | None = None,
) -> FollowUp:  # fmt: skip
    """Read and assess a plan. `unit` asks for another unit than those that the plan names.

    `coming` are outcomes as table `observation` has them, taken as if they had been delivered. Raises `UserError` for
    an unknown plan or unit.
    """
    plan = plan_store.plan(store, plan_code, as_of)
    units = plan_store.units(store, as_of)
    if unit:
        plan = _at_unit(plan, units, unit)
    indicators = sorted(plan.subjects["indicator"].unique())
    observed = outcomes.observations(store, mode, as_of, indicators=indicators)
    if coming is not None:
        observed = outcomes.overlaid(observed, coming[coming["indicator"].isin(indicators)])
    if as_of is not None:
        observed = _hidden_later(store, mode, indicators, observed)
    observed = _may_be_shown(store, observed, plan.subjects, units)
    targets, example = plan_store.targets(store, as_of), mode is DataMode.EXAMPLE
    breaks = plan_store.breaks(store, example=example, as_of=as_of)
    return FollowUp(
        plan=plan, period=period, mode=mode, as_of=as_of, units=units, targets=targets, breaks=breaks,
        comments=texts.comments(store, example, as_of),
        judged_forecasts=plan_store.judged_forecasts(store, example, as_of), observations=observed,
        assessed=_assessed(plan, targets, observed, period, breaks),
        elsewhere=_only_in_the_other_mode(store, mode, as_of, indicators, observed),
    )  # fmt: skip


def with_targets(follow: FollowUp, targets: pd.DataFrame) -> FollowUp:
    """The same follow-up, as it would be with other targets: the columns of `FollowUp.targets`."""
    assessed = _assessed(follow.plan, targets, follow.observations, follow.period, follow.breaks)
    return replace(follow, targets=targets, assessed=assessed)


def public_outcomes(store: Store, mode: DataMode, indicators: list[str] | None = None) -> pd.DataFrame:
    """The current outcomes, also of nyckeltal that no plan follows, after röjandekontroll.

    Columns as those of `kpi.store.observations.observations`. indicators: codes; None takes all.
    """
    definitions = plan_store.indicators(store).rename(columns={"code": "indicator"})
    observed = outcomes.observations(store, mode, indicators=indicators)
    return _may_be_shown(store, observed, definitions, plan_store.units(store))


def has_outcomes(store: Store, mode: DataMode) -> bool:
    """True when any nyckeltal has an outcome."""
    return bool(outcomes.indicators_with_outcomes(store, mode, plan_store.indicators(store)["code"].tolist()))


def default_mode(store: Store, as_of: datetime | None = None) -> DataMode:
    """Example until a user has delivered outcomes: what ships with the system shows how it works.

    A store whose examples have been removed shows the real outcomes it has, if any.
    """
    examples = outcomes.has_outcomes(store, Origin.EXAMPLE, as_of)
    delivered = outcomes.has_outcomes(store, Origin.USER, as_of)
    return DataMode.EXAMPLE if examples and not delivered else DataMode.REAL


def default_plan(store: Store, as_of: datetime | None = None) -> str:
    """The newest plan that follows any nyckeltal, else the newest. Raises `UserError` when the store holds none."""
    found = plan_store.plans(store, as_of)
    if found.empty:
        raise wrong("no-plan")
    following = found[found["code"].isin(plan_store.following(store, as_of))]
    return str((found if following.empty else following).iloc[0]["code"])


def periods(store: Store, plan: Plan, mode: DataMode, as_of: datetime | None = None) -> list[Period]:
    """The periods that can be chosen, latest first: every year with outcomes, and the months that have reached it.

    Years of the plan itself are there even before the first outcome.
    """
    observed = outcomes.observations(store, mode, as_of, indicators=sorted(plan.subjects["indicator"].unique()))
    ends = {Period(row.start.date(), PeriodKind(row.kind)).end for row in records(_kinds(observed, plan.subjects))}
    years = {end.year for end in ends} | {int(plan.about["first_year"])}
    months = {
        Period(date(end.year, end.month, 1), PeriodKind.MONTH)
        for end in ends
        if end.month != 12 and end.year == max(years)  # noqa: PLR2004 - December is the year itself
    }
    return sorted([*map(Period.year, years), *months], key=lambda period: (period.end, period.kind), reverse=True)


def default_period(store: Store, plan: Plan, mode: DataMode, as_of: datetime | None = None) -> Period:
    """The year of the latest outcome within the plan's years, or the plan's first year."""
    first, last = int(plan.about["first_year"]), int(plan.about["last_year"])
    years = {period.start.year for period in periods(store, plan, mode, as_of)}
    return Period.year(max((year for year in years if first <= year <= last), default=first))


def _only_in_the_other_mode(
    store: Store, mode: DataMode, as_of: datetime | None, indicators: list[str], observed: pd.DataFrame
) -> frozenset[str]:
    other = DataMode.REAL if mode is DataMode.EXAMPLE else DataMode.EXAMPLE
    silent = sorted(set(indicators) - set(observed["indicator"]))
    return frozenset(outcomes.indicators_with_outcomes(store, other, silent, as_of)) if silent else frozenset()


def _may_be_shown(
    store: Store, observed: pd.DataFrame, definitions: pd.DataFrame, units: pd.DataFrame
) -> pd.DataFrame:  # fmt: skip
    """The outcomes after röjandekontroll. Why each is hidden is left out: it narrows the number down."""
    defined = definitions.dropna(subset="disclosure_threshold")
    thresholds = dict(zip(defined["indicator"], defined["disclosure_threshold"], strict=True))
    # A plan that sets a threshold for what adds up over the year means the value itself, where there is nothing else.
    counts = set(defined.loc[defined["year_rule"].eq(YearRule.SUM), "indicator"])
    percent = set(definitions.loc[definitions["measure"].eq(PERCENT), "indicator"])
    earlier = plan_store.earlier_units(store)
    return hide(observed, units, thresholds, counts=counts, percent=percent, earlier=earlier).drop(columns=REASON)


def _hidden_later(store: Store, mode: DataMode, indicators: list[str], observed: pd.DataFrame) -> pd.DataFrame:
    """An earlier state, with what is hidden now marked as hidden: the two side by side would tell it."""
    later = public_outcomes(store, mode, indicators)
    hidden = later.loc[later["status"].eq(ObservationStatus.SUPPRESSED), outcomes.KEY]
    return observed.merge(hidden.assign(**{REASON: HiddenBy.LATER.value}), on=outcomes.KEY, how="left")


def _assessed(
    plan: Plan, targets: pd.DataFrame, observed: pd.DataFrame, period: Period, breaks: pd.DataFrame
) -> pd.DataFrame:  # fmt: skip
    assessed = assess(plan.subjects, targets, observed, period, plan=plan.code, breaks=breaks)
    wanted = [name for name in DESCRIBED if name not in assessed.columns]
    described = plan.subjects[["indicator", "unit", *wanted]].drop_duplicates(["indicator", "unit"])
    return assessed.merge(described, on=["indicator", "unit"], how="left", validate="many_to_one")


def _at_unit(plan: Plan, units: pd.DataFrame, unit: str) -> Plan:
    if unit not in set(units["code"]):
        raise wrong("unit-unknown", unit=unit)
    subjects = plan.subjects.drop_duplicates("indicator").assign(unit=unit)
    return Plan(plan.code, plan.about, plan.levels, plan.goals, subjects.reset_index(drop=True), plan.interpretations)


def _kinds(observed: pd.DataFrame, subjects: pd.DataFrame) -> pd.DataFrame:
    own = observed.merge(subjects[["indicator", "unit"]].drop_duplicates(), on=["indicator", "unit"])
    own = own[["period_kind", "period_start"]].drop_duplicates()
    return own.rename(columns={"period_kind": "kind", "period_start": "start"})


def _latest(observed: pd.DataFrame, subjects: pd.DataFrame, until: date) -> Period | None:
    kinds = _kinds(observed, subjects)
    found = [Period(row.start.date(), PeriodKind(row.kind)) for row in records(kinds)]
    return max((period for period in found if period.end <= until), key=lambda period: period.end, default=None)
