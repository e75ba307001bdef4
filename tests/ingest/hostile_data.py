"""Parquet, PC-Axis, JSON-stat and text that is broken, or made to do harm. All are made here; none is stored."""

import json
import struct
from io import BytesIO
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq


def parquet(table: pa.Table, **options: Any) -> bytes:
    made = BytesIO()
    pq.write_table(table, made, **options)
    return made.getvalue()


def long_texts() -> bytes:
    """Two gigabytes of one letter, each text written out, packed to some kilobytes."""
    made = BytesIO()
    rows = pa.table({"värde": pa.array(["x" * 1_000_000] * 100)})
    with pq.ParquetWriter(made, rows.schema, compression="zstd", use_dictionary=False) as writer:
        for _ in range(20):
            writer.write_table(rows)
    return made.getvalue()


def many_numbers() -> bytes:
    """Twenty columns of nine million equal numbers: more than a gigabyte that pack to nothing."""
    numbers = pa.array(np.zeros(9_000_000))
    return parquet(pa.table({f"k{i}": numbers for i in range(20)}))


def many_rows() -> bytes:
    """Twenty million equal numbers, which pack to nothing."""
    return parquet(pa.table({"värde": pa.array(np.zeros(20_000_000))}))


def wide_parquet() -> bytes:
    return parquet(pa.table({f"k{i}": [1] for i in range(6000)}))


def lying_footer() -> bytes:
    content = parquet(pa.table({"värde": [1.0]}))
    return content[:-8] + struct.pack("<I", 0x7FFFFFFF) + b"PAR1"


def flipped_page() -> bytes:
    content = bytearray(parquet(pa.table({"värde": [f"text {i}" for i in range(5000)]})))
    for at in range(40, 2000, 7):
        content[at] ^= 0xFF
    return bytes(content)


def px(data: str = "1 2;", head: str = "", **changes: str) -> bytes:
    """A small table; `changes` are keywords with what follows them, "" to leave one out."""
    said = {
        "CHARSET": '"ANSI"', "AXIS-VERSION": '"2013"', "CODEPAGE": '"utf-8"', "MATRIX": '"T"', "CONTENTS": '"Andel"',
        "STUB": '"region"', "HEADING": '"år"', 'VALUES("region")': '"Jämtlands län"', 'VALUES("år")': '"2019","2020"',
    }  # fmt: skip
    said |= {name.replace("_", "-"): value for name, value in changes.items()}
    lines = [f"{name}={value};" for name, value in said.items() if value]
    return ("\n".join(lines) + head + (f"\nDATA=\n{data}" if data else "")).encode()


def px_of(dimensions: int, values: int) -> bytes:
    """Many dimensions of many values."""
    named = [f"d{i}" for i in range(dimensions)]
    listed = ",".join(f'"{i}"' for i in range(values))
    head = "".join(f'\nVALUES("{name}")={listed};' for name in named)
    return px(head=head, STUB=",".join(f'"{name}"' for name in named), HEADING="")


def px_keyed(data: str) -> bytes:
    return px(data, head='\nKEYS("region")=VALUES;')


def jsonstat(**changes: Any) -> bytes:
    """A small data set; `changes` replace its parts, None leaves one out."""
    said: dict[str, Any] = {
        "version": "2.0", "class": "dataset", "label": "Andel", "id": ["region", "år"], "size": [1, 2],
        "dimension": {
            "region": {"label": "region", "category": {"index": ["23"], "label": {"23": "Jämtlands län"}}},
            "år": {"label": "år", "category": {"index": {"2019": 0, "2020": 1}}},
        },
        "value": [1, 2.5],
    }  # fmt: skip
    said |= changes
    return json.dumps({name: part for name, part in said.items() if part is not None}).encode()


def year_index(index: object) -> bytes:
    said = json.loads(jsonstat())
    said["dimension"]["år"]["category"]["index"] = index
    return json.dumps(said).encode()
