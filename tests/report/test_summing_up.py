"""The summing-up against an independent one that counts with loops: per gender, goal and plan, whatever the tree."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.model import Gender, Status
from kpi.report.summing_up import Summed, share_words, summed_up

GENDERS = ["K", "M", "T"]
STATUSES = ["met", "near", "not_met", "unjudged", None]


@st.composite
def plans(draw):
    """Goals in a tree of any depth, and assessed rows: nyckeltal that hang on one or several goals, or on none."""
    number = draw(st.integers(1, 7))
    goals = [{"code": f"g{n}", "parent": f"g{draw(st.integers(0, n - 1))}" if n and draw(st.booleans()) else None}
             for n in range(number)]  # fmt: skip
    rows = []
    for n in range(draw(st.integers(0, 8))):
        on = draw(st.lists(st.integers(0, number - 1), max_size=3, unique=True)) or [None]
        split, origin = draw(st.booleans()), draw(st.sampled_from(["plan", "plan", "guideline", None]))
        unit = draw(st.sampled_from(["0023", "rs"]))
        for gender in GENDERS if split else ["T"]:
            status = draw(st.sampled_from(STATUSES)) if origin else None
            rows += [{"goal": None if one is None else f"g{one}", "indicator": f"i{n}", "unit": unit, "gender": gender,
                      "status": status, "target_origin": origin} for one in on]  # fmt: skip
    return goals, rows


def naive(goals, rows):
    """goal or None → gender → the five counts and the share, by asking each goal for all that is beneath it."""

    def beneath(code):
        found = [code]
        for goal in goals:
            if goal["parent"] == code:
                found += beneath(goal["code"])
        return found

    def count(wanted):
        answer = {}
        for gender in GENDERS:
            seen = {}
            for row in rows:
                if row["gender"] == gender and row["target_origin"] == "plan" and wanted(row["goal"]):
                    seen[row["indicator"], row["unit"]] = row["status"]
            if seen:
                found = [sum(1 for status in seen.values() if status == one) for one in STATUSES]
                judged = found[0] + found[1] + found[2]
                answer[gender] = (*found, found[0] / judged if judged else None)
        return answer

    made = {goal["code"]: count(beneath(goal["code"]).__contains__) for goal in goals}
    made[None] = count(lambda _: True)
    return {code: answer for code, answer in made.items() if answer}


@given(plans())
def test_it_is_what_loops_count(plan):
    goals, rows = plan
    columns = ["goal", "indicator", "unit", "gender", "status", "target_origin"]
    assessed = pd.DataFrame(rows, columns=columns, dtype=object)
    found = summed_up(assessed, pd.DataFrame(goals, dtype=object))
    shown = {
        code: {gender.value: (one.met, one.near, one.not_met, one.unjudged, one.waiting,
                              None if one.share is None else float(one.share)) for gender, one in attained.items()}
        for code, attained in found.items()
    }  # fmt: skip
    assert shown == naive(goals, rows)


def test_the_share_counts_the_judged_alone():
    one = Summed(met=1, near=1, not_met=1, unjudged=4, waiting=2)
    assert (one.judged, one.targets) == (3, 9)
    assert one.share == pytest.approx(1 / 3)
    assert Summed(unjudged=2).share is None


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"met": 1, "near": 1}, "1 av 2 uppnådda (50 %)"),
        ({"met": 2, "not_met": 1, "unjudged": 3}, "2 av 3 uppnådda (67 %); 3 kan ej bedömas"),
        ({"unjudged": 1}, "den enda kan inte bedömas"),
        ({"unjudged": 4, "waiting": 2}, "ingen av 4 kan bedömas; 2 bedöms ett senare år"),
        ({"met": 1, "waiting": 1}, "1 av 1 uppnådda (100 %); 1 bedöms ett senare år"),
        ({"waiting": 1}, "1 bedöms ett senare år"),
    ],
)
def test_in_words(counts, words):
    assert share_words(Summed(**counts)).replace("\u00a0", " ") == words


def test_only_statuses_that_any_has_are_worded():
    assert Summed(met=1, unjudged=2, waiting=1).worded == [
        (Status.MET, "1 uppnått"), (Status.UNJUDGED, "2 kan ej bedömas"),
    ]  # fmt: skip
    assert list(Gender) == GENDERS
