"""Leveranser och historik: who changed what when; withdraw and restore."""

from kpi.ui.access import current_actor
from kpi.ui.deliveries import details, examples_button, list_of_deliveries
from kpi.ui.history import as_of_chooser, two_days
from kpi.ui.page import head
from kpi.ui.view import current_view
from kpi.words import say

view = current_view()
actor = current_actor()
head(say("page-history"), say("history-subtitle"))
list_of_deliveries()
details(actor)
as_of_chooser(view)
two_days(view)
examples_button(actor)
