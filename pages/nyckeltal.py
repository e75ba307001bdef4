"""Ett nyckeltal: the answer in a sentence, the three values, then what its follow-up must contain, in order."""

import streamlit as st

from kpi.model import CommentKind
from kpi.report.answer import answer
from kpi.report.country import country_sentences
from kpi.report.forecast import forecast_sentences
from kpi.ui.actions import measures
from kpi.ui.aspects import aspects
from kpi.ui.briefing import indicator_briefing
from kpi.ui.comment_form import ASPECT, comment_form
from kpi.ui.control import control_charts
from kpi.ui.country import country, standings_of
from kpi.ui.downloads import indicator_downloads
from kpi.ui.forecast import forecasts, outlooks_of
from kpi.ui.html import show
from kpi.ui.indicator import said, series, three_values, trends
from kpi.ui.judged_form import judged_form
from kpi.ui.page import head
from kpi.ui.source import source_line
from kpi.ui.subject import chosen_subject, crumbs, described, unit_chooser
from kpi.ui.target_editor import target_editor
from kpi.ui.units import units
from kpi.ui.value_editor import value_editor
from kpi.ui.view import current_view, load
from kpi.words import say

view = current_view()
plan_follow_up = load(view)
if plan_follow_up.plan.subjects.empty:
    head(say("page-indicator"), plan_follow_up.plan.name)
    show("quiet", text=say("no-indicators"))
    st.stop()
indicator, unit = chosen_subject(plan_follow_up)
subject = unit_chooser(plan_follow_up, view, indicator, unit)

head(subject.title, described(subject), crumbs(subject, view))
ahead = forecast_sentences(outlooks_of(subject, view))
beside = country_sentences(standings_of(subject, view))
show("lead", sentences=[*answer(subject.follow_up, subject.by_gender), *ahead, *beside])
three_values(subject, view)
show("part", part="series")
series(subject, view)
source_line(subject, view)
value_editor(subject, view)
target_editor(subject, view)
show("part", part="trend")
trends(subject, view)
control_charts(subject, view)
show("part", part="explanation")
said(subject, view, CommentKind.EXPLANATION)
comment_form(subject, view, CommentKind.EXPLANATION)
show("part", part="units")
units(subject, view)
show("part", part="country")
country(subject, view)
show("part", part="forecast")
forecasts(subject, view)
judged_form(subject, view)
show("part", part="actions")
measures(subject, view)
comment_form(subject, view, CommentKind.ACTION)
aspects(subject, view)
comment_form(subject, view, ASPECT)
indicator_briefing(view, indicator, subject.title)
indicator_downloads(subject, view)
