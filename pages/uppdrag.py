"""Uppdrag: how far each has come, who is responsible, and what was last reported."""

from kpi.ui.assignments import assignment_page
from kpi.ui.page import head
from kpi.ui.view import current_view, load
from kpi.words import period, say

view = current_view()

head(say("page-assignments"), say("assignments-subtitle", plan=load(view).plan.name, period=period(view.period)))
assignment_page(view)
