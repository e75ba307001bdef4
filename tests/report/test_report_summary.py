"""A goal area's distribution in a sentence: counted, never graded."""

from types import SimpleNamespace

import pytest
from report_rows import ROW, WITHOUT_TARGET, following

from kpi.model import Gender, Status
from kpi.report.summary import area_sentence, counts_by_gender

AREA = SimpleNamespace(codes={"g"})


def following_statuses(*statuses):
    rows = [{"indicator": f"i{n}", "gender": "T", "status": status} for n, status in enumerate(statuses)]
    return following(*rows)


@pytest.mark.parametrize(
    ("statuses", "text"),
    [
        (["met"], "Det enda målvärdet är uppnått."),
        (["near"], "Det enda målvärdet är nära att nås."),
        (["not_met"], "Det enda målvärdet är ej uppnått."),
        (["unjudged"], "Det enda målvärdet kan inte bedömas."),
        (["unjudged"] * 3, "Inget av de tre målvärdena kan bedömas."),
        (["met", "met"], "Av två nyckeltal med målvärde är två uppnådda."),
        (["met", "near", "not_met"], "Av tre nyckeltal med målvärde är ett uppnått, ett nära och ett ej uppnått."),
        (["met", "not_met", "not_met"], "Av tre nyckeltal med målvärde är ett uppnått och två ej uppnådda."),
        (["met", "unjudged"], "Av två nyckeltal med målvärde är ett uppnått. Ett kan inte bedömas."),
        (["near"] * 11 + ["unjudged"] * 2, "Av 13 nyckeltal med målvärde är elva nära. Två kan inte bedömas."),
    ],
)
def test_area_sentence(statuses, text):
    assert area_sentence(following_statuses(*statuses), AREA) == text


def test_an_area_without_targets_and_one_without_indicators():
    follow = following({"gender": "T", **WITHOUT_TARGET})
    assert area_sentence(follow, AREA) == "Här finns inga målvärden; nyckeltalen följs över tid."
    other = area_sentence(follow, SimpleNamespace(codes={"annat"}))
    assert other.startswith("Inget av planens nyckeltal hör hit.")


def test_guidelines_are_not_counted_among_the_plans_own_targets():
    follow = following(
        {"gender": "K", "status": "met"}, {"gender": "M", "status": "not_met"},
        {"indicator": "j", "gender": "K", "status": "not_met", "target_origin": "guideline"},
    )  # fmt: skip
    counts = counts_by_gender(follow.assessed)
    assert counts[Gender.WOMEN] == {Status.MET: 1, Status.NEAR: 0, Status.NOT_MET: 0, Status.UNJUDGED: 0}
    assert counts[Gender.MEN][Status.NOT_MET] == 1
    assert sum(counts[Gender.TOTAL].values()) == 0


def test_the_rows_by_hand_have_the_columns_that_sentences_read():
    """A column that the assessment no longer has would make these tests pass on something that is not there."""
    from kpi.analysis.columns import COLUMNS
    from kpi.follow_up import DESCRIBED

    assert set(ROW) <= {*COLUMNS, *DESCRIBED}
