"""Uppdrag at a chosen period: which report holds, what is late and unreported, and how they are counted."""

from datetime import date

import pandas as pd

from kpi.model import AssignmentStatus, Period
from kpi.report.assignments import assignments, sentence

YEAR, TERTIAL = Period.year(2025), Period.from_code("2025-T2")


def listed(**due):
    rows = [
        {"code": code, "goal": "g", "heading": code.capitalize(), "wording": "", "decided_by": "Regionfullmäktige",
         "responsible": "RS|RUN", "due_on": day and date.fromisoformat(day), "source": "s"}
        for code, day in due.items()
    ]  # fmt: skip
    return pd.DataFrame(rows)


def reported(*rows):
    columns = ["assignment", "period_kind", "period_start", "status", "text", "author", "author_role", "written_on"]
    made = [
        (code, kind, date.fromisoformat(start), status, text, "Bo", "", date(2025, 9, 1))
        for code, kind, start, status, text in rows
    ]
    return pd.DataFrame(made, columns=columns)


def test_the_latest_period_up_to_the_chosen_holds_and_a_later_delivery_supersedes():
    said = reported(
        ("a", "tertial", "2025-05-01", "ongoing", "första"),
        ("a", "tertial", "2025-05-01", "delayed", "rättad"),
        ("a", "tertial", "2025-01-01", "not_started", "före"),
        ("a", "tertial", "2025-09-01", "done", "efter"),
    )
    [one] = assignments(listed(a=None), said, TERTIAL)
    assert [report.text for report in one.reports] == ["rättad", "före"]
    assert one.status is AssignmentStatus.DELAYED
    assert one.responsible == "RS och RUN"
    [later] = assignments(listed(a=None), said, YEAR)
    assert later.status is AssignmentStatus.DONE


def test_a_report_about_the_year_before_does_not_count_as_reported_now():
    said = reported(("a", "year", "2024-01-01", "ongoing", "x"), ("b", "year", "2024-01-01", "done", "x"))
    found = {one.code: one for one in assignments(listed(a=None, b=None, c=None), said, TERTIAL)}
    assert {code: one.unreported for code, one in found.items()} == {"a": True, "b": False, "c": True}


def test_late_is_what_has_passed_its_day_and_is_not_over_or_is_said_to_be():
    said = reported(
        ("done", "tertial", "2025-05-01", "done", "x"),
        ("closed", "tertial", "2025-05-01", "closed", "x"),
        ("passed", "tertial", "2025-05-01", "ongoing", "x"),
        ("delayed", "tertial", "2025-05-01", "delayed", "x"),
    )
    rows = listed(
        fine="2026-01-01", done="2025-06-01", closed="2025-06-01", passed="2025-06-01", delayed=None, today="2025-08-31"
    )
    found = assignments(rows, said, TERTIAL)
    assert [one.code for one in found if one.late] == ["passed", "delayed"]
    assert [one.code for one in found][:4] == ["passed", "delayed", "fine", "today"]


def test_they_are_counted_in_a_sentence():
    said = reported(
        ("a", "tertial", "2025-05-01", "ongoing", "x"),
        ("b", "tertial", "2025-05-01", "ongoing", "x"),
        ("c", "tertial", "2025-05-01", "done", "x"),
    )
    rows = listed(a=None, b=None, c=None, d=None)
    assert sentence(assignments(rows, said, TERTIAL)) == (
        "Planen har fyra uppdrag: två pågår, ett genomfört och ett är inte redovisat."
    )
    assert sentence(assignments(listed(a=None), said, TERTIAL)) == "Planen har ett uppdrag: ett pågår."
    assert sentence([]) == "Planen har inga uppdrag."
