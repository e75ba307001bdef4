"""Sammanträden: the year's meetings with their items; a meeting, or one of its items, where the address names it."""

from kpi.ui.meetings import all_meetings, chosen_item, chosen_meeting, item_page, meeting_page, one_meeting
from kpi.ui.page import head
from kpi.ui.view import current_view, load
from kpi.words import say

view = current_view()
found = all_meetings(view)
meeting = chosen_meeting(found)
item = chosen_item(meeting)
year = (say("page-meetings"), view.link("sammantraden"))

if meeting and item:
    back = (meeting.days, view.link("sammantraden", mote=meeting.code))
    head(item.heading, say(f"meeting-title-{meeting.kind}", days=meeting.days), [year, back, (item.heading, "")])
    item_page(meeting, item, view)
elif meeting:
    head(say(f"meeting-title-{meeting.kind}", days=meeting.days), load(view).plan.name, [year, (meeting.days, "")])
    one_meeting(meeting, found, view)
else:
    head(say("page-meetings"), load(view).plan.name)
    meeting_page(found, view)
