"""A follow-up composed: the three questions, the seven parts, the decision that follows, and what is missing."""

import dataclasses
from contextlib import closing

import pytest
from briefing_of import item, material

from kpi.errors import UserError
from kpi.model import DataMode, Gender, Status, Term
from kpi.report.briefing import scopes
from kpi.report.briefing.compose import compose
from kpi.report.briefing.content import Blank, Distribution, LineChart, Quote, Text
from kpi.report.briefing.headline import headline
from kpi.report.rows import rows
from kpi.store import Store

PARTS = ["Tidsserie", "Utvecklingstrend", "Förklaring till utvecklingen", "Enheternas delar", "Jämförelse med riket",
         "Helårsprognos", "Förslag till åtgärder"]  # fmt: skip


@pytest.fixture(scope="module")
def known(installed):
    with closing(Store.open(installed)) as store:
        yield store, material(store)


@pytest.fixture(scope="module")
def plan(known):
    return compose(known[1], scopes.of_plan(known[1]))


def of(known, code):
    return compose(known[1], scopes.of_item(known[1], *item(known[0], known[1], code)))


def blocks(briefing):
    yield from (block for question in briefing.questions for block in question.blocks)
    yield from briefing.proposal
    yield from (block for section in briefing.sections for block in section.blocks)
    yield from (block for one in briefing.indicators for part in one.parts for block in part.blocks)


def test_every_nyckeltal_has_the_seven_parts_in_order(plan):
    assert len(plan.indicators) == 27
    assert all([part.heading for part in one.parts] == PARTS for one in plan.indicators)
    assert all([part.number for part in one.parts] == list(range(1, 8)) for one in plan.indicators)
    assert all(part.blocks for one in plan.indicators for part in one.parts)


def test_the_values_are_those_of_the_overview(known, plan):
    told = {(row.indicator, row.unit): row for row in rows(known[1].follow)}
    for one in plan.indicators:
        cells = told[one.code, one.unit].cells
        assert {value.gender: (value.text, value.status) for value in one.values} == {
            gender: (cell.text, cell.status) for gender, cell in cells.items()
        }
    assert [line[0].text for line in plan.status_table.rows] == [row.name for row in told.values()]


def test_charts_hold_the_exact_outcomes(known, plan):
    observed = known[1].follow.observations
    for one in plan.indicators:
        charts = [block for block in one.parts[0].blocks if isinstance(block, LineChart)]
        mine = observed[observed["indicator"].eq(one.code) & observed["unit"].eq(one.unit)]
        for line in (line for chart in charts for line in chart.lines):
            values = [value for value in line.values if value is not None]
            assert len(line.values) == len(charts[0].periods)
            assert set(values) <= set(mine.loc[mine["gender"].eq(line.gender), "value"])
        assert bool(charts) == bool(mine["value"].notna().any())


def test_a_years_sum_is_no_level_for_its_months(plan):
    energy = next(one for one in plan.indicators if one.code == "energianvandning")
    [chart] = [block for block in energy.parts[0].blocks if isinstance(block, LineChart)]
    assert chart.periods[0].startswith("jan")
    assert chart.levels == ()
    food = next(one for one in plan.indicators if one.code == "ekologiska_livsmedel")
    [chart] = [block for block in food.parts[0].blocks if isinstance(block, LineChart)]
    assert [level.value for level in chart.levels] == [42.0]


def test_the_counts_are_those_of_the_assessed_rows(known, plan):
    [picture] = [block for block in plan.questions[1].blocks if isinstance(block, Distribution)]
    assessed = known[1].follow.assessed
    own = assessed[assessed["target_origin"].eq("plan")]
    for gender, counts in picture.counts:
        mine = own[own["gender"].eq(gender)]
        assert list(counts) == [int(mine["status"].eq(status).sum()) for status in Status]


def test_what_is_missing_is_every_gap_once(plan):
    gaps = [block.text for block in blocks(plan) if isinstance(block, Blank)]
    assert list(plan.missing) == list(dict.fromkeys(gaps))
    assert len(plan.missing) == len(set(plan.missing))


def test_the_decision_follows_from_the_statuses(known):
    made = of(known, "miljobokslut")
    texts = [one.text for one in made.proposal if isinstance(one, Text)]
    assert made.questions[2].headline.startswith("Två mål riskerar att inte nås")
    assert any("Koldioxidutsläpp" in text and "Styr resor under 50 mil" in text for text in texts)
    assert texts[-1] == "Regionstyrelsen beslutar att i övrigt lägga informationen till handlingarna."


def test_with_nothing_to_act_on_it_is_laid_to_the_acts(known):
    found = known[1]
    met = [key for key, by in found.follow.by_subject.items()
           if {row.status for row in by.values()} == {Status.MET} and key not in found.findings]  # fmt: skip
    made = compose(found, scopes.of_indicators(found, [met[0][0]]))
    assert [one.text for one in made.proposal] == [
        "Regionstyrelsen beslutar att lägga informationen till handlingarna."
    ]
    assert made.questions[2].headline == "Inga åtgärder behövs för att nå målen"


def test_a_missed_goal_without_a_measure_is_a_gap_and_not_a_decision_of_ours(known):
    found = known[1]
    made = compose(dataclasses.replace(found, actions={}), scopes.of_plan(found))
    missed = [one.name for one in found.findings.values()]
    gaps = [one.text for one in made.proposal if isinstance(one, Blank)]
    assert missed
    assert all(any(name in gap for gap in gaps) for name in missed)
    assert not any("uppdra åt" in one.text for one in made.proposal)


def test_quotes_are_word_for_word_with_name_and_date(known, plan):
    told = known[1].follow.comments
    quotes = [block for block in blocks(plan) if isinstance(block, Quote)]
    mine = told[told["kind"].eq("explanation") & told["period_start"].lt("2026-01-01")]
    mine = mine[[key in known[1].follow.by_subject for key in zip(mine["indicator"], mine["unit"], strict=True)]]
    assert len(mine) > 5
    for text in mine["text"]:
        assert any(quote.text == text and quote.signed for quote in quotes)


def test_a_measure_is_late_by_the_day_that_the_follow_up_is_of(known):
    """As it was the day before its last one, no measure is late, however late it is today."""
    store, found = known
    measures = [one for many in found.actions.values() for one in many if one.due_on and not one.steps]
    first = min(one.due_on for one in measures)
    then = material(store, day=first.isoformat())
    assert not any(one.late for many in then.actions.values() for one in many if one.due_on and one.due_on >= first)
    after = material(store, day="2030-01-01")
    assert any(one.late for many in after.actions.values() for one in many)


def test_real_outcomes_are_not_called_examples(known):
    store, _ = known
    found = material(store, mode=DataMode.REAL)
    made = compose(found, scopes.of_plan(found))
    assert made.example == ""
    without = [one for one in made.indicators if one.headline == "Utfall saknas"]
    assert len(without) > 20
    assert not any(isinstance(block, LineChart) for one in without for block in one.parts[0].blocks)


@pytest.mark.parametrize("code", ["uppsiktsplikt", "langsiktiga_nyckeltal", "tertialrapport", "intern_kontroll"])
def test_any_item_can_be_told(known, code):
    made = of(known, code)
    assert made.occasion.item == made.subject
    assert all(question.headline and question.blocks for question in made.questions)
    assert made.proposal


def test_long_term_nyckeltal_are_those_of_the_plan(known):
    made = of(known, "langsiktiga_nyckeltal")
    subjects = known[1].follow.plan.subjects
    assert {one.code for one in made.indicators} == set(subjects.loc[subjects["term"].eq(Term.LONG), "indicator"])


def test_chosen_nyckeltal_come_in_the_order_asked_for_at_every_unit(known):
    made = compose(known[1], scopes.of_indicators(known[1], ["leverantorstrohet", "hfi"]))
    assert [(one.code, one.unit) for one in made.indicators] == [
        ("leverantorstrohet", "0023"), ("leverantorstrohet", "rs"), ("hfi", "0023"),
    ]  # fmt: skip


def test_what_the_plan_does_not_have_is_refused(known):
    with pytest.raises(UserError, match="inget mål med koden"):
        scopes.of_area(known[1], "manen")
    with pytest.raises(UserError):
        scopes.of_indicators(known[1], ["manen"])


def _rows(**statuses):
    @dataclasses.dataclass
    class Row:
        gender: Gender
        status: Status | None
        value: float = 1.0
        target_code: str = "mål"
        reason: str = ""

    return {Gender(gender): Row(Gender(gender), status) for gender, status in statuses.items()}


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        ({"T": Status.MET}, "Målet nås"),
        ({"T": Status.NOT_MET}, "Målet nås inte"),
        ({"K": Status.MET, "M": Status.NOT_MET, "T": Status.NEAR}, "Målet nås för kvinnor men inte för män"),
        ({"K": Status.NEAR, "M": Status.MET, "T": Status.MET}, "Målet nås för män och är nära för kvinnor"),
        ({"K": Status.MET, "M": Status.MET, "T": Status.MET}, "Målet nås både för kvinnor och för män"),
        ({"K": Status.NOT_MET, "M": Status.NOT_MET, "T": Status.NOT_MET}, "Målet nås varken för kvinnor eller för män"),
        ({"K": Status.MET, "M": Status.MET, "T": Status.NOT_MET},
         "Målet nås för kvinnor och män var för sig men inte totalt"),
        ({"K": Status.MET}, "Målet nås för kvinnor"),
        ({"M": Status.NOT_MET, "T": Status.MET}, "Målet nås totalt men inte för män"),
    ],
)  # fmt: skip
def test_the_title_is_the_finding(statuses, said):
    assert headline(_rows(**statuses)) == said
