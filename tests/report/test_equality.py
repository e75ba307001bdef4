"""What the page Jämställdhet says, from a follow-up made through the real assessment."""

import pytest
from equality_cases import following, outcome, pair, subject, target

from kpi.model import DataMode, Status
from kpi.report.equality import count_sentences, gap_tables, one_gender_only, split_missing, without_split
from kpi.report.gap import movements


def plain(text):
    return text.replace("\u00a0", " ")


def said(found):
    return [(one.indicator, one.status, plain(one.text)) for one in one_gender_only(found)]


def groups(found):
    return {group.reason: [one.indicator for one in group.members] for group in found}


def test_targets_met_for_one_gender_only_missed_before_near():
    found = following(
        [subject(name) for name in ("near", "both", "neither", "missed", "apart")],
        [*pair("near", 49.0, 51.0), *pair("both", 50.0, 51.0), *pair("neither", 10.0, 48.0),
         *pair("missed", 70.0, 20.0), outcome("apart", "K", 60.0, 2025), outcome("apart", "M", 10.0, 2024)],
        [target(name, 50.0) for name in ("near", "both", "neither", "missed", "apart")],
    )  # fmt: skip
    assert said(found) == [
        ("missed", Status.NOT_MET,
         "når målet, minst 50 %, för kvinnor (70,0 %) men inte för män (20,0 %). Utfall 2025."),
        ("near", Status.NEAR, "når målet, minst 50 %, för män (51,0 %) och är nära för kvinnor (49,0 %). Utfall 2025."),
    ]  # fmt: skip


def test_targets_of_their_own_are_each_said():
    found = following(
        [subject("own")], pair("own", 45.0, 45.0), [target("own", 40.0, gender="K"), target("own", 60.0, gender="M")]
    )
    assert said(found) == [
        ("own", Status.NOT_MET,
         "når målet för kvinnor, minst 40 % (45,0 %), men inte för män, minst 60 % (45,0 %). Utfall 2025."),
    ]  # fmt: skip


def test_a_guideline_says_that_it_is_one():
    guideline = target("i", 50.0, plan=None, origin="guideline")
    found = following([subject("i")], pair("i", 70.0, 20.0, year=2017), [guideline])
    [(_, _, text)] = said(found)
    assert text.endswith("Utfall 2017. Det är ett riktvärde, inte ett av planens egna mål.")
    assert count_sentences(found) == [
        "Planen har inget målvärde för både kvinnor och män.",
        "Därtill kommer ett riktvärde, som inte är jämställt uppnått.",
    ]


VALUES = {"equal": (60.0, 60.0), "one": (60.0, 10.0), "neither": (10.0, 48.0), "unjudged": (60.0, None)}


def counted(*cases, origin="plan"):
    names = [f"{case}{at}" for at, case in enumerate(cases)]
    plan = "p" if origin == "plan" else None
    return following(
        [subject(name) for name in names],
        [one for name, case in zip(names, cases, strict=True) for one in pair(name, *VALUES[case])],
        [target(name, 50.0, origin=origin, plan=plan) for name in names],
    )


@pytest.mark.parametrize(
    ("cases", "sentences"),
    [
        ([], ["Planen har inget målvärde för både kvinnor och män."]),
        (["equal"], ["Planens enda nyckeltal med målvärde för både kvinnor och män är ett jämställt uppnått."]),
        (["unjudged"], ["Planens enda nyckeltal med målvärde för både kvinnor och män är inte bedömt för båda."]),
        (["unjudged"] * 2, ["Inget av de två nyckeltalen med målvärde för både kvinnor och män är bedömt för båda."]),
        (["one", "one", "neither"],
         ["Av tre nyckeltal med målvärde för både kvinnor och män är inget jämställt uppnått, "
          "två uppnådda för bara ett av könen och ett inte uppnått för något av dem."]),
        (["equal", "equal", "one", "unjudged"],
         ["Av fyra nyckeltal med målvärde för både kvinnor och män är två jämställt uppnådda och "
          "ett uppnått för bara ett av könen.", "Ett är inte bedömt för båda."]),
    ],
)  # fmt: skip
def test_how_many_are_jamstallt_uppnadda(cases, sentences):
    assert count_sentences(counted(*cases or ["equal"]) if cases else following([subject("i")], [])) == sentences


@pytest.mark.parametrize(
    ("cases", "sentence"),
    [
        (["equal"], "Därtill kommer ett riktvärde, som är jämställt uppnått."),
        (["equal", "one"], "Därtill kommer två riktvärden, av vilka ett är jämställt uppnått."),
        (["one", "neither"], "Därtill kommer två riktvärden, av vilka noll är jämställt uppnådda."),
    ],
)
def test_guidelines_are_counted_apart(cases, sentence):
    assert plain(count_sentences(counted(*cases, origin="guideline"))[1]) == sentence


def table(found):
    return {one.measure: one.rows for one in gap_tables(found, movements(found))}


def series(indicator, gaps, men=40.0, **parts):
    first = 2026 - len(gaps)
    return [one for at, gap in enumerate(gaps) for one in pair(indicator, men + gap, men, first + at, **parts)]


def test_each_measure_has_its_table_and_the_widest_gap_is_first():
    found = following(
        [subject("narrow"), subject("wide"), subject("index", measure="index"), subject("even"), subject("one")],
        [*series("narrow", [9, 8, 7, 6, 5, 4.5, 4]), *series("wide", [1, -2, -3, -4, -5, -7, -9]),
         *series("index", [0.5]), *series("even", [0]), outcome("one", "K", 1.0)],
    )  # fmt: skip
    rows = table(found)
    assert list(rows) == ["%", "index"]
    assert [
        (one.named.name, one.period, plain(one.women), plain(one.men), one.gap, one.movement, one.since)
        for one in rows["%"]
    ] == [
        ("Wide", "2025", "31,0 %", "40,0 %", "−9,0", "ökar, har bytt håll", "2019 (7 värden)"),
        ("Narrow", "2025", "44,0 %", "40,0 %", "+4,0", "minskar", "2019 (7 värden)"),
        ("Even", "2025", "40,0 %", "40,0 %", "0,0", "för få värden (1)", "–"),
    ]
    assert [(one.named.name, one.gap) for one in rows["index"]] == [("Index", "+0,5")]


def test_an_interval_stands_beside_the_gap_and_is_never_written_as_zero_when_it_is_not():
    found = following(
        [subject("i", decimals=0)],
        [outcome("i", "K", 12.0, lower=10.0, upper=14.0), outcome("i", "M", 9.98, lower=9.97, upper=9.99)],
    )
    assert table(found)["%"][0].gap == "+2 (+0,02 till +4)"


def test_a_gap_so_far_and_another_unit_say_so():
    months = [
        {**outcome("i", gender, value), "unit": "n", "period_kind": "month", "period_start": f"2025-{month:02d}-01"}
        for month in range(1, 4) for gender, value in (("K", 10.0), ("M", 20.0))
    ]  # fmt: skip
    found = following([subject("i", unit="n")], months, [target("i", 15.0)])
    [row] = table(found)["%"]
    assert (row.named.name, row.named.unit, row.period) == ("I, Nämnden", "n", "2025, hittills i år")
    assert row.movement == "för få värden (3)"


def test_indicators_without_a_split_are_grouped_by_why():
    found = following(
        [subject("a", split_by_gender=False, no_split_reason="Gäller hus, inte personer."),
         subject("b"), subject("c", split_by_gender=False, no_split_reason="Gäller hus, inte personer"),
         subject("d", split_by_gender=False, no_split_reason="Okänt."), subject("e", split_by_gender=False),
         subject("f", split_by_gender=False, no_split_reason="Gäller hus, inte personer")],
        pair("f", 1.0, 2.0),
    )  # fmt: skip
    assert groups(without_split(found)) == {
        "Gäller hus, inte personer": ["a", "c"], "Okänt": ["d"], "Planen säger inte varför": ["e"],
    }  # fmt: skip
    assert [row.named.indicator for row in table(found)["%"]] == ["f"], "split after all"


def test_why_a_split_is_missing_for_the_period():
    hidden = pair("hidden", 1.0, 2.0)
    hidden[0]["status"] = "suppressed"
    found = following(
        [subject(name) for name in
         ("hidden", "women", "men", "total", "nothing", "apart", "older", "whole", "elsewhere")],
        [*hidden, outcome("women", "M", 1.0), outcome("men", "K", 1.0), outcome("total", "T", 1.0),
         outcome("apart", "K", 1.0, 2025), outcome("apart", "M", 1.0, 2024),
         *pair("older", 1.0, 2.0, 2023), outcome("older", "T", 1.5, 2025),
         *pair("whole", 1.0, 2.0), outcome("whole", "T", 1.5)],
        mode=DataMode.EXAMPLE, elsewhere=["elsewhere"],
    )  # fmt: skip
    assert groups(split_missing(found)) == {
        "Utfallet skyddas av sekretess": ["hidden"],
        "Utfall saknas för kvinnor": ["women"],
        "Utfall saknas för män": ["men"],
        "Utfall finns bara totalt": ["total"],
        "Inga utfall är inlästa": ["nothing"],
        "Könens senaste utfall gäller olika perioder": ["apart"],
        "Det uppdelade utfallet är äldre än det totala": ["older"],
        "Har inga exempelvärden; verkliga utfall finns": ["elsewhere"],
    }
    assert [row.named.indicator for row in table(found)["%"]] == ["older", "whole"]


def test_examples_are_not_promised_to_those_who_look_at_real_outcomes():
    found = following([subject("i")], [], elsewhere=["i"])
    assert groups(split_missing(found)) == {"Inga utfall är inlästa": ["i"]}


def test_every_subject_is_somewhere():
    """A gap, a reason for none, or a reason for no split: nothing is left out in silence."""
    names = [f"i{at}" for at in range(6)]
    found = following(
        [subject(name, split_by_gender=at != 0, no_split_reason="x") for at, name in enumerate(names)],
        [*pair("i1", 1.0, 2.0), outcome("i2", "K", 1.0), outcome("i3", "T", 1.0), *pair("i4", 1.0, None)],
    )
    placed = [row.named.indicator for rows in table(found).values() for row in rows]
    placed += [name for found_groups in (without_split(found), split_missing(found))
               for members in groups(found_groups).values() for name in members]  # fmt: skip
    assert sorted(placed) == names
