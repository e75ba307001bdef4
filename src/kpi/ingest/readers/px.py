"""PC-Axis (.px), as Statistics Sweden and Statistikdatabasen write it.

Own code, since pyaxis reads only from a path or an address (which it fetches), does not know KEYS or CODEPAGE, makes
both kinds of missing values blank, and lays the whole cube out in Python objects before it knows how large it is.
"""

import re
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kpi.errors import Place, wrong
from kpi.ingest.arrow import csv, pa
from kpi.ingest.grid import Column, Grid, texts
from kpi.ingest.readers.cube import MEASURE, VALUE, Dimension, cell_count, constant, long_sheet, value_column
from kpi.ingest.readers.px_words import Words, words

_DELIMITERS = str.maketrans(dict.fromkeys(' ,;\t\r\n"', "\n"))
_TOKEN = re.compile(r'"([^"]*)"|([^\s,;"]+)')


def px(content: bytes, file: str) -> list[Grid]:
    """The table as one long sheet. Raises `UserError` where the file does not have the form, or is too large.

    Symbols such as ".." and "-" stand as they are written. A file with KEYS leaves out rows that hold only zeros: they
    are not filled in.
    """
    said = words(content, file)
    place = Place(file=file)
    stub, heading = said.get("STUB"), said.get("HEADING")
    dimensions = [_dimension(said, name, place) for name in stub + heading]
    if not dimensions:
        raise wrong("px-no-dimensions", place)
    cells = cell_count([len(each.labels) for each in dimensions], place)
    if any(keyword == "KEYS" for keyword, *_ in said.said):
        at, written = _keyed(said, dimensions, len(stub), place)
    else:
        at, written = np.arange(cells, dtype=np.int64), _all(said.data, cells, place)
    values: dict[str, Column] = {}
    if (measure := said.one("UNITS")) and not any(each.measures for each in dimensions):
        values[MEASURE] = constant(measure, len(at))
    values[VALUE] = value_column(written)
    return [long_sheet(dimensions, at, values, said.one("CONTENTS"))]


def _dimension(said: Words, name: str, place: Place) -> Dimension:
    labels, codes = said.get("VALUES", name), said.get("CODES", name)
    labels = labels or codes
    here = Place(file=place.file, value=name)
    if not labels or (codes and len(codes) != len(labels)):
        raise wrong("px-values", here, values=len(labels), codes=len(codes))
    if len(set(codes or labels)) < len(labels):
        raise wrong("px-values-repeated", here)
    metric = said.one("CONTVARIABLE") == name
    measures = [said.one("UNITS", label) for label in labels] if metric else None
    role = "metric" if metric else "time" if said.get("TIMEVAL", name) else "geo" if said.get("MAP", name) else ""
    return Dimension(name, labels, codes or labels, role, measures)


def _all(data: str, cells: int, place: Place) -> Any:
    """Every cell, in order. The delimiters (space, comma, semicolon, tab, new line) mean the same and may be mixed."""
    lines = data.translate(_DELIMITERS).encode()
    if not lines.strip():
        raise wrong("cube-count", place, values=0, cells=cells)
    try:
        found = csv.read_csv(
            pa.BufferReader(lines),
            csv.ReadOptions(column_names=["v"], use_threads=False),
            csv.ParseOptions(delimiter="\x01", quote_char=False, ignore_empty_lines=True),
            csv.ConvertOptions(column_types={"v": pa.string()}, strings_can_be_null=False),
        ).column(0)
    except pa.ArrowInvalid as error:
        raise wrong("cube-count", place, values=0, cells=cells) from error
    if len(found) != cells:
        raise wrong("cube-count", place, values=len(found), cells=cells)
    return found.combine_chunks()


def _keyed(said: Words, dimensions: list[Dimension], keys: int, place: Place) -> tuple[NDArray[np.int64], Any]:
    """Rows that begin with the values (or codes) of the stub, then one cell for each column of the heading."""
    width = int(np.prod([len(each.labels) for each in dimensions[keys:]], dtype=np.int64))
    tokens = [quoted or bare for quoted, bare in _TOKEN.findall(said.data)]
    rows, rest = divmod(len(tokens), keys + width)
    if rest:
        raise wrong("px-keys", place, width=keys + width)
    at = np.zeros(rows, dtype=np.int64)
    for i, each in enumerate(dimensions[:keys]):
        named = each.codes if said.one("KEYS", each.name) == "CODES" else each.labels
        position = {name: index for index, name in enumerate(named)}
        if len(position) < len(named):
            raise wrong("px-values-repeated", Place(file=place.file, value=each.name))
        said_here = tokens[i :: keys + width]
        unknown = next((name for name in said_here if name not in position), None)
        if unknown is not None:
            raise wrong("px-key-unknown", Place(file=place.file, column=each.name, value=unknown))
        at = at * len(named) + np.array([position[name] for name in said_here], dtype=np.int64)
    if len(np.unique(at)) < rows:
        raise wrong("px-key-repeated", place)
    cells = (at[:, None] * width + np.arange(width)).ravel()
    written = [tokens[start + keys : start + keys + width] for start in range(0, len(tokens), keys + width)]
    return cells, texts([cell for row in written for cell in row])
