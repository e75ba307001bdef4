"""The control chart of a series in the store: the same values, limits and marks as the assessment tells of."""

import shutil
from datetime import date
from itertools import groupby, pairwise

import numpy as np
import pandas as pd
import pytest

from accepting import stored
from kpi.analysis.spc import Variation
from kpi.follow_up import follow_up
from kpi.ingest.forms.reading import read_form
from kpi.ingest.forms.storing import commit_form
from kpi.ingest.upload import check
from kpi.model import Actor, DataMode, Gender, Period, PeriodKind
from kpi.report.control import control_points, rule_words
from kpi.store import Store

ANNA = Actor("Anna", may_write=True)
KOD, UNIT = "nojdhet_sjukresor", "0023"
HIDDEN = date(2024, 3, 1)
MONTHS = pd.period_range("2021-01", "2025-08", freq="M")
BREAK, CLIMB = 24, 47  # the places of january 2023 and of december 2024


def outcomes():
    """Months for women, men and total: a step at the break, a climb at the end, and once three women of forty."""
    chance = np.random.default_rng(7)
    lines = ["nyckeltal;enhet;period;kön;värde;täljare;nämnare"]
    for at, month in enumerate(MONTHS):
        shares = {"K": 400, "M": 600}
        level = 0.7 + 0.1 * (at >= BREAK) + 0.01 * max(0, at - CLIMB)
        good = {gender: int(of * (level + chance.normal(0, 0.01))) for gender, of in shares.items()}
        if month.start_time.date() == HIDDEN:
            shares["K"], good["K"] = 40, 3
        for gender, whom in (("K", "K"), ("M", "M"), ("T", "KM")):
            top, bottom = (sum(of[one] for one in whom) for of in (good, shares))
            value = f"{100 * top / bottom:.4f}".replace(".", ",")
            lines.append(f"{KOD};{UNIT};{month};{gender};{value};{top};{bottom}")
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def store(installed, tmp_path_factory):
    folder = tmp_path_factory.mktemp("control")
    shutil.copy2(installed, folder / "kpi.duckdb")
    opened = Store.open(folder / "kpi.duckdb")
    stored(opened, check(opened, outcomes().encode(), "utfall.csv"), ANNA)
    (folder / "brott.csv").write_text(f"nyckeltal;enhet;från;orsak\n{KOD};;2023-01;Ny enkät.\n", encoding="utf-8")
    commit_form(opened, read_form(opened, (folder / "brott.csv").read_bytes(), "brott.csv"), ANNA)
    yield opened
    opened.close()


def charted(store, period="2025", gender=Gender.TOTAL):
    found = follow_up(store, "rs-2025", Period.from_code(period), DataMode.REAL)
    row = found.by_subject[KOD, UNIT][gender]
    return found, row, control_points(found, row)


@pytest.mark.parametrize("gender", Gender)
def test_the_points_are_the_observations_that_may_be_shown(store, gender):
    found, _, points = charted(store, gender=gender)
    seen = found.observations
    mine = seen[(seen["indicator"] == KOD) & (seen["gender"] == gender)].dropna(subset="value")
    assert {point.period.start: point.value for point in points} == {
        start.date(): value for start, value in zip(mine["period_start"], mine["value"], strict=True)
    }
    assert [point.period for point in points] == sorted(point.period for point in points)
    assert (HIDDEN in {point.period.start for point in points}) is (gender is Gender.TOTAL)
    assert len(points) == len(MONTHS) - (gender is not Gender.TOTAL)


@pytest.mark.parametrize("period", ["2025", "2024", "2024-05"])
@pytest.mark.parametrize("gender", Gender)
def test_the_last_phase_is_the_one_that_the_trend_is_told_by(store, gender, period):
    _, row, points = charted(store, period, gender)
    last = [point for point in points if point.phase == points[-1].phase]
    assert row.trend_method == "xmr"
    assert len(last) == row.trend_n
    assert points[-1].period.end <= Period.from_code(period).end
    signal = points[-1].signal
    assert (signal.rule.name.lower() if signal else None) == row.trend_rule
    assert (signal.since.start if signal else None) == (row.trend_since.date() if pd.notna(row.trend_since) else None)
    assert (signal is None) == (row.trend_verdict == "no_certain_change")
    if signal:
        assert (signal.variation is Variation.IMPROVEMENT) == (row.trend_verdict == "improving")


def test_each_phase_has_its_own_limits_worked_out_one_by_one(store):
    _, _, points = charted(store)
    phases = [list(group) for _, group in groupby(points, lambda point: point.phase)]
    assert [phase[0].period.start for phase in phases] == [date(2021, 1, 1), date(2023, 1, 1)]
    for phase in phases:
        values = [point.value for point in phase]
        moves = [abs(b - a) for a, b in pairwise(values)]
        average = sum(moves) / len(moves)
        kept = [move for move in moves if move < 3.267 * average]
        reach, mean = 2.66 * sum(kept) / len(kept), sum(values) / len(values)
        for point in phase:
            assert (point.mean, point.lower, point.upper) == pytest.approx((mean, mean - reach, mean + reach))
            outside = abs(point.value - mean) > reach
            assert (point.signal is not None and point.signal.rule.name == "OUTSIDE") == outside


def test_a_signal_says_rule_and_way_in_words(store):
    _, _, points = charted(store, gender=Gender.MEN)
    marked = [point for point in points if point.signal]
    assert marked
    for point in marked:
        words = rule_words(point.signal)
        assert ("övre" in words or "över" in words or "stigande" in words) == (point.signal.side > 0)
        assert point.signal.since <= point.period


def test_other_methods_have_no_control_chart(store):
    found = follow_up(store, "rs-2025", Period.year(2025), DataMode.EXAMPLE)
    for by_gender in found.by_subject.values():
        for row in by_gender.values():
            assert bool(control_points(found, row)) == (row.trend_method == "xmr")


def test_too_few_values_after_a_break_have_no_control_chart(store):
    _, row, points = charted(store, "2023-10")
    assert row.trend_n == 10
    assert row.trend_method != "xmr"
    assert points == []


def test_a_break_after_the_chosen_period_is_not_there_yet(store):
    _, row, points = charted(store, "2022")
    assert {point.phase for point in points} == {0}
    assert row.trend_n == len(points) == BREAK


def test_values_of_another_kind_of_period_are_not_mixed_in(store):
    _, row, points = charted(store)
    assert {point.period.kind for point in points} == {PeriodKind(row.trend_period_kind)} == {PeriodKind.MONTH}
