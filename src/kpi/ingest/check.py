"""What must hold of outcomes whichever way they came: asked of all rows at once, every fault a finding."""

import numpy as np
import pandas as pd

from kpi.ingest.findings import Findings, plain
from kpi.ingest.whose import keys, whose
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
    lowest = whose(frame["indicator"], indicators["lowest"])
    highest = whose(frame["indicator"], indicators["highest"])
    value = frame["value"].to_numpy(dtype=float)
    title, shown = titles["value"], frame["value"]
    findings.add("value-below-range", value < lowest, title, shown, lambda i: {"limit": plain(lowest[i])})
    findings.add("value-above-range", value > highest, title, shown, lambda i: {"limit": plain(highest[i])})


def _ratios(frame: pd.DataFrame, indicators: pd.DataFrame, titles: dict[str, str], findings: Findings) -> None:
    denominator, numerator = frame["denominator"], frame["numerator"]
    findings.add("denominator-not-positive", (denominator <= 0).to_numpy(), titles["denominator"], denominator)
    share = whose(frame["indicator"], indicators["measure"].eq(PERCENT) & indicators["highest"].eq(SHARE_HIGHEST))
    exceeds = share & (numerator > denominator).to_numpy()
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
    absent = (frame["status"].notna() & frame["status"].ne("preliminary")).to_numpy(dtype=bool)
    for name in ("numerator", "denominator", "lower", "upper"):
        findings.add("number-without-value", absent & frame[name].notna().to_numpy(), titles[name], frame[name])


def _repeated(frame: pd.DataFrame, titles: dict[str, str], findings: Findings) -> None:
    places = np.flatnonzero(frame[KEY].notna().all(axis=1))
    key = keys(frame.iloc[places] if len(places) < len(frame) else frame).key
    ordered = np.sort(key)
    if not (ordered[1:] == ordered[:-1]).any():
        return
    first = pd.Series(places).groupby(key).transform("first").to_numpy()
    repeated = np.zeros(len(frame), bool)
    repeated[places] = first != places
    earlier = dict(zip(places[first != places].tolist(), first[first != places].tolist(), strict=True))
    rows = frame["source_row"]
    findings.add(
        "row-repeated", repeated, titles["indicator"], frame["indicator"],
        lambda i: {"other": str(int(rows.iloc[earlier[i]]))},
    )  # fmt: skip
