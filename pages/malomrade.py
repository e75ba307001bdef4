"""One målområde: its goal and direction, how it stands, its nyckeltal as charts, what is said about them."""

from kpi.ui.assignments import area_assignments
from kpi.ui.briefing import area_briefing
from kpi.ui.charts import chart_grid
from kpi.ui.comments import latest_comments
from kpi.ui.downloads import goal_downloads
from kpi.ui.html import show
from kpi.ui.kept import once
from kpi.ui.overview import goal_table, legend, plan_rows, summary
from kpi.ui.page import current_area, head, thread_link
from kpi.ui.view import OVERVIEW, current_view, load
from kpi.words import say

view = current_view()
follow_up = load(view)
area = current_area(follow_up.plan)
mine = plan_rows(view, area.codes)

head(
    area.name,
    " · ".join([area.kind.capitalize(), *area.beneath]),
    [(say("page-overview"), view.link(OVERVIEW)), (follow_up.plan.level_name(area.level), "")],
)
show("lead", sentences=[once(summary, view, area.code)])
show("intent", area=area)
show("text_link", text=say("thread-of-area"), link=thread_link(view, area.code), link_text=say("page-thread"))
if mine:
    goal_table(view, say("area-indicators"), area.codes)
    legend()
    chart_grid(view, mine)
area_assignments(view, area.codes)
if mine:
    latest_comments(follow_up, view, mine)
    area_briefing(view, area)
    goal_downloads(view, area.code, area.codes)
