"""What must be asked about a file, on one screen with its first rows in view."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from kpi.ingest import layout as layouts
from kpi.ingest.layout import Doubt, Kind, Role
from kpi.ingest.layout.answers import Answers, New
from kpi.ingest.layout.new import measure_of
from kpi.ingest.look import Asked
from kpi.model import Direction, Gender, YearRule
from kpi.store import plans
from kpi.store.process import the_store
from kpi.ui.html import show
from kpi.words import say

SHOWN_ROWS = 5
MOST_NAMES = 20
DATES = ("day", "month", "year")
_SHEET_ROLES = (Role.SERIES, Role.UNIT, Role.GENDER, Role.PERIOD, Role.IGNORED)
NEW, OUT = "\0new", ""
"""Choices beside the register's own codes: a new nyckeltal, and not read at all."""


def ask(asked: Asked) -> Answers | None:
    """The questions as a form; the answers when its button is pressed."""
    understood = asked.understood
    show("heading", text=say("questions-heading"))
    show("quiet", text=say("questions-text"))
    first_rows(understood)
    with st.form("questions"):
        columns = _columns(understood)
        constants = {Role(doubt.about): _constant(Role(doubt.about)) for doubt in understood.of(Kind.CONSTANT)}
        sheet = _sheet(understood.of(Kind.SHEET))
        dates = _dates(understood.of(Kind.DATES))
        names = _names(understood.of(Kind.UNIT), "unit") | _names(understood.of(Kind.INDICATOR), "indicator")
        new = _new(understood) if understood.of(Kind.INDICATOR) else None
        pressed = st.form_submit_button(say("questions-button"), type="primary")
    if not pressed:
        return None
    if any(not value for value in constants.values()) or (understood.of(Kind.DATES) and not dates):
        show("error", sentence=say("questions-left"), details=[])
        return None
    codes = {name: code for name, code in names.items() if code != NEW}
    return Answers(columns, constants, codes, sheet, dates, new)


def first_rows(understood: layouts.Understood) -> None:
    """The file's first rows below what each column is taken for."""
    one = understood.tables[0]
    for text in one.around[:3]:
        show("quiet", text=text)
    columns = [column for column in one.columns if column.header]
    headings = [" ".join(column.texts) for column in columns]
    taken = [
        say(f"role-{Role.VALUE}") if c.spread else say(f"role-{understood.layout.columns[c.header]}") for c in columns
    ]
    rows = [[c.cells.text.iloc[i] for c in columns] for i in range(min(SHOWN_ROWS, len(one.table)))]
    show(
        "first_rows", caption=say("questions-caption", file=understood.file), headings=headings, roles=taken, rows=rows
    )


def _columns(understood: layouts.Understood) -> dict[str, Role]:
    """What each column is: those in doubt in view, the others behind a click."""
    doubted = [doubt.about for doubt in understood.of(Kind.COLUMN)]
    rest = [header for header in understood.layout.columns if header and header not in doubted]
    chosen = {header: _role(header, understood.layout.columns[header]) for header in doubted}
    if rest:
        with st.expander(say("questions-columns", n=len(rest))):
            chosen |= {header: _role(header, understood.layout.columns[header]) for header in rest}
    return chosen


def _role(header: str, guess: Role) -> Role:
    roles = list(Role)
    return st.selectbox(
        say("questions-column", column=header), roles, index=roles.index(guess), key=f"role_{header}",
        format_func=lambda role: say(f"role-{role}"),
    )  # fmt: skip


def _constant(role: Role) -> str:
    """What holds for the whole file: nothing is chosen beforehand."""
    label = say(f"questions-all-{role}")
    if role is Role.PERIOD:
        return st.text_input(label, placeholder="2025")
    choices = {**_register(role)} if role is not Role.GENDER else {one.value: say(f"gender-{one}") for one in Gender}
    found = st.selectbox(
        label, list(choices), index=None, format_func=lambda code: choices[code], placeholder=say("choose")
    )
    return found or ""


def _sheet(doubts: list[Doubt]) -> Role | None:
    if not doubts:
        return None
    return st.selectbox(
        say("questions-sheets", sheets=doubts[0].about), _SHEET_ROLES, format_func=lambda role: say(f"role-{role}")
    )


def _dates(doubts: list[Doubt]) -> str:
    if not doubts:
        return ""
    label = say("questions-dates", column=doubts[0].about)
    return st.radio(label, DATES, index=None, format_func=lambda one: say(f"dates-{one}"), horizontal=True) or ""


def _register(role: str) -> Mapping[str, str]:
    store = the_store()
    frame = plans.units(store) if role == Role.UNIT else plans.indicators(store)
    return dict(zip(frame["code"], frame["name"], strict=True))


def _names(doubts: list[Doubt], role: str) -> dict[str, str]:
    """What each unknown name means; of very many only the first are asked about one by one."""
    if not doubts:
        return {}
    register = _register(role)
    extra = (
        {NEW: say("questions-new"), OUT: say("role-ignored")} if role == Role.INDICATOR else {OUT: say("role-ignored")}
    )
    choices = {**extra, **register}
    chosen = {doubt.about: _name(doubt, choices, role) for doubt in doubts[:MOST_NAMES]}
    if rest := doubts[MOST_NAMES:]:
        label = say(f"questions-rest-{role}", n=len(rest))
        all_alike = st.selectbox(label, list(extra), format_func=lambda code: extra[code])
        chosen |= dict.fromkeys((doubt.about for doubt in rest), all_alike)
    return chosen


def _name(doubt: Doubt, choices: Mapping[str, str], role: str) -> str:
    """Nothing is taken for granted: the first choice is the one that gives no figure to the wrong place."""
    chosen: Any = st.selectbox(
        say(f"questions-name-{role}", name=doubt.about, n=doubt.rows), list(choices), key=f"name_{role}_{doubt.about}",
        format_func=lambda code: choices[code],
    )  # fmt: skip
    return str(chosen)


def _new(understood: layouts.Understood) -> New:
    """What is said of the nyckeltal that are new with the file."""
    show("quiet", text=say("questions-new-text"))
    measure = st.text_input(say("questions-measure"), value=measure_of(understood.tables[0].columns))
    direction = st.selectbox(
        say("questions-direction"), [Direction.NEUTRAL, Direction.HIGHER, Direction.LOWER],
        format_func=lambda one: say(f"direction-{one}"),
    )  # fmt: skip
    rule = st.selectbox(
        say("questions-year-rule"), [YearRule.MEAN, YearRule.SUM, YearRule.LAST],
        format_func=lambda one: say(f"year-rule-{one}"),
    )  # fmt: skip
    return New(measure, direction, rule)
