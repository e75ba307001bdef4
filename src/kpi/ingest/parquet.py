"""Parquet: typed columns with names; row numbers count from 1 without a header."""

import io
from typing import Any

import numpy as np
import pandas as pd

from kpi.errors import Place, wrong
from kpi.ingest import limits
from kpi.ingest.arrow import pa, pc, pq
from kpi.ingest.table import Cells, Sheet, Table


def parquet(content: bytes, file: str) -> list[Sheet]:
    """The file as one sheet. Raises `UserError` when it is broken, too large, or holds columns that are no table."""
    place = Place(file=file)
    try:
        schema = pq.read_schema(io.BytesIO(content))
        texts = [each.name for each in schema if _is_text(each.type)]
        # Texts stay in their dictionary until their whole length is known: a few bytes can say gigabytes.
        source = pq.ParquetFile(io.BytesIO(content), read_dictionary=texts)
        about = source.metadata
        size = sum(about.row_group(i).total_byte_size for i in range(about.num_row_groups))
    except (pa.ArrowException, OSError) as error:
        raise wrong("parquet-broken", place) from error
    if about.num_rows > limits.ROWS or size > limits.PARQUET_BYTES:
        raise wrong("too-many-rows", place, most=limits.ROWS)
    for each in schema:
        if pa.types.is_nested(each.type):
            raise wrong("parquet-column-kind", Place(file=file, column=each.name))
    return [Sheet("", [(0, list(schema.names))], lambda _: _table(source, file))]


def _is_text(kind: Any) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _table(source: Any, file: str) -> Table:
    try:
        data = source.read()
    except (pa.ArrowException, OSError) as error:
        raise wrong("parquet-broken", Place(file=file)) from error
    if sum(_length(column) for column in data.columns) > limits.TEXT_BYTES:
        raise wrong("texts-too-long", Place(file=file), most=limits.TEXT_BYTES // limits.MEGABYTE)
    columns = [_cells(data.column(i), name, file) for i, name in enumerate(data.column_names)]
    return Table(file, "", list(data.column_names), columns, np.arange(1, data.num_rows + 1, dtype=np.int64))


def _length(column: Any) -> int:
    """How many bytes a column's texts take when written out, one per row."""
    if not pa.types.is_dictionary(column.type):
        return 0
    lengths = (pc.take(pc.binary_length(part.dictionary), part.indices) for part in column.chunks)
    return sum(pc.sum(each).as_py() or 0 for each in lengths)


def _cells(column: Any, name: str, file: str) -> Cells:
    """Numbers stay numbers; a null is blank, but a NaN is a NaN and is refused further on."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        column, kind = column.cast(kind.value_type), kind.value_type
    try:
        text = pc.fill_null(column.cast(pa.string()), "")
    except (pa.ArrowException, NotImplementedError) as error:
        raise wrong("parquet-column-kind", Place(file=file, column=name)) from error
    if pa.types.is_timestamp(kind):
        text = pc.replace_substring_regex(text, r" 00:00:00(\.0+)?Z?$", "")
    cells = pd.Series(text.to_pandas(), dtype="str")
    if pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return Cells(cells, np.asarray(column.cast(pa.float64()).to_numpy(zero_copy_only=False), dtype=np.float64))
    if pa.types.is_date(kind) or pa.types.is_timestamp(kind):
        return Cells(cells, dated=np.asarray(column.is_valid().to_numpy(), dtype=bool))
    return Cells(cells)
