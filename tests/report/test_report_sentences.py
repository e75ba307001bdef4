"""The sentences about attainment, all of them: every combination of statuses for women, men and in total.

`sentences.txt` holds what they must say, read through by hand as Swedish: grammatical, and never against the statuses
that it stands beside. A status of `–` cannot be judged.
"""

import itertools
from pathlib import Path

import pytest
from report_rows import NOTHING, WITHOUT_TARGET, by_gender, following, row

from kpi.model import Gender, Status
from kpi.report.answer import answer, distance
from kpi.report.findings import findings

VALUES = {"met": 31, "near": 29, "not_met": 20}
EXPECTED = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").split("\n\n")[1:]
MARKS = {"uppnått": "met", "nära": "near", "ej": "not_met", "–": "unjudged"}
TABLE = {
    tuple(MARKS[word] for word in statuses.split()): (said, found)
    for statuses, said, found in (block.strip().split("\n") for block in EXPECTED)
}
COMBINATIONS = list(itertools.product(MARKS.values(), repeat=3))


def made(statuses):
    """The rows of one nyckeltal with these statuses; one that cannot be judged is protected."""
    return [
        {"gender": gender, "status": status, "value": VALUES[status]}
        if status in VALUES
        else {"gender": gender, "status": status, "reason": "suppressed", "observation_status": "suppressed"}
        for gender, status in zip(Gender, statuses, strict=True)
    ]


def said(rows):
    return " ".join(answer(following(*rows), by_gender(**{one["gender"]: row(**one) for one in rows})))


def plain(text):
    return text.replace("\u00a0", " ")


def test_the_table_is_whole():
    assert set(TABLE) == set(COMBINATIONS)


@pytest.mark.parametrize("statuses", COMBINATIONS, ids="-".join)
def test_every_combination_of_statuses(statuses):
    rows = made(statuses)
    found = findings(following(*rows))
    sentence = f"{found[0].name} {found[0].text}" if found else "–"
    assert (plain(said(rows)), plain(sentence)) == TABLE[statuses]


@pytest.mark.parametrize("statuses", COMBINATIONS, ids="-".join)
def test_a_finding_carries_the_worst_status_and_says_so(statuses):
    judged = [status for status in statuses if status != "unjudged"]
    found = findings(following(*made(statuses)))
    if {"near", "not_met"}.isdisjoint(judged):
        assert found == []
        return
    worst = "not_met" if "not_met" in judged else "near"
    assert found[0].status == worst
    words = {"not_met": ("inte", "varken"), "near": ("nära",)}[worst]
    assert any(word in found[0].text for word in words)


def test_no_value_has_the_wrong_gender():
    rows = [
        {"gender": "K", "status": "not_met", "value": 11}, {"gender": "M", "status": "met", "value": 44},
        {"gender": "T", "status": "near", "value": 29},
    ]  # fmt: skip
    assert plain(said(rows)) == (
        "Målvärdet, minst 30 %, nås för män (44 %) men inte för kvinnor (11 %). Totalt är det nära (29 %)."
    )


def test_only_the_total_is_split_from_nobody():
    assert plain(said([{"gender": "T", "status": "met", "value": 74}])) == (
        "Målvärdet, minst 30 %, nås: utfallet är 74 %."
    )


def test_women_and_men_with_a_target_each():
    rows = [
        {"gender": "K", "status": "met", "value": 35, "target_value": 30.0},
        {"gender": "M", "status": "not_met", "value": 35, "target_value": 40.0},
    ]
    assert plain(said(rows)) == (
        "Kvinnor: målvärdet, minst 30 %, nås (35 %). Män: målvärdet, minst 40 %, nås inte (35 %)."
    )


CHANGE = {
    "gender": "T", "status": "not_met", "value": 690, "measure": "ton", "target_kind": "change_at_most",
    "target_value": -42.0, "base_year": 2019, "distance": 11.0, "distance_in": "percentage_points_of_change",
}  # fmt: skip


def test_a_target_of_change_is_answered_with_the_change():
    assert plain(said([CHANGE])) == (
        "Målvärdet, en minskning med minst 42 % jämfört med 2019, nås inte: förändringen är −31,0 %, till 690."
    )
    found = findings(following(CHANGE))
    assert plain(found[0].text) == (
        "når inte målet, en minskning med minst 42 % jämfört med 2019: förändringen är −31,0 %."
    )


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([{"gender": "T", "status": "unjudged", "reason": "no_outcome"}],
         "Målvärdet, minst 30 %, kan inte bedömas: utfall saknas. Inga utfall är inlästa ännu."),
        ([{"gender": "T", **WITHOUT_TARGET}], "Nyckeltalet följs utan målvärde. Inga utfall är inlästa ännu."),
        ([{"gender": "T", **WITHOUT_TARGET, "value": 12}],
         "Nyckeltalet följs utan målvärde. Senaste utfall, 2025: totalt 12 %."),
        ([{"gender": g, **WITHOUT_TARGET, "value": v, "gap": -4} for g, v in zip("KMT", (10, 14, 12), strict=True)],
         "Nyckeltalet följs utan målvärde. Senaste utfall, 2025: kvinnor 10 %, män 14 % och totalt 12 %. "
         "Skillnaden mellan kvinnor och män är 4 procentenheter."),
        # Before the year when it must be met, there is a target but no status.
        ([{"gender": "T", "value": 12, "by_year": 2030}],
         "Målvärdet, minst 30 %, ska vara nått 2030 och bedöms då. Senaste utfall, 2025: totalt 12 %."),
        ([{"gender": "T", "value": 12, "status": "unjudged", "reason": "year_not_over"}],
         "Målvärdet, minst 30 %, kan inte bedömas: året är inte slut. Senaste utfall, 2025: totalt 12 %."),
        ([{"gender": "T", "value": 12, "status": "unjudged", "reason": "ambiguous_target", "target_code": "t|u",
           "target_kind": None, "target_value": NOTHING}],
         "Det går inte att bedöma: flera målvärden gäller lika mycket. Senaste utfall, 2025: totalt 12 %."),
        ([{"gender": "T", "value": 31, "status": "met", "so_far": True}],
         "Målvärdet, minst 30 %, nås: utfallet är 31 %. Värdet gäller hittills i år."),
        ([{"gender": "T", "value": 31, "status": "met", "target_origin": "guideline"}],
         "Målvärdet, minst 30 %, nås: utfallet är 31 %. "
         "Bedömningen gäller ett riktvärde (Nationellt mål), inte ett av planens egna mål."),
    ],
)  # fmt: skip
def test_what_is_said_when_there_is_less_to_say(rows, text):
    assert plain(said(rows)) == text


@pytest.mark.parametrize(
    ("women", "men", "total", "text"),
    [
        ("improving", "improving", None, "Utvecklingen förbättras för både kvinnor och män."),
        ("worsening", "worsening", "worsening", "Utvecklingen försämras för både kvinnor och män."),
        ("no_certain_change", "no_certain_change", None, "Ingen säker förändring för något av könen."),
        ("improving", "no_certain_change", None,
         "Utvecklingen förbättras för kvinnor och visar ingen säker förändring för män."),
        ("improving", "worsening", None, "Utvecklingen förbättras för kvinnor och försämras för män."),
        # Where neither way is better, it is the value that moves.
        ("increasing", "increasing", None, "Värdet ökar för både kvinnor och män."),
        ("no_certain_change", "decreasing", None,
         "Värdet visar ingen säker förändring för kvinnor och minskar för män."),
        (None, None, "improving", "Utvecklingen förbättras."),
        (None, None, "decreasing", "Värdet minskar."),
        (None, None, "no_certain_change", "Ingen säker förändring."),
        (None, None, None, ""),
    ],
)  # fmt: skip
def test_development(women, men, total, text):
    rows = [
        {"gender": gender, **WITHOUT_TARGET, "value": 1, "trend_verdict": verdict}
        for gender, verdict in zip(Gender, (women, men, total), strict=True)
    ]
    start = "Nyckeltalet följs utan målvärde. Senaste utfall, 2025: kvinnor 1 %, män 1 % och totalt 1 %."
    assert plain(said(rows)) == f"{start} {text}".strip()


def test_a_difference_that_is_not_zero_is_not_written_as_zero():
    rows = [{"gender": gender, **WITHOUT_TARGET, "value": 1, "gap": -0.04} for gender in "KMT"]
    assert plain(said(rows)).endswith("Skillnaden mellan kvinnor och män är 0,04 procentenheter.")
    rows = [{"gender": gender, **WITHOUT_TARGET, "value": 1, "gap": 0} for gender in "KMT"]
    assert said(rows).endswith("Kvinnor och män har samma värde.")


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ({"distance": 1.1, "decimals": 1}, "1,1 procentenheter över målvärdet"),
        ({"distance": -4.3, "decimals": 1}, "4,3 procentenheter under målvärdet"),
        ({"distance": -1.0}, "1 procentenhet under målvärdet"),
        ({"distance": 0.04}, "0,04 procentenheter över målvärdet"),
        ({"distance": 0.0}, "lika med målvärdet"),
        ({"distance": 37.7, "decimals": 1, "measure": "recept"}, "37,7 recept över målvärdet"),
        ({"distance": 11.0, "distance_in": "percentage_points_of_change"},
         "förändringen är 11,0 procentenheter över den som krävs"),
        ({"distance": 1.4, "decimals": 1, "target_kind": "below_reference"}, "1,4 procentenheter över riket"),
        ({"distance": NOTHING}, ""),
    ],
)  # fmt: skip
def test_distance(parts, text):
    assert plain(distance(row(**parts), "Riket")) == text


def test_missed_ones_come_first_and_other_units_are_named():
    follow = following(
        {"indicator": "a", "gender": "T", "status": "near", "value": 29, "short_name": "A"},
        {"indicator": "b", "gender": "T", "status": "not_met", "value": 20, "short_name": "B", "unit": "rs"},
        {"indicator": "c", "gender": "T", "status": "met", "value": 40, "short_name": "C"},
    )
    assert [(one.name, one.status) for one in findings(follow)] == [
        ("B, Regionstyrelsen", Status.NOT_MET),
        ("A", Status.NEAR),
    ]


def test_the_gap_and_the_development_follow_the_sentence():
    rows = [
        {"gender": "K", "status": "not_met", "value": 20, "gap": -11.0, "trend_verdict": "worsening"},
        {"gender": "M", "status": "met", "value": 31, "gap": -11.0, "trend_verdict": "worsening"},
    ]
    assert plain(findings(following(*rows))[0].text) == (
        "når målet för män men inte för kvinnor. Skillnaden är 11 procentenheter. Utvecklingen försämras."
    )
