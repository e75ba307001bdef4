"""A statistical cube (PC-Axis, JSON-stat) laid out as one long sheet: a row per cell, a column per dimension."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kpi.errors import Place, wrong
from kpi.ingest import limits
from kpi.ingest.arrow import pa, pc
from kpi.ingest.grid import Column, Grid, texts

VALUE, STATUS, MEASURE = "värde", "status", "måttenhet"
_CODE = "{} (kod)"
_NUMBER = r"^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$"


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension with its categories: what they are called, and their codes. `role` is time, geo, metric or ""."""

    name: str
    labels: list[str]
    codes: list[str]
    role: str = ""
    measures: list[str] | None = None  # of a metric dimension: what each category is measured in


def cell_count(sizes: list[int], place: Place) -> int:
    """How many cells a cube has. Raises `UserError` when it is more than is taken, before any memory is."""
    if len(sizes) > limits.DIMENSIONS:
        raise wrong("cube-too-many-dimensions", place, count=len(sizes), most=limits.DIMENSIONS)
    cells = math.prod(sizes)
    if cells > limits.ROWS:
        raise wrong("cube-too-large", place, most=limits.ROWS)
    return cells


def long_sheet(dimensions: list[Dimension], cells: NDArray[np.int64], values: dict[str, Column], title: str) -> Grid:
    """One sheet. `cells` are positions in the cube, the last dimension running fastest; `values` the other columns."""
    names: list[str] = []
    columns: list[Column] = []

    def add(name: str, column: Column) -> None:
        names.append(name)
        columns.append(column)

    step = math.prod(len(each.labels) for each in dimensions)
    for each in dimensions:
        step //= len(each.labels)
        at = pa.array(((cells // step) % len(each.labels)).astype(np.int32))
        add(each.name, _spread(at, each.labels))
        if each.codes != each.labels:
            add(_CODE.format(each.name), _spread(at, each.codes))
        if each.measures and any(each.measures):
            add(MEASURE, _spread(at, each.measures))
    for name, column in values.items():
        add(name, column)
    return Grid("", columns, names, roles={each.name: each.role for each in dimensions if each.role}, title=title)


def _spread(at: Any, of: list[str]) -> Column:
    return Column(pa.DictionaryArray.from_arrays(at, texts(of)))


def constant(text: str, rows: int) -> Column:
    """The same text on every row."""
    return _spread(pa.array(np.zeros(rows, dtype=np.int32)), [text])


def value_column(written: Any) -> Column:
    """Values as they are written in the file, with the number beside where it is one."""
    number = pc.if_else(pc.match_substring_regex(written, _NUMBER), written, pa.scalar(None, pa.string()))
    read = number.cast(pa.float64()).to_numpy(zero_copy_only=False)
    return Column(written, pa.array(np.asarray(read, dtype=np.float64)))
