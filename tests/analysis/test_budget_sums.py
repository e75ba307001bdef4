"""Printed totals against their parts: in the shipped plan by another way of computing, and in drawn ones."""

import csv
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.analysis.budget.plan import budget
from kpi.analysis.budget.sums import Against, checks
from kpi.ingest.plan import read_plan
from kpi.settings import settings
from money_frames import amounts, items, types

FOLDER = settings().data / "plans" / "rs-2025"
KRONOR = {"Mkr": 10**6, "tkr": 10**3}


@pytest.fixture(scope="module")
def shipped():
    tables = read_plan(FOLDER).tables
    return budget(tables["cost_type"], tables["budget_item"], tables["budget_amount"])


@pytest.fixture(scope="module")
def naive():
    """Every figure in öre as a whole number, by item, cost type and year, straight out of the file."""
    with (FOLDER / "budgetbelopp.csv").open(encoding="utf-8") as file:
        return {
            (row["post"], row["kostnadsslag"], row["år"]): _ore(row["belopp"], row["måttenhet"])
            for row in csv.DictReader(file, delimiter=";")
        }


def _ore(text, unit):
    whole, _, part = text.replace(",", ".").partition(".")
    sign = -1 if whole.startswith("-") else 1
    return sign * (abs(int(whole)) * 10 ** len(part) + int(part or 0)) * 100 * KRONOR[unit] // 10 ** len(part)


def _named(field):
    with (FOLDER / "budgetposter.csv").open(encoding="utf-8") as file:
        return {row["kod"]: row[field].split("|") for row in csv.DictReader(file, delimiter=";") if row[field]}


def test_every_sum_of_the_shipped_plan_comes_out_the_same_another_way(shipped, naive):
    expected = {}
    for total, parts in _named("summa av").items():
        for (item, kind, year), printed in naive.items():
            if item == total:
                expected[total, kind, year, "parts"] = printed - sum(naive[part, kind, year] for part in parts)
    for item, kind, year in naive:
        by_type = [amount for (other, one, at), amount in naive.items() if (other, at) == (item, year) and one]
        if not kind and by_type:
            expected[item, "", year, "cost_types"] = naive[item, "", year] - sum(by_type)
    for item, others in _named("samma som").items():
        for year in {year for other, _, year in naive if other == item}:
            terms = [(-1 if one[0] == "-" else 1, one.lstrip("-")) for one in others]
            if all((other, "", year) in naive for _, other in terms):
                own = naive[item, "", year]
                expected[item, "", year, "same"] = own - sum(sign * naive[other, "", year] for sign, other in terms)
    found = {
        (one.cell[0], one.cell[1] or "", str(one.year), str(one.against)): int(one.difference * 100)
        for one in checks(shipped)
    }
    assert found == expected
    assert len(found) == 42


def test_the_differences_of_the_text(shipped):
    """Found by hand: what the text prints, what it would have to be, in millions."""
    found = {
        (one.cell[0], one.year): (one.printed.kronor / 10**6, one.computed / 10**6, one.rounding_explains)
        for one in checks(shipped)
        if one.differs
    }
    as_text = {key: (str(a.normalize()), str(b.normalize()), why) for key, (a, b, why) in found.items()}
    assert as_text == {
        ("atg_summa", 2027): ("36.7", "35.7", False),
        ("omr_fortroende", 2025): ("-4.4", "-4.3", True),
        ("omr_summa_tjansteman", 2025): ("-2182", "-2181.8", True),
        ("ram_tjansteman", 2025): ("-2181.8", "-2181.766", True),
        ("ram_summa", 2025): ("-2186.1", "-2186.4", True),
        ("omr_regiondirektor", 2025): ("-411", "-410.881", True),
        ("omr_regionstaben", 2025): ("-461", "-460.549", True),
        ("omr_utveckling", 2025): ("-334", "-334.411", True),
        ("omr_vardval", 2025): ("-976", "-975.925", True),
        ("for_it", 2025): ("81.7", "81.68", True),
        ("for_mta", 2025): ("47.1", "47.104", True),
    }


def test_tenths_that_no_float_holds_are_equal():
    plan = budget(
        types(),
        items(("a", "frame", {}), ("b", "frame", {}), ("whole", "frame", {"sum_of": "a|b"})),
        amounts(("a", None, 2025, "0.1", "Mkr"), ("b", None, 2025, "0.2", "Mkr"), ("whole", None, 2025, "0.3", "Mkr")),
    )
    [one] = checks(plan)
    assert (one.against, one.differs, one.difference) == (Against.PARTS, False, 0)


def test_a_part_without_a_figure_is_not_zero():
    plan = budget(
        types(),
        items(("a", "frame", {}), ("b", "frame", {}), ("whole", "frame", {"sum_of": "a|b"})),
        amounts(("a", None, 2025, "5", "Mkr"), ("b", None, 2024, "1", "Mkr"), ("whole", None, 2025, "5", "Mkr")),
    )
    [one] = checks(plan)
    assert (one.computed, one.difference, one.differs) == (None, None, False)


UNITS = st.sampled_from(["Mkr", "tkr", "kr"])
PARTS = st.lists(st.tuples(st.integers(-(10**9), 10**9), st.integers(0, 3), UNITS), min_size=1, max_size=8)


@given(PARTS, st.integers(-(10**9), 10**9), st.integers(0, 3), UNITS)
def test_the_difference_is_exact_and_changes_with_the_printed_total(parts, total, decimals, unit):
    """Whatever units and decimals: in hundredths of an öre as whole numbers."""
    written = [(Decimal(number).scaleb(-places), places, unit) for number, places, unit in parts]
    codes = [f"p{at}" for at in range(len(written))]
    plan = budget(
        types(),
        items(*((code, "frame", {}) for code in codes), ("whole", "frame", {"sum_of": "|".join(codes)})),
        amounts(
            *((code, None, 2025, str(amount), its) for code, (amount, _, its) in zip(codes, written, strict=True)),
            ("whole", None, 2025, str(Decimal(total).scaleb(-decimals)), unit),
        ),
    )
    scale = {"Mkr": 10**6, "tkr": 10**3, "kr": 1}
    small = 10**4
    exact = total * scale[unit] * small // 10**decimals - sum(
        number * scale[its] * small // 10**places for number, places, its in parts
    )
    [one] = checks(plan)
    assert one.difference * small == exact
    most = sum(scale[its] * small // (2 * 10**places) for _, places, its in [*parts, (0, decimals, unit)])
    assert one.rounding_explains == (abs(exact) <= most)


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=6))
def test_rounded_parts_of_a_rounded_total_are_always_explained(tkr):
    """Parts and total rounded to whole millions from the same thousands."""
    rounded = [str(Decimal(each).scaleb(-3).quantize(Decimal(1))) for each in [*tkr, sum(tkr)]]
    codes = [f"p{at}" for at in range(len(tkr))]
    plan = budget(
        types(),
        items(*((code, "frame", {}) for code in codes), ("whole", "frame", {"sum_of": "|".join(codes)})),
        amounts(*((code, None, 2025, text, "Mkr") for code, text in zip([*codes, "whole"], rounded, strict=True))),
    )
    [one] = checks(plan)
    assert one.rounding_explains


def test_items_keep_the_plans_order(shipped):
    codes = list(shipped.items)
    assert all(
        codes.index(one) < codes.index(other) for one, other in pairwise(["atg_summa", "ram_summa", "inv_summa"])
    )
