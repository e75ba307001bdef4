"""What Kolada's API v3 answers, as types. Whatever has another shape is an error, never a guess."""

import json
import math
from dataclasses import dataclass
from typing import Any

from kpi.errors import UserError, shorten, wrong
from kpi.model import Gender

YEARS = range(1900, 2201)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A nyckeltal as Kolada describes it; what it is measured in stands in the title."""

    id: str
    title: str
    description: str
    split_by_gender: bool


@dataclass(frozen=True, slots=True)
class Value:
    """One value. `unit` is the id of a municipality, region or enhet; `count` how many of a group it is made of."""

    indicator: str
    unit: str
    year: int
    gender: Gender
    value: float | None
    status: str
    count: int | None
    deleted: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One page of an answer; `next_url` is empty on the last."""

    values: list[Any]
    next_url: str


def page(body: bytes) -> Page:
    """A page out of its JSON. Raises `UserError` for anything else."""
    try:
        match json.loads(body, parse_constant=_refuse):
            case {"values": list(values), "next_url": str(next_url)}:
                return Page(values, next_url)
            case {"values": list(values), **more} if more.get("next_url") is None:
                return Page(values, "")
    except (ValueError, RecursionError) as error:
        raise wrong("kolada-not-json") from error
    raise strange("values")


def indicator(given: Any) -> Indicator:
    """An element of `/kpi`."""
    match given:
        case {"id": str(code), "title": str(title), "is_divided_by_gender": bool() | 0 | 1 as split, **more}:
            description = more.get("description")
            return Indicator(code, title.strip(), description if isinstance(description, str) else "", bool(split))
    raise strange("kpi")


def name(given: Any) -> tuple[str, str]:
    """The id and title of an element of `/municipality` or `/ou`."""
    match given:
        case {"id": str(code), "title": str(title)}:
            return code, title.strip()
    raise strange("title")


def values(given: Any, unit_field: str) -> list[Value]:
    """An element of `/data` (`unit_field` is municipality) or `/oudata` (ou): a year's values by gender."""
    match given:
        case {"kpi": str(code), "period": int() | str() as period, "values": list(held), **more}:
            unit, year = more.get(unit_field), _year(period)
            if isinstance(unit, str) and year in YEARS:
                return [_value(one, code, unit, year) for one in held]
    raise strange(unit_field)


def _year(given: int | str) -> int:
    return int(given) if not isinstance(given, str) or (given.isascii() and given.isdigit()) else 0


def _value(given: Any, code: str, unit: str, year: int) -> Value:
    match given:
        case {"gender": "K" | "M" | "T" as gender, "value": _ as value, **more}:
            status, count, deleted = more.get("status"), more.get("count"), more.get("isdeleted", False)
            if isinstance(status, str | None) and isinstance(count, int | None) and isinstance(deleted, bool):
                return Value(code, unit, year, Gender(gender), _number(value), (status or "").strip(), count, deleted)
    raise strange("gender, value, status, count, isdeleted")


def _number(given: Any) -> float | None:
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise strange("value")
    try:
        number = float(given)
    except OverflowError as error:
        raise strange("value") from error
    if not math.isfinite(number):
        raise strange("value")
    return number


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def strange(what: str) -> UserError:
    """The error of an answer that is not what the API is documented to give; `what` is the field."""
    return wrong("kolada-strange", what=shorten(what))
