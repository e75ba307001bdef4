"""The published figures that ship are those of the sources, every one of them and no others."""

import csv
from pathlib import Path

import pytest

from kpi.ingest.plan_values import number
from kpi.settings import settings
from shared import SHARED, needs_shared

PUBLISHED = settings().data / "published"
GENDERS = {"Kvinnor": "K", "Man": "M", "Totalt": "T"}
EN_GOD_VARD = {"antibiotikarecept": "217", "sjuktal": "563"}
MISSING = {("0000", "2008", gender) for gender in "KMT"}

Figures = dict[tuple[str, str, str], tuple[float | None, ...]]


def shipped(code: str) -> Figures:
    """Value, lower and upper by unit, period and gender; rows without a value are left out."""
    with (PUBLISHED / f"{code}.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert {row["nyckeltal"] for row in rows} == {code}
    assert len({(row["enhet"], row["period"], row["kön"]) for row in rows}) == len(rows)
    return {
        (row["enhet"], row["period"], row["kön"]): tuple(_number(row[name]) for name in ("värde", "nedre", "övre"))
        for row in rows
        if row["värde"]
    }


def en_god_vard(path: Path, ind_id: str) -> Figures:
    found: Figures = {}
    with path.open(encoding="cp1252") as file:
        for row in csv.DictReader(file, delimiter=";"):
            unit = "0000" if row["cat_type"] == "RR" else "0023"
            wanted = row["cat_type"] == "RR" or (row["cat_type"] == "LAN" and row["cat_code"] == "23")
            if row["ind_id"] == ind_id and wanted:
                numbers = (row["value"], row["ci_low"], row["ci_high"])
                key = (unit, row["period"].strip(" \u00a0"), GENDERS[row["sex_all"]])
                found[key] = tuple(_number(each) for each in numbers)
    return found


def _number(text: str) -> float | None:
    return number(text) if text else None


@needs_shared
@pytest.mark.parametrize("code", EN_GOD_VARD)
def test_en_god_vard(code):
    source = en_god_vard(SHARED / "data/en_god_vard/Datalista-En-god-vard.csv", EN_GOD_VARD[code])
    assert shipped(code) == source


@needs_shared
def test_kolada():
    with (SHARED / "data/kolada/regions_long.csv").open(encoding="utf-8") as file:
        source = {
            (row["municipality"], row["year"], row["gender"]): (float(row["value"]), None, None)
            for row in csv.DictReader(file)
            if row["kpi"] == "N79173" and row["municipality"] in ("0023", "0000")
        }
    assert shipped("medicinsk_bedomning") == source
    assert len(source) == 6 + 7


def test_what_the_source_lacks_is_missing_not_zero():
    with (PUBLISHED / "sjuktal.csv").open(encoding="utf-8") as file:
        empty = [row for row in csv.DictReader(file, delimiter=";") if not row["värde"]]
    assert {(row["enhet"], row["period"], row["kön"]) for row in empty} == MISSING
    assert {row["status"] for row in empty} == {"saknas"}


def test_the_figures_that_the_follow_up_is_known_by():
    found = shipped("antibiotikarecept")
    assert [round(found["0023", "2017", gender][0] or 0, 1) for gender in "KMT"] == [287.7, 191.7, 238.7]
