"""The router: page settings, the reader's choice, navigation. Every page runs through here."""

from pathlib import Path

import streamlit as st

from kpi.frames import records
from kpi.store import plans as plan_store
from kpi.ui.briefing import SHOW
from kpi.ui.html import dark, style
from kpi.ui.page import area_path, as_of_banner, begin, example_banner
from kpi.ui.sidebar import Section, sidebar
from kpi.ui.view import OVERVIEW, load, read_view, remember
from kpi.words import say

PAGES = Path(__file__).resolve().parents[1] / "pages"


def page(file: str, path: str, title: str, *, default: bool = False) -> st.Page:
    """One entry of the navigation."""
    return st.Page(PAGES / f"{file}.py", url_path=path, title=title, default=default)


def section(heading: str, *pages: st.Page) -> Section:
    """Entries of the sidebar under a heading."""
    return Section(heading, [(one.url_path, one.title) for one in pages])


st.set_page_config(page_title=say("app-name"), layout="wide", initial_sidebar_state="auto")
st.html(style(dark()))
view = read_view()
plan = load(view).plan
goal_pages = [
    (
        level.name_plural,
        [page("malomrade", area_path(area), area.name) for area in plan.areas if area.level == level.level],
    )
    for level in records(plan.levels)
]
overview = page("oversikt", OVERVIEW, say("page-overview"), default=True)
equality = page("jamstalldhet", "jamstalldhet", say("page-equality"))
thread = page("roda_traden", "roda-traden", say("page-thread"))
assignments = page("uppdrag", "uppdrag", say("page-assignments"))
economy = page("ekonomi", "ekonomi", say("page-economy"))
control = page("intern_kontroll", "intern-kontroll", say("page-control"))
meetings = page("sammantraden", "sammantraden", say("page-meetings"))
reporting = page("rapportering", "rapportering", say("page-reporting"))
indicator = page("nyckeltal", "nyckeltal", say("page-indicator"))
upload = page("ladda_upp", "ladda-upp", say("page-upload"))
history = page("leveranser", "leveranser", say("page-history"))
method = page("metod", "metod", say("page-method"))
presentation = page("visa", SHOW, say("briefing-show"))

chosen = st.navigation(
    [
        overview,
        thread,
        equality,
        assignments,
        economy,
        control,
        *(one for _, pages in goal_pages for one in pages),
        indicator,
        meetings,
        reporting,
        upload,
        history,
        method,
        presentation,
    ],
    position="hidden",
)
remember(view)
st.session_state["page"] = chosen.url_path
sidebar(
    view,
    plan_store.unit_name(load(view).units, plan.about["organisation"]),
    [
        section(say("section-state"), overview, thread, equality, assignments, economy, control, meetings),
        *(section(name, *pages) for name, pages in goal_pages if pages),
        section(say("section-data"), reporting, upload, history),
        section(say("section-about"), method),
    ],
    chosen.url_path,
)
begin()
example_banner(view)
as_of_banner(view)
chosen.run()
