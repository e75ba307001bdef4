"""The page Visa: which follow-up the address asks for, its slides, or one of their charts to explore."""

from dataclasses import dataclass

import streamlit as st

from kpi.charts.enlarged import enlarged
from kpi.errors import shorten, wrong
from kpi.follow_up import FollowUp
from kpi.report.briefing.content import Briefing
from kpi.report.rows import judged, subject_name
from kpi.store.plans import Plan
from kpi.ui.briefing import SHOW, of_area, of_indicators, of_item, of_plan
from kpi.ui.charts import Chart, by_gender, draw, series_chart
from kpi.ui.html import dark, presentation_style, show
from kpi.ui.kept import once
from kpi.ui.meetings import CHOSEN, all_meetings, chosen_meeting
from kpi.ui.page import area_path, window
from kpi.ui.presentation.draw import BILD, EXPLORED, UNIT, deck
from kpi.ui.presentation.follow import address_of, follow
from kpi.ui.view import OVERVIEW, View, least, load
from kpi.words import say

ITEM, AREA, CODES = "arende", "mal", "kod"
_HEIGHT = 560  # pixels of an explored chart: what a screen of 1024 × 768 holds under its heading


@dataclass(frozen=True, slots=True)
class Shown:
    """What the address asks for: a briefing, the parameters that name it, and the page that it came from."""

    briefing: Briefing
    asked: dict[str, str]
    leave: str


def asked() -> dict[str, str]:
    """The address's own parameters: of an agenda item, a målområde, nyckeltal, or none for the whole plan."""
    names = next((names for names in ((CHOSEN, ITEM), (AREA,), (CODES,)) if names[0] in st.query_params), ())
    return {name: st.query_params[name] for name in names if st.query_params.get(name)}


def shown(view: View, which: dict[str, str]) -> Shown:
    """What the address names; `kod` has codes with commas between. Raises `UserError` for one that is not there."""
    if CHOSEN in which:
        return _item(view, which)
    code = which.get(AREA, "")
    if code:
        briefing = of_area(view, code)
        return Shown(briefing, which, view.link(_path(load(view).plan, code)))
    if codes := which.get(CODES, ""):
        named = tuple(codes.split(","))
        return Shown(of_indicators(view, named), which, view.link("nyckeltal", kod=named[0]))
    return Shown(of_plan(view), {}, view.link(OVERVIEW))


def _item(view: View, which: dict[str, str]) -> Shown:
    meeting = chosen_meeting(all_meetings(view))
    if meeting is None:
        raise wrong("present-meeting-unknown", meeting=shorten(which[CHOSEN]))
    code = which.get(ITEM, "")
    item = next((one for one in meeting.items if one.code == code), None)
    if item is None:
        raise wrong("present-item-unknown", item=shorten(code) or "–", days=meeting.days)
    return Shown(of_item(meeting, item, view), which, view.link("sammantraden", **{CHOSEN: meeting.code}))


def _path(plan: Plan, code: str) -> str:
    return next(area_path(area) for area in plan.areas if code in area.codes)


def presentation(view: View) -> None:
    """The slides, or the chart of one of them that is explored."""
    which = asked()
    found = shown(view, which)
    st.html(presentation_style(dark()))
    if EXPLORED in st.query_params:
        _explored(view, found)
        return
    window(say("present-title", subject=found.briefing.subject))
    st.html(once(_deck, view, which, address_of(least(view, SHOW, **which))))


def _deck(_follow_up: FollowUp, view: View, which: dict[str, str], address: str) -> str:
    found = shown(view, which)
    return deck(found.briefing, view, page=SHOW, asked=which, leave=found.leave, follow=follow(address), dark=dark())


def _explored(view: View, found: Shown) -> None:
    """The chart alone, to point at and zoom in; Escape and a link lead back to the slide."""
    follow_up, key = load(view), (st.query_params[EXPLORED], st.query_params.get(UNIT, ""))
    if key not in follow_up.by_subject:
        raise wrong("indicator-unknown", code=key[0])
    name = subject_name(follow_up, judged(by_gender(follow_up, *key)))
    window(name)
    back = view.link(SHOW, **found.asked, **{BILD: st.query_params.get(BILD, "1")})
    more = view.link("nyckeltal", kod=key[0], enhet=key[1])
    show("explored", title=name, example=found.briefing.example, back=back, more=more)
    draw(once(_large, view, *key), "explored")


def _large(follow_up: FollowUp, view: View, indicator: str, unit: str) -> Chart | None:
    chart = series_chart(follow_up, view, indicator, unit)
    return chart and Chart(enlarged(chart.figure, _HEIGHT), chart.alt, chart.notes)
