"""Ekonomi: financial goals, frames against outcome and forecast, measures, investments, and how the figures agree."""

from kpi.ui.economy.page import economy_page
from kpi.ui.page import head
from kpi.ui.view import current_view, load
from kpi.words import period, say

view = current_view()

head(say("page-economy"), say("economy-subtitle", plan=load(view).plan.name, period=period(view.period)))
economy_page(view)
