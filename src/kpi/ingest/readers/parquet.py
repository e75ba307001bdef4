"""Parquet: typed columns with names; row numbers count from 1 without a header."""

import io
from typing import Any

from kpi.errors import Place, wrong
from kpi.ingest import limits
from kpi.ingest.arrow import pa, pc, pq
from kpi.ingest.grid import Column, Grid
from kpi.ingest.readers.broken import told_as


def parquet(content: bytes, file: str) -> list[Grid]:
    """The file as one sheet. Raises `UserError` when it is broken, too large, or holds columns that are no table."""
    with told_as("parquet-broken", file):
        schema = pq.read_schema(io.BytesIO(content))
        _columns_fit(schema, file)
        texts = [each.name for each in schema if _is_text(each.type)]
        # Texts stay in their dictionary until their whole length is known: a few bytes can say gigabytes.
        source = pq.ParquetFile(io.BytesIO(content), read_dictionary=texts)
        about = source.metadata
        size = sum(about.row_group(i).total_byte_size for i in range(about.num_row_groups))
        if about.num_rows > limits.ROWS or size > limits.PARQUET_BYTES:
            raise wrong("too-many-rows", Place(file=file), most=limits.ROWS)
        data = source.read(use_threads=False)
        data.validate(full=True)
    if sum(_length(column) for column in data.columns) > limits.TEXT_BYTES:
        raise wrong("texts-too-long", Place(file=file), most=limits.TEXT_BYTES // limits.MEGABYTE)
    columns = [_column(data.column(i), name, file) for i, name in enumerate(data.column_names)]
    return [Grid("", columns, list(data.column_names))]


def _columns_fit(schema: Any, file: str) -> None:
    if len(schema) > limits.COLUMNS:
        raise wrong("too-many-columns", Place(file=file), most=limits.COLUMNS)
    for each in schema:
        if pa.types.is_nested(each.type):
            raise wrong("parquet-column-kind", Place(file=file, column=each.name))


def _is_text(kind: Any) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _length(column: Any) -> int:
    """How many bytes a column's texts take when written out, one per row."""
    if not pa.types.is_dictionary(column.type):
        return 0
    lengths = (pc.take(pc.binary_length(part.dictionary), part.indices) for part in column.chunks)
    return sum(pc.sum(each).as_py() or 0 for each in lengths)


def _column(column: Any, name: str, file: str) -> Column:
    """Numbers stay numbers; a null is blank, but a NaN is a NaN and is refused further on."""
    kind = column.type
    if pa.types.is_dictionary(kind) and _is_text(kind.value_type):
        return Column(column)
    if pa.types.is_dictionary(kind):
        column, kind = column.cast(kind.value_type), kind.value_type
    try:
        text = pc.fill_null(column.cast(pa.string()), "")
    except (pa.ArrowException, NotImplementedError) as error:
        raise wrong("parquet-column-kind", Place(file=file, column=name)) from error
    if pa.types.is_timestamp(kind):
        text = pc.replace_substring_regex(text, r" 00:00:00(\.0+)?Z?$", "")
    if pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return Column(text, pa.array(column.cast(pa.float64()).to_numpy(zero_copy_only=False)))
    if pa.types.is_date(kind) or pa.types.is_timestamp(kind):
        return Column(text, dated=column.is_valid())
    return Column(text)
