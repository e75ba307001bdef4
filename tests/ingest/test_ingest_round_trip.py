"""Whatever table of outcomes is written, in every form that is taken, reads back the same."""

import csv as csv_module
import io
import math
from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ingest_files import parquet, xlsx
from ingest_store import INDICATORS, UNITS

from kpi.ingest.upload import check
from kpi.model import Period, PeriodKind
from kpi.store import Store
from kpi.words import period as written_period

COLUMNS = ["nyckeltal", "enhet", "period", "kön", "värde", "täljare", "nämnare", "nedre", "övre", "status", "kommentar"]
STATUSES = {
    "preliminärt": "preliminary",
    "saknas": "missing",
    "skyddat": "suppressed",
    "ej tillämpligt": "not_applicable",
}
PERIODS = [
    Period(date(year, month, 1), kind)
    for year in (1987, 2024, 2025)
    for kind, months in [
        (PeriodKind.YEAR, [1]), (PeriodKind.TERTIAL, [1, 5, 9]), (PeriodKind.QUARTER, [1, 10]),
        (PeriodKind.MONTH, [1, 8, 12]), (PeriodKind.HALF_YEAR, [1, 7]), (PeriodKind.SCHOOL_YEAR, [7]),
        (PeriodKind.YEARS_3, [1]), (PeriodKind.DAY, [3]),
    ]
    for month in months
]  # fmt: skip
# A workbook keeps fifteen digits.
numbers = st.floats(0, 100).map(lambda value: float(f"{value:.15g}")) | st.integers(0, 100).map(float)
texts = st.text(st.sampled_from('abcåäöÅÄÖ ;,\t"\n=+-@0123456789'), max_size=20).map(str.strip)


@st.composite
def outcomes(draw: st.DrawFn) -> dict[str, object]:
    """One outcome as it should be stored, with the texts that the file will say."""
    value, status = draw(numbers), draw(st.sampled_from([None, *STATUSES]))
    absent = status not in (None, "preliminärt")
    low, high = sorted([draw(numbers), draw(numbers)])
    denominator = draw(st.none() | st.integers(1, 10**6).map(float))
    interval = draw(st.booleans()) and low <= value <= high
    return {
        "värde": None if absent else value, "status": status, "kommentar": draw(texts) or None,
        "nedre": low if interval and not absent else None, "övre": high if interval and not absent else None,
        "nämnare": None if absent else denominator,
        "täljare": draw(st.integers(0, int(denominator)).map(float)) if denominator and not absent else None,
    }  # fmt: skip


keys = st.tuples(
    st.sampled_from([row[0] for row in INDICATORS]), st.sampled_from([row[0] for row in UNITS]),
    st.sampled_from(PERIODS), st.sampled_from("KMT"),
)  # fmt: skip


@st.composite
def tables(draw: st.DrawFn) -> pd.DataFrame:
    chosen = draw(st.lists(keys, min_size=1, max_size=8, unique=True))
    rows = [{"nyckeltal": i, "enhet": u, "period": p, "kön": g, **draw(outcomes())} for i, u, p, g in chosen]
    return pd.DataFrame(rows, columns=COLUMNS).astype(object).pipe(lambda frame: frame.where(frame.notna(), None))


def as_text(value: object, sign: str) -> str:
    """A number with a decimal sign that cannot be taken for thousands: 1.234 is written 1.2340."""
    if not isinstance(value, float):
        return written_period(value) if isinstance(value, Period) else str(value or "")
    text = repr(value)
    if "e" not in text and len(text.partition(".")[2]) == 3:
        text += "0"
    return text.replace(".", sign)


def delimited(separator: str, sign: str, encoding: str) -> Callable[[pd.DataFrame], bytes]:
    def write(table: pd.DataFrame) -> bytes:
        out = io.StringIO()
        writer = csv_module.writer(out, delimiter=separator, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        writer.writerows([as_text(value, sign) for value in row] for row in table.itertuples(index=False))
        return out.getvalue().encode(encoding)

    return write


def workbook(table: pd.DataFrame) -> bytes:
    def plain(value: object) -> object:
        return written_period(value) if isinstance(value, Period) else value

    rows = [[plain(value) for value in row] for row in table.itertuples(index=False)]
    safe = [[f" {v}" if isinstance(v, str) and v[:1] in "=" else v for v in row] for row in rows]
    return xlsx(Utfall=[COLUMNS, *safe])


def columnar(table: pd.DataFrame) -> bytes:
    return parquet({name: [written_period(v) if isinstance(v, Period) else v for v in table[name]] for name in COLUMNS})


FORMS = {
    "semikolon, komma": delimited(";", ",", "utf-8"),
    "semikolon, punkt, BOM": delimited(";", ".", "utf-8-sig"),
    "komma, komma": delimited(",", ",", "utf-8"),
    "tabb, komma, cp1252": delimited("\t", ",", "cp1252"),
    "semikolon, punkt, cp1252": delimited(";", ".", "cp1252"),
    "tabb, komma, utf-16": delimited("\t", ",", "utf-16"),
    "xlsx": workbook,
    "parquet": columnar,
}
NUMBERS = {"value": "värde", "numerator": "täljare", "denominator": "nämnare", "lower": "nedre", "upper": "övre"}


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=tables())
def test_a_table_written_in_any_form_reads_back_the_same(store: Store, form: str, table: pd.DataFrame) -> None:
    read = check(store, FORMS[form](table), "fil").rows
    assert len(read) == len(table)
    for got, want in zip(read.to_dict("records"), table.to_dict("records"), strict=True):
        assert (got["indicator"], got["unit"], got["gender"]) == (want["nyckeltal"], want["enhet"], want["kön"])
        assert (got["period_kind"], got["period_start"].date()) == (want["period"].kind, want["period"].start)
        for field, name in NUMBERS.items():
            assert (None if math.isnan(got[field]) else got[field]) == want[name], field
        assert (got["status"] if isinstance(got["status"], str) else None) == STATUSES.get(want["status"])
        said = got["comment"] if isinstance(got["comment"], str) else None
        assert (said or "").replace("\r\n", "\n") == (want["kommentar"] or "")
