"""Utvecklingstrend in lines: per gender the development, by which method, on how many values; and the gap's."""

from typing import Any

from kpi.frames import period_of
from kpi.model import Gender, Reason
from kpi.report.attained import Rows
from kpi.report.gap import gap_sentences, per_year, probability
from kpi.report.rows import development, present
from kpi.words import number, period, say


def trend_lines(by_gender: Rows, moved: Any) -> list[str]:
    """A line for each gender that has an outcome or a development, and one for the gap; none where none has.

    moved: the nyckeltal's of `kpi.report.gap.movements`; None where it is not split.
    """
    lines = [
        _trend(gender, row) for gender, row in by_gender.items() if present(row.value) or present(row.trend_verdict)
    ]
    if not lines:
        return []
    gap = gap_sentences(by_gender, moved)
    return [*lines, *([" ".join(gap)] if gap else [])]


def why_no_trend(by_gender: Rows) -> str:
    """The sentence that stands where there are no lines."""
    hidden = any(row.reason == Reason.SUPPRESSED for row in by_gender.values())
    return say("trend-protected" if hidden else "answer-no-outcome")


def _trend(gender: Gender, row: Any) -> str:
    name = say(f"gender-{gender}")
    if not present(row.trend_verdict):
        return say("trend-none", gender=name, development=development(row))
    common = {"gender": name, "development": development(row), "n": int(row.trend_n)}
    if row.trend_method == "xmr":
        since = period_of(row.trend_since, row.trend_period_kind)
        return say(
            "trend-line-xmr", **common, rule=row.trend_rule or "none", since=period(since) if since else "",
            assurance=row.trend_assurance or "none",
        )  # fmt: skip
    if row.trend_method == "fingertips":
        return say("trend-line-fingertips", **common)
    decimals = int(row.decimals) + 1
    return say(
        "trend-line", **common,
        slope=number(row.trend_slope, decimals), low=number(row.trend_slope_lower, decimals),
        high=number(row.trend_slope_upper, decimals), measure=per_year(row), p=probability(row.trend_p),
    )  # fmt: skip
