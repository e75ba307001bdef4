"""Röda tråden: from vision through goals to nyckeltal and uppdrag, how each stands, and the styrdokument around."""

from kpi.ui.documents import documents
from kpi.ui.page import head
from kpi.ui.thread import thread_page
from kpi.ui.view import current_view, load
from kpi.words import period, say

view = current_view()

head(say("page-thread"), say("thread-subtitle", plan=load(view).plan.name, period=period(view.period)))
thread_page(view)
documents(view)
