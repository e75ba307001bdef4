"""The gap in every period and how its size moves, against plain Python, and what must never matter."""

from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache

import frames
import naive_trends
import numpy as np
import pandas as pd
import pytest

from kpi.analysis.gap import gaps
from kpi.analysis.gap_trend import COLUMNS, gap_trends
from kpi.model import Period

PERIOD = Period.year(2025)
WORDS = {"increasing": "widening", "decreasing": "narrowing", "no_certain_change": "no_certain_change"}
STEPS = {"year": 12, "school_year": 12, "half_year": 6, "tertial": 4, "month": 1, "years_3": 12}
KINDS = list(STEPS)


def pair(rng, kind):
    """Women's and men's observations of one indicator: gaps that keep their sign and gaps that do not."""
    n, step = int(rng.choice([3, 5, 6, 9, 13, 18, 30])), STEPS[kind]
    last = {"school_year": 2024 * 12 + 6, "years_3": 2023 * 12}.get(kind, 2026 * 12 - step)
    months = [last - step * back for back in range(-int(rng.integers(0, 2)), n)][::-1]
    level, slope, noise = (
        rng.choice([0, 6, -6, 30, -30]),
        rng.choice([0, 0, 0.7, -0.7, 1.5, -1.5]),
        rng.choice([0.3, 1.0]),
    )
    known = rng.choice(["nothing", "shares", "intervals"])
    for at, month in enumerate(months):
        men = round(float(40 + rng.normal(0, 0.5)), 1)
        women = round(min(max(float(men + level + slope * at + rng.normal(0, noise)), 0.5), 99.5), 1)
        for gender, value in (("M", men), ("K", women)):
            one = {"gender": gender, "period_kind": kind, "value": value}
            one["period_start"] = date(month // 12, month % 12 + 1, 1).isoformat()
            if known == "shares":
                one |= {"numerator": 10 * value, "denominator": 1000.0}
            if known == "intervals":
                one |= {"lower": value - rng.choice([0.4, -0.1], p=[0.97, 0.03]), "upper": value + 0.5}
            if rng.random() < 0.95:
                yield {**one, "status": rng.choice([None, "suppressed", "missing"], p=[0.94, 0.03, 0.03])}


@cache
def case(seed, subjects=50):
    rng = np.random.default_rng(seed)
    rows, observed, breaks = [], [], []
    for number in range(subjects):
        kind = str(rng.choice(KINDS, p=[0.4, 0.1, 0.05, 0.15, 0.25, 0.05]))
        rows.append({"indicator": f"i{number}", "unit": "u", "period_kind": kind, "measure": "%"})
        observed += [{**one, "indicator": f"i{number}"} for one in pair(rng, kind)]
        if rng.random() < 0.2:
            unit = rng.choice([None, "u", "elsewhere"])
            breaks.append({"indicator": f"i{number}", "unit": unit, "period_start": pd.Timestamp(2019, 1, 1)})
    rng.shuffle(observed)
    declared = pd.DataFrame(breaks, columns=["indicator", "unit", "period_start"])
    return pd.DataFrame(rows), frames.observations(*observed), declared


def wilson(events, size):
    z = 1.959963984540054
    p, n = events / size, size
    middle, half = p + z * z / (2 * n), z * (p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5
    return p, (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)


def naive_interval(k, m):
    """(lower, upper) of k − m, or two NaN."""
    if all(one["lower"] <= one["value"] <= one["upper"] for one in (k, m)):
        half = (((k["upper"] - k["lower"]) / 3.92) ** 2 + ((m["upper"] - m["lower"]) / 3.92) ** 2) ** 0.5 * 1.96
        return k["value"] - m["value"] - half, k["value"] - m["value"] + half
    if pd.notna(k["numerator"]) and pd.notna(m["numerator"]):
        (p, low, high), (q, its_low, its_high) = (wilson(one["numerator"], one["denominator"]) for one in (k, m))
        return (100 * (p - q - ((p - low) ** 2 + (its_high - q) ** 2) ** 0.5),
                100 * (p - q + ((high - p) ** 2 + (q - its_low) ** 2) ** 0.5))  # fmt: skip
    return np.nan, np.nan


def naive_gaps(row, observed, since):
    """The points that a gap has, and how many periods are hidden or without a value; all from `since` on."""
    by_start, points, left = {}, [], Counter()
    for one in observed[observed["indicator"] == row["indicator"]].to_dict("records"):
        by_start.setdefault(one["period_start"], {})[one["gender"]] = one
    for start, found in sorted(by_start.items()):
        end = start + pd.DateOffset(months=36 if row["period_kind"] == "years_3" else STEPS[row["period_kind"]])
        if end > pd.Timestamp(2026, 1, 1) or (since is not None and start < since):
            continue
        statuses = {one["status"] for one in found.values()}
        if "suppressed" in statuses:
            left["suppressed"] += 1
        elif "missing" in statuses or len(found) < 2:
            left["without_value"] += 1
        else:
            gap = float(Decimal(str(found["K"]["value"])) - Decimal(str(found["M"]["value"])))
            lower, upper = naive_interval(found["K"], found["M"])
            points.append({"start": start, "gap": gap, "value": abs(gap), "lower": lower, "upper": upper,
                           "events": np.nan, "size": np.nan})  # fmt: skip
    return points, left


@pytest.mark.parametrize("seed", range(8))
def test_gap_trends_agree_with_the_naive_ones(seed):
    rows, observed, breaks = case(seed)
    table = gap_trends(rows, observed, PERIOD, breaks=breaks)
    assert list(table.columns) == COLUMNS
    for (_, row), (_, told) in zip(rows.iterrows(), table.iterrows(), strict=True):
        mine = breaks[(breaks["indicator"] == row["indicator"]) & (breaks["unit"] != "elsewhere")]
        points, left = naive_gaps(row, observed, mine["period_start"].max() if len(mine) else None)
        signs = {np.sign(point["gap"]) for point in points} - {0}
        kind = row["period_kind"]
        wanted = naive_trends.trend(points, "day" if len(signs) > 1 and kind != "years_3" else kind, "neutral")
        check(told, wanted, points, left, crossed=len(signs) > 1)


def check(told, wanted, points, left, *, crossed):
    assert told["verdict"] == WORDS.get(wanted.get("verdict"))
    assert [told[name] for name in ("method", "reason", "rule", "n")] == [
        wanted.get(name) for name in ("method", "reason", "rule", "n")
    ]
    assert told["crossed"] == crossed
    for name in ("p", "slope", "slope_lower", "slope_upper", "chi2"):
        assert told[name] == pytest.approx(wanted.get(name, np.nan), rel=1e-9, abs=1e-9, nan_ok=True)
    assert {name: told[name] for name in left} == dict(left)
    assert told["suppressed"] + told["without_value"] == sum(left.values())
    used = points[-wanted["n"] :] if "method" in wanted else []
    ends = [used[0]["start"], used[-1]["start"]] if used else [None, None]
    assert [None if pd.isna(told[name]) else told[name] for name in ("first", "last")] == ends
    assert (None if pd.isna(told["since"]) else told["since"]) == wanted.get("since")


def test_the_random_cases_meet_every_method_and_verdict():
    table = pd.concat([gap_trends(*case(seed)[:2], PERIOD, breaks=case(seed)[2]) for seed in range(8)])
    seen = Counter(zip(table["method"], table["verdict"], strict=True))
    for method in ("xmr", "fingertips", "mann_kendall"):
        for verdict in WORDS.values():
            assert seen[method, verdict] >= 3, (method, verdict)
    crossed = Counter(table.loc[table["crossed"], "verdict"])
    assert min(crossed[verdict] for verdict in WORDS.values()) >= 3
    assert set(table.loc[table["crossed"], "method"]) == {"mann_kendall", None}
    assert set(table["reason"]) == {None, "too_few", "overlapping"}
    assert table["suppressed"].sum() > 20
    assert table["without_value"].sum() > 20


def swapped(observed):
    return observed.assign(gender=observed["gender"].map({"K": "M", "M": "K", "T": "T"}))


@pytest.mark.parametrize("seed", range(4))
def test_women_and_men_changing_places_mirrors_the_gap_and_changes_no_word(seed):
    rows, observed, breaks = case(seed)
    one, two = gaps(observed), gaps(swapped(observed))
    np.testing.assert_array_equal(one["gap"], -two["gap"])
    assert one["gap_reason"].tolist() == two["gap_reason"].tolist()
    one, two = (gap_trends(rows, seen, PERIOD, breaks=breaks) for seen in (observed, swapped(observed)))
    exact = [name for name in COLUMNS if name != "chi2"]
    pd.testing.assert_frame_equal(one[exact], two[exact])
    np.testing.assert_allclose(one["chi2"], two["chi2"], rtol=1e-9)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_rows_does_not_matter(seed):
    rows, observed, breaks = case(seed)
    whole = gap_trends(rows, observed, PERIOD, breaks=breaks)
    mixed = rows.sample(frac=1, random_state=seed)
    again = gap_trends(mixed, observed.sample(frac=1, random_state=seed), PERIOD, breaks=breaks[::-1])
    pd.testing.assert_frame_equal(again.loc[whole.index], whole)


@pytest.mark.parametrize("seed", range(4))
def test_a_change_that_both_share_does_not_move_the_gap(seed):
    rows, observed, breaks = case(seed)
    bare = observed.assign(numerator=np.nan, denominator=np.nan, lower=np.nan, upper=np.nan)
    moved = bare.assign(value=bare["value"] + 3 * bare["period_start"].dt.year)
    one, two = (gap_trends(rows, seen, PERIOD, breaks=breaks) for seen in (bare, moved))
    pd.testing.assert_frame_equal(one, two)


def yearly_pair(women, men, first=2015):
    years = range(first, first + len(women))
    return frames.observations(
        *frames.yearly(dict(zip(years, women, strict=True)), gender="K"),
        *frames.yearly(dict(zip(years, men, strict=True)), gender="M"),
    )


ROW = pd.DataFrame([{"indicator": "i", "unit": "u", "period_kind": "year", "measure": "index"}])


def moved(observed, row=ROW, period=PERIOD, **options):
    return gap_trends(row, observed, period, **options).iloc[0]


@pytest.mark.parametrize(
    ("gap", "verdict", "crossed"),
    [
        ([7, 6, 5, 4, 3, 2, 1], "narrowing", False),
        ([-7, -6, -5, -4, -3, -2, -1], "narrowing", False),
        ([1, 2, 3, 4, 5, 6, 7], "widening", False),
        ([-1, -2, -3, -4, -5, -6, -7], "widening", False),
        ([6, 5, 4, 3, 2, 1, 0], "narrowing", False),  # equal at last: nothing has changed sign
        ([8, 6.5, 5, 3.5, 2, 0.5, -1], "narrowing", True),  # 0.5 and then −1: smaller than it was
        ([3, 2, 1, 0, -1, -2, -3], "no_certain_change", True),  # as wide as it was, the other way
        ([1, 0.5, -1.5, -3, -5, -7, -9], "widening", True),
        ([2, 2, 2, 2, 2, 2, 2], "no_certain_change", False),
        ([0, 0, 0, 0, 0, 0, 0], "no_certain_change", False),
    ],
)
def test_what_narrows_is_the_size(gap, verdict, crossed):
    found = moved(yearly_pair([50 + one for one in gap], [50] * 7))
    assert (found["verdict"], found["crossed"], found["n"]) == (verdict, crossed, 7)


def test_equal_gaps_are_ties_though_their_floats_differ():
    """62.3 − 61.1 and 1.3 − 0.1 are both 1.2, which floats do not know."""
    found = moved(yearly_pair([62.3, 1.3, 11.3, 7.9, 4.2], [61.1, 0.1, 10.1, 6.7, 3.0]))
    assert (found["p"], found["slope"]) == (1.0, 0.0)


def test_a_crossing_gap_of_months_is_no_control_chart():
    months = [(2023 + at // 12, at % 12 + 1) for at in range(36)]
    gap = [3.0] * 18 + [-2.0] * 18
    seen = frames.observations(*(
        {"gender": gender, "period_kind": "month", "period_start": f"{year}-{month:02d}-01", "value": value}
        for (year, month), one in zip(months, gap, strict=True) for gender, value in (("K", 50 + one), ("M", 50.0))
    ))  # fmt: skip
    found = moved(seen, ROW.assign(period_kind="month"))
    assert (found["method"], found["verdict"], found["crossed"]) == ("mann_kendall", "narrowing", True)
    break_at = pd.DataFrame({"indicator": ["i"], "unit": [None], "period_start": [pd.Timestamp(2024, 7, 1)]})
    since = moved(seen, ROW.assign(period_kind="month"), breaks=break_at)
    assert (since["method"], since["crossed"], since["n"]) == ("xmr", False, 18)
    assert since["first"] == pd.Timestamp(2024, 7, 1)


def test_a_period_that_either_lacks_has_no_gap_and_says_why():
    seen = yearly_pair([5, 5, 5, 5], [4, 4, 4, 4], first=2022)
    seen.loc[0, "status"], seen.loc[5, "status"] = "suppressed", "missing"
    seen.loc[6, ["value", "status"]] = [np.nan, None]
    found = gaps(seen.drop(index=7))
    assert found["gap_reason"].tolist() == ["suppressed", "no_value", "no_value", "no_value"]
    assert found["gap"].isna().all()
    both = seen.assign(status=["suppressed", None, None, None, "missing", None, None, None])
    assert gaps(both)["gap_reason"].tolist() == ["suppressed", None, "no_value", None]
    told = moved(both)
    assert (told["n"], told["reason"], told["suppressed"], told["without_value"]) == (2, "too_few", 1, 1)


def test_an_interval_that_does_not_hold_its_value_is_not_used():
    seen = yearly_pair([12.0], [10.0]).assign(lower=[11.0, 10.5], upper=[13.0, 11.0])
    assert gaps(seen)["gap_method"].tolist() == [None]
    assert gaps(seen.assign(lower=[11.0, 9.5]))["gap_method"].tolist() == ["intervals"]


def test_a_series_that_nobody_has_is_too_short():
    found = moved(yearly_pair([5] * 6, [4] * 6), ROW.assign(unit="elsewhere"))
    assert (found["n"], found["reason"], found["verdict"], found["suppressed"]) == (0, "too_few", None, 0)
    assert moved(frames.observations()[:0])["reason"] == "too_few"
    one_gender = frames.observations(*frames.yearly(dict.fromkeys(range(2015, 2025), 1.0), gender="K"))
    assert moved(one_gender)["without_value"] == 10


def test_an_observation_twice_is_an_error():
    seen = yearly_pair([5, 6], [4, 4])
    with pytest.raises(ValueError, match="two observations"):
        gaps(pd.concat([seen, seen[:1]]))
