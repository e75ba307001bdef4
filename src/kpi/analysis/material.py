"""What an assessment works on: the relevant observations until the chosen period, put in shape once."""

from dataclasses import dataclass

import pandas as pd

from kpi.analysis.arrays import among
from kpi.analysis.outcome import latest, prepare, until
from kpi.analysis.years import years_from_parts
from kpi.model import Period


@dataclass(frozen=True)
class Material:
    """period is the chosen one and rules the year rule by indicator; now are the prepared observations until its end.

    last is the `latest` of each series, final_years what the parts of its last year make (`years_from_parts`).
    """

    period: Period
    rules: dict[str, str]
    now: pd.DataFrame
    last: pd.DataFrame
    final_years: pd.DataFrame

    @property
    def year(self) -> int:
        """The year in which the chosen period ends."""
        return self.period.end.year


def gather(
    subjects: pd.DataFrame, targets: pd.DataFrame, observations: pd.DataFrame, period: Period, rules: dict[str, str]
) -> Material:
    """The observations of the subjects' indicators, for the subjects' units and the targets' references."""
    units = [*subjects["unit"].dropna(), *targets["reference"].dropna()]
    wanted = among(observations["indicator"], subjects["indicator"].unique()) & among(observations["unit"], set(units))
    now = until(prepare(observations if wanted.all() else observations[wanted]), period)
    return Material(period, rules, now, latest(now), years_from_parts(now, rules, final=True))
