"""Control charts against a naive chart in fractions, by hand, by property, and what they refuse."""

import naive_chart
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi.analysis.spc import ChartReason, control_charts

MIRROR = {"higher": "lower", "lower": "higher", "neutral": "neutral"}
SWAPPED = {"improvement": "concern", "concern": "improvement", "high": "low", "low": "high"}
# On a coarse grid, so that ties, points on the mean and constants are met.
SERIES = st.lists(st.integers(-30, 30), min_size=12, max_size=40).map(lambda whole: np.array(whole) / 10)


def coarse(count=400):
    """Series of one decimal with shifts, runs and outliers, as blocks by length."""
    rng = np.random.default_rng(11)
    for n in (12, 13, 17, 24, 60):
        block = rng.normal(size=(count // 5, n)).round(1)
        block[::4] += np.where(np.arange(n) < n // 2, 0, 2)
        block[1::4] += 0.3 * np.arange(n)
        block[1::8] *= -1
        block[2::4, n // 3] += 6
        block[3::8] = block[3::8].round(0)
        block[5::40] = 3.7
        yield block.round(1)


@pytest.mark.parametrize(
    "options", [{}, {"screen": False}, {"fix_after": 12}, {"run": 6}, {"screen": False, "fix_after": 14, "run": 6}]
)
def test_every_point_agrees_with_the_naive_chart(options):
    met = set()
    for block in coarse():
        charts = control_charts(block, **options)
        for row, values in enumerate(block):
            mean, lower, upper, marks = naive_chart.chart(values, **options)
            for name, wanted in (("mean", mean), ("lower", lower), ("upper", upper)):
                assert getattr(charts, name)[row] == pytest.approx(wanted, abs=1e-9)
            found = [
                (int(rule), int(side), None if since < 0 else int(since))
                for rule, side, since in zip(charts.rule[row], charts.side[row], charts.since[row], strict=True)
            ]
            assert found == marks, values.tolist()
            met |= {mark[:2] for mark in marks}
    assert met == {(0, 0)} | {(rule, side) for rule in (1, 2, 3, 4) for side in (-1, 1)}


def test_a_point_on_the_mean_breaks_the_run_although_floats_put_it_beside():
    """The mean is 0.4; adding floats gives a little less, which would put the 0.4 into a run of eight above it."""
    values = np.array([0.5] * 4 + [0.4] + [0.5] * 3 + [0.0, 0.7] * 7)
    assert values.sum() / len(values) < 0.4
    assert control_charts(values).rule[0].tolist() == [0] * 22


def test_a_turning_point_belongs_to_the_later_run():
    values = [10, 1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1, 9]
    charts = control_charts(values, direction="higher", screen=False)
    assert charts.rule[0, 1:14].tolist() == [2] * 13
    assert charts.side[0, 1:14].tolist() == [1] * 6 + [-1] * 7
    assert charts.since[0, 1:14].tolist() == [1] * 6 + [7] * 7
    assert charts.labels[0, [6, 7]].tolist() == ["improvement", "concern"]


def test_rules_and_limits_restart_in_each_phase():
    values = np.array([1.0, 2.0] * 6 + [11.0, 12.0] * 6)
    whole, split = control_charts(values), control_charts(values, breaks=np.arange(24) == 12)
    assert (whole.rule != 0).any()
    assert (split.rule == 0).all()
    assert split.mean[0, [0, 11, 12, 23]].tolist() == [1.5, 1.5, 11.5, 11.5]
    assert split.phase[0, [11, 12]].tolist() == [0, 1]


def test_positions_of_a_later_phase_are_those_of_the_series():
    values = np.concatenate([np.tile([1.0, 2.0], 7), np.tile([5.0, 60.0], 8), np.arange(20.0, 30.0)])
    charts = control_charts(np.stack([values, -values]), breaks=np.arange(40) == 14)
    assert charts.rule[:, 29:].tolist() == [[0] + [2] * 10] * 2
    assert charts.since[:, 29:].tolist() == [[-1] + [30] * 10] * 2


@pytest.mark.parametrize("value", [3.7, 0.1, 0.0, -5.3, 1e9])
def test_a_constant_series_has_limits_equal_to_its_mean_and_no_flag(value):
    charts = control_charts([value] * 20, direction="higher", target=value)
    assert charts.mean[0, 0] == charts.lower[0, 0] == charts.upper[0, 0] == value
    assert charts.labels[0].tolist() == ["common_cause"] * 20
    assert charts.assurance.tolist() == ["inconsistent"]


@pytest.mark.parametrize(
    ("target", "higher", "lower"),
    [
        (9.0, "consistent_fail", "consistent_pass"),
        (-9.0, "consistent_pass", "consistent_fail"),
        (0.0, "inconsistent", "inconsistent"),
        (np.nan, None, None),
    ],
)
def test_assurance_follows_the_direction(target, higher, lower):
    values = [[1.0, -1.0] * 8] * 3
    charts = control_charts(values, target=target, direction=["higher", "lower", "neutral"])
    assert charts.assurance.tolist() == [higher, lower, None]


def test_a_short_phase_has_no_limits_and_says_why():
    values = np.arange(23) % 2 + 0.0
    charts = control_charts(values, breaks=np.arange(23) == 11, direction="lower", target=1.0)
    assert charts.reason[0].tolist() == [ChartReason.TOO_FEW] * 11 + [None] * 12
    assert np.isnan(charts.mean[0, :11]).all()
    assert charts.labels[0].tolist() == [None] * 11 + ["common_cause"] * 12
    late = control_charts(values, breaks=np.arange(23) == 12, direction="lower", target=1.0)
    assert (late.variation[0], late.assurance[0], late.reason[0, -1]) == (None, None, ChartReason.TOO_FEW)
    short = control_charts(values[:11])
    assert (short.variation[0], short.reason[0, 0]) == (None, ChartReason.TOO_FEW)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"values": []}, "needs values"),
        ({"values": [1.0, np.nan] * 6}, "a value is missing"),
        ({"values": [1.0, np.inf] * 6}, "a value is missing"),
        ({"starts": np.repeat(np.arange("2020-01", "2020-07", dtype="datetime64[M]"), 2)}, "repeated"),
        ({"starts": np.arange("2020-01", "2021-01", dtype="datetime64[M]")[::-1]}, "out of order"),
        ({"fix_after": 11}, "fix_after is 11"),
        ({"run": 8}, "7 or 6 points"),
        ({"direction": "up"}, "unknown direction: up"),
    ],
)
def test_what_it_refuses(options, said):
    with pytest.raises(ValueError, match=said):
        control_charts(**{"values": [1.0, 2.0] * 6, **options})


def everything(charts):
    return charts.rule.tolist(), charts.side.tolist(), charts.since.tolist(), charts.labels.tolist()


@settings(deadline=None)
@given(SERIES, st.sampled_from([0.5, 3.0, 10.0, 1000.0]), st.sampled_from([-250.0, -1.0, 0.0, 7.0, 1e4]))
def test_scaling_and_shifting_moves_the_limits_and_changes_no_label(values, scale, shift):
    plain = control_charts(values, direction="lower", target=0.5)
    moved = control_charts((values * scale + shift), direction="lower", target=0.5 * scale + shift)
    assert everything(moved) == everything(plain)
    assert moved.assurance.tolist() == plain.assurance.tolist()
    for name in ("mean", "lower", "upper"):
        assert getattr(moved, name) == pytest.approx(getattr(plain, name) * scale + shift, rel=1e-9, abs=1e-9 * scale)


@settings(deadline=None)
@given(SERIES, st.sampled_from(sorted(MIRROR)))
def test_mirroring_swaps_improvement_and_concern_and_so_does_the_direction(values, direction):
    plain = control_charts(values, direction=direction, target=0.5)
    mirrored = control_charts(-values, direction=direction, target=-0.5)
    swapped = [SWAPPED.get(label, label) for label in plain.labels[0]]
    assert mirrored.labels[0].tolist() == swapped
    if direction != "neutral":
        turned = control_charts(values, direction=MIRROR[direction], target=0.5)
        both = control_charts(-values, direction=MIRROR[direction], target=-0.5)
        assert turned.labels[0].tolist() == swapped
        assert both.labels.tolist() == plain.labels.tolist()
        assert both.assurance.tolist() == plain.assurance.tolist()


@settings(deadline=None)
@given(SERIES, st.sets(st.integers(1, 39)), st.booleans())
def test_no_nan_without_a_reason_and_series_do_not_disturb_each_other(values, breaks, screen):
    begins = np.isin(np.arange(len(values)), list(breaks))
    alone = control_charts(values, breaks=begins, screen=screen)
    for limit in (alone.mean, alone.lower, alone.upper):
        assert (np.isnan(limit) == (alone.reason != None)).all()  # noqa: E711
    others = np.stack([values[::-1], values, -values])
    together = control_charts(others, breaks=np.stack([begins[::-1], begins, begins]), screen=screen)
    assert everything(alone)[0][0] == together.rule[1].tolist()
    assert together.since[1].tolist() == alone.since[0].tolist()
