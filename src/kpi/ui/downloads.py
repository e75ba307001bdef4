"""Ladda ner: what a page shows, as data in three formats. Made when somebody asks for it, not before."""

from collections.abc import Callable, Collection
from functools import partial

import streamlit as st

from kpi.export import parts, tables
from kpi.export.about import about
from kpi.export.bundle import told_of
from kpi.export.equality import equality
from kpi.export.formats import FileFormat, encoded
from kpi.export.open_files import PREFIX, file_name
from kpi.export.table import Table
from kpi.follow_up import FollowUp
from kpi.store.process import the_store
from kpi.ui.html import show
from kpi.ui.subject import Subject
from kpi.ui.view import View, load
from kpi.words import say

Part = Callable[[], FollowUp]
Makers = dict[str, Callable[[FollowUp], Table]]
_SHOWN: Makers = {"maluppfyllelse": tables.attainment, "utfall": tables.outcomes}


def plan_downloads(view: View) -> None:
    """What the overview shows."""
    _downloads(view, lambda: parts.of_plan(load(view)), _SHOWN)


def goal_downloads(view: View, area: str, goals: Collection[str]) -> None:
    """What a målområde's page shows."""
    _downloads(view, lambda: parts.of_goals(load(view), goals), _SHOWN, area)


def indicator_downloads(subject: Subject, view: View) -> None:
    """What a nyckeltal's page shows: how it stands at the unit, and the outcomes of every unit."""
    follow, indicator, unit = subject.follow_up, subject.indicator, subject.unit
    _downloads(view, lambda: parts.of_indicator(follow, indicator, unit), _SHOWN, indicator, unit)


def equality_downloads(view: View) -> None:
    """What the page Jämställdhet shows: women and men side by side."""
    _downloads(view, lambda: load(view), {"jamstalldhet": equality})


def _downloads(view: View, part: Part, makers: Makers, *what: str) -> None:
    with st.expander(say("download-heading")):
        show("quiet", text=say("download-example" if view.example else "download-real"))
        for name, make in makers.items():
            with st.container(horizontal=True):
                for form in FileFormat:
                    _button(view, partial(_file, part, make, form), name, form, *what)
        show("link", text=say("download-open"), link=PREFIX)


def _button(view: View, data: Callable[[], bytes], name: str, form: FileFormat, *what: str) -> None:
    example = ["exempel"] if view.example else []
    st.download_button(
        say("open-as", title=say(f"export-title-{name}"), form=say(f"open-form-{form}")),
        data=data,
        file_name=file_name(*example, name, view.plan, *what, view.period.code, form=form),
        mime=form.media_type,
        key="_".join(("download", name, form)),
        on_click="ignore",
    )


def _file(part: Part, make: Callable[[FollowUp], Table], form: FileFormat) -> bytes:
    follow, store = part(), the_store()
    table = make(follow)
    return encoded(table, form, told_of(store, follow, about(store, follow), table))
