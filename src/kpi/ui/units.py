"""A nyckeltal at other units: the parts beneath, and the country."""

from typing import Any

import pandas as pd

from kpi.frames import records
from kpi.model import Gender, Reason, Status
from kpi.report.rows import outcome_period, present, value_text
from kpi.ui.charts import by_gender
from kpi.ui.html import show
from kpi.ui.subject import Subject
from kpi.ui.view import View, load
from kpi.words import period, say


def units_table(subject: Subject, view: View) -> None:
    """Beneath the unit: each part's own value and target."""
    units = subject.follow_up.units
    observed = subject.follow_up.observations
    with_values = set(observed.loc[observed["indicator"] == subject.indicator, "unit"])
    beneath = units[units["code"].isin(_beneath(units, subject.unit)) & units["code"].isin(with_values)]
    if beneath.empty:
        show("quiet", text=say("no-units"))
        return
    genders = list(Gender)
    lines = []
    for unit in records(beneath):
        rows = by_gender(load(view, str(unit.code)), subject.indicator, str(unit.code))
        link = view.link("nyckeltal", kod=subject.indicator, enhet=str(unit.code))
        lines.append([{"text": unit.name, "link": link}, *(_judged_cell(rows.get(gender)) for gender in genders)])
    headings = [say("column-unit"), *(say(f"gender-{gender}") for gender in genders)]
    show("table", caption=say("units-caption", name=subject.title), headings=headings, rows=lines, cards=True)


def _beneath(units: pd.DataFrame, code: str) -> set[str]:
    children = units.groupby("parent")["code"].agg(list).to_dict()
    found: set[str] = set()
    waiting = list(children.get(code, []))
    while waiting:
        child = waiting.pop()
        if child not in found:
            found.add(child)
            waiting += children.get(child, [])
    return found


def _judged_cell(row: Any) -> Any:
    if row is None:
        return "–"
    which = outcome_period(row)
    text = f"{value_text(row)} ({period(which)})" if which else value_text(row)
    judged_here = present(row.status) and row.reason != Reason.NO_TARGET
    return {"text": text, "status": Status(row.status)} if judged_here else text
