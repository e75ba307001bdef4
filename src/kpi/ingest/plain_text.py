"""Delimited text where every line is a row as wide as the header and nothing is quoted, read by Arrow.

Almost every large file is so. Anything else is left to the reader that goes row by row and can say what is wrong.
"""

import csv

from kpi.ingest.arrow import csv as arrow_csv
from kpi.ingest.arrow import pa
from kpi.ingest.distinct import Distinct

_TEXTS = pa.dictionary(pa.int32(), pa.string())


def columns(content: bytes, encoding: str, separator: str, skipped: int, width: int) -> list[Distinct] | None:
    """The columns below the first `skipped` lines; None where lines and rows are not the same."""
    start = 0
    for _ in range(skipped):
        line, start = start, content.find(b"\n", start) + 1
    if not start or content.count(b'"', line, start) % 2 or content.find(b'"', start) >= 0:
        return None
    if b"\r" in content and content.count(b"\r") != content.count(b"\r\n"):
        return None
    end = len(content)
    while end > start and content[end - 1] in b"\r\n":
        end -= 1
    if start == end:
        return None
    names = [str(i) for i in range(width)]
    try:
        table = arrow_csv.read_csv(
            pa.py_buffer(content).slice(start, end - start),
            arrow_csv.ReadOptions(column_names=names, encoding="utf-8" if encoding == "utf-8-sig" else encoding),
            arrow_csv.ParseOptions(delimiter=separator, quote_char=False),
            arrow_csv.ConvertOptions(column_types=dict.fromkeys(names, _TEXTS), strings_can_be_null=False),
        )
    except pa.ArrowInvalid:  # a row that is wider or narrower
        return None
    if len(table) != content.count(b"\n", start, end) + 1:  # blank lines between the rows
        return None
    found = [Distinct.of(column) for column in table.columns]
    longest = max(max(map(len, each.texts)) for each in found)
    return found if longest <= csv.field_size_limit() else None
