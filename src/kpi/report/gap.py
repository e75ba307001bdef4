"""The gap between women and men in words: how wide it is, with its interval, and whether it narrows."""

from typing import Any

import pandas as pd

from kpi.analysis.gap_trend import gap_trends
from kpi.analysis.gender import GapReason
from kpi.analysis.trend import TrendMethod
from kpi.follow_up import FollowUp
from kpi.frames import period_of, records
from kpi.model import Gender
from kpi.report.rows import needed_decimals, present
from kpi.words import difference, number, period, say

Key = tuple[str, str]
Rows = dict[Gender, Any]
_SMALLEST_P = 0.001


def movements(follow_up: FollowUp) -> dict[Key, Any]:
    """`kpi.analysis.gap_trend.COLUMNS` and period_kind of every nyckeltal and unit that has rows for women and men.

    The series is the one whose development is told for both; where theirs are of different kinds, there is none.
    """
    return _movements(follow_up, follow_up.assessed)


def gap_movement(follow_up: FollowUp, indicator: str, unit: str) -> Any:
    """`movements` of one nyckeltal and unit; None where it is not split."""
    assessed = follow_up.assessed
    mine = assessed[(assessed["indicator"] == indicator) & (assessed["unit"] == unit)]
    return _movements(follow_up, mine).get((indicator, unit))


def _movements(follow_up: FollowUp, assessed: pd.DataFrame) -> dict[Key, Any]:
    keyed = assessed.set_index(["indicator", "unit"])
    women, men = (keyed[keyed["gender"] == gender] for gender in (Gender.WOMEN, Gender.MEN))
    kinds = women["trend_period_kind"].where(women["trend_period_kind"].eq(men["trend_period_kind"]))
    rows = women.assign(period_kind=kinds)[["period_kind", "measure"]].reset_index()
    found = gap_trends(rows, follow_up.observations, follow_up.period, breaks=follow_up.breaks)
    found = found.assign(period_kind=rows["period_kind"])
    return dict(zip(zip(rows["indicator"], rows["unit"], strict=True), records(found), strict=True))


def gap_sentences(by_gender: Rows, moved: Any) -> list[str]:
    """How wide the gap is, by which method its interval is made, and how it has moved; or why that cannot be said.

    `moved`: the subject's of `movements`. Empty where nothing is known of women or men at all.
    """
    row = by_gender.get(Gender.WOMEN)
    if row is None or no_gap(by_gender) == "both":
        return []
    if not present(row.gap):
        earlier = _moved(row, moved) if present(moved.verdict) else []
        return [say("gap-none", reason=say(f"gap-why-{no_gap(by_gender)}")), *earlier]
    return [_width(row), *_moved(row, moved)]


def no_gap(by_gender: Rows) -> str:
    """Why two genders have no gap: suppressed, different_periods, or who lacks a value (K, M, both); else empty."""
    women = by_gender[Gender.WOMEN]
    if present(women.gap):
        return ""
    if women.gap_reason != GapReason.NO_VALUE:
        return str(women.gap_reason)
    without = [gender for gender in (Gender.WOMEN, Gender.MEN) if not present(by_gender[gender].value)]
    return "both" if len(without) > 1 else str(without[0])


def signed(value: float, decimals: int) -> str:
    """+2,8 or −2,8."""
    text = number(value, decimals)
    return f"+{text}" if value > 0 else text


def interval_ends(row: Any) -> dict[str, str]:
    """The gap's interval, an end that is not zero never written as zero; empty where there is none."""
    if not present(row.gap_method):
        return {}
    return {
        name: signed(end, needed_decimals(end, row)) for name, end in (("low", row.gap_lower), ("high", row.gap_upper))
    }


def probability(p: float) -> str:
    """p = 0,041, or p < 0,001."""
    small = p < _SMALLEST_P
    return say("p-below", p=number(_SMALLEST_P, 3)) if small else say("p-equals", p=number(p, 3))


def per_year(row: Any) -> str:
    """What a slope's number is followed by."""
    return say("percentage-points", n=2) if row.measure == "%" else str(row.measure)


def _width(row: Any) -> str:
    gap = difference(row.gap, needed_decimals(row.gap, row), row.measure)
    gap = f"+{gap}" if row.gap > 0 else gap
    ends = interval_ends(row)
    if not ends:
        return say("gap-now", gap=gap)
    return say("gap-now-interval", gap=gap, method=say(f"gap-method-{row.gap_method}"), **ends)


def _moved(row: Any, moved: Any) -> list[str]:
    left = [
        say(f"gap-left-{why}", n=count)
        for why, count in (("suppressed", moved.suppressed), ("without_value", moved.without_value)) if count
    ]  # fmt: skip
    if not present(moved.verdict):
        return [say(f"gap-untested-{moved.reason}", n=int(moved.n)), *left]
    crossed = [say("gap-crossed")] if moved.crossed else []
    return [_tested(row, moved), *crossed, *left]


def _tested(row: Any, moved: Any) -> str:
    first, last = (_when(start, moved) for start in (moved.first, moved.last))
    common = {"word": say(f"gap-word-{moved.verdict}"), "n": int(moved.n), "first": first, "last": last}
    if moved.method == TrendMethod.XMR:
        since = _when(moved.since, moved)
        return say("gap-moved-xmr-since" if since else "gap-moved-xmr", **common, since=since)
    if moved.method == TrendMethod.FINGERTIPS:
        return say("gap-moved-fingertips", **common)
    decimals = int(row.decimals) + 1
    return say(
        "gap-moved-mann_kendall", **common, slope=signed(moved.slope, decimals), measure=per_year(row),
        low=signed(moved.slope_lower, decimals), high=signed(moved.slope_upper, decimals), p=probability(moved.p),
    )  # fmt: skip


def _when(start: Any, moved: Any) -> str:
    which = period_of(start, moved.period_kind)
    return period(which) if which else ""
