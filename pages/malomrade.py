"""One målområde: its goal and direction, how it stands, its nyckeltal as charts, what is said about them."""

from kpi.report.rows import rows
from kpi.report.summary import area_sentence
from kpi.ui.charts import chart_grid
from kpi.ui.comments import latest_comments
from kpi.ui.html import show
from kpi.ui.overview import goal_table, legend
from kpi.ui.page import current_area, head
from kpi.ui.view import OVERVIEW, current_view, load
from kpi.words import say

view = current_view()
follow_up = load(view)
area = current_area(follow_up.plan)
mine = [row for row in rows(follow_up) if row.goal in area.codes]

head(
    area.name,
    " · ".join([area.kind.capitalize(), *area.beneath]),
    [(say("page-overview"), view.link(OVERVIEW)), (follow_up.plan.level_name(1), "")],
)
show("lead", sentences=[area_sentence(follow_up, area)])
show("intent", area=area)
if mine:
    goal_table(follow_up, view, say("area-indicators"), mine)
    legend()
    chart_grid(follow_up, view, mine)
    latest_comments(follow_up, view, mine)
