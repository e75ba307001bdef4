"""Outcome and forecast against the year's frame: all areas, and the chosen one by month and cost type."""

import streamlit as st

from kpi.charts.budget import Line, Point, budget_figure
from kpi.report.economy import follow
from kpi.report.economy.drawn import drawn
from kpi.report.economy.whole import Economy
from kpi.ui.charts import Chart, draw
from kpi.ui.economy.tables import heading, table
from kpi.ui.html import dark, show
from kpi.ui.regions import alt
from kpi.ui.view import View
from kpi.words import say

CHOSEN = "omrade"
"""The address's word for the area that is shown by month and cost type."""


def areas(found: Economy, view: View) -> None:
    """Every area against its frame, then one of them."""
    items, year = follow.followed(found.plan, found.year), str(found.year)
    heading(say("economy-follow-heading"))
    if not items:
        show("quiet", text=say("economy-follow-none", year=year))
        return
    show("quiet", text=say("economy-follow-text"))
    table(follow.areas(found.accounts), say("economy-areas-caption", year=year), wordy=True)
    for line in follow.lacking(found.accounts):
        show("quiet", text=line)
    names = {item.code: item.name for item in items}
    asked = st.query_params.get(CHOSEN, "")
    code = asked if asked in names else follow.leading(items).code
    show("choice", label=say("economy-choice"), parameter=CHOSEN, names=names, chosen=code)
    _one(found, code, names[code], view)


def _one(found: Economy, code: str, name: str, view: View) -> None:
    year = str(found.year)
    show("quiet", text=follow.sentence(found.accounts, code))
    if chart := _chart(found, code, view):
        draw(chart, f"economy-{code}")
    months = follow.by_month(found.accounts, code)
    if months.rows:
        with st.expander(say("economy-months")):
            table(months, say("economy-months-caption", name=name, year=year))
    table(follow.cost_types(found.accounts, code), say("economy-types-caption", name=name, year=year))


def _chart(found: Economy, code: str, view: View) -> Chart | None:
    shown = drawn(found.accounts, code)
    if shown is None:
        return None
    figure = budget_figure(
        Line([Point(*point) for point in shown.outcome], say("economy-chart-outcome")),
        Line([Point(*point) for point in shown.forecasts], say("economy-chart-forecast")),
        (shown.frame, say("economy-chart-frame")), shown.unit, example=view.example, dark=dark(),
    )  # fmt: skip
    return Chart(figure, alt(view, shown.alt), ())
