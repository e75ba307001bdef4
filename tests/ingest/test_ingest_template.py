"""The template: lists from the plan, empty it says so, filled in it reads back, and no text becomes a formula."""

import zipfile
from io import BytesIO

import pytest
from ingest_store import ACTOR
from python_calamine import CalamineWorkbook

from kpi.errors import UserError
from kpi.ingest.plan import commit_plan, read_plan
from kpi.ingest.template import COLUMNS, template
from kpi.ingest.units import commit_units, read_units
from kpi.ingest.upload import check
from kpi.settings import settings
from kpi.store import Store, plans

PLAN = "rs-2025"


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Store:
    opened = Store.open(tmp_path_factory.mktemp("mall") / "kpi.duckdb")
    commit_units(opened, read_units(settings().data / "units.csv"), ACTOR)
    commit_plan(opened, read_plan(settings().data / "plans" / PLAN), ACTOR)
    return opened


def test_its_lists_hold_every_nyckeltal_of_the_plan_and_every_unit(planned: Store) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(template(planned, PLAN)))
    assert book.sheet_names == ["Utfall", "Listor", "Så fyller du i"]
    assert book.get_sheet_by_name("Utfall").to_python() == [list(COLUMNS)]
    lists = [list(filter(None, column)) for column in zip(*book.get_sheet_by_name("Listor").to_python(), strict=True)]
    assert set(lists[0][1:]) == set(plans.plan(planned, PLAN).subjects["indicator_name"])
    assert len(lists[0]) == 1 + plans.plan(planned, PLAN).subjects["indicator"].nunique()
    assert set(lists[1][1:]) == set(plans.units(planned)["name"])
    assert lists[2][1:] == ["K", "M", "T"]
    assert lists[3][1:] == ["preliminärt", "uppgift saknas", "ej tillämpligt", "skyddat", "borttaget"]


def test_its_cells_choose_from_the_lists(planned: Store) -> None:
    with zipfile.ZipFile(BytesIO(template(planned, PLAN))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count('<dataValidation type="list"') == 4
    last = 1 + plans.plan(planned, PLAN).subjects["indicator"].nunique()
    assert f"'Listor'!$A$2:$A${last}" in sheet
    assert 'sqref="A2:A1048576"' in sheet


def test_empty_it_is_refused_with_what_to_do(planned: Store) -> None:
    with pytest.raises(UserError) as refused:
        check(planned, template(planned, PLAN), "mall.xlsx")
    assert refused.value.key == "no-rows"
    assert refused.value.place.sheet == "Utfall"


def test_filled_in_from_its_own_lists_it_reads_back(planned: Store) -> None:
    """Every nyckeltal by its listed name, every status, and texts that look like formulas."""
    subjects = plans.plan(planned, PLAN).subjects.drop_duplicates("indicator")
    unit = plans.units(planned).set_index("code").loc["0023", "name"]
    measured = [
        [name, unit, "tertial 1 2025", "K", 1.25, None, None, None, None, "preliminärt", sign + "1+1"]
        for name, sign in zip(subjects["indicator_name"], "=+-@" * 10, strict=False)
    ]
    absent = [
        [subjects["indicator_name"].iloc[0], unit, str(2020 + i), "T", None, None, None, None, None, status, None]
        for i, status in enumerate(["uppgift saknas", "ej tillämpligt", "skyddat"])
    ]
    content = template(planned, PLAN, [*measured, *absent])
    rows = check(planned, content, "ifylld.xlsx").rows
    count = len(measured)
    assert rows["indicator"].tolist()[:count] == subjects["indicator"].tolist()
    assert rows["value"].tolist()[:count] == [1.25] * count
    assert rows["comment"].tolist()[:4] == ["=1+1", "+1+1", "-1+1", "@1+1"]
    assert rows["status"].tolist()[count:] == ["missing", "not_applicable", "suppressed"]
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert "<f>" not in package.read("xl/worksheets/sheet1.xml").decode()


def test_an_unknown_plan_is_told(planned: Store) -> None:
    with pytest.raises(UserError) as refused:
        template(planned, "finns-inte")
    assert refused.value.key == "plan-unknown"
