"""Every page with each of the plans that come with the system."""

import pytest
from pages_conftest import PAGES

from kpi.settings import settings
from kpi.store.plans import plan
from kpi.store.process import the_store
from kpi.ui.page import area_path

PLANS = sorted(folder.parent.name for folder in (settings().data / "plans").glob("*/plan.toml"))


def test_five_texts_make_four_plans():
    assert PLANS == ["rjh-2018", "rs-2022", "rs-2025", "rvn-2024"]


@pytest.mark.parametrize("code", PLANS)
@pytest.mark.parametrize("mode", ["verkliga", "exempel"])
def test_every_page_of_every_plan(open_page, own_store, code, mode):
    for path in (path for path in PAGES if not path.startswith("malomrade")):
        page = open_page(path, plan=code, data=mode)
        assert page.errors == [], path
        assert len(page.headings) == 1, path
        assert page.app.query_params["plan"] == code


@pytest.mark.parametrize("code", PLANS)
def test_every_goal_area_of_every_plan(open_page, own_store, code):
    areas = plan(the_store(), code).areas
    assert areas
    for area in areas:
        page = open_page(area_path(area), plan=code, data="verkliga")
        assert page.errors == [], area.code
        assert page.headings == [area.name]
