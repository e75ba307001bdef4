"""Intern kontroll och uppsikt: the year's control points, and whom the board follows up outside its own work."""

from kpi.ui.internal_control import internal_control, oversight
from kpi.ui.page import head
from kpi.ui.view import current_view, load
from kpi.words import period, say

view = current_view()

head(say("page-control"), say("internal-subtitle", plan=load(view).plan.name, period=period(view.period)))
internal_control(view)
oversight(view)
