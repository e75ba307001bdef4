"""The trend of one series in plain Python, with the libraries' own functions: written from the method's text, sharing
nothing with `kpi.analysis`."""

import math
from itertools import pairwise

import naive_chart
import numpy as np
import pymannkendall
from scipy import stats

CRITICAL = 9.54953570608324
WAYS = {("higher", 1): "improving", ("higher", -1): "worsening", ("lower", 1): "worsening", ("lower", -1): "improving",
        ("neutral", 1): "increasing", ("neutral", -1): "decreasing"}  # fmt: skip
RULES = {0: None, 1: "outside", 2: "trend", 3: "two_of_three", 4: "one_side"}


def sign(number, size):
    return 0 if abs(number) <= 1e-12 * size else math.copysign(1, number)


def weighted_slope(w, y):
    t = range(1, len(y) + 1)
    w = [float(one) for one in w]
    sw, swt = sum(w), sum(a * b for a, b in zip(w, t, strict=True))
    swtt = sum(a * b * b for a, b in zip(w, t, strict=True))
    swy = sum(a * b for a, b in zip(w, y, strict=True))
    swty = sum(a * b * c for a, b, c in zip(w, t, y, strict=True))
    d = sw * swtt - swt**2
    return (sw * swty - swt * swy) / d, d, sw


def by_intervals(y, low, high):
    """(chi2, way) or None where it cannot be used."""
    numbers = [*y, *low, *high]
    if any(not math.isfinite(one) for one in numbers) or any(b <= a for a, b in zip(low, high, strict=True)):
        return None
    se = [(b - a) / 3.92 for a, b in zip(low, high, strict=True)]
    beta, d, sw = weighted_slope([1 / one**2 for one in se], y)
    slopes = [np.polyfit(range(1, 6), np.array(y) - y[0], 1, w=1 / np.array(se))[0]]
    for out in range(5):
        kept = [at for at in range(5) if at != out]
        ys, weights = np.array(y)[kept] - y[0], 1 / np.array(se)[kept]
        slopes.append(np.polyfit(np.array(kept) + 1, ys, 1, w=weights)[0])
    return beta**2 * d / sw, steady(slopes, max(abs(np.array(y) - y[0])))


def by_shares(o, n):
    """(chi2, way), "all_or_none", or None where it cannot be used."""
    if any(not math.isfinite(one) for one in [*o, *n]) or any(
        a < 0 or a > b or b <= 0 for a, b in zip(o, n, strict=True)
    ):
        return None
    if any(a in (0, b) for a, b in zip(o, n, strict=True)):
        return "all_or_none"
    t = range(1, 6)
    all_n, all_o = sum(n), sum(o)
    ot = sum(a * b for a, b in zip(o, t, strict=True))
    nt = sum(a * b for a, b in zip(n, t, strict=True))
    ntt = sum(a * b * b for a, b in zip(n, t, strict=True))
    chi2 = all_n * (all_n * ot - all_o * nt) ** 2 / (all_o * (all_n - all_o) * (all_n * ntt - nt**2))
    odds = [math.log(a / (b - a)) for a, b in zip(o, n, strict=True)]
    odds = [one - odds[0] for one in odds]
    slopes = [np.polyfit(t, odds, 1)[0]]
    for out in range(5):
        slopes.append(np.polyfit([a for a in t if a != out + 1], odds[:out] + odds[out + 1 :], 1)[0])
    return chi2, steady(slopes, max(abs(one) for one in odds))


def steady(slopes, size):
    signs = {sign(slope, size) if size else 0 for slope in slopes}
    return signs.pop() if len(signs) == 1 else 0


def mann_kendall(values):
    if len(set(values)) == 1:
        return 1.0, 0
    way = np.sign(stats.kendalltau(range(len(values)), values).statistic)
    if len(values) <= 10 and len(set(values)) == len(values):
        return float(stats.kendalltau(range(len(values)), values, method="exact").pvalue), way
    return float(pymannkendall.original_test(values).p), way


def trend(points, kind, direction):
    """points: dicts of start (date), value, lower, upper, events, size (NaN where not known), in the order of time."""
    values, n = [point["value"] for point in points], len(points)
    if kind.startswith("years_"):
        return {"reason": "overlapping", "n": n}
    if n < 5:
        return {"reason": "too_few", "n": n}
    if kind in ("month", "quarter", "tertial") and n >= 12:
        rule, way, since = naive_chart.chart(values)[3][-1]
        first = None if since is None else points[since]["start"]
        return {"method": "xmr", "n": n, "rule": RULES[rule], "since": first, "verdict": said(way, direction)}
    last = points[-5:]
    gaps = [(b["start"].year - a["start"].year, b["start"].month - a["start"].month)
            for a, b in pairwise(last)]  # fmt: skip
    if kind in ("year", "school_year") and set(gaps) == {(1, 0)}:
        found = by_intervals(*([point[name] for point in last] for name in ("value", "lower", "upper")))
        found = found or by_shares(*([point[name] for point in last] for name in ("events", "size")))
        if found == "all_or_none":
            return {"reason": "all_or_none", "n": n}
        if found:
            chi2, way = found
            verdict = said(way if chi2 > CRITICAL else 0, direction)
            return {"method": "fingertips", "n": 5, "chi2": chi2, "verdict": verdict}
    p, way = mann_kendall(values)
    times = [point["start"].year + (point["start"].month - 1) / 12 for point in points]
    slope = stats.theilslopes(values, times)
    return {
        "method": "mann_kendall", "n": n, "p": p, "slope": slope.slope, "slope_lower": slope.low_slope,
        "slope_upper": slope.high_slope, "verdict": said(way if p < 0.05 else 0, direction),
    }  # fmt: skip


def said(way, direction):
    return WAYS[direction, int(way)] if way else "no_certain_change"
