"""Targets in words and signs, cells, development: what stands in tables."""

import pytest
from report_rows import NOTHING, WITHOUT_TARGET, following, row

from kpi.model import Gender, TargetKind
from kpi.report.rows import development, rows, value_text
from kpi.report.targets import target_signs, target_words

# kind: the row's own columns, in words, in signs
TARGETS = {
    TargetKind.AT_LEAST: ({"target_value": 95.0}, "minst 95 %", "≥ 95 %"),
    TargetKind.AT_MOST: ({"target_value": -3.1}, "högst −3,1 %", "≤ −3,1 %"),
    TargetKind.BELOW: ({"target_value": 250.0, "measure": "recept"}, "under 250", "< 250"),
    TargetKind.BETWEEN: ({"target_value": 2.5, "target_upper": 4.0}, "2,5 till 4 %", "2,5 till 4 %"),
    TargetKind.CHANGE_AT_MOST: (
        {"target_value": -42.0, "base_year": 2019.0, "measure": "ton"},
        "en minskning med minst 42 % jämfört med 2019", "≤ −42 % mot 2019",
    ),
    TargetKind.CHANGE_AT_LEAST: (
        {"target_value": 40.0, "base_year": 2029.0, "measure": "bilar"},
        "en ökning med minst 40 % jämfört med 2029", "≥ 40 % mot 2029",
    ),
    TargetKind.BELOW_BASE: ({"base_year": 2019.0, "target_value": NOTHING}, "lägre än år 2019", "< år 2019"),
    TargetKind.ABOVE_BASE: ({"base_year": 2019.0, "target_value": NOTHING}, "högre än år 2019", "> år 2019"),
    TargetKind.BELOW_REFERENCE: ({"reference": "0000", "target_value": NOTHING}, "lägre än riket", "< riket"),
    TargetKind.ABOVE_REFERENCE: ({"reference": "0000", "target_value": NOTHING}, "högre än riket", "> riket"),
    TargetKind.GAP_REDUCED_BY: (
        {"target_value": 2.0, "reference": "0000", "base_year": 2028.0},
        "skillnaden mot riket minskad med 2 procentenheter sedan 2028", "skillnad mot riket ned 2 procentenheter",
    ),
    TargetKind.MILESTONE: ({"target_value": NOTHING}, "genomfört i tid", "i tid"),
}  # fmt: skip


def plain(text):
    return text.replace("\u00a0", " ")


def test_every_kind_of_target_is_here():
    assert set(TARGETS) == set(TargetKind)


@pytest.mark.parametrize("kind", TARGETS)
def test_target(kind):
    parts, words, signs = TARGETS[kind]
    one = row(target_kind=kind.value, **parts)
    assert plain(target_words(one, "Riket")) == words
    assert plain(target_signs(one, "Riket")) == signs


def test_target_without_one():
    one = row(**WITHOUT_TARGET)
    assert target_words(one) == "inget målvärde"
    assert target_signs(one) == ""


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("change_at_most", 3.0, "en förändring på högst 3 % jämfört med 2019"),
        ("change_at_most", 0.0, "en förändring på högst 0 % jämfört med 2019"),
        ("change_at_least", -5.5, "en förändring på minst −5,5 % jämfört med 2019"),
        ("change_at_least", 0.0, "en ökning med minst 0 % jämfört med 2019"),
    ],
)
def test_changes_are_never_said_twice_negative(kind, value, words):
    assert plain(target_words(row(target_kind=kind, target_value=value, base_year=2019.0))) == words


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(95.0, 0, "95"), (95.0, 1, "95"), (-34.8, 1, "−34,8"), (0.125, 1, "0,13"), (0.125, 3, "0,125"),
     (1000.0, 0, "1 000")],
)  # fmt: skip
def test_a_target_has_the_decimals_it_needs(value, decimals, text):
    assert plain(target_signs(row(target_value=value, decimals=decimals, measure="kr"))) == f"≥ {text}"


@pytest.mark.parametrize("name", ["Region Stockholm", "Västra Götalandsregionen", "Östersund"])
def test_a_proper_name_keeps_its_capital(name):
    one = row(target_kind="below_reference", target_value=NOTHING, reference="0001")
    assert target_words(one, name) == f"lägre än {name}"


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ({"trend_verdict": "improving", "trend_slope": 1.0}, "ökar – förbättras"),
        ({"trend_verdict": "improving", "trend_slope": -1.0, "direction": "lower"}, "minskar – förbättras"),
        ({"trend_verdict": "worsening", "trend_slope": 1.0, "direction": "lower"}, "ökar – försämras"),
        ({"trend_verdict": "worsening", "trend_slope": -1.0}, "minskar – försämras"),
        # The test can be certain of the way although the median slope is zero.
        ({"trend_verdict": "improving", "trend_slope": 0.0}, "ökar – förbättras"),
        ({"trend_verdict": "worsening", "trend_slope": 0.0, "direction": "lower"}, "ökar – försämras"),
        ({"trend_verdict": "increasing", "trend_slope": 1.0, "direction": "neutral"}, "ökar"),
        ({"trend_verdict": "decreasing", "trend_slope": -1.0, "direction": "neutral"}, "minskar"),
        ({"trend_verdict": "no_certain_change", "trend_slope": 1.0}, "ingen säker förändring"),
        ({"trend_reason": "too_few", "trend_n": 3}, "för få värden (3)"),
        ({"trend_reason": "overlapping", "trend_n": 9}, "sammanslagna år prövas inte"),
        ({}, "–"),
    ],
)
def test_development(parts, text):
    assert development(row(**parts)) == text


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ({"value": 0.0}, "0 %"),
        ({"value": -34.84, "decimals": 1}, "−34,8 %"),
        ({"value": 287.65, "decimals": 1, "measure": "recept"}, "287,7"),
        ({"observation_status": "missing"}, "uppgift saknas"),
        ({"observation_status": "not_applicable"}, "ej tillämpligt"),
        ({"observation_status": "suppressed"}, "skyddat"),
        ({"reason": "suppressed"}, "skyddat"),
        ({}, "–"),
    ],
)
def test_value(parts, text):
    assert plain(value_text(row(**parts))) == text


def test_a_row_says_its_period_once_and_each_cell_its_own_where_they_differ():
    same = following(*({"gender": gender, "value": 1, "status": "met"} for gender in "KMT"))
    made = rows(same)[0]
    assert made.outcome == "2025"
    assert [cell.note for cell in made.cells.values()] == ["", "", ""]
    earlier = {"period_start": same.assessed["period_start"][0].replace(year=2024)}
    different = following({"gender": "K", "value": 1, **earlier}, {"gender": "T", "value": 2})
    made = rows(different)[0]
    assert made.outcome == ""
    assert [made.cells[gender].note for gender in (Gender.WOMEN, Gender.TOTAL)] == ["2024", "2025"]


def test_a_cell_says_what_must_be_said():
    follow = following(
        {"gender": "K", "status": "unjudged", "reason": "year_not_over", "value": 3},
        {"gender": "M", "status": "unjudged", "reason": "no_outcome"},
        {"gender": "T", "status": "met", "value": 31, "so_far": True, "observation_status": "preliminary"},
    )
    cells = rows(follow)[0].cells
    assert cells[Gender.WOMEN].note == "året är inte slut"
    assert (cells[Gender.MEN].text, cells[Gender.MEN].note) == ("–", "")
    assert cells[Gender.TOTAL].note == "hittills i år · preliminärt"


def test_followed_without_target():
    made = rows(following({"gender": "T", **WITHOUT_TARGET, "value": 1}))[0]
    assert made.target == "följs"
    assert made.cells[Gender.TOTAL].status is None
