"""Översikt: når vi målen?"""

from kpi.ui.briefing import plan_briefing
from kpi.ui.downloads import plan_downloads
from kpi.ui.overview import board, legend, missing, subtitle
from kpi.ui.page import head
from kpi.ui.view import current_view
from kpi.words import say

view = current_view()

head(say("overview-title"), subtitle(view))
missing(view)
board(view)
legend()
plan_briefing(view)
plan_downloads(view)
