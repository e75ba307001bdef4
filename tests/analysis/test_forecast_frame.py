"""The rows of an assessment with their forecasts."""

import random
from time import process_time

import numpy as np
import pandas as pd
import pytest
from frames import monthly, observations, subjects, targets, yearly

from kpi.analysis.assess import assess
from kpi.analysis.forecast_frame import COLUMNS, forecast_frame
from kpi.model import Period

P2025 = Period.year(2025)
RNG = np.random.default_rng(8)
LEVEL = {year: 100 + noise for year, noise in zip(range(2012, 2025), RNG.normal(size=13), strict=True)}


def frame(seen, aims=(), subject=None, period=P2025, *, year=None, **rest):
    about, aims, seen = subjects(subject or {}), targets(*aims), observations(*seen)
    if subject and "lowest" in subject:
        about["lowest"] = subject["lowest"]
    rows = assess(about, aims, seen, period)
    return forecast_frame(rows, about, aims, seen, period, year=year or period.end.year, **rest)


def total(*args, **rest):
    return frame(*args, **rest).iloc[-1]


@pytest.mark.parametrize(
    ("aim", "low", "high"),
    [
        ({"kind": "at_most", "value": 101}, -np.inf, 101),
        ({"kind": "below", "value": 101}, -np.inf, 101),
        ({"kind": "at_least", "value": 101}, 101, np.inf),
        ({"kind": "between", "value": 99.5, "upper_value": 101}, 99.5, 101),
        ({"kind": "change_at_most", "value": 2, "base_year": 2020}, -np.inf, 1.02 * LEVEL[2020]),
        ({"kind": "change_at_least", "value": 2, "base_year": 2020}, 1.02 * LEVEL[2020], np.inf),
        ({"kind": "below_base", "base_year": 2020}, -np.inf, LEVEL[2020]),
        ({"kind": "above_base", "base_year": 2020}, LEVEL[2020], np.inf),
        ({"kind": "below_reference", "reference": "0000"}, -np.inf, 100.5),
        ({"kind": "above_reference", "reference": "0000"}, 100.5, np.inf),
        (
            {"kind": "gap_reduced_by", "value": 0.5, "base_year": 2020, "reference": "0000"},
            -np.inf, LEVEL[2020] - 95 + 100.5 - 0.5,
        ),
    ],
    ids=lambda part: part.get("kind") if isinstance(part, dict) else "",
)  # fmt: skip
def test_the_probability_is_that_of_the_values_that_meet_the_target(aim, low, high):
    from kpi.analysis.forecast import Series, forecast
    from kpi.model import PeriodKind

    reference = yearly({2020: 95.0, 2025: 100.5}, unit="0000")
    row = total([*yearly(LEVEL), *reference], [aim])
    start = np.array([f"{year}-01-01" for year in LEVEL], "datetime64[D]")
    alone = forecast(Series(PeriodKind.YEAR, start, np.array([*LEVEL.values()])), 2025)
    assert row["forecast_value"] == pytest.approx(alone.value)
    assert row["forecast_probability"] == pytest.approx(alone.probability(low, high))
    assert row["forecast_reason"] is None
    expected = "reaches" if alone.probability(low, high) >= 0.8 else "uncertain"
    assert row["forecast_verdict"] == (expected if alone.probability(low, high) > 0.2 else "misses")


def test_a_reference_that_is_not_known_yet_is_forecast_too():
    far = yearly({year: value - 50 for year, value in LEVEL.items()}, unit="0000")
    row = total([*yearly(LEVEL), *far], [{"kind": "below_reference", "reference": "0000"}])
    assert row["forecast_probability"] == pytest.approx(0, abs=1e-6)
    same = total([*yearly(LEVEL), *yearly(LEVEL, unit="0000")], [{"kind": "below_reference", "reference": "0000"}])
    assert same["forecast_probability"] == pytest.approx(0.5, abs=0.01)
    assert total(yearly(LEVEL), [{"kind": "below_reference", "reference": "0000"}])["forecast_reason"] == "no_reference"


@pytest.mark.parametrize(
    ("aims", "reason"),
    [
        ([], "no_target"),
        ([{"kind": "milestone"}], "milestone"),
        ([{"kind": "at_most", "value": 5, "code": "a"}, {"kind": "below", "value": 5}], "ambiguous_target"),
        ([{"kind": "change_at_most", "value": 5, "base_year": 1990}], "no_base"),
        ([{"kind": "at_most", "value": 5, "by_year": 2040}], "judged_later"),
        ([{"kind": "at_most", "value": 5, "last_year": 2023}], "outside_target_years"),
    ],
)  # fmt: skip
def test_a_value_without_a_probability_says_why(aims, reason):
    row = total(yearly(LEVEL), aims)
    assert row["forecast_reason"] == reason
    assert np.isfinite(row["forecast_value"])
    assert np.isnan(row["forecast_probability"])
    assert row["forecast_verdict"] is None


def test_a_target_two_years_ahead_is_judged_in_its_year():
    aim = {"kind": "at_most", "value": 120, "by_year": 2027}
    assert total(yearly(LEVEL), [aim], year=2026)["forecast_reason"] == "judged_later"
    assert total(yearly(LEVEL), [aim], year=2027)["forecast_verdict"] == "reaches"


def test_the_target_is_that_of_the_forecast_year_and_not_of_the_latest_outcome():
    aims = [
        {"kind": "at_most", "value": 10, "first_year": 2024, "last_year": 2024, "code": "then"},
        {"kind": "at_most", "value": 190, "first_year": 2025, "last_year": 2025, "code": "now"},
    ]
    assert total(yearly(LEVEL), aims)["forecast_verdict"] == "reaches"
    assert total(yearly(LEVEL), aims, year=2026)["forecast_reason"] == "outside_target_years"


def test_the_series_that_reaches_furthest_tells_of_the_year():
    parts = [one for year in range(2019, 2025) for one in monthly(year, RNG.normal(10, 1, 12).tolist())]
    begun = monthly(2025, [50.0] * 6)
    both = total([*yearly(LEVEL), *parts, *begun])
    assert both["forecast_n"] == 78
    assert both["forecast_value"] > 300
    assert both["forecast_period_kind"] == "month"
    assert total([*yearly(LEVEL), *parts, *begun], year=2026)["forecast_n"] == 78
    assert total([*yearly(LEVEL), *parts])["forecast_n"] == 13
    over = total([*yearly(LEVEL | {2025: 120.0}), *parts, *begun])
    assert (over["forecast_reason"], over["forecast_method"]) == ("year_known", None)
    assert np.isnan(over["forecast_value"])


def test_only_what_stands_after_the_break_counts():
    breaks = pd.DataFrame({"indicator": ["i"], "unit": [None], "period_start": ["2017-01-01"]})
    row = total(yearly(LEVEL), breaks=breaks)
    assert row["forecast_n"] == 8
    other = total(yearly(LEVEL), breaks=breaks.assign(unit="another"))
    assert other["forecast_n"] == 13
    late = total(yearly(LEVEL), breaks=breaks.assign(period_start="2022-01-01"))
    assert late["forecast_reason"] == "too_few"


def test_what_comes_after_the_period_is_not_looked_at():
    early = frame(yearly({year: value for year, value in LEVEL.items() if year < 2022}), period=Period.year(2022))
    pd.testing.assert_frame_equal(frame(yearly(LEVEL), period=Period.year(2021)).iloc[:0], early.iloc[:0])
    march = Period.from_code("2022-03")
    later = frame(yearly(LEVEL), period=march)
    pd.testing.assert_frame_equal(later, early)


def test_what_is_done_settles_a_target():
    parts = [one for year in (2023, 2024) for one in monthly(year, RNG.normal(10, 1, 12).tolist())]
    row = total(
        [*parts, *monthly(2025, [30.0] * 5)], [{"kind": "at_most", "value": 120}], subject={"lowest": 0.0}
    )  # fmt: skip
    assert row["forecast_probability"] == 0
    assert row["forecast_verdict"] == "misses"


def test_order_of_rows_and_columns_without_nulls_that_nobody_explains():
    rng = random.Random(5)
    seen = []
    for number in range(24):
        where = {"indicator": f"i{number}", "gender": rng.choice("KMT")}
        if number % 2:
            seen += yearly({year: rng.gauss(10, 1) for year in range(2025 - rng.randint(1, 12), 2025)}, **where)
        else:
            for year in range(2025 - rng.randint(0, 5), 2026):
                values = [rng.choice([None, *[rng.gauss(10, 1)] * 30]) for _ in range(12 if year < 2025 else 5)]
                seen += monthly(year, values, status=rng.choice([None] * 9 + ["suppressed"]), **where)
    about = subjects(
        *({"indicator": f"i{number}", "year_rule": ["sum", "mean", "last"][number % 3]} for number in range(24))
    )
    aims = targets(
        *({"code": f"t{number}", "indicator": f"i{number}", "kind": "at_most", "value": 10.0} for number in range(20))
    )
    table = observations(*seen)
    rows = assess(about, aims, table, P2025)
    found = forecast_frame(rows, about, aims, table, P2025, year=2025)
    mixed = forecast_frame(rows, about, aims, table.sample(frac=1, random_state=1), P2025, year=2025)
    pd.testing.assert_frame_equal(found, mixed)
    assert [*found.columns] == COLUMNS
    explained = found["forecast_reason"].notna()
    assert found.loc[~explained, COLUMNS[:10]].notna().all(axis=None)
    assert {"too_few", "no_outcome", "short_series"} <= set(found.loc[explained, "forecast_reason"])
    assert (~explained).sum() >= 5
    assert found.loc[found["forecast_value"].isna(), "forecast_method"].isna().all()
    numbers = found[
        ["forecast_low95", "forecast_low80", "forecast_value", "forecast_high80", "forecast_high95"]
    ].dropna()
    assert (numbers.diff(axis=1).iloc[:, 1:] > 0).all(axis=None)


def test_a_plan_of_51_rows_takes_less_than_two_seconds():
    seen, ids = [], [f"i{number}" for number in range(17)]
    for number, indicator in enumerate(ids):
        for gender in "KMT":
            where = {"indicator": indicator, "gender": gender}
            for year in range(2018 + number % 4, 2026):
                seen += monthly(year, RNG.normal(10, 1, 12 if year < 2025 else 3 + number % 6).tolist(), **where)
    about, aims = (
        subjects(*({"indicator": one} for one in ids)),
        targets(*({"code": one, "indicator": one, "value": 120.0} for one in ids)),
    )
    table = observations(*seen)
    rows = assess(about, aims, table, P2025)
    began = process_time()
    found = forecast_frame(rows, about, aims, table, P2025, year=2025)
    assert process_time() - began < 2
    assert found["forecast_probability"].notna().sum() == 51
