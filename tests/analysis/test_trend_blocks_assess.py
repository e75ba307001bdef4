"""The trend columns of `assess` against the naive trend of each series, and which values make a series."""

from collections import Counter
from datetime import date
from functools import cache

import frames
import naive_trends
import numpy as np
import pandas as pd
import pytest

from kpi.analysis import assess
from kpi.model import Period

PERIOD = Period.year(2025)
STEPS = {"year": 12, "school_year": 12, "half_year": 6, "tertial": 4, "quarter": 3, "month": 1, "years_3": 12}
NOT_KNOWN = dict.fromkeys(("numerator", "denominator", "lower", "upper"))


def series(rng, kind):
    """One series' observations until at most the end of 2025: gaps, holes, intervals, shares, levels and trends."""
    n = int(rng.choice([3, 5, 6, 9, 12, 15, 24, 40]))
    step = STEPS[kind]
    last = {"school_year": 2024 * 12 + 6, "years_3": 2023 * 12}.get(kind, 2026 * 12 - step)
    months = [last - step * back for back in range(n)][::-1]
    if rng.random() < 0.3:
        months = [month for month in months if rng.random() < 0.9]
    size = float(rng.choice([40, 200, 3000]))
    share = np.clip(rng.uniform(0, 1) + rng.choice([0, 0, 0.02, -0.02]) * np.arange(n) + rng.normal(0, 0.02, n), 0, 1)
    known = rng.choice(["nothing", "shares", "intervals", "both", "part"])
    for month, part in zip(months, share, strict=False):
        events = round(float(part) * size)
        value = round(100 * events / size, 1)
        one = {"period_kind": kind, "period_start": date(month // 12, month % 12 + 1, 1).isoformat(), "value": value}
        if known in ("shares", "both") or (known == "part" and rng.random() < 0.8):
            one |= {"numerator": float(events), "denominator": size}
        if known in ("intervals", "both"):
            one |= {"lower": round(value - rng.uniform(0, 3), 1), "upper": round(value + rng.uniform(0, 3), 1)}
        yield {**one, "status": rng.choice([None, "preliminary", "missing"], p=[0.9, 0.05, 0.05])}


@cache
def case(seed, subjects=60):
    rng = np.random.default_rng(seed)
    made, observed, breaks = [], [], []
    for number in range(subjects):
        indicator, kind = f"i{number}", str(rng.choice(list(STEPS), p=[0.4, 0.1, 0.05, 0.1, 0.1, 0.2, 0.05]))
        direction = str(rng.choice(["higher", "lower", "neutral"]))
        made.append({"indicator": indicator, "direction": direction, "year_rule": None, "measure": "%", "kind": kind})
        for gender in "KMT":
            observed += [{**one, "indicator": indicator, "gender": gender} for one in series(rng, kind)]
        if rng.random() < 0.2:
            unit = rng.choice([None, "u", "elsewhere"])
            breaks.append({"indicator": indicator, "unit": unit, "period_start": pd.Timestamp(2022, 1, 1)})
    rng.shuffle(observed)
    declared = pd.DataFrame(breaks, columns=["indicator", "unit", "period_start"])
    table = assess(frames.subjects(*made), frames.targets(), frames.observations(*observed), PERIOD, breaks=declared)
    return made, observed, breaks, table


def points(subject, gender, observed, breaks):
    since = [
        one["period_start"] for one in breaks if one["indicator"] == subject["indicator"] and one["unit"] != "elsewhere"
    ]
    out = []
    for one in observed:
        start = pd.Timestamp(one["period_start"])
        mine = (one["indicator"], one["gender"]) == (subject["indicator"], gender)
        if mine and one["status"] != "missing" and all(start >= day for day in since):
            full = {name: one.get(name, np.nan) for name in ("value", "lower", "upper")}
            out.append({**full, "start": start, "events": one.get("numerator", np.nan),
                        "size": one.get("denominator", np.nan)})  # fmt: skip
    return sorted(out, key=lambda point: point["start"])


def check(told, wanted):
    for name in ("method", "reason", "rule", "verdict"):
        assert told[f"trend_{name}"] == wanted.get(name), (name, wanted, dict(told))
    assert told["trend_n"] == wanted["n"]
    for name in ("p", "slope", "slope_lower", "slope_upper", "chi2"):
        if name in wanted:
            assert told[f"trend_{name}"] == pytest.approx(wanted[name], rel=1e-9, abs=1e-9)
        else:
            assert np.isnan(told[f"trend_{name}"]), (name, wanted)
    since = wanted.get("since")
    assert told["trend_since"] == since if since is not None else pd.isna(told["trend_since"])


@pytest.mark.parametrize("seed", range(8))
def test_trends_agree_with_the_naive_ones(seed):
    subjects, observed, breaks, table = case(seed)
    for (_, told), (subject, gender) in zip(
        table.iterrows(), [(subject, gender) for subject in subjects for gender in "KMT"], strict=True
    ):
        mine = points(subject, gender, observed, breaks)
        kind = told["period_kind"]
        assert kind == subject["kind"]
        check(told, naive_trends.trend(mine, kind, subject["direction"]))


def test_the_random_cases_meet_every_method_rule_verdict_and_reason():
    table = pd.concat([case(seed)[-1] for seed in range(8)])
    seen = Counter(zip(table["trend_method"], table["trend_verdict"], strict=True))
    for method in ("xmr", "fingertips", "mann_kendall"):
        for verdict in ("improving", "worsening", "increasing", "decreasing", "no_certain_change"):
            assert seen[method, verdict] >= 3, (method, verdict)
    assert set(table["trend_reason"]) == {None, "too_few", "overlapping", "all_or_none"}
    assert set(table["trend_rule"]) >= {None, "outside", "one_side"}  # the others by hand below, and in test_spc


def months(values, **rest):
    return [
        one for at in range(0, len(values), 12) for one in frames.monthly(2022 + at // 12, values[at : at + 12], **rest)
    ]


def assessed(*observed, subject=None, targets=(), **options):
    made = frames.subjects({"year_rule": "mean", "split_by_gender": False, **(subject or {})})
    return frames.row(assess(made, frames.targets(*targets), frames.observations(*observed), PERIOD, **options))


def test_a_run_says_since_when():
    row = assessed(*months([1.0, 2.0] * 12 + [1.0, 1.2, 1.4, 1.6, 1.7, 1.8, 1.9, 1.95]))
    assert (row["trend_method"], row["trend_rule"], row["trend_verdict"]) == ("xmr", "trend", "worsening")
    assert row["trend_since"] == pd.Timestamp(2024, 1, 1)


# Their mean is 1.5, every moving range 1: the limits are −1.16 and 4.16.
@pytest.mark.parametrize(
    ("kind", "value", "direction", "rule", "expected"),
    [
        ("at_most", 50.0, "lower", "mean", "consistent_pass"),
        ("below", -2.0, "lower", "last", "consistent_fail"),
        ("at_most", 1.5, "lower", "mean", "inconsistent"),
        ("at_least", 50.0, "higher", "mean", "consistent_fail"),
        ("at_most", 50.0, "lower", "sum", None),  # a year's sum is no level for a month
        ("at_most", 50.0, "higher", "mean", None),  # against the direction
        ("at_most", 50.0, "neutral", "mean", None),
        ("above_base", 50.0, "higher", "mean", None),
    ],
)
def test_assurance_is_held_against_a_level_that_such_values_are_judged_by(kind, value, direction, rule, expected):
    target = {"kind": kind, "value": value, "period_kind": "year", "base_year": 2022}
    row = assessed(*months([1.0, 2.0] * 24), subject={"direction": direction, "year_rule": rule}, targets=[target])
    assert (row["trend_method"], row["trend_assurance"]) == ("xmr", expected)


def test_an_expired_target_has_no_assurance():
    target = {"kind": "at_most", "value": 50.0, "last_year": 2023}
    assert assessed(*months([1.0, 2.0] * 24), targets=[target])["trend_assurance"] is None


def test_eleven_months_are_no_chart_and_a_break_counts_anew():
    values = [1.0, 2.0] * 12
    assert assessed(*months(values))["trend_method"] == "xmr"
    since = pd.DataFrame({"indicator": ["i"], "unit": [None], "period_start": [pd.Timestamp(2023, 2, 1)]})
    row = assessed(*months(values), breaks=since)
    assert (row["trend_method"], row["trend_n"]) == ("mann_kendall", 11)


def test_numerators_count_only_where_the_value_is_their_share():
    def yearly(**rest):
        return [
            {"period_start": f"{year}-01-01", "value": float(year - 2000), "numerator": float(year - 2000),
             "denominator": 100.0, **rest}
            for year in range(2021, 2026)
        ]  # fmt: skip

    assert assessed(*yearly())["trend_method"] == "fingertips"
    assert assessed(*yearly(), subject={"measure": "kr"})["trend_method"] == "mann_kendall"
    assert assessed(*yearly(denominator=1000.0))["trend_method"] == "mann_kendall"
    assert assessed(*yearly()[:-1], *yearly(lower=0.0, upper=90.0)[-1:])["trend_method"] == "fingertips"


def test_an_interval_that_does_not_hold_its_value_is_not_used():
    rows = frames.yearly({year: 10.0 + year - 2021 for year in range(2021, 2026)}, lower=5.0, upper=30.0)
    assert assessed(*rows)["trend_method"] == "fingertips"
    rows[0]["lower"] = 12.0
    assert assessed(*rows)["trend_method"] == "mann_kendall"


def test_the_order_of_rows_never_matters():
    subjects, observed, breaks, table = case(0)
    made = frames.observations(*reversed(observed))
    declared = pd.DataFrame(breaks[::-1], columns=["indicator", "unit", "period_start"])
    again = assess(frames.subjects(*subjects), frames.targets(), made, PERIOD, breaks=declared)
    pd.testing.assert_frame_equal(again, table)


def test_every_null_of_a_trend_is_explained():
    table = pd.concat([case(seed)[-1] for seed in range(8)])
    none = table["trend_method"].isna()
    assert table.loc[none, "trend_reason"].notna().all()
    assert table.loc[~none, "trend_reason"].isna().all()
    assert table.loc[~none, "trend_verdict"].notna().all()
    for method, columns in (("mann_kendall", ["p", "slope", "slope_lower", "slope_upper"]), ("fingertips", ["chi2"])):
        for name in columns:
            assert table[f"trend_{name}"].notna().tolist() == table["trend_method"].eq(method).tolist()
    assert table["trend_rule"].notna().tolist() == table["trend_since"].notna().tolist()
