"""Any table of outcomes, written in any of the layouts that are understood, reads back the same."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_making import FEW, MANY, MONTHS, NAMES, UNITS, Made, assert_same, made
from layout_writing import FORMS, Rows, Sheets, in_xlsx

from kpi.ingest.layout import Role
from kpi.ingest.layout.answers import Answers
from kpi.store import Store

# Layouts: each makes the sheets and says what has to be answered.


def long(m: Made) -> tuple[Sheets, Answers]:
    rows = [[m.cell(i, u, g, p), NAMES[i], m.units[u], m.periods[p], m.genders[g]] for i, u, g, p in m.held]
    return {"A": [["Utfall", "Nyckeltal", "Enhet", "Period", "Kön"], *rows]}, Answers()


def foreign(m: Made) -> tuple[Sheets, Answers]:
    """Other headers in another order, and the unit's name beside its code."""
    rows = [
        [m.genders[g], m.periods[p], m.cell(i, u, g, p), UNITS[u][0], u, NAMES[i]] for i, u, g, p in m.held
    ]  # fmt: skip
    return {"A": [["sex", "Tidsperiod", "Utfall", "Länsnamn", "Länskod", "Indikator"], *rows]}, Answers()


def periods_across(m: Made) -> tuple[Sheets, Answers]:
    header = ["Nyckeltal", "Region", "Kön", *(m.periods[p] for p in m.axis(3))]
    rows = [
        [NAMES[i], m.units[u], m.genders[g], *(m.cell(i, u, g, p) for p in m.axis(3))]
        for i in m.axis(0)
        for u in m.axis(1)
        for g in m.axis(2)
    ]
    return {"A": [header, *rows]}, Answers()


PARTS = {
    "months": (("Månad", "mån", "month"), ("{n}", "{n:02}", "{month}")),
    "quarters": (("Kvartal", "kv"), ("{n}", "K{n}", "kvartal {n}", "Q{n}")),
    "tertials": (("Tertial",), ("{n}", "T{n}", "Tertial {n}")),
}


def year_and_part(m: Made, header: str, written: str) -> Rows:
    """The year in a column, and the month, quarter or tertial in another."""

    def parts(p: str) -> tuple[str, str]:
        *words, year = p.split()
        n = MONTHS.index(words[0]) + 1 if words[0] in MONTHS else int(words[1])
        return year, written.format(n=n, month=words[0])

    rows = [
        [NAMES[i], *parts(p), m.units[u], *(m.cell(i, u, g, p) for g in m.axis(2))]
        for i in m.axis(0)
        for p in m.axis(3)
        for u in m.axis(1)
    ]
    return [["Nyckeltal", "År", header, "Region", *(m.genders[g] for g in m.axis(2))], *rows]


def genders_across(m: Made) -> tuple[Sheets, Answers]:
    rows = [
        [NAMES[i], m.units[u], m.periods[p], *(m.cell(i, u, g, p) for g in m.axis(2))]
        for i in m.axis(0)
        for u in m.axis(1)
        for p in m.axis(3)
    ]
    return {"A": [["Nyckeltal", "Region", "Period", *(m.genders[g] for g in m.axis(2))], *rows]}, Answers()


def nyckeltal_across(m: Made) -> tuple[Sheets, Answers]:
    """Below a preamble, above a footer."""
    rows = [
        [m.units[u], m.periods[p], m.genders[g], *(m.cell(i, u, g, p) for i in m.axis(0))]
        for u in m.axis(1)
        for p in m.axis(3)
        for g in m.axis(2)
    ]
    header = ["Region", "Period", "Kön", *(NAMES[i] for i in m.axis(0))]
    return {"A": [["Utdrag ur databasen"], [None], header, *rows, [None], ["Hämtat av Anna"]]}, Answers()


def units_across(m: Made) -> tuple[Sheets, Answers]:
    """Units by name: a number alone is no header of a unit."""
    names = {u: UNITS[u][0] for u in m.axis(1)}
    rows = [
        [NAMES[i], m.periods[p], m.genders[g], *(m.cell(i, u, g, p) for u in m.axis(1))]
        for i in m.axis(0)
        for p in m.axis(3)
        for g in m.axis(2)
    ]
    return {"A": [["Nyckeltal", "Period", "Kön", *names.values()], *rows]}, Answers()


def genders_as_sheets(m: Made) -> tuple[Sheets, Answers]:
    return {m.genders[g]: _sheet(m, lambda i, u, p, g=g: m.cell(i, u, g, p)) for g in m.axis(2)}, Answers()


def _sheet(m: Made, cell: Callable[[str, str, str], object]) -> Rows:
    rows = [[NAMES[i], m.units[u], *(cell(i, u, p) for p in m.axis(3))] for i in m.axis(0) for u in m.axis(1)]
    return [["Nyckeltal", "Region", *(m.periods[p] for p in m.axis(3))], *rows]


def periods_as_sheets(m: Made) -> tuple[Sheets, Answers]:
    def rows(p: str) -> Rows:
        return [
            [NAMES[i], m.units[u], *(m.cell(i, u, g, p) for g in m.axis(2))] for i in m.axis(0) for u in m.axis(1)
        ]  # fmt: skip

    header = ["Nyckeltal", "Region", *(m.genders[g] for g in m.axis(2))]
    return {m.periods[p]: [header, *rows(p)] for p in m.axis(3)}, Answers()


def one_nyckeltal(m: Made) -> tuple[Sheets, Answers]:
    """What the file does not say is answered."""
    only = m.axis(0)[0]
    for key in [key for key in m.held if key[0] != only]:
        del m.held[key]
    rows = [
        [m.units[u], m.genders[g], *(m.cell(only, u, g, p) for p in m.axis(3))] for u in m.axis(1) for g in m.axis(2)
    ]  # fmt: skip
    header = ["Region", "Kön", *(m.periods[p] for p in m.axis(3))]
    return {"A": [header, *rows]}, Answers(constants={Role.INDICATOR: only})


ONE_SHEET = [
    long, foreign, periods_across, genders_across, nyckeltal_across, units_across, one_nyckeltal,
]  # fmt: skip
SHEETS = [genders_as_sheets, periods_as_sheets]


@pytest.mark.parametrize("layout", ONE_SHEET)
def test_a_table_in_any_layout_and_form_reads_back_the_same(store: Store, layout) -> None:
    @FEW
    @given(made(), st.sampled_from([*FORMS]))
    def check(m: Made, form: str) -> None:
        sheets, answers = layout(m)
        assert_same(store, m, FORMS[form](sheets), answers)

    check()


@pytest.mark.parametrize("layout", SHEETS)
def test_sheets_that_are_genders_or_periods_read_back_the_same(store: Store, layout) -> None:
    @FEW
    @given(made())
    def check(m: Made) -> None:
        sheets, answers = layout(m)
        assert_same(store, m, in_xlsx(sheets), answers)

    check()


@pytest.mark.parametrize("kind", PARTS)
def test_a_year_and_its_part_in_two_columns_read_back_the_same(store: Store, kind: str) -> None:
    headers, ways = PARTS[kind]

    @MANY
    @given(made([kind]), st.sampled_from(headers), st.sampled_from(ways), st.booleans(), st.sampled_from([*FORMS]))
    def check(m: Made, header: str, written: str, part_first: bool, form: str) -> None:
        rows = year_and_part(m, header, written)
        if part_first:
            rows = [[row[0], row[2], row[1], *row[3:]] for row in rows]
        assert_same(store, m, FORMS[form]({"A": rows}), Answers())

    check()
