"""Leveranser och historik: who changed what when; withdraw and restore."""

from kpi.ui.access import current_actor
from kpi.ui.deliveries import details, examples_button, list_of_deliveries
from kpi.ui.page import head
from kpi.words import say

actor = current_actor()
head(say("page-history"), say("history-subtitle"))
list_of_deliveries()
details(actor)
examples_button(actor)
