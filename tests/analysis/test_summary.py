"""The distribution of statuses per gender, goal and plan."""

import pandas as pd
from frames import observations, subjects, targets, yearly

from kpi.analysis import assess, summarise
from kpi.model import Period


def summary(parents=None):
    """Goals a1 and a2 beneath a, and b: met, near, not met, unjudged, waiting, a guideline and one without target."""
    own = [("a1", 80), ("a1", 105), ("a2", 200), ("a2", None), ("a2", 80), ("b", 80), ("b", 80)]
    table = assess(
        subjects(*({"indicator": f"i{n}", "goal": goal, "split_by_gender": n < 3} for n, (goal, _) in enumerate(own))),
        targets(
            *({"code": f"t{n}", "indicator": f"i{n}", "value": 100} for n in range(4)),
            {"code": "t4", "indicator": "i4", "value": 100, "by_year": 2030},
            {"code": "t5", "indicator": "i5", "value": 100, "plan": None, "origin": "guideline"},
        ),
        observations(*(one for n, (_, value) in enumerate(own) for one in yearly({2025: value}, indicator=f"i{n}"))),
        Period.year(2025),
    )
    found = summarise(table, parents)
    return found.assign(goal=found["goal"].where(found["goal"].notna(), "plan")).set_index(["goal", "gender"])


def test_only_the_plans_own_targets_count_and_the_unjudged_count_apart():
    whole = summary().loc[("plan", "T")]
    assert whole[["met", "near", "not_met", "unjudged", "waiting"]].tolist() == [1, 1, 1, 1, 1]
    assert (whole["targets"], whole["judged"], whole["share_met"]) == (5, 3, 1 / 3)
    women = summary().loc[("plan", "K")]
    assert (women["unjudged"], women["judged"], women["targets"]) == (3, 0, 3)
    assert pd.isna(women["share_met"])


def test_goals_without_targets_have_no_row_and_parents_sum_up_what_hangs_beneath():
    alone = summary()
    assert set(alone.index.get_level_values("goal")) == {"plan", "a1", "a2"}
    tree = summary({"a1": "a", "a2": "a", "a": None, "b": None})
    assert tree.loc[("a", "T"), "targets"] == 5
    assert tree.loc[("a1", "T"), "share_met"] == 0.5
    assert tree.loc[("a2", "T")]["not_met"] == 1


def test_an_indicator_on_two_goals_counts_once_in_the_plan():
    table = assess(
        subjects({"goal": "a"}, {"goal": "b"}),
        targets({"value": 1}),
        observations(*yearly({2025: 1})),
        Period.year(2025),
    )
    found = summarise(table).set_index(["gender"]).loc["T"]
    assert found["met"].tolist() == [1, 1, 1]


def test_no_targets_give_an_empty_summary_with_columns():
    found = summarise(assess(subjects(), targets(), observations(), Period.year(2025)))
    assert found.empty
    assert "share_met" in found
