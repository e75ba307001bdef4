"""The year's meetings: what the plan lists, what users have stated since, and what an item concerns."""

from datetime import date

import pandas as pd
import pytest

from kpi.model import AgendaForm, AgendaKind, MeetingKind
from kpi.report.meeting_words import counted, long_term
from kpi.report.meetings import Agenda, item_of, meetings, next_meeting
from kpi.report.reporting import points
from kpi.words import days

MEETING = {"plan": "p", "kind": "board", "attendees": "", "presenters": "", "source": "s"}
ITEM = {"plan": "p", "meeting": "maj", "kind": "in_depth", "form": "", "presenters": "", "indicators": "", "goals": "",
        "assignments": "", "oversight": "", "follow_up": "", "source": "s"}  # fmt: skip
LISTED = pd.DataFrame(
    [
        {**MEETING, "code": "maj", "first_day": date(2025, 5, 27), "last_day": date(2025, 5, 28), "presenters": "HR"},
        {**MEETING, "code": "mars", "first_day": date(2025, 3, 25), "last_day": date(2025, 3, 25)},
        {**MEETING, "code": "budget", "first_day": date(2025, 4, 8), "last_day": date(2025, 4, 8),
         "kind": "budget_day", "attendees": "Ledamöter|Råd"},
    ]
)  # fmt: skip
ITEMS = pd.DataFrame(
    [
        {**ITEM, "code": "b", "ordinal": 2, "heading": "B", "goals": "topp", "indicators": "z|x"},
        {**ITEM, "code": "a", "ordinal": 1, "heading": "A", "form": "oral", "presenters": "Chef|Chef 2",
         "follow_up": "plan", "assignments": "u"},
    ]
)  # fmt: skip
GOALS = pd.DataFrame(
    [{"code": code, "parent": parent} for code, parent in [("topp", None), ("gren", "topp"), ("o", None)]]
)
SUBJECTS = pd.DataFrame(
    [{"goal": goal, "indicator": code} for goal, code in [("gren", "y"), ("topp", "x"), ("o", "w")]]
)
MARKS = pd.DataFrame(
    [
        {"entity": "agenda_item", "code": "a", "field": "presenters", "note": "Fördelat."},
        {"entity": "agenda_item", "code": "a", "field": "follow_up", "note": "Kopplat."},
        {"entity": "agenda_item", "code": "b", "field": "indicators", "note": "Kopplat."},
        {"entity": "meeting", "code": "maj", "field": "presenters", "note": "Över."},
        {"entity": "goal", "code": "a", "field": "name", "note": "Annat."},
    ]
)


def frame(columns, rows):
    return pd.DataFrame(list(rows), columns=columns)


def days_said(*rows):
    columns = ["code", "first_day", "last_day", "kind", "attendees", "presenters", "holds"]
    return frame(columns, [(code, first, last, "board", "", "", holds) for code, first, last, holds in rows])


def items_said(*rows):
    columns = ["code", "meeting", "ordinal", "kind", "heading", "form", "presenters", "holds"]
    return frame(
        columns, [(code, at, n, "recurring", title, "written", "Ny", holds) for code, at, n, title, holds in rows]
    )


def links_said(*rows):
    return frame(["item", "kind", "subject", "holds"], rows)


def built(*, said_days=None, items=None, links=None):
    return meetings(
        Agenda(
            LISTED, ITEMS, days_said() if said_days is None else said_days, items_said() if items is None else items,
            links_said() if links is None else links, GOALS, SUBJECTS, MARKS,
        )
    )  # fmt: skip


def one(code, **changes):
    return item_of(built(**changes), code)[1]


def test_meetings_come_in_the_order_of_the_year_with_their_items():
    found = built()
    assert [(each.code, each.kind, each.days) for each in found] == [
        ("mars", MeetingKind.BOARD, "25 mars 2025"),
        ("budget", MeetingKind.BUDGET_DAY, "8 april 2025"),
        ("maj", MeetingKind.BOARD, "27–28 maj 2025"),
    ]
    assert found[1].attendees == ("Ledamöter", "Råd")
    may = found[2]
    assert (may.presenters, may.note, [item.code for item in may.items]) == (("HR",), "Över.", ["a", "b"])
    first = may.items[0]
    assert (first.kind, first.form, first.presenters) == (AgendaKind.IN_DEPTH, AgendaForm.ORAL, ("Chef", "Chef 2"))
    assert (first.whole_plan, first.assignments, first.dropped) == (True, ("u",), False)
    assert (first.interpreted, first.note) == ({"presenters", "follow_up"}, "Fördelat. Kopplat.")


def test_a_goal_brings_the_nyckeltal_that_hang_on_it_and_beneath_it():
    found = one("b")
    assert (found.direct, found.goals) == (("z", "x"), ("topp",))
    assert found.indicators == ("z", "x", "y")
    assert one("a").indicators == ()


def test_users_add_links_and_take_them_away():
    rows = [("b", "indicators", "x", False), ("b", "indicators", "w", True), ("a", "indicators", "w", True)]
    found = one("b", links=links_said(*rows))
    assert found.direct == ("z", "w")
    assert found.indicators == ("z", "w", "y", "x")  # x hangs on the goal still
    assert found.interpreted == {"indicators"}
    assert one("a", links=links_said(*rows)).direct == ("w",)
    without = one("b", links=links_said(("b", "goals", "topp", False)))
    assert (without.goals, without.indicators) == ((), ("z", "x"))


def test_the_last_word_about_a_link_holds():
    rows = [("b", "goals", "topp", False), ("b", "goals", "topp", True)]
    assert one("b", links=links_said(*rows)).goals == ("topp",)
    assert one("b", links=links_said(*reversed(rows))).goals == ()


def test_a_link_that_a_user_has_stated_is_no_interpretation():
    rows = [("b", "indicators", "x", True), ("b", "indicators", "z", True)]
    found = one("b", links=links_said(*rows))
    assert (set(found.direct), found.interpreted, found.note) == ({"x", "z"}, frozenset(), "")
    assert one("b", links=links_said(rows[0])).interpreted == {"indicators"}


def test_an_item_has_one_follow_up():
    assert one("a", links=links_said(("a", "follow_up", "delår", True))).follow_up == "delår"
    assert one("a", links=links_said(("a", "follow_up", "delår", True))).interpreted == {"presenters"}
    assert one("a", links=links_said(("a", "follow_up", "plan", False))).follow_up == ""


def test_a_changed_item_keeps_what_it_concerns_and_is_no_longer_read_by_us():
    found = one("a", items=items_said(("a", "mars", 4, "Ny rubrik", True)))
    assert (found.meeting, found.order, found.heading, found.form) == ("mars", 4, "Ny rubrik", AgendaForm.WRITTEN)
    assert (found.presenters, found.follow_up, found.source) == (("Ny",), "plan", "s")
    assert (found.interpreted, found.note) == ({"follow_up"}, "Kopplat.")


def test_items_are_added_and_dropped():
    found = built(
        items=items_said(("c", "mars", 1, "C", True), ("b", "maj", 2, "B", False), ("d", "juni", 1, "D", True))
    )
    assert [item.code for item in found[0].items] == ["c"]
    assert {item.code: item.dropped for item in found[2].items} == {"a": False, "b": True}
    assert item_of(found, "c")[1].source == ""
    assert item_of(found, "d") is None


def test_a_meeting_is_moved_added_and_cancelled():
    said = days_said(
        ("mars", date(2025, 6, 30), date(2025, 7, 1), True),
        ("extra", date(2025, 2, 1), date(2025, 2, 1), True),
        ("maj", date(2025, 5, 27), date(2025, 5, 28), False),
    )
    found = built(said_days=said)
    assert [(each.code, each.cancelled) for each in found] == [
        ("extra", False), ("budget", False), ("maj", True), ("mars", False),
    ]  # fmt: skip
    assert next_meeting(found, date(2025, 5, 1)).code == "mars"
    assert counted(found) == "Planen har två sammanträden och en gemensam dag."


@pytest.mark.parametrize(
    ("today", "code"),
    [("2025-01-01", "mars"), ("2025-03-25", "mars"), ("2025-03-26", "budget"), ("2025-05-28", "maj")],
)
def test_the_next_is_the_first_that_is_not_over(today, code):
    assert next_meeting(built(), date.fromisoformat(today)).code == code


def test_after_the_last_there_is_no_next():
    assert next_meeting(built(), date(2025, 5, 29)) is None
    assert next_meeting([], date(2025, 5, 29)) is None


def test_when_the_long_term_nyckeltal_are_followed_up():
    asked = points(
        frame(
            ["code", "name", "period_kind", "period_start", "due_on", "requires", "source"],
            [("l", "L", "year", date(2024, 1, 1), None, "long_outcomes", "s"),
             ("k", "K", "year", date(2025, 1, 1), None, "outcomes", "s")],
        )
    )  # fmt: skip
    assert long_term(built(), asked) == []
    assert long_term(built(links=links_said(("a", "follow_up", "k", True))), asked) == []
    once = built(links=links_said(("a", "follow_up", "l", True)))
    assert long_term(once, asked) == ["De långsiktiga nyckeltalen följs upp en gång under 2025: 27–28 maj 2025."]
    twice = built(
        items=items_said(("c", "mars", 1, "C", True)),
        links=links_said(("a", "follow_up", "l", True), ("c", "follow_up", "l", True)),
    )
    assert long_term(twice, asked) == [
        "De långsiktiga nyckeltalen följs upp två gånger under 2025: 25 mars 2025 och 27–28 maj 2025."
    ]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2025-01-21", "2025-01-21", "21 januari 2025"),
        ("2025-05-27", "2025-05-28", "27–28 maj 2025"),
        ("2025-09-30", "2025-10-01", "30 september–1 oktober 2025"),
        ("2025-12-31", "2026-01-01", "31 december 2025–1 januari 2026"),
    ],
)
def test_days_are_written_as_swedes_do(first, last, words):
    assert days(date.fromisoformat(first), date.fromisoformat(last)) == words
