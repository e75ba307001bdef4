"""Files for the measurement of intake: as many outcomes as one asks for, of made-up nyckeltal, in months."""

from io import BytesIO

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv
from xlsxwriter import Workbook

from kpi.model import Actor, DeliveryKind, Origin
from kpi.store import Store
from kpi.store.deliveries import Manifest, insert, record

ACTOR = Actor("Mätning", may_write=True)
HEADER = ["nyckeltal", "enhet", "period", "kön", "värde"]
UNITS, MONTHS, GENDERS = 290, 120, ("kvinnor", "män", "totalt")
_PER_INDICATOR = UNITS * MONTHS * len(GENDERS)


def fill(store: Store, rows: int) -> None:
    """Nyckeltal and units enough for so many rows."""
    count = -(-rows // _PER_INDICATOR)
    indicators = pd.DataFrame(
        [(f"matt{i:03}", f"Mått nummer {i}", f"Mått {i}", "antal", 1, "lower", "mean", 0.0, None, "", True, "", "")
         for i in range(count)],
        columns=["code", "name", "short_name", "measure", "decimals", "direction", "year_rule", "lowest", "highest",
                 "aliases", "split_by_gender", "no_split_reason", "source"],
    )  # fmt: skip
    units = pd.DataFrame(
        [(f"{i:04}", f"Enhet {i}", "municipality", None, "") for i in range(UNITS)],
        columns=["code", "name", "kind", "parent", "aliases"],
    )
    for table, frame, kind in (("indicator", indicators, DeliveryKind.PLAN), ("unit", units, DeliveryKind.UNITS)):
        manifest = Manifest(kind, table, Origin.SHIPPED, "", "", len(frame))
        record(store, manifest, ACTOR, lambda cursor, at, t=table, f=frame: insert(cursor, t, f, at))  # type: ignore[misc]


def outcomes(rows: int) -> pa.Table:
    """The file's columns as texts: series that move by a few percent from month to month, a decimal comma in each."""
    at = np.arange(rows)
    month = at // len(GENDERS) % MONTHS
    series = at // (len(GENDERS) * MONTHS)
    level = np.random.default_rng(1).uniform(20, 200, series[-1] + 1)
    value = level[series] * (1 + 0.05 * np.sin(month / 3)) + 0.01 * level[series] * (at % len(GENDERS) == 0)
    value = np.where(at % len(GENDERS) == 2, level[series] * (1 + 0.05 * np.sin(month / 3)), value)
    tenths = np.round(value * 10).astype(np.int64)
    texts = pd.Series([f"{whole},{tenth}" for whole in range(300) for tenth in range(10)], dtype="str")
    months = pd.Series([f"{2015 + i // 12}-{i % 12 + 1:02}" for i in range(MONTHS)], dtype="str")
    columns = [
        pd.Categorical.from_codes(series // UNITS, [f"matt{i:03}" for i in range(series[-1] // UNITS + 1)]),
        pd.Categorical.from_codes(series % UNITS, [f"{i:04}" for i in range(UNITS)]),
        pd.Categorical.from_codes(month, months),
        pd.Categorical.from_codes(at % len(GENDERS), list(GENDERS)),
        pd.Categorical.from_codes(tenths, texts),
    ]
    return pa.table({name: pa.array(column).cast(pa.string()) for name, column in zip(HEADER, columns, strict=True)})


def csv(rows: int) -> bytes:
    """Semicolons and decimal commas."""
    content = BytesIO()
    options = pyarrow.csv.WriteOptions(delimiter=";", quoting_style="none")
    pyarrow.csv.write_csv(outcomes(rows), content, options)
    return content.getvalue()


def xlsx(rows: int) -> bytes:
    """One sheet, values stored as numbers."""
    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("utfall")
        sheet.write_row(0, 0, HEADER)
        for at, (*texts, value) in enumerate(zip(*outcomes(rows).to_pydict().values(), strict=True), start=1):
            for column, text in enumerate(texts):
                sheet.write_string(at, column, text)
            sheet.write_number(at, len(texts), float(value.replace(",", ".")))
    return content.getvalue()
