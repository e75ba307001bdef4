"""Briefings of what ships with the system, for the tests that read them."""

from datetime import date

from kpi.follow_up import follow_up
from kpi.model import DataMode, Period
from kpi.report.briefing.load import agenda, load
from kpi.report.meetings import item_of, meetings

MADE_ON = date(2025, 11, 22)


def material(store, plan="rs-2025", mode=DataMode.EXAMPLE, as_of=None, day=""):
    follow = follow_up(store, plan, Period.year(2025), mode, as_of=as_of)
    return load(store, follow, as_of=day, made_on=MADE_ON)


def item(store, found, code):
    return item_of(meetings(agenda(store, found.follow.plan, None)), code)
