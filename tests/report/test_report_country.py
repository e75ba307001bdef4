"""What is said of a comparison with the country, and what is said when there is none."""

import pytest
from report_rows import NOTHING, row

from kpi.analysis.comparison import ComparisonReason
from kpi.model import Gender
from kpi.report.country import comparable, country_sentences, difference_words, rank_words, verdict_words

NONE = {
    "rank": None, "rank_of": None, "rank_reason": "no_reference", "difference": NOTHING,
    "difference_reason": "no_reference", "verdict": None, "verdict_reason": "no_reference",
    "interval_lower": NOTHING, "interval_upper": NOTHING, "interval_method": None,
}  # fmt: skip


def standing(**parts):
    return row(**{**NONE, **parts})


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        (2.8, "2,8 procentenheter över riket"),
        (-1.0, "1,0 procentenhet under riket"),
        (0.0, "samma värde som riket"),
        (0.04, "0,04 procentenheter över riket"),
    ],
)
def test_a_difference_has_its_side_and_is_never_written_as_zero_when_it_is_not(difference, words):
    assert plain(difference_words(standing(difference=difference), row(decimals=1))) == words


@pytest.mark.parametrize("reason", ComparisonReason)
def test_what_cannot_be_compared_says_why(reason):
    one = standing(difference_reason=reason, verdict_reason=reason, rank_reason=reason)
    said = {difference_words(one, row()), verdict_words(one, row()), rank_words(one)}
    assert len(said) == 1
    assert said.pop().strip()
    assert not comparable(one)


def test_a_verdict_stands_with_its_interval_and_where_that_comes_from():
    one = standing(verdict="worse", interval_lower=60.69, interval_upper=61.31, interval_method="wilson")
    assert plain(verdict_words(one, row(decimals=1))) == "sämre än riket (95 % intervall 60,69 % till 61,31 %, Wilson)"


def test_the_place_stands_with_how_many():
    assert rank_words(standing(rank=7, rank_of=21)) == "plats 7 av 21"
    assert comparable(standing(rank=7, rank_of=21))


def test_the_lead_groups_the_genders_by_verdict_and_says_one_place():
    found = {
        Gender.WOMEN: standing(verdict="better", rank=2, rank_of=21),
        Gender.MEN: standing(verdict="better", rank=1, rank_of=21),
        Gender.TOTAL: standing(verdict="same", rank=3, rank_of=20),
    }
    assert country_sentences(found) == [
        "Jämfört med riket är utfallet bättre för kvinnor och för män och lika totalt.",
        "Bland regionerna: plats 3 av 20 totalt.",
    ]


def test_the_lead_says_nothing_of_the_country_where_nothing_is_judged():
    assert country_sentences({Gender.TOTAL: standing(difference=2.0, difference_reason=None)}) == []
    assert country_sentences({}) == []
