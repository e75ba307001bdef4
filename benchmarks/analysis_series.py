"""Made-up monthly series to time the analysis on: level, noise, trends, shifts and ties; the same every time."""

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

PERIODS = 60
GENDERS = ["K", "M", "T"]
LAST_YEAR = 2025
TEXTS = ["indicator", "unit", "gender", "period_kind"]


def values(count: int) -> NDArray[np.float64]:
    """`count` series of 60 months, one decimal: (count, 60)."""
    rng = np.random.default_rng(60)
    month = np.arange(PERIODS)
    found = 50 + 2 * rng.normal(size=(count, PERIODS)) + rng.choice([0, 0, 0.05, -0.05], (count, 1)) * month
    found[::5] += np.where(month > PERIODS // 2, 3, 0)
    return np.round(found, 1)


def starts() -> NDArray[np.datetime64]:
    """The months' first days, up to December of the last year."""
    return np.arange(f"{LAST_YEAR - PERIODS // 12 + 1}-01", f"{LAST_YEAR + 1}-01", dtype="datetime64[M]")


def frames(block: NDArray[np.float64]) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Subjects, targets and observations of `assess`: every three series are an indicator's K, M and T."""
    subjects = len(block) // len(GENDERS)
    codes = [f"i{number:06d}" for number in range(subjects)]
    rows = subjects * len(GENDERS) * PERIODS
    place = np.arange(rows) // PERIODS
    nothing = dict.fromkeys(("numerator", "denominator", "lower", "upper"), np.full(rows, np.nan))
    observed = {
        "indicator": pd.Categorical.from_codes(place // len(GENDERS), codes),
        "unit": pd.Categorical.from_codes(np.zeros(rows, np.int64), ["u"]),
        "gender": pd.Categorical.from_codes(place % len(GENDERS), GENDERS),
        "period_kind": pd.Categorical.from_codes(np.zeros(rows, np.int64), ["month"]),
        "period_start": np.tile(starts(), subjects * len(GENDERS)).astype("datetime64[s]"),
        "value": block[: subjects * len(GENDERS)].reshape(-1), **nothing,
        "status": pd.Categorical.from_codes(np.full(rows, -1), ["preliminary"]), "delivery_id": np.ones(rows, np.int64),
    }  # fmt: skip
    described = pd.DataFrame({"indicator": codes}).assign(
        plan="p", goal="g", unit="u", position=1, direction="lower", year_rule="mean", split_by_gender=True, measure="%"
    )
    targets = pd.DataFrame({"code": [f"t-{code}" for code in codes], "indicator": codes}).assign(
        plan="p", unit=None, gender=None, period_kind="year", kind="at_most", value=50.0, upper_value=np.nan,
        base_year=np.nan, reference=None, by_year=np.nan, first_year=np.nan, last_year=np.nan, tolerance=np.nan,
        origin="plan",
    )  # fmt: skip
    return described, targets, pd.DataFrame(observed)


def table(observed: pd.DataFrame) -> duckdb.DuckDBPyConnection:
    """A database with the observations in a table of texts and numbers, as the store keeps them."""
    connection = duckdb.connect()
    texts = {name: observed[name].astype(str) for name in TEXTS}
    connection.register("made", observed.assign(**texts, status=None))
    connection.execute("create table observation as select * replace (status::varchar as status) from made")
    connection.unregister("made")
    return connection


def read(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """All of the table, its texts as categories."""
    found = connection.execute("select * from observation").to_arrow_table()
    for at, name in enumerate(found.column_names):
        if pa.types.is_string(found.schema.field(at).type):
            found = found.set_column(at, name, found.column(at).dictionary_encode())
    return found.to_pandas(date_as_object=False)
