"""JSON-stat 2.0, class dataset (https://json-stat.org/full/).

Own code, since pyjstat follows links in the file over the network, takes a text that is no JSON for an address to
fetch, drops status and units, gives codes or labels but not both, and lays the cube out in Python objects.
"""

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kpi.errors import Place, wrong
from kpi.ingest.arrow import pa
from kpi.ingest.grid import Column, Grid, texts
from kpi.ingest.kind import BOM
from kpi.ingest.readers.cube import STATUS, VALUE, Dimension, cell_count, long_sheet

_ROLES = ("time", "geo", "metric")
_VALUES = (int, float, str, type(None))
Object = dict[str, Any]


def jsonstat(content: bytes, file: str) -> list[Grid]:
    """The data set as one long sheet. Raises `UserError` for other JSON, and where the parts do not fit together."""
    place = Place(file=file)
    said = _parsed(content, place)
    _is_dataset(said, place)
    try:
        return [_sheet(said, place)]
    except (KeyError, TypeError, AttributeError, ValueError, IndexError) as error:
        raise wrong("jsonstat-broken", place) from error


def _parsed(content: bytes, place: Place) -> Any:
    try:
        return json.loads(content.removeprefix(BOM), object_pairs_hook=_once, parse_constant=_no_number)
    except RecursionError as error:
        raise wrong("json-too-deep", place) from error
    except ValueError as error:  # also what is no text, numbers of thousands of digits, and names said twice
        raise wrong("json-broken", place) from error


def _once(pairs: list[tuple[str, Any]]) -> Object:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name is given twice in one object")
    return found


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is not a number in JSON")


def _is_dataset(said: Any, place: Place) -> None:
    if not isinstance(said, dict) or not {"class", "dimension", "value", "dataset", "link"} & said.keys():
        raise wrong("file-is-json", place)
    if said.get("class") != "dataset":
        raise wrong("jsonstat-not-dataset", place)


def _sheet(said: Object, place: Place) -> Grid:
    ids, sizes = [str(each) for each in said["id"]], [int(each) for each in said["size"]]
    cells = cell_count(sizes, place)
    if not ids or len(ids) != len(sizes) or min(sizes) < 1:
        raise wrong("jsonstat-broken", place)
    roles = {name: role for role in _ROLES for name in said.get("role", {}).get(role, [])}
    given = [said["dimension"][name] for name in ids]
    names = [str(each.get("label") or name) for name, each in zip(ids, given, strict=True)]
    names = names if len(set(names)) == len(names) else ids
    dimensions = [
        _dimension(name, each["category"], size, roles.get(code, ""), place)
        for name, code, each, size in zip(names, ids, given, sizes, strict=True)
    ]
    at, values = _values(said, cells, place)
    return long_sheet(dimensions, at, values, str(said.get("label") or ""))


def _dimension(name: str, category: Object, size: int, role: str, place: Place) -> Dimension:
    labels = category.get("label", {})
    index = category.get("index") or list(labels)  # a single category needs no index
    if isinstance(index, dict):
        if sorted(index.values()) != list(range(len(index))):
            raise wrong("jsonstat-broken", Place(file=place.file, value=name))
        index = sorted(index, key=index.__getitem__)
    codes = [str(code) for code in index]
    if len(codes) != size or len(set(codes)) != size:
        raise wrong("jsonstat-size", Place(file=place.file, value=name), size=size, categories=len(codes))
    units = category.get("unit", {})
    measures = [str(units.get(code, {}).get("base", "")) for code in codes] if units else None
    return Dimension(name, [str(labels.get(code, code)) for code in codes], codes, role, measures)


def _values(said: Object, cells: int, place: Place) -> tuple[NDArray[np.int64], dict[str, Column]]:
    """Which cells there are, and their columns. Lists give all of them; objects by position those that are known."""
    value, status = said["value"], said.get("status")
    at: Sequence[int] = range(cells)
    if isinstance(value, list) and len(value) != cells:
        raise wrong("cube-count", place, values=len(value), cells=cells)
    if isinstance(value, list):
        found = value
    else:
        here = {_position(key, cells, place) for part in (value, status) if isinstance(part, dict) for key in part}
        at = range(cells) if isinstance(status, list) else sorted(here)
        found = [value.get(str(i)) for i in at]
    columns = {VALUE: _value_column(found, place)}
    if status:
        columns[STATUS] = Column(texts([_status(status, i) for i in at]))
    return np.array(at, dtype=np.int64), columns


def _position(key: str, cells: int, place: Place) -> int:
    if not (key.isascii() and key.isdigit() and str(int(key)) == key and int(key) < cells):
        raise wrong("jsonstat-position", Place(file=place.file, value=key), cells=cells)
    return int(key)


def _status(status: Any, cell: int) -> str:
    """One word for all cells, or one each."""
    if isinstance(status, str):
        return status
    said = status.get(str(cell)) if isinstance(status, dict) else status[cell]
    return "" if said is None else str(said)


def _value_column(values: list[Any], place: Place) -> Column:
    """Numbers; null is blank, and a text (such as "..") stands as it is written."""
    if odd := [value for value in values if type(value) not in _VALUES]:
        raise wrong("jsonstat-value", Place(file=place.file, value=json.dumps(odd[0])))
    written = texts(["" if value is None else _written(value) for value in values])
    number = [float(value) if isinstance(value, (int, float)) else np.nan for value in values]
    return Column(written, pa.array(np.array(number, dtype=np.float64)))


def _written(value: float | str) -> str:
    return value if isinstance(value, str) else repr(value).removesuffix(".0")
