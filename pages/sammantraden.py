"""Sammanträden: the year's meetings with their items; with a meeting in the address, that one, item by item."""

from kpi.ui.meetings import all_meetings, chosen_meeting, meeting_page, one_meeting
from kpi.ui.page import head
from kpi.ui.view import current_view, load
from kpi.words import say

view = current_view()
found = all_meetings(view)
chosen = chosen_meeting(found)

if chosen:
    head(
        say(f"meeting-title-{chosen.kind}", days=chosen.days),
        load(view).plan.name,
        [(say("page-meetings"), view.link("sammantraden")), (chosen.days, "")],
    )
    one_meeting(chosen, found, view)
else:
    head(say("page-meetings"), load(view).plan.name)
    meeting_page(found, view)
