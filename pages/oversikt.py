"""Översikt: når vi målen?"""

from kpi.report.overview import followed_without_target, latest_words, with_target
from kpi.report.rows import rows
from kpi.ui.overview import goal_table, legend, missing, state
from kpi.ui.page import area_path, head
from kpi.ui.view import current_view, load
from kpi.words import say

view = current_view()
follow_up = load(view)

head(
    say("overview-title"),
    say(
        "overview-subtitle",
        plan=follow_up.plan.name,
        latest=latest_words(follow_up),
        targets=with_target(follow_up),
        followed=followed_without_target(follow_up),
    ),
)
missing(follow_up, view)
state(follow_up, view)
all_rows = rows(follow_up)
for area in follow_up.plan.areas():
    goal_table(
        follow_up,
        view,
        area.name,
        [row for row in all_rows if row.goal in area.codes],
        lines=area.beneath,
        link=view.link(area_path(area)),
    )
legend()
