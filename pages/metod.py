"""Metod och tillgänglighet: how everything is computed, what we had to interpret, accessibility, version."""

from kpi import __version__
from kpi.ui.html import show
from kpi.ui.method import interpretations, sources
from kpi.ui.page import head
from kpi.ui.view import current_view, load
from kpi.words import say

view = current_view()
follow_up = load(view)
head(say("page-method"), say("method-subtitle", version=__version__))
show("method")
interpretations(follow_up, view)
sources(follow_up)
show("accessibility")
