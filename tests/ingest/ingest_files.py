"""Files made in code: the same table in every form that the ingest takes."""

import hashlib
from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq
from xlsxwriter import Workbook

from kpi.store import Store

HEADER = ["nyckeltal", "enhet", "period", "kön", "värde"]


def csv(*rows: str, header: str = ";".join(HEADER), encoding: str = "utf-8") -> bytes:
    """Lines below the header, as written."""
    return "\n".join([header, *rows, ""]).encode(encoding)


def xlsx(**sheets: list[list[object]]) -> bytes:
    """A workbook with the given rows on each sheet; None leaves a cell empty."""
    content = BytesIO()
    with Workbook(content, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for index, row in enumerate(rows):
                for column, value in enumerate(row):
                    if value is not None:
                        sheet.write(index, column, value)
    return content.getvalue()


def parquet(columns: dict[str, list[object]]) -> bytes:
    content = BytesIO()
    pq.write_table(pa.table(columns), content)
    return content.getvalue()


def fingerprint(store: Store) -> str:
    """A hash of every table's sorted rows."""
    tables = [row["table_name"] for row in store.rows("select table_name from information_schema.tables order by 1")]
    seen = hashlib.sha256()
    for table in tables:
        rows = sorted(repr(sorted(row.items())) for row in store.rows(f"select * from {table}"))  # noqa: S608
        seen.update(f"{table}:{len(rows)}:{rows}".encode())
    return seen.hexdigest()
