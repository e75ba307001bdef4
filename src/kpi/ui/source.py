"""Where a nyckeltal's values come from, where the source asks to be named with them."""

from kpi.report.series import shown_series
from kpi.store.links import from_source
from kpi.store.process import the_store
from kpi.ui.html import show
from kpi.ui.subject import Subject, once_of
from kpi.ui.view import View
from kpi.words import listing, say


def source_line(subject: Subject, view: View) -> None:
    """Says Källa: Kolada below values that are shown as they were fetched; nothing else is said to come from there."""
    text = once_of(_source, subject, view)
    if text:
        show("quiet", text=text)


def _source(subject: Subject, _view: View) -> str:
    series = shown_series(subject.follow_up, subject.indicator, subject.unit)
    if series.empty:
        return ""
    fetched = from_source(the_store(), series)
    if fetched.all():
        return say("kolada-source")
    made = sorted(set(series.loc[fetched, "delivery_id"]))
    return say("kolada-source-some", count=len(made), deliveries=listing(map(str, made))) if made else ""
