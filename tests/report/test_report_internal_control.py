"""Intern kontroll and uppsikt at a chosen period: what was found, what is lacking, how it is told."""

from datetime import date

import pandas as pd

from kpi.model import ControlResult, Period
from kpi.report.internal_control import control_points, due, half_years, matrix, sentences
from kpi.report.oversight import overseen

YEAR, SPRING = Period.year(2025), Period.from_code("2025-H1")


def points(*rows):
    made = [
        {"year": year, "code": code, "process": code.upper(), "risk": "r", "likelihood": likely, "consequence": grave,
         "control": "k", "method": "m", "responsible": "Bo"}
        for year, code, likely, grave in rows
    ]  # fmt: skip
    return pd.DataFrame(made)


def reports(*rows, about="control_point"):
    made = [
        {about: code, "period_kind": kind, "period_start": date.fromisoformat(start), "result": result, "text": text,
         "measure": "", "due_on": None, "author": "Bo", "written_on": date(2025, 6, 1)}
        for code, kind, start, result, text in rows
    ]  # fmt: skip
    columns = [about, "period_kind", "period_start", "result", "text", "measure", "due_on", "author", "written_on"]
    return pd.DataFrame(made, columns=columns)


def test_the_greatest_risk_comes_first_and_the_last_delivered_holds():
    rows = points((2025, "a", 2, 2), (2025, "b", 3, 4), (2024, "c", 4, 4), (2025, "a", 4, 4))
    found = control_points(rows, reports(), YEAR)
    assert [(one.code, one.worth) for one in found] == [("a", 16), ("b", 12)]


def test_each_half_year_has_its_own_and_what_is_later_is_not_told():
    said = reports(
        ("a", "half_year", "2025-01-01", "minor", "första"),
        ("a", "half_year", "2025-01-01", "fine", "rättad"),
        ("a", "half_year", "2025-07-01", "major", "hösten"),
        ("a", "half_year", "2024-07-01", "not_done", "förra året"),
    )
    [one] = control_points(points((2025, "a", 1, 1)), said, YEAR)
    assert [found.text for found in one.found] == ["rättad", "hösten"]
    assert one.latest.result is ControlResult.MAJOR
    [early] = control_points(points((2025, "a", 1, 1)), said, SPRING)
    assert (early.found[0].text, early.found[1]) == ("rättad", None)


def test_what_is_lacking_is_told_when_the_half_year_is_over():
    found = control_points(
        points((2025, "a", 1, 1), (2025, "b", 1, 1)), reports(("a", "half_year", "2025-01-01", "fine", "x")), YEAR
    )
    spring, autumn = half_years(2025)
    assert {when: [one.code for one in lacking] for when, lacking in due(found, YEAR).items()} == {
        spring: ["b"], autumn: ["a", "b"],
    }  # fmt: skip
    assert list(due(found, SPRING)) == [spring]
    assert list(due(found, Period.from_code("2025-03"))) == []
    assert sentences(found, SPRING) == [
        "Internkontrollplanen för 2025 har två kontrollpunkter. Vid den senaste uppföljningen: en utan avvikelse "
        "och en inte uppföljd.",
        "En kontrollpunkt saknar uppföljning för våren 2025.",
    ]
    assert sentences([], YEAR) == ["Ingen internkontrollplan för 2025 är inläst."]


def test_the_matrix_has_every_point_once():
    found = control_points(points((2025, "a", 4, 1), (2025, "b", 1, 4), (2025, "c", 4, 1)), reports(), YEAR)
    cells = {
        (likely, grave): [one.code for one in cell]
        for likely, row in matrix(found)
        for grave, cell in enumerate(row, 1)
        if cell
    }
    assert cells == {(4, 1): ["a", "c"], (1, 4): ["b"]}
    assert [likely for likely, _ in matrix(found)] == [4, 3, 2, 1]


def listed(**months):
    return pd.DataFrame(
        [
            {"code": code, "kind": "provider", "name": code, "how": "h", "season": "", "month": month, "presenter": ""}
            for code, month in months.items()
        ]
    ).astype({"month": "Int64"})


def test_oversight_is_late_when_its_month_is_over_and_nothing_is_told_of_the_year():
    said = reports(("b", "year", "2025-01-01", "fine", "i juni"), ("c", "year", "2024-01-01", "fine", "i fjol"),
                   about="oversight")  # fmt: skip
    rows = listed(a=5, b=5, c=5, d=None, e=12)
    found = {one.code: one for one in overseen(rows, said, Period.from_code("2025-T2"))}
    assert {code for code, one in found.items() if one.late} == {"a", "c"}
    assert (found["b"].told, found["c"].told) == ("i juni", "i fjol")
    before = {one.code: one for one in overseen(rows, said, Period.from_code("2025-T1"))}
    assert (before["b"].told, {code for code, one in before.items() if one.late}) == ("", set())
    at_the_end = {one.code: one for one in overseen(rows, said, YEAR)}
    assert {code for code, one in at_the_end.items() if one.late} == {"a", "c", "e"}
