"""Översikt: når vi målen?"""

from kpi.ui.overview import goal_table, legend, missing, state, subtitle
from kpi.ui.page import area_path, head
from kpi.ui.view import current_view, load
from kpi.words import say

view = current_view()

head(say("overview-title"), subtitle(view))
missing(view)
state(view)
for area in load(view).plan.areas():
    goal_table(view, area.name, area.codes, lines=area.beneath, link=view.link(area_path(area)))
legend()
