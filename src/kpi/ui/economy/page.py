"""The page Ekonomi, from what it says first to the plan's own figures."""

from kpi.follow_up import FollowUp
from kpi.model import Term
from kpi.report.economy.whole import LISTED, REPORTED, Economy, economy, first_sentences
from kpi.ui.economy.follow import areas
from kpi.ui.economy.listed import changes, compared, frames, plan_of_measures, planned_investments
from kpi.ui.economy.tables import heading
from kpi.ui.html import show
from kpi.ui.kept import once
from kpi.ui.overview import legend, term_table
from kpi.ui.steering import plan_list, reported
from kpi.ui.view import View, load
from kpi.words import say


def economy_page(view: View) -> None:
    """Goals, outcome against frames, measures, investments and changes, and how the figures agree."""
    found = once(_economy, view)
    if found.plan.items:
        show("lead", sentences=first_sentences(found))
    _goals(view)
    if not found.plan.items:
        show("quiet", text=say("economy-none"))
        return
    areas(found, view)
    plan_of_measures(found)
    planned_investments(found)
    frames(found)
    changes(found)
    compared(found)


def _economy(follow_up: FollowUp, view: View) -> Economy:
    tables = {name: plan_list(view, name) for name in LISTED} | {name: reported(view, name) for name in REPORTED}
    return economy(tables, follow_up.period.end)


def _goals(view: View) -> None:
    """The plan's financial goals, judged as every nyckeltal."""
    if load(view).plan.subjects["term"].eq(Term.FINANCIAL).any():
        heading(say("economy-goals-heading"))
        term_table(view, say("economy-goals-heading"), Term.FINANCIAL)
        legend()
