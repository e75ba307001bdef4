"""The forecast of the responsible person, as it stands beside the computed one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.model import Gender, Reason
from kpi.report.forecast import Outlook
from kpi.words import quantity


@dataclass(frozen=True, slots=True)
class Judged:
    """What somebody expects one gender's value of a year to be, and why."""

    gender: Gender
    year: int
    value: float
    judged_by: str
    judged_on: date
    reason: str

    def value_words(self, row: Any) -> str:
        """The value as the nyckeltal of the assessed row is written."""
        return quantity(self.value, int(row.decimals), row.measure)


def judged_forecasts(
    follow_up: FollowUp, indicator: str, unit: str, computed: Mapping[Gender, Outlook]
) -> list[Judged]:
    """The latest of each gender and year from the period's own on, by year and gender.

    Only those made by the period's end, so that a reader of an earlier period sees what was expected then. None for a
    gender whose outcome is hidden: what is expected of it would tell what it is.
    """
    frame = follow_up.judged_forecasts
    mine = frame[frame["indicator"].eq(indicator) & frame["unit"].eq(unit)]
    found: dict[tuple[int, Gender], Judged] = {}
    for row in records(mine):
        one = Judged(
            Gender(row.gender), int(row.year), float(row.value), str(row.judged_by), row.judged_on.date(),
            str(row.reason),
        )  # fmt: skip
        if one.year >= follow_up.period.end.year and one.judged_on <= follow_up.period.end and _may_show(one, computed):
            found.setdefault((one.year, one.gender), one)
    return [found[key] for key in sorted(found, key=lambda key: (key[0], list(Gender).index(key[1])))]


def _may_show(one: Judged, computed: Mapping[Gender, Outlook]) -> bool:
    its = computed.get(one.gender)
    return its is not None and all(found.forecast_reason != Reason.SUPPRESSED for found in its.years.values())
