"""What the plan lists: frames, measures, investments, changes, and where its figures do not agree."""

import streamlit as st

from kpi.model import BudgetSection
from kpi.report.economy import differences, investments, measures, printed
from kpi.report.economy.money import NONE, Grid, in_unit
from kpi.report.economy.whole import Economy
from kpi.ui.economy.tables import heading, table
from kpi.ui.html import show
from kpi.words import say


def frames(found: Economy) -> None:
    """The frames as printed: by year, net, and by area and cost type."""
    plan = found.plan
    if not plan.of(BudgetSection.FRAME, BudgetSection.NET_FRAME, BudgetSection.AREA):
        return
    heading(say("economy-frames-heading"), say("economy-frames-text"))
    for section in (BudgetSection.FRAME, BudgetSection.NET_FRAME):
        if items := plan.of(section):
            _titled(say(f"economy-section-{section}"), printed.by_year(plan, items, found.off))
    areas = plan.of(BudgetSection.AREA)
    for year in sorted({year for item in areas for year in plan.years(item.code)}):
        title = in_unit(say("economy-area-heading", year=str(year)), printed.area_unit(plan, year))
        show("subheading", text=title)
        for grid in printed.by_cost_type(plan, year, found.off):
            table(grid, title, wordy=True)


def _titled(title: str, grid: Grid, *, wordy: bool = False) -> None:
    show("subheading", text=title[:1].upper() + title[1:])
    table(grid, title, wordy=wordy)


def plan_of_measures(found: Economy) -> None:
    """The åtgärdsplan: planned and achieved, and what each measure means."""
    items = found.plan.of(BudgetSection.MEASURE)
    if not items:
        return
    heading(say("economy-measures-heading"), measures.sentence(found.plan, items, found.effects, found.year))
    show("quiet", text=say("economy-measures-text"))
    grid = measures.planned_and_achieved(found.plan, items, found.effects, found.year, found.off)
    table(grid, say("economy-measures-heading"))
    _titled(say("economy-meaning-heading"), measures.meaning(items, found.effects, found.year), wordy=True)


def planned_investments(found: Economy) -> None:
    """Frame, used and left of each investment."""
    plan, items = found.plan, found.plan.of(BudgetSection.INVESTMENT)
    wholes = plan.of(BudgetSection.INVESTMENT_FRAME)
    if not items and not wholes:
        return
    heading(say("economy-investments-heading"), say("economy-investments-text"))
    if wholes:
        show("list", items=[f"{item.name}: {printed.amounts(plan, item)}. {item.description}" for item in wholes])
    show("quiet", text=investments.sentence(plan, items, found.used, found.year))
    table(investments.table(plan, items, found.used, found.year), say("economy-investments-heading"))
    months = investments.by_month(plan, items, found.used, found.year)
    if months.rows:
        with st.expander(say("economy-months-used")):
            table(months, say("economy-months-used"))


def changes(found: Economy) -> None:
    """The listed changes of the frames, those without an amount included."""
    plan, items = found.plan, found.plan.of(BudgetSection.CHANGE)
    if items:
        heading(say("economy-changes-heading"), say("economy-changes-text"))
        rows = [
            [printed.name(plan, item), item.category or NONE, printed.amounts(plan, item), item.description or NONE]
            for item in items
        ]
        columns = ("change", "whose", "amount", "about")
        table(
            Grid([say(f"economy-column-{each}") for each in columns], rows), say("economy-changes-heading"), wordy=True
        )


def compared(found: Economy) -> None:
    """How printed and computed figures agree."""
    heading(say("economy-differences-heading"), say("economy-differences-text"))
    show("quiet", text=differences.sentence(found.checks))
    table(differences.differences(found.plan, found.checks), say("economy-differences-heading"), wordy=True)
    if missing := differences.incomparable(found.plan, found.checks):
        show("list", items=missing)
