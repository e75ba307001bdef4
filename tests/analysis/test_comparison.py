"""Riksjämförelse: difference, verdict by interval, rank and the regions' spread, worked by hand and by other means."""

import numpy as np
import pandas as pd
import pytest
from frames import OBSERVATION, observations
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi.analysis.comparison import COLUMNS, compare

REGIONS = [f"{n:04d}" for n in range(1, 22)]
UNITS = pd.DataFrame(
    [("0000", "country"), *((code, "region") for code in REGIONS), ("n1", "board")], columns=["code", "kind"]
)


def outcomes(*rows, direction="higher", measure="%"):
    """Assessed rows, as far as the comparison looks at them."""
    made = observations(*({"unit": "0001", **row} for row in rows)).rename(columns={"status": "observation_status"})
    return made.assign(direction=direction, measure=measure, so_far=False)


def compared(own, others=(), country=50.0, **named):
    """One outcome of region 0001 beside the country and the other regions by {code: value}."""
    seen = [{"unit": "0000", "value": country}] if country is not None else []
    seen += [{"unit": code, "value": value} for code, value in dict(others).items()]
    rows = outcomes(own, **{name: named.pop(name) for name in ("direction", "measure") if name in named})
    return compare(rows, observations({**own, "unit": own.get("unit", "0001")}, *seen), UNITS, **named).iloc[0]


def test_the_difference_is_own_minus_the_countrys_without_the_noise_of_floats():
    found = compared({"value": 11.1}, country=11.0)
    assert (found["reference_value"], found["difference"], found["difference_reason"]) == (11.0, 0.1, None)


@pytest.mark.parametrize(
    ("lower", "upper", "higher", "lower_is_better", "neutral"),
    [
        (50.1, 53.0, "better", "worse", "above"),
        (47.0, 49.9, "worse", "better", "below"),
        (49.0, 53.0, "same", "same", "same"),
        (50.0, 53.0, "same", "same", "same"),
        (47.0, 50.0, "same", "same", "same"),
    ],
)
def test_the_interval_decides_and_a_limit_on_the_reference_does_not_exclude_it(
    lower, upper, higher, lower_is_better, neutral
):
    own = {"value": (lower + upper) / 2, "lower": lower, "upper": upper}
    for direction, expected in (("higher", higher), ("lower", lower_is_better), ("neutral", neutral)):
        found = compared(own, direction=direction)
        assert (found["verdict"], found["verdict_reason"]) == (expected, None)
        assert (found["interval_lower"], found["interval_upper"]) == (lower, upper)
        assert found["interval_method"] == "published"


def test_a_share_gets_wilsons_interval_from_its_counts():
    found = compared({"value": 65.0, "numerator": 65, "denominator": 100})
    assert found["interval_method"] == "wilson"
    assert found["interval_lower"] == pytest.approx(55.25444329688797, abs=1e-9)
    assert found["interval_upper"] == pytest.approx(73.63575175690247, abs=1e-9)
    assert found["verdict"] == "better"


@pytest.mark.parametrize(
    "own",
    [
        {"value": 65.0},
        {"value": 65.0, "numerator": 65},
        {"value": 65.0, "numerator": 30, "denominator": 100},
        {"value": 65.0, "numerator": 65.25, "denominator": 100.5},
        {"value": 130.0, "numerator": 130, "denominator": 100},
        {"value": 65.0, "lower": 60.0},
    ],
)
def test_without_an_interval_there_is_a_difference_and_no_verdict(own):
    found = compared(own)
    assert (found["verdict"], found["verdict_reason"], found["interval_method"]) == (None, "no_interval", None)
    assert found["difference"] == own["value"] - 50


def test_only_a_percentage_is_a_share():
    found = compared({"value": 65.0, "numerator": 65, "denominator": 100}, measure="kronor per invånare")
    assert found["verdict_reason"] == "no_interval"


def test_byars_interval_is_for_the_indicators_said_to_count_events():
    own = {"value": 200.0, "numerator": 20, "denominator": 100}
    found = compared(own, country=100.0, measure="fall per 1 000", events_per={"i": 1000})
    assert found["interval_method"] == "byar"
    assert found["interval_lower"] == pytest.approx(122.11428834875937, abs=1e-6)
    assert found["interval_upper"] == pytest.approx(308.89880369197066, abs=1e-6)
    assert found["verdict"] == "better"


def test_an_interval_that_does_not_hold_its_value_gives_no_verdict():
    found = compared({"value": 65.0, "lower": 66.0, "upper": 70.0, "numerator": 65, "denominator": 100})
    assert (found["verdict"], found["verdict_reason"]) == (None, "broken_interval")


def test_rank_and_count_follow_the_direction():
    others = {"0002": 70, "0003": 60, "0004": 40, "0005": 30}
    assert compared({"value": 50}, others)[["rank", "rank_of"]].tolist() == [3, 5]
    assert compared({"value": 65}, others)[["rank", "rank_of"]].tolist() == [2, 5]
    assert compared({"value": 65}, others, direction="lower")[["rank", "rank_of"]].tolist() == [4, 5]


def test_equal_values_share_the_better_place():
    others = {"0002": 70, "0003": 60, "0004": 60, "0005": 30}
    assert compared({"value": 60}, others)["rank"] == 2
    assert compared({"value": 30}, others)["rank"] == 4
    assert compared({"value": 70}, others)["rank"] == 1


def test_the_country_and_a_board_are_not_ranked_among_the_regions():
    others = {"0002": 70, "n1": 99}
    assert compared({"value": 60}, others)[["rank", "rank_of"]].tolist() == [2, 2]
    board = compared({"unit": "n1", "value": 60}, {"0002": 70, "0003": 10})
    assert board["difference"] == 10
    assert board["rank_reason"] == "not_a_region"
    country = compared({"unit": "0000", "value": 50}, {"0002": 70, "0003": 10}, country=None)
    assert country[["difference_reason", "verdict_reason", "rank_reason"]].tolist() == [
        "is_reference", "is_reference", "not_a_region",
    ]  # fmt: skip


@pytest.mark.parametrize("direction", ["neutral", None])
def test_without_a_better_direction_there_is_no_rank_and_it_is_said(direction):
    found = compared({"value": 60}, {"0002": 70}, direction=direction)
    assert pd.isna(found["rank"])
    assert pd.isna(found["rank_of"])
    assert found["rank_reason"] == "no_direction"


def test_alone_there_is_no_rank():
    assert compared({"value": 60})["rank_reason"] == "no_other_region"


def test_missing_and_suppressed_regions_are_named():
    own = {"value": 50.0}
    seen = observations(
        {**own, "unit": "0001"}, {"unit": "0000", "value": 50.0}, *({"unit": code, "value": 1} for code in REGIONS[4:]),
        {"unit": "0002", "status": "suppressed"}, {"unit": "0003", "status": "missing"},
    )  # fmt: skip
    found = compare(outcomes(own), seen, UNITS).iloc[0]
    assert found["regions_missing"] == ["0003", "0004"]
    assert found["regions_suppressed"] == ["0002"]
    assert found["rank_of"] == 18


def test_a_suppressed_reference_is_told_from_a_missing_one():
    seen = observations({"unit": "0000", "status": "suppressed", "value": 3.0})
    hidden = compare(outcomes({"value": 50.0}), seen, UNITS).iloc[0]
    assert (hidden["difference_reason"], hidden["verdict_reason"]) == ("reference_suppressed", "reference_suppressed")
    assert np.isnan(hidden["reference_value"])
    assert compared({"value": 50.0}, country=None)["difference_reason"] == "no_reference"


@pytest.mark.parametrize(
    ("own", "reason"), [({"value": None}, "no_value"), ({"value": None, "status": "suppressed"}, "suppressed")]
)
def test_without_an_outcome_nothing_is_compared_but_the_regions_are_shown(own, reason):
    others = dict(zip(REGIONS[1:5], (10.0, 20.0, 30.0, 40.0), strict=True))
    found = compared(own, others)
    assert found[["difference_reason", "verdict_reason", "rank_reason"]].tolist() == [reason] * 3
    assert found["regions_median"] == 25
    assert ("0001" in found["regions_suppressed"]) == (reason == "suppressed")


def test_a_part_of_a_year_is_neither_compared_nor_counted():
    others = dict(zip(REGIONS[1:5], (10.0, 20.0, 30.0, 40.0), strict=True))
    rows = outcomes({"value": 25.0}).assign(so_far=True)
    found = compare(rows, observations(*({"unit": code, "value": v} for code, v in others.items())), UNITS).iloc[0]
    assert found[["difference_reason", "rank_reason"]].tolist() == ["part_of_year", "part_of_year"]
    assert found["regions_highest"] == 40
    assert "0001" in found["regions_missing"]


def test_only_the_same_period_kind_gender_and_indicator_are_compared():
    other = [
        {"period_start": "2024-01-01"}, {"period_kind": "month"}, {"gender": "K"}, {"indicator": "j"},
    ]  # fmt: skip
    seen = observations(
        *({"unit": unit, "value": 99.0, **kind} for unit in ("0000", "0002") for kind in other),
        {"unit": "0001", "value": 50.0},
    )
    found = compare(outcomes({"value": 50.0}), seen, UNITS).iloc[0]
    assert found["difference_reason"] == "no_reference"
    assert found["rank_reason"] == "no_other_region"
    assert len(found["regions_missing"]) == 20


def test_quartiles_interpolate_between_the_regions_values():
    values = dict(zip(REGIONS, np.linspace(10, 90, 21), strict=True))
    found = compared({"value": values["0001"]}, {code: v for code, v in values.items() if code != "0001"})
    spread = found[["regions_lowest", "regions_q1", "regions_median", "regions_q3", "regions_highest"]]
    assert spread.tolist() == [10, 30, 50, 70, 90]
    assert found["quartile_reason"] is None


def test_three_regions_have_no_quartiles():
    found = compared({"value": 1.0}, {"0002": 2.0, "0003": 3.0})
    assert found["quartile_reason"] == "too_few_regions"
    assert np.isnan(found["regions_median"])


def test_another_region_can_be_the_reference():
    found = compared({"value": 60.0, "lower": 55.0, "upper": 65.0}, {"0002": 70.0}, reference="0002")
    assert found[["reference", "reference_value", "difference", "verdict"]].tolist() == ["0002", 70.0, -10.0, "worse"]


def test_a_direction_can_be_given_beside_the_rows():
    rows = outcomes({"value": 60.0}, direction=None)
    seen = observations({"unit": "0001", "value": 60.0}, {"unit": "0002", "value": 70.0})
    assert compare(rows, seen, UNITS, directions={"i": "lower"}).iloc[0]["rank"] == 1


def test_a_repeated_observation_is_refused():
    with pytest.raises(ValueError, match="two observations"):
        compare(outcomes({"value": 1.0}), observations({"unit": "0000"}, {"unit": "0000"}), UNITS)


def test_no_rows_give_an_empty_frame_with_every_column():
    found = compare(outcomes({"value": 1.0}).iloc[:0], observations(), UNITS)
    assert list(found.columns) == COLUMNS
    assert found.empty


few = settings(deadline=None, max_examples=40)
VALUES = st.lists(st.one_of(st.none(), st.integers(0, 12)), min_size=2, max_size=21)


@few
@given(VALUES, st.sampled_from(["higher", "lower"]), st.randoms(use_true_random=False))
def test_ranks_agree_with_pandas_and_the_order_of_rows_never_matters(values, direction, random):
    rows = [{"unit": code, "value": value} for code, value in zip(REGIONS, values, strict=False)]
    own, seen = outcomes(*rows, direction=direction), observations(*rows)
    expected = pd.Series(values, dtype="float64").rank(method="min", ascending=direction == "lower")
    found = compare(own, seen, UNITS)
    known = pd.Series(values, dtype="float64").notna()
    if known.sum() > 1:
        assert found.loc[known, "rank"].astype(float).tolist() == expected[known].tolist()
        assert set(found.loc[known, "rank_of"]) == {known.sum()}
    order = random.sample(range(len(rows)), len(rows))
    shuffled = compare(own.iloc[order], seen.iloc[order[::-1]], UNITS).loc[own.index]
    pd.testing.assert_frame_equal(shuffled, found)


@few
@given(VALUES)
def test_no_null_is_without_its_reason_and_no_reason_without_its_null(values):
    rows = [{"unit": code, "value": value} for code, value in zip(["0000", *REGIONS], values, strict=False)]
    found = compare(outcomes(*rows), observations(*rows), UNITS)
    pairs = {
        "difference": "difference_reason", "verdict": "verdict_reason", "rank": "rank_reason",
        "rank_of": "rank_reason", "regions_median": "quartile_reason",
    }  # fmt: skip
    for name, reason in pairs.items():
        assert (found[name].isna() == found[reason].notna()).all()
    named = found["regions_missing"].map(len) + found["regions_suppressed"].map(len)
    known = sum(value is not None for value in values[1:])
    assert set(named) == {len(REGIONS) - known}


@few
@given(st.lists(st.one_of(st.none(), st.floats(-1e6, 1e6)), min_size=4, max_size=21))
def test_quartiles_are_numpys(values):
    rows = [{"unit": code, "value": value} for code, value in zip(REGIONS, values, strict=False)]
    found = compare(outcomes(rows[0]), observations(*rows), UNITS).iloc[0]
    known = [value for value in values if value is not None]
    if len(known) >= 4:
        spread = found[["regions_lowest", "regions_q1", "regions_median", "regions_q3", "regions_highest"]]
        np.testing.assert_allclose(spread.astype(float), np.quantile(known, [0, 0.25, 0.5, 0.75, 1]), atol=1e-6)


def test_many_places_at_once_are_kept_apart():
    places = 300
    index = np.tile(np.arange(places), 21)
    made = pd.DataFrame({**OBSERVATION, "indicator": np.char.add("i", index.astype(str))}, index=range(len(index)))
    made["unit"] = np.repeat(REGIONS, places)
    made["period_start"] = pd.Timestamp(2025, 1, 1)
    made["value"] = np.random.default_rng(1).normal(size=len(made))
    found = compare(made.assign(observation_status=None, direction="higher", measure="%"), made, UNITS)
    expected = made.groupby("indicator")["value"].rank(method="min", ascending=False)
    assert found["rank"].astype(float).tolist() == expected.tolist()
