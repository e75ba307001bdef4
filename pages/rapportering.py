"""Rapporteringsläge: what each follow-up of the year asks for, what has come in, and what is closed."""

from kpi.ui.page import head
from kpi.ui.reporting import reporting
from kpi.ui.view import current_view, load
from kpi.words import say

view = current_view()

head(say("page-reporting"), say("reporting-subtitle", plan=load(view).plan.name))
reporting(view)
