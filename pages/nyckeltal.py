"""Ett nyckeltal: the answer in a sentence, the three values, then what its follow-up must contain, in order."""

from kpi.report.answer import answer
from kpi.report.country import country_sentences
from kpi.ui.charts import draw, series_chart
from kpi.ui.country import country, standings_of
from kpi.ui.html import show
from kpi.ui.indicator import said, three_values, trends, values_table
from kpi.ui.page import head
from kpi.ui.subject import chosen_subject, crumbs, described, unit_chooser
from kpi.ui.units import units_table
from kpi.ui.view import current_view, load

view = current_view()
plan_follow_up = load(view)
indicator, unit = chosen_subject(plan_follow_up)
subject = unit_chooser(plan_follow_up, view, indicator, unit)

head(subject.title, described(subject), crumbs(subject, view))
beside = country_sentences(standings_of(subject, view))
show("lead", sentences=[*answer(subject.follow_up, subject.by_gender), *beside])
three_values(subject)
show("part", part="series")
draw(series_chart(subject.follow_up, view, subject.indicator, subject.unit), subject.indicator)
values_table(subject)
show("part", part="trend")
trends(subject)
show("part", part="explanation")
said(subject, "explanation")
show("part", part="units")
units_table(subject, view)
show("part", part="country")
country(subject, view)
show("part", part="actions")
said(subject, "action")
