"""What is unusual is told with its place, stored only with a word of why, and kept with the delivery."""

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_files import HEADER, csv, fingerprint
from ingest_store import ACTOR, filled

from accepting import stored
from kpi.errors import UserError
from kpi.ingest.upload import check, commit
from kpi.store import Store
from kpi.store.deliveries import acknowledgements, withdraw

STEADY = [f"sjuktal;0023;{year};K;{5 + year % 3 / 10:.1f}".replace(".", ",") for year in range(2015, 2025)]
PARTS = ";".join([*HEADER, "täljare", "nämnare"])


def warned(store: Store, *rows: str, header: str = ";".join(HEADER), name: str = "b.csv") -> dict[str, int]:
    return {each.key: each.count for each in check(store, csv(*rows, header=header), name).warnings}


def test_a_jump_far_outside_the_series_own_variation(store: Store) -> None:
    stored(store, check(store, csv(*STEADY), "a.csv"), ACTOR)
    assert warned(store, "sjuktal;0023;2025;K;5,3") == {}
    checked = check(store, csv("sjuktal;0023;2025;K;52"), "b.csv")
    assert [each.key for each in checked.warnings] == ["unusual-jump"]
    said = str(checked.warnings[0].examples[0])
    assert said == "rad 2, kolumnen värde, värdet ”52”: Ovanligt hopp: 5,2 → 52."


@pytest.mark.parametrize(("before", "now", "odd"), [("12,1", "121", True), ("12,1", "14", False), ("20", "3", True)])
def test_in_a_short_series_a_misplaced_decimal_sign(store: Store, before: str, now: str, odd: bool) -> None:
    rows = [f"antibiotikarecept;0023;2024;T;{before}", f"antibiotikarecept;0023;2025;T;{now}"]
    assert ("unusual-jump" in warned(store, *rows)) is odd


def test_what_is_in_the_store_already_is_not_told_again(store: Store) -> None:
    rows = [*STEADY, "sjuktal;0023;2025;K;52"]
    stored(store, check(store, csv(*rows), "a.csv"), ACTOR)
    assert warned(store, *rows) == {}


def test_a_gap_is_told_where_it_is_made(store: Store) -> None:
    stored(store, check(store, csv(*STEADY), "a.csv"), ACTOR)
    assert warned(store, "sjuktal;0023;2025;K;5,1", "sjuktal;0023;2026;K;5,2").get("unusual-gap", 0) == 0
    assert warned(store, "sjuktal;0023;2026;K;5,2")["unusual-gap"] == 1


@pytest.mark.parametrize(
    ("indicator", "total", "odd"),
    [
        ("sjuktal", "4", False),
        ("sjuktal", "6", True),
        ("sjuktal", "8", True),
        ("utslapp", "8", False),
        ("utslapp", "9", True),
    ],
)
def test_a_total_outside_the_genders_but_not_a_sum(store: Store, indicator: str, total: str, odd: bool) -> None:
    rows = [f"{indicator};0023;2024;{gender};{value}" for gender, value in (("K", "5"), ("M", "3"), ("T", total))]
    assert ("unusual-total" in warned(store, *rows)) is odd


@pytest.mark.parametrize(
    ("row", "odd"),
    [
        ("sjuktal;0023;2024;T;25;1;4", False),
        ("sjuktal;0023;2024;T;33,3;1;3", False),
        ("sjuktal;0023;2024;T;0,25;1;4", True),
        ("sjuktal;0023;2024;T;26,5;1;4", True),
        ("antibiotikarecept;0023;2024;T;250;1;4", False),
        ("antibiotikarecept;0023;2024;T;260;1;4", True),
    ],
)
def test_parts_that_do_not_give_the_value(store: Store, row: str, odd: bool) -> None:
    assert ("unusual-parts" in warned(store, row, header=PARTS)) is odd


def test_shares_where_percent_are_expected(store: Store) -> None:
    shares = [f"sjuktal;0023;{year};T;0,0{year % 5 + 3}" for year in range(2015, 2025)]
    assert warned(store, *shares)["unusual-shares"] == 1
    assert "unusual-shares" not in warned(store, *STEADY)


def test_a_period_that_has_not_begun(store: Store) -> None:
    assert warned(store, "sjuktal;0023;2099;T;5")["unusual-future"] == 1


def test_fewer_rows_than_the_last_time(store: Store) -> None:
    number = stored(store, check(store, csv(*STEADY), "a.csv"), ACTOR)
    assert warned(store, *STEADY[:-1], name="a.csv") == {"unusual-fewer": 1}
    assert warned(store, *STEADY[:-1]) == {}
    withdraw(store, number, ACTOR, "fel fil")
    assert "unusual-fewer" not in warned(store, *STEADY[:-1], name="a.csv")


def test_nothing_is_stored_without_a_word_of_why_for_each_and_the_words_are_kept(store: Store) -> None:
    checked = check(store, csv("sjuktal;0023;2099;T;5", "sjuktal;0023;2097;T;5"), "a.csv")
    before = fingerprint(store)
    assert {each.key for each in checked.warnings} == {"unusual-future", "unusual-gap"}
    for accepted in ({}, {"unusual-future": "rätt"}, {"unusual-future": "rätt", "unusual-gap": "  "}):
        with pytest.raises(UserError) as refused:
            commit(store, checked, ACTOR, "prov", accepted)
        assert refused.value.key == "warnings-left"
    assert fingerprint(store) == before
    number = commit(store, checked, ACTOR, "prov", {"unusual-future": "prognos", "unusual-gap": "mäts vartannat år"})
    kept = {one.reason: one for one in acknowledgements(store, number)}
    assert set(kept) == {"prognos", "mäts vartannat år"}
    assert kept["prognos"].rows == 2
    assert re.match(r"rad 2, kolumnen period", kept["prognos"].example)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 10_000), min_size=2, max_size=14), st.integers(0, 13))
def test_jumps_as_worked_out_value_by_value(
    tmp_path_factory: pytest.TempPathFactory, values: list[int], at: int
) -> None:

    opened = filled(tmp_path_factory.mktemp("hopp") / "k.duckdb")
    rows = [f"energi;0023;{2000 + i};T;{value}" for i, value in enumerate(values)]
    found = check(opened, csv(*rows), "a.csv").warnings
    told = {int(fault.place.row or 0) - 2 for each in found if each.key == "unusual-jump" for fault in each.examples}
    opened.close()
    changes = [abs(b - a) for a, b in itertools.pairwise(values)]
    middle = sorted(changes)
    half = len(middle) // 2
    typical = middle[half] if len(middle) % 2 else (middle[half - 1] + middle[half]) / 2
    for i, change in enumerate(changes, start=1):
        before, now = values[i - 1], values[i]
        if len(changes) > 5:
            odd = typical > 0 and change > 8 * typical and change > before / 3
        else:
            odd = now / before > 5 or now / before < 1 / 5
        assert (i in told) is odd, (values, i)
