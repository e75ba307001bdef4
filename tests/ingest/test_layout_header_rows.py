"""Headers of several rows, merged or not, read back the same: any two or three kinds of key above each other."""

from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_making import MANY, NAMES, UNITS, Made, assert_same, made
from layout_writing import ABOVE, FORMS, LEFT, Sheets, in_merged_xlsx

from kpi.ingest.layout.answers import Answers
from kpi.store import Store

HEADS = ("Nyckeltal", "Region", "Kön", "Period")
Axes = tuple[int, ...]


def text(m: Made, axis: int, code: str, *, in_header: bool = False) -> str:
    """A key as it is written; a number alone is no header of a unit."""
    units = {code: names[0] for code, names in UNITS.items()} if in_header else m.units
    return (NAMES, units, m.genders, m.periods)[axis][code]


def below(m: Made, across: Axes, *, merged: bool, heads_last: bool = False) -> Sheets:
    """A table whose header has a row for each of `across`, from top to bottom, and a column for every other key.

    heads_last: the columns of keys are named in the last of the rows, else in the first.
    """
    down = [axis for axis in range(4) if axis not in across]
    columns = list(product(*(m.axis(axis) for axis in across)))
    keys = list(product(*(m.axis(axis) for axis in down)))
    named = len(across) - 1 if heads_last else 0
    header = [
        [*_heads(down, level, named), *_level(m, across, columns, level)] for level in range(len(across))
    ]  # fmt: skip
    rows = []
    for at, key in enumerate(keys):
        above = keys[at - 1] if merged and at else ()
        told = [
            ABOVE if above[: i + 1] == key[: i + 1] else text(m, axis, key[i]) for i, axis in enumerate(down)
        ]  # fmt: skip
        rows.append([*told, *(m.cell(*_ordered(down, key, across, column)) for column in columns)])
    return {"A": [*header, *rows]}


def _heads(down: list[int], level: int, named: int) -> list[object]:
    if level == named:
        return [HEADS[axis] for axis in down]
    return [ABOVE if level > named else None for _ in down]


def _level(m: Made, across: Axes, columns: list[tuple[str, ...]], level: int) -> list[object]:
    """One row of the header: a text for all the columns below it."""
    befores = [None, *(column[: level + 1] for column in columns)]
    return [
        LEFT if column[: level + 1] == before else text(m, across[level], column[level], in_header=True)
        for before, column in zip(befores, columns, strict=False)
    ]


def _ordered(down: list[int], key: tuple[str, ...], across: Axes, column: tuple[str, ...]) -> tuple[str, ...]:
    """The key of an outcome: nyckeltal, unit, gender, period."""
    by_axis = dict(zip([*down, *across], [*key, *column], strict=True))
    return tuple(by_axis[axis] for axis in range(4))


@pytest.mark.parametrize("heads_last", [False, True])
@pytest.mark.parametrize("levels", [2, 3])
def test_merged_headers_read_back_the_same(store: Store, levels: int, heads_last: bool) -> None:
    @MANY
    @given(made(), st.sampled_from([*permutations(range(4), levels)]))
    def check(m: Made, across: Axes) -> None:
        assert_same(store, m, in_merged_xlsx(below(m, across, merged=True, heads_last=heads_last)), Answers())

    check()


@pytest.mark.parametrize("heads_last", [False, True])
def test_two_rows_without_merged_cells_read_back_the_same(store: Store, heads_last: bool) -> None:
    @MANY
    @given(made(), st.sampled_from([*permutations(range(4), 2)]), st.sampled_from([*FORMS]))
    def check(m: Made, across: Axes, form: str) -> None:
        assert_same(store, m, FORMS[form](below(m, across, merged=False, heads_last=heads_last)), Answers())

    check()
