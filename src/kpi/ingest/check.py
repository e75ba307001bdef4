"""What must hold of outcomes whichever way they came: asked of all rows at once, every fault a finding."""

import numpy as np
import pandas as pd

from kpi.ingest.findings import Findings, plain
from kpi.store.observations import KEY
from kpi.words import PERCENT

SHARE_HIGHEST = 100.0


def check(frame: pd.DataFrame, indicators: pd.DataFrame, titles: dict[str, str], findings: Findings) -> None:
    """Add a finding for every broken rule.

    `frame` has the columns of table `observation`; `indicators` are definitions indexed by code; `titles` say what
    the file calls a column.
    """
    _in_range(frame, indicators, titles, findings)
    _ratios(frame, indicators, titles, findings)
    _intervals(frame, titles, findings)
    _alone(frame, titles, findings)
    _repeated(frame, titles, findings)


def _in_range(frame: pd.DataFrame, indicators: pd.DataFrame, titles: dict[str, str], findings: Findings) -> None:
    lowest = frame["indicator"].map(indicators["lowest"]).to_numpy(dtype=float)
    highest = frame["indicator"].map(indicators["highest"]).to_numpy(dtype=float)
    value = frame["value"].to_numpy(dtype=float)
    title, shown = titles["value"], frame["value"]
    findings.add("value-below-range", value < lowest, title, shown, lambda i: {"limit": plain(lowest[i])})
    findings.add("value-above-range", value > highest, title, shown, lambda i: {"limit": plain(highest[i])})


def _ratios(frame: pd.DataFrame, indicators: pd.DataFrame, titles: dict[str, str], findings: Findings) -> None:
    denominator, numerator = frame["denominator"], frame["numerator"]
    findings.add("denominator-not-positive", (denominator <= 0).to_numpy(), titles["denominator"], denominator)
    measure = frame["indicator"].map(indicators["measure"])
    share = measure.eq(PERCENT) & frame["indicator"].map(indicators["highest"]).eq(SHARE_HIGHEST)
    exceeds = (share & (numerator > denominator)).to_numpy(dtype=bool)
    findings.add(
        "numerator-exceeds", exceeds, titles["numerator"], numerator, lambda i: {"whole": plain(denominator[i])}
    )


def _intervals(frame: pd.DataFrame, titles: dict[str, str], findings: Findings) -> None:
    value, lower, upper = (frame[name].to_numpy(dtype=float) for name in ("value", "lower", "upper"))
    half = np.isnan(lower) != np.isnan(upper)
    findings.add("interval-half", half, titles["lower"])
    findings.add(
        "interval-reversed", lower > upper, titles["lower"], frame["lower"], lambda i: {"upper": plain(upper[i])}
    )
    outside = ((value < lower) | (value > upper)) & (lower <= upper)
    findings.add(
        "value-outside-interval", outside, titles["value"], frame["value"],
        lambda i: {"lower": plain(lower[i]), "upper": plain(upper[i])},
    )  # fmt: skip


def _alone(frame: pd.DataFrame, titles: dict[str, str], findings: Findings) -> None:
    """A protected or missing value must not be given away, or contradicted, by the numbers around it."""
    absent = frame["status"].notna() & frame["status"].ne("preliminary")
    for name in ("numerator", "denominator", "lower", "upper"):
        alone = (absent & frame[name].notna()).to_numpy(dtype=bool)
        findings.add("number-without-value", alone, titles[name], frame[name])


def _repeated(frame: pd.DataFrame, titles: dict[str, str], findings: Findings) -> None:
    known = frame[KEY].notna().all(axis=1)
    if not frame[known].duplicated(KEY).any():
        return
    places = pd.Series(np.arange(len(frame)), frame.index)
    first = pd.Series(np.arange(len(frame)), frame.index)
    first[known] = places[known].groupby([frame.loc[known, name] for name in KEY], sort=False).transform("first")
    repeated = known & first.ne(places)
    rows = frame["source_row"]
    findings.add(
        "row-repeated",
        repeated.to_numpy(dtype=bool),
        titles["indicator"],
        frame["indicator"],
        lambda i: {"other": str(int(rows.iloc[int(first.iloc[i])]))},
    )
