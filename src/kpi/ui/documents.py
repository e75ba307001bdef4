"""Styrdokument on a page: the kinds and what each builds on, the documents themselves, those that follow them up."""

from typing import Any

import pandas as pd
import streamlit as st

from kpi.frames import records
from kpi.report.documents import by_register, named, type_rows, years
from kpi.ui.html import render, show
from kpi.ui.steering import plan_list
from kpi.ui.view import View
from kpi.words import say


def documents(view: View) -> None:
    """The hierarchy with its documents; nothing where the plan lists none."""
    types, found = plan_list(view, "document_type"), plan_list(view, "document")
    following = plan_list(view, "follow_up_document")
    if types.empty and found.empty and following.empty:
        return
    show("heading", text=say("documents-heading"))
    if not types.empty:
        _types(types, found)
    if not found.empty:
        show("subheading", text=say("documents-all", n=len(found)))
        for register, rows in by_register(found):
            st.html(render("folded", summary=f"{register} ({len(rows)})", body=_table(register, rows, found)))
    if not following.empty:
        show("subheading", text=say("documents-following", n=len(following)))
        show("list", items=[one.name for one in records(following)])


def _types(types: pd.DataFrame, found: pd.DataFrame) -> None:
    columns = ("type", "by", "validity", "revised", "builds-on", "count")
    headings = [say(f"documents-column-{name}") for name in columns]
    show("table", caption=say("documents-types"), headings=headings, rows=type_rows(types, found), cards=True)


def _table(register: str, rows: list[Any], found: pd.DataFrame) -> str:
    """Without the columns that none of them has anything in."""
    names = named(found)
    columns = {
        "name": [one.name for one in rows],
        "validity": [years(one) for one in rows],
        "reference": [one.reference for one in rows],
        "decided": [one.decided_on for one in rows],
        "by": [one.decided_by for one in rows],
        "replaces": [names.get(one.replaces, "") for one in rows],
    }
    kept = {name: cells for name, cells in columns.items() if any(cells)}
    headings = [say(f"documents-column-{name}") for name in kept]
    lines = [[cell or "–" for cell in line] for line in zip(*kept.values(), strict=True)]
    return render("table", caption=register, headings=headings, rows=lines, cards=True)
