"""One series: what is forecast, what is not and why, and what a shift or a scale changes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi.analysis.forecast import Series, forecast, forecasts
from kpi.model import PeriodKind, YearRule

NUMBERS = ["value", "low80", "high80", "low95", "high95"]
START = np.datetime64("2019-01")


def months(count, value=None, *, kind=PeriodKind.MONTH, seed=1, **rest):
    start = (START + np.arange(count) * kind.months).astype("datetime64[D]")
    period = 12 // kind.months
    made = 100 + 10 * np.sin(np.arange(count) * 2 * np.pi / period) + np.random.default_rng(seed).normal(size=count)
    return Series(
        kind, start, made if value is None else np.asarray(value, float), rest.pop("rule", YearRule.SUM), **rest
    )


def years(value, kind=PeriodKind.YEAR, **rest):
    start = np.array([f"{2010 + number}-01-01" for number in range(len(value))], "datetime64[D]")
    return Series(kind, start, np.asarray(value, float), **rest)


NOISE = np.random.default_rng(3).normal(100, 2, size=12)


def numbers(found):
    return np.array([getattr(found, name) for name in NUMBERS])


def test_intervals_lie_within_each_other_around_the_value():
    found = forecast(years(NOISE), 2022)
    assert found.low95 < found.low80 < found.value < found.high80 < found.high95
    assert found.n == 12
    assert found.reason is None
    assert found.probability(found.low80, found.high80) == pytest.approx(0.8, abs=1e-6)
    assert found.probability(-np.inf, found.high95) == pytest.approx(0.975, abs=1e-6)


def test_a_sum_holds_what_is_done():
    series = months(6 * 12 + 8)
    found = forecast(series, 2025)
    done = series.value[-8:].sum()
    left = 400 + 10 * np.sin(np.arange(8, 12) * np.pi / 6).sum()
    assert found.value == pytest.approx(done + left, abs=3)
    assert found.high95 - found.low95 < 15


def test_a_mean_is_the_sum_by_twelve_and_the_last_is_december():
    total = forecast(months(80), 2025)
    mean, last = (forecast(months(80, rule=rule), 2025) for rule in (YearRule.MEAN, YearRule.LAST))
    assert numbers(mean) == pytest.approx(numbers(total) / 12)
    assert last.value == pytest.approx(100 + 10 * np.sin(11 * np.pi / 6), abs=2)


def test_a_ratio_weighs_its_months_by_their_denominators():
    value = np.r_[np.random.default_rng(2).normal(20, 1, 72), np.full(6, 30.0)]
    size = np.where(np.arange(78) % 12 < 6, 3000.0, 1000.0)
    found = forecast(months(78, value, rule=YearRule.RATIO, numerator=value * size / 100, denominator=size), 2025)
    even = forecast(months(78, value, rule=YearRule.MEAN), 2025)
    left = 2 * even.value - 30  # what the six months to come are in the mean
    assert found.value == pytest.approx(0.75 * 30 + 0.25 * left)
    assert forecast(months(78, value, rule=YearRule.RATIO), 2025).reason == "no_denominator"


def test_the_year_after_one_that_is_not_over_weighs_its_months_as_they_last_were():
    spring = np.arange(78) % 12 < 6
    value = np.where(spring, 30.0, 10.0) + np.random.default_rng(2).normal(0, 0.1, 78)
    size = np.where(np.arange(78) < 72, 1000.0, 3000.0)  # this spring's are three times as large
    ratio = months(78, value, rule=YearRule.RATIO, numerator=value * size / 100, denominator=size)
    assert forecast(ratio, 2026).value == pytest.approx(0.75 * 30 + 0.25 * 10, abs=0.3)


@pytest.mark.parametrize(
    ("series", "year", "reason"),
    [
        (years(NOISE), 2021, "year_known"),
        (years(NOISE), 2025, "too_far"),
        (years(NOISE[:4]), 2014, "too_few"),
        (years(NOISE * np.nan), 2022, "no_outcome"),
        (years(NOISE, PeriodKind.YEARS_3), 2022, "overlapping"),
        (years(NOISE, PeriodKind.DAY), 2022, "not_forecast"),
        (years(NOISE, hidden=np.arange(12) == 11), 2022, "suppressed"),
        (months(72), 2024, "year_known"),
        (months(100), 2030, "too_far"),
        (months(40, rule=None), 2022, "not_forecast"),
        (months(80, np.where(np.arange(80) == 75, np.nan, 5.0)), 2025, "incomplete_year"),
        (months(80, hidden=np.arange(80) == 75), 2025, "suppressed"),
        (months(5), 2019, "too_few"),
    ],
)
def test_what_is_not_forecast_says_why(series, year, reason):
    found = forecast(series, year)
    assert found.reason == reason
    assert np.isnan(numbers(found)).all()
    assert found.method is None


def test_the_next_three_years_widen():
    spans = [forecast(years(np.cumsum(NOISE - 100)), year) for year in (2022, 2023, 2024)]
    widths = [one.high95 - one.low95 for one in spans]
    assert widths == sorted(widths)


def test_a_school_year_counts_where_it_ends():
    start = np.array([f"{2010 + number}-07-01" for number in range(12)], "datetime64[D]")
    series = Series(PeriodKind.SCHOOL_YEAR, start, NOISE)
    assert forecast(series, 2022).reason == "year_known"
    assert numbers(forecast(series, 2023)) == pytest.approx(numbers(forecast(years(NOISE), 2022)))


def test_a_short_series_takes_earlier_years_share_and_claims_no_certainty():
    value = [10.0] * 6 + [30.0] * 6 + [20.0] * 6
    found = forecast(months(18, value), 2020)
    assert found.value == pytest.approx(120 / 0.25)
    assert (found.method, found.reason, found.n) == ("seasonal_share", "short_series", 18)
    assert np.isnan(numbers(found)[1:]).all()
    mean = forecast(months(18, value, rule=YearRule.MEAN), 2020)
    assert mean.value == pytest.approx(20 + (20 - 10))
    assert forecast(months(18, value, rule=YearRule.LAST), 2020).value == pytest.approx(20 + (30 - 10))


@pytest.mark.parametrize("value", [np.full(9, 7.0), 3 + 0.5 * np.arange(9)])
def test_a_history_without_spread_gives_a_value_and_no_certainty(value):
    found = forecast(years(value), 2019)
    assert found.reason == "no_spread"
    assert found.value == pytest.approx(value[-1] + value[1] - value[0], rel=1e-3)
    assert np.isnan(found.low95)


def test_bounds_clip_and_settle():
    found = forecast(years(100 - abs(NOISE - 100), lowest=0, highest=100), 2022)
    assert found.high95 == 100
    assert found.probability(-np.inf, 100) == 1
    assert found.probability(100, np.inf) > 0
    assert found.probability(100, np.inf, strict=True) == 0
    done = forecast(months(18, lowest=0.0), 2020)
    assert done.probability(-np.inf, 500) == 0  # six months are some 630 already, and none can take away from it
    assert np.isnan(done.probability(-np.inf, 1200))


def test_hidden_values_of_earlier_years_are_not_used():
    hidden = np.arange(80) == 20
    spoiled = months(80)
    spoiled.value[20] = 1e6
    clean = months(80)
    clean.value[20] = np.nan
    found = forecast(Series(PeriodKind.MONTH, spoiled.start, spoiled.value, YearRule.SUM, hidden=hidden), 2025)
    assert numbers(found) == pytest.approx(numbers(forecast(clean, 2025)))
    assert found.n == 79


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.floats(-50, 50).map(lambda one: round(one, 1)), min_size=5, max_size=14),
    st.floats(0.01, 1000),
    st.floats(-1000, 1000),
)
def test_shift_and_scale_pass_through(value, factor, shift):
    value = np.array(value)
    plain, moved = forecast(years(value), 2010 + len(value)), forecast(years(value * factor + shift), 2010 + len(value))
    if plain.reason or moved.reason:  # where rounding decides whether there is spread
        return
    size = factor * (np.std(value) + 1e-9)
    assert (numbers(moved) - shift - factor * numbers(plain)) / size == pytest.approx(0, abs=1e-4)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(6, 11), st.sampled_from([PeriodKind.MONTH, PeriodKind.QUARTER]))
def test_the_order_of_rows_never_matters(seed, length, kind):
    series = months(length * (12 // kind.months) // 2, kind=kind, seed=seed)
    order = np.random.default_rng(seed).permutation(len(series.value))
    mixed = Series(kind, series.start[order], series.value[order], series.rule)
    year = int(str(series.start[-1])[:4])
    assert numbers(forecast(mixed, year)) == pytest.approx(numbers(forecast(series, year)), nan_ok=True)


def test_many_at_once_are_the_same_as_one_by_one():
    series = [months(80, seed=1), years(NOISE), months(80, seed=2), months(77, seed=3), months(4)]
    at = [2025, 2022, 2025, 2025, 2019]
    together = forecasts(series, at)
    for one, year, found in zip(series, at, together, strict=True):
        alone = forecast(one, year)
        assert numbers(found) == pytest.approx(numbers(alone), nan_ok=True)
        assert (found.method, found.n, found.reason) == (alone.method, alone.n, alone.reason)
