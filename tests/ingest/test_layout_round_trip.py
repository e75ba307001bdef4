"""Any table of outcomes, written in any of the layouts that are understood, reads back the same."""

import csv as csv_module
import io
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ingest_files import xlsx
from layout_reading import figures
from test_read_kinds import as_ods

from kpi.ingest.layout import Role
from kpi.ingest.layout.answers import Answers
from kpi.ingest.look import Asked, Looked, answered, look
from kpi.ingest.upload import check_looked
from kpi.store import Store

Key = tuple[str, str, str, str]  # nyckeltal, unit, gender, period
Rows = list[list[object]]
Sheets = dict[str, Rows]
NAMES = {"sjuktal": "Sjukfrånvaro", "utslapp": "Koldioxidutsläpp", "energi": "Energianvändning"}
UNITS = {
    "0000": ["Riket", "0000", "Sverige"],
    "0023": ["Region Jämtland Härjedalen", "Jämtland", "Jämtlands län", "0023", "23"],
    "0001": ["Region Stockholm", "Stockholm", "0001"],
}
GENDERS = [
    {"K": "K", "M": "M", "T": "T"},
    {"K": "Kvinnor", "M": "Män", "T": "Totalt"},
    {"K": "kvinnor", "M": "män", "T": "Båda könen"},
]
MONTHS = ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"]
PERIODS = {
    "years": {str(year): str(year) for year in (1998, 2022, 2023, 2024)},
    "months": {f"{name} 2024": f"2024-{number:02}" for number, name in enumerate(MONTHS[:4], start=1)},
    "quarters": {f"kvartal {n} 2024": f"2024K{n}" for n in (1, 2, 4)},
}
MARKS = ["..", "-", "–"]


@dataclass(frozen=True)
class Made:
    """Outcomes by key, None for missing; and how their keys are written."""

    held: dict[Key, float | None]
    preliminary: frozenset[Key]
    units: dict[str, str]
    genders: dict[str, str]
    periods: dict[str, str]
    mark: str

    def axis(self, at: int) -> list[str]:
        return sorted({key[at] for key in self.held})

    def cell(self, *key: str) -> object:
        """The value with its mark, or None for an outcome that the table lacks."""
        if key not in self.held:
            return None
        value = self.held[key]
        if value is None:
            return self.mark
        return Preliminary(value) if key in self.preliminary else value


@dataclass(frozen=True)
class Preliminary:
    value: float


values = st.integers(0, 100).map(float) | st.integers(1, 9999).map(lambda n: n / 100) | st.just(0.0)


@st.composite
def made(draw: st.DrawFn) -> Made:
    """Two of every kind of key, so that no column is the same all through, and no period without an outcome."""
    nyckeltal = draw(st.lists(st.sampled_from([*NAMES]), min_size=2, max_size=2, unique=True))
    units = draw(st.lists(st.sampled_from([*UNITS]), min_size=2, max_size=3, unique=True))
    genders = draw(st.sampled_from(["KM", "KMT"]))
    periods = PERIODS[draw(st.sampled_from([*PERIODS]))]
    chosen = draw(st.lists(st.sampled_from([*periods]), min_size=2, max_size=3, unique=True))
    held = {
        (i, u, g, p): draw(st.none() | values) if draw(st.integers(0, 3)) == 0 else draw(values)
        for i in nyckeltal
        for u in units
        for g in genders
        for p in chosen
    }
    numbers = [key for key, value in held.items() if value is not None]
    preliminary = frozenset(draw(st.lists(st.sampled_from(numbers), max_size=2)) if numbers else [])
    return Made(
        held, preliminary, {code: draw(st.sampled_from(UNITS[code])) for code in units},
        draw(st.sampled_from(GENDERS)), periods, draw(st.sampled_from(MARKS)),
    )  # fmt: skip


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


def period_over_gender(m: Made) -> tuple[Sheets, Answers]:
    pairs = [(p, g) for p in m.axis(3) for g in m.axis(2)]
    upper = ["Nyckeltal", "Region", *(m.periods[p] if g == m.axis(2)[0] else None for p, g in pairs)]
    lower = [None, None, *(m.genders[g] for _, g in pairs)]
    return _two_rows(m, upper, lower, pairs)


def gender_over_period(m: Made) -> tuple[Sheets, Answers]:
    pairs = [(p, g) for g in m.axis(2) for p in m.axis(3)]
    upper = [None, None, *(m.genders[g] if p == m.axis(3)[0] else None for p, g in pairs)]
    lower = ["Nyckeltal", "Region", *(m.periods[p] for p, _ in pairs)]
    return _two_rows(m, upper, lower, pairs)


def _two_rows(m: Made, upper: list, lower: list, pairs: list[tuple[str, str]]) -> tuple[Sheets, Answers]:
    rows = [
        [NAMES[i], m.units[u], *(m.cell(i, u, g, p) for p, g in pairs)] for i in m.axis(0) for u in m.axis(1)
    ]  # fmt: skip
    return {"A": [upper, lower, *rows]}, Answers()


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
    long, foreign, periods_across, genders_across, nyckeltal_across, units_across, period_over_gender,
    gender_over_period, one_nyckeltal,
]  # fmt: skip
SHEETS = [genders_as_sheets, periods_as_sheets]


def as_text(value: object, sign: str) -> str:
    if isinstance(value, Preliminary):
        return f"{as_text(value.value, sign)} (p)"
    # With two decimals: 12,3 and 12,345 would not be told from thousands.
    return f"{value:.2f}".replace(".", sign) if isinstance(value, float) else str(value or "")


def in_csv(separator: str, sign: str, encoding: str) -> Callable[[Sheets], bytes]:
    def write(sheets: Sheets) -> bytes:
        ((_, rows),) = sheets.items()
        width = max(map(len, rows))
        out = io.StringIO()
        writer = csv_module.writer(out, delimiter=separator, lineterminator="\r\n")
        writer.writerows([as_text(cell, sign) for cell in [*row, *[None] * (width - len(row))]] for row in rows)
        return out.getvalue().encode(encoding, "replace")

    return write


def _plain(rows: Rows) -> Rows:
    width = max(map(len, rows))
    cells = [[*row, *[None] * (width - len(row))] for row in rows]
    return [[as_text(cell, ",") if isinstance(cell, Preliminary) else cell for cell in row] for row in cells]


def in_xlsx(sheets: Sheets) -> bytes:
    return xlsx(**{name: _plain(rows) for name, rows in sheets.items()})


def in_ods(sheets: Sheets) -> bytes:
    ((_, rows),) = sheets.items()
    return as_ods(_plain(rows))


FORMS = {
    "semikolon": in_csv(";", ",", "utf-8"), "semikolon, BOM": in_csv(";", ".", "utf-8-sig"),
    "komma": in_csv(",", ".", "utf-8"), "tabb": in_csv("\t", ",", "utf-16"), "xlsx": in_xlsx, "ods": in_ods,
    "komma inuti": in_csv(",", ",", "utf-8"), "cp1252": in_csv(";", ",", "cp1252"),
}  # fmt: skip
FEW = settings(max_examples=6, deadline=None, suppress_health_check=[*HealthCheck])


def expected(m: Made) -> set[tuple[str, str, str, str, float | str]]:
    return {(i, u, g, p, "missing" if value is None else value) for (i, u, g, p), value in m.held.items()}


def assert_same(store: Store, m: Made, content: bytes, answers: Answers) -> None:
    found = look(store, content, "fil")
    if isinstance(found, Asked):
        found = answered(store, found, answers)
    assert isinstance(found, Looked), found.understood.doubts
    checked = check_looked(store, found, b"")
    assert figures(checked) == expected(m)
    rows = checked.rows[checked.rows["status"].eq("preliminary")]
    assert len(rows) == len(m.preliminary & m.held.keys())


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
