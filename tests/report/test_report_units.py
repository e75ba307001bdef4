"""The units beneath: each judged by its own target, the farthest from it first."""

import math
from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest

from kpi.follow_up import follow_up
from kpi.model import DataMode, Gender, Period, PeriodKind
from kpi.report.rows import present
from kpi.report.units import part_series, shortfall, unit_parts
from kpi.store import Store

KOD = "leverantorstrohet"


@pytest.fixture(scope="module")
def store(installed, tmp_path_factory):
    opened = Store.open(_copy(installed, tmp_path_factory))
    yield opened
    opened.close()


def _copy(installed, factory):
    path = factory.mktemp("units") / "kpi.duckdb"
    path.write_bytes(installed.read_bytes())
    return path


@pytest.fixture(scope="module")
def example(store):
    return follow_up(store, "rs-2025", Period.year(2025), DataMode.EXAMPLE)


def with_targets(example, **levels):
    """The example with a target of "at least" for each of those units, for the months' own kind of period."""
    own = example.targets[example.targets["code"] == "leverantorstrohet_rs_2025"].iloc[0]
    more = [{**own, "code": f"mal_{unit}", "unit": unit, "value": value} for unit, value in levels.items()]
    return replace(example, targets=pd.concat([example.targets, pd.DataFrame(more)], ignore_index=True))


def test_the_farthest_from_its_target_is_first_and_those_without_are_last(example):
    changed = with_targets(example, rs_dir=99.0, rs_stab=99.5, rs_utv=90.0)
    parts = unit_parts(changed, KOD, "0023")
    assert [part.unit for part in parts] == ["rs_stab", "rs_dir", "rs", "rs_utv", "rs_vardval"]
    away = [shortfall(part.row) for part in parts]
    assert away == sorted(away, reverse=True)
    assert [value > 0 for value in away] == [True, True, False, False, False]
    assert away[-1] == -math.inf
    assert parts[-1].away == "inget eget målvärde"
    assert parts[-1].target == ""
    assert [part.target.replace("\u00a0", " ") for part in parts[:4]] == ["≥ 99,5 %", "≥ 99 %", "≥ 95 %", "≥ 90 %"]
    assert all("målvärdet" in part.away for part in parts[:4])


def test_without_any_target_they_stand_by_name(example):
    parts = unit_parts(example, "hfi_chefer", "0023")
    assert [part.name for part in parts] == sorted(part.name for part in parts)
    assert {part.away for part in parts} == {"inget eget målvärde"}


@pytest.mark.parametrize("code", ["leverantorstrohet", "bruttokostnadsutveckling", "hfi_chefer"])
def test_each_unit_is_what_its_own_page_says(store, example, code):
    """Its page is a follow-up of its own."""
    parts = unit_parts(example, code, "0023")
    assert len(parts) == 5
    for part in parts:
        own = follow_up(store, "rs-2025", Period.year(2025), DataMode.EXAMPLE, unit=part.unit)
        theirs = own.by_subject[code, part.unit]
        assert set(part.by_gender) == set(theirs)
        for gender, row in part.by_gender.items():
            for name in ("value", "status", "reason", "distance", "target_code", "observation_status", "trend_method"):
                mine, other = getattr(row, name), getattr(theirs[gender], name)
                assert mine == other or not (present(mine) or present(other)), (part.unit, gender, name)


def test_a_unit_without_units_beneath_has_none(example):
    assert unit_parts(example, KOD, "rs_stab") == []
    assert unit_parts(example, "publikationer", "0023") == []


@pytest.mark.parametrize(
    ("status", "distance", "expected"),
    [("met", 3.0, -3.0), ("met", -3.0, -3.0), ("near", 1.0, 1.0), ("not_met", -4.0, 4.0), ("met", 0.0, 0.0),
     ("unjudged", 2.0, -math.inf), (None, 2.0, -math.inf), ("met", float("nan"), -math.inf)],
)  # fmt: skip
def test_which_side_of_the_target_follows_from_the_status(status, distance, expected):
    assert shortfall(SimpleNamespace(status=status, distance=distance)) == expected


def test_why_a_unit_is_not_judged_is_said(example):
    """A target for years that the outcome is not in."""
    changed = with_targets(example, rs_dir=99.0)
    changed.targets.loc[changed.targets["code"] == "mal_rs_dir", ["first_year", "last_year"]] = 2030
    [part] = [part for part in unit_parts(changed, KOD, "0023") if part.unit == "rs_dir"]
    assert part.away == "utfallet ligger utanför målvärdets år"


def test_the_series_are_the_observations_that_may_be_shown(example):
    [part] = [part for part in unit_parts(example, "hfi_chefer", "0023") if part.unit == "rs_vardval"]
    series = part_series(example, part)
    assert Gender.WOMEN not in series, "protected, see the example file"
    seen = example.observations
    mine = seen[(seen["indicator"] == "hfi_chefer") & (seen["unit"] == "rs_vardval") & (seen["gender"] == "T")]
    assert [value for _, value in series[Gender.TOTAL]] == mine.sort_values("period_start")["value"].tolist()


def test_a_missing_period_is_an_empty_point(example):
    seen = example.observations
    gone = seen["period_start"].eq(pd.Timestamp(2025, 3, 1)) & seen["unit"].eq("rs_stab")
    changed = replace(example, observations=seen[~gone].reset_index(drop=True))
    [part] = [part for part in unit_parts(changed, KOD, "0023") if part.unit == "rs_stab"]
    points = part_series(changed, part)[Gender.TOTAL]
    [at] = [place for place, (_, value) in enumerate(points) if value is None]
    assert points[at - 1][0] == Period.from_code("2025-02")
    assert points[at + 1][0] == Period.from_code("2025-04")
    assert points[at][0].kind is PeriodKind.DAY
