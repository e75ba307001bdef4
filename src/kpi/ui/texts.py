"""Drafts and follow-ups of measures, read once per state of the store; and the day that lateness is counted from."""

from datetime import date

import pandas as pd

from kpi.moments import in_sweden
from kpi.store import texts, utc_now
from kpi.store.process import the_store
from kpi.ui.kept import keep
from kpi.ui.view import View, moment


def drafts(view: View) -> pd.DataFrame:
    """The open drafts of every nyckeltal, for those who may write."""
    return keep(drafts, view, (), lambda: texts.drafts(the_store(), view.example, moment(view.as_of)))


def follow_ups(view: View) -> pd.DataFrame:
    """What has become of the measures of every nyckeltal."""
    return keep(follow_ups, view, (), lambda: texts.follow_ups(the_store(), view.example, moment(view.as_of)))


def today(view: View) -> date:
    """The Swedish day that the page is seen from: that of the chosen moment, else today."""
    return in_sweden(moment(view.as_of) or utc_now()).date()
