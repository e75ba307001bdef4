"""`plan.toml`: which plan this is, and the levels of its steering model."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kpi.errors import Place, UserError, wrong
from kpi.ingest import plan_values as v
from kpi.ingest.plan_table import raise_all, read_text
from kpi.words import listing

_LINE = re.compile(r"at line (\d+)")
_PLAN = {
    "kod": "code", "namn": "name", "organisation": "organisation", "forsta_ar": "first_year", "sista_ar": "last_year",
    "beslutad_av": "decided_by", "beslutad_den": "decided_on", "diarienummer": "reference", "kalla": "source",
    "foregangare": "predecessor", "summering": "summing_up", "tolkning": "interpreted", "tolkning_not": "note",
}  # fmt: skip
_PLAN_NEEDED = ("kod", "namn", "organisation", "forsta_ar", "sista_ar", "beslutad_av")
_MODEL = ("kod", "namn", "niva")
_LEVEL_NEEDED = ("kod", "namn", "namn_plural")
_LEVEL = (*_LEVEL_NEEDED, "antal")


@dataclass(frozen=True, slots=True)
class Header:
    """The plan's own row, its steering model's, and the levels from the top; what is interpreted, and why."""

    plan: dict[str, Any]
    steering_model: dict[str, str]
    levels: list[dict[str, Any]]
    interpreted: tuple[str, ...]
    note: str
    organisation_place: Place


class _Toml:
    """A TOML file that knows on which line a key stands."""

    def __init__(self, path: Path, file: str) -> None:
        self.file = file
        text = read_text(path, file)
        self.lines = text.split("\n")
        try:
            self.tables = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            found = _LINE.search(str(error))
            row = int(found[1]) if found else len(self.lines)
            raise wrong("plan-toml", Place(file, row=row)) from error

    def place(self, table: str, key: str = "", value: Any = None, nth: int = 0) -> Place:
        """Where a key stands in the nth table of a name; the table's own line when the key is not there."""
        wanted = table or key
        heads = [n for n, line in enumerate(self.lines, 1) if line.strip().strip("[]").strip() == wanted]
        first = heads[nth] if len(heads) > nth else 1
        row = first
        for number, line in enumerate(self.lines[first:], first + 1):
            if line.lstrip().startswith("["):
                break
            if key and re.match(rf"\s*{re.escape(key)}\s*=", line):
                row = number
        return Place(self.file, row=row, column=key, value=None if value is None else str(value))

    def faults(self, name: str, table: dict[str, Any], known: Any, needed: Any, nth: int = 0) -> list[UserError]:
        """Keys that nobody knows, and those that are missing or empty."""
        faults = [
            wrong("plan-key-unknown", self.place(name, key, nth=nth), allowed=listing(known))
            for key in table
            if key not in known
        ]
        return faults + [
            wrong("plan-key-missing", self.place(name, key, nth=nth))
            for key in needed
            if table.get(key, "") in ("", [], {})
        ]


def read_header(path: Path, shown: str = "") -> Header:
    """The header of a plan. Raises `UserError` naming file, line and key."""
    toml = _Toml(path, shown or path.name)
    raise_all(toml.faults("", toml.tables, ("plan", "styrmodell"), ("plan", "styrmodell")))
    plan, model = toml.tables["plan"], toml.tables["styrmodell"]
    if not isinstance(plan, dict) or not isinstance(model, dict):
        raise wrong("plan-toml", Place(toml.file, row=1))
    raise_all([*toml.faults("plan", plan, _PLAN, _PLAN_NEEDED), *toml.faults("styrmodell", model, _MODEL, _MODEL)])
    about = {name: _plan_value(toml, key, plan.get(key)) for key, name in _PLAN.items()}
    interpreted, note = about.pop("interpreted"), about.pop("note")
    if about["first_year"] > about["last_year"]:
        raise wrong("plan-years-reversed", toml.place("plan", "sista_ar", about["last_year"]))
    code = _checked(v.code, toml.place("styrmodell", "kod", model["kod"]), model["kod"])
    return Header(
        plan={**about, "steering_model": code},
        steering_model={"code": code, "name": str(model["namn"])},
        levels=_levels(toml, code, model["niva"]),
        interpreted=tuple(_PLAN[key] for key in interpreted),
        note=note,
        organisation_place=toml.place("plan", "organisation", about["organisation"]),
    )


def _plan_value(toml: _Toml, key: str, value: Any) -> Any:
    place = toml.place("plan", key, value)
    match key:
        case "kod" | "organisation":
            return _checked(v.code, place, value)
        case "forsta_ar" | "sista_ar":
            return _checked(v.year, place, value)
        case "beslutad_den":
            return value if isinstance(value, date) else _checked(v.day, place, value) if value else None
        case "foregangare":
            return _checked(v.code, place, value) if value else None
        case "summering":
            return _yes_no(place, value)
        case "tolkning":
            return _interpreted(place, value)
        case _:
            return "" if value is None else str(value)


def _yes_no(place: Place, value: Any) -> bool:
    if not isinstance(value, bool | None):
        raise wrong("plan-not-true-or-false", place)
    return bool(value)


def _expected(place: Place, level: dict[str, Any]) -> int | None:
    """How many goals the text says that the level has."""
    number = level.get("antal")
    if number is not None and (not isinstance(number, int) or isinstance(number, bool) or number < 1):
        raise wrong("plan-not-a-count", place)
    return number


def _interpreted(place: Place, value: Any) -> tuple[str, ...]:
    keys = [] if value is None else value
    if not isinstance(keys, list) or any(not isinstance(key, str) or key not in _PLAN for key in keys):
        raise wrong("plan-mark-unknown", place, allowed=listing(_PLAN))
    return tuple(keys)


def _checked(parse: Any, place: Place, value: Any) -> Any:
    try:
        return parse(str(value))
    except UserError as error:
        error.place = place
        raise


def _levels(toml: _Toml, model: str, levels: Any) -> list[dict[str, Any]]:
    name = "styrmodell.niva"
    if not isinstance(levels, list) or not all(isinstance(level, dict) for level in levels):
        raise wrong("plan-levels", toml.place("styrmodell", "niva"))
    raise_all([fault for n, level in enumerate(levels) for fault in toml.faults(name, level, _LEVEL, _LEVEL_NEEDED, n)])
    rows, seen = [], set[str]()
    for n, level in enumerate(levels):
        place = toml.place(name, "kod", level["kod"], n)
        code = _checked(v.code, place, level["kod"])
        if code in seen:
            raise wrong("plan-code-twice", place)
        seen.add(code)
        expected = _expected(toml.place(name, "antal", level.get("antal"), n), level)
        rows.append(
            {"steering_model": model, "level": code, "position": n + 1, "name": str(level["namn"]),
             "name_plural": str(level["namn_plural"]), "expected": expected}
        )  # fmt: skip
    return rows
