"""What must hold between the rows of a plan: references, trees, definitions, targets."""

from collections.abc import Collection, Iterable, Sequence

from kpi.errors import UserError, wrong
from kpi.ingest.plan_columns import DEFINITIONS, NEEDED_DEFINITIONS
from kpi.ingest.plan_table import Row
from kpi.ingest.plan_values import SEPARATOR
from kpi.words import listing

_DEFINED = tuple(column.field for column in DEFINITIONS)


def repeated(rows: Sequence[Row], *fields: str) -> list[UserError]:
    """Rows that say again what an earlier row has said: the same code, or the same nyckeltal for the same unit."""
    first: dict[tuple[object, ...], int] = {}
    faults = []
    for row in rows:
        number = first.setdefault(tuple(row[name] for name in fields), row.number)
        if number != row.number:
            faults.append(wrong("plan-row-twice", row.place(fields[0]), first=str(number)))
    return faults


def unknown(rows: Iterable[Row], field: str, known: Collection[str], key: str) -> list[UserError]:
    """Rows whose reference leads nowhere; an empty one is no reference."""
    return [wrong(key, row.place(field)) for row in rows if row[field] is not None and row[field] not in known]


def marks(rows: Iterable[Row]) -> list[UserError]:
    """`tolkning` names columns of its own table, and a note has something to be about."""
    faults = []
    for row in rows:
        named = [name for name in row.headers.values() if name not in ("tolkning", "tolkning_not")]
        if any(name not in named for name in row["interpreted"]):
            faults.append(wrong("plan-mark-unknown", row.place("interpreted"), allowed=listing(named)))
        if row["note"] and not row["interpreted"]:
            faults.append(wrong("plan-note-alone", row.place("note")))
    return faults


def cycles(rows: Sequence[Row]) -> list[UserError]:
    """Rows that are their own ancestor."""
    parents = {row["code"]: row["parent"] for row in rows}
    return [wrong("plan-cycle", row.place("parent")) for row in rows if _returns(row["code"], parents)]


def _returns(code: str, parents: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    above = parents.get(code)
    while above is not None and above != code and above not in seen:
        seen.add(above)
        above = parents.get(above)
    return above == code


def tree(goals: Sequence[Row], levels: Sequence[str]) -> list[UserError]:
    """Every goal lies on a level of the steering model, and beneath a goal of a higher one.

    A goal on a lower level may stand without parent: a text does not always say what it belongs to.
    """
    faults = repeated(goals, "code") + unknown(goals, "parent", {row["code"] for row in goals}, "plan-parent-unknown")
    faults += [
        wrong("plan-level-unknown", row.place("level"), allowed=listing(levels))
        for row in goals
        if row["level"] not in levels
    ]
    faults = faults or cycles(goals)
    if faults:
        return faults
    depth = {row["code"]: levels.index(row["level"]) for row in goals}
    return [
        wrong("plan-level-order", row.place("parent"))
        for row in goals
        if row["parent"] is not None and depth[row["parent"]] >= depth[row["code"]]
    ]


def definitions(rows: Sequence[Row]) -> tuple[dict[str, Row], list[UserError]]:
    """The row that defines each nyckeltal (its first), and what is missing or said otherwise later."""
    first: dict[str, Row] = {}
    faults = []
    for row in rows:
        own = first.setdefault(row["indicator"], row)
        faults += _definition_faults(row) if own is row else _conflicts(own, row)
    return first, faults


def _definition_faults(row: Row) -> list[UserError]:
    faults = [wrong("plan-cell-missing", row.place(name)) for name in NEEDED_DEFINITIONS if row[name] is None]
    if row["split_by_gender"] is False and not row["no_split_reason"]:
        faults.append(wrong("plan-no-reason", row.place("no_split_reason")))
    if row["split_by_gender"] and row["no_split_reason"]:
        faults.append(wrong("plan-reason-without-cause", row.place("no_split_reason")))
    if row["lowest"] is not None and row["highest"] is not None and row["lowest"] > row["highest"]:
        faults.append(wrong("plan-range-reversed", row.place("highest")))
    return faults


def _conflicts(own: Row, row: Row) -> list[UserError]:
    return [
        wrong("plan-definition-conflict", row.place(name), first=str(own.number), there=own.texts[name] or "–")
        for name in _DEFINED
        if row[name] is not None and row[name] != own[name]
    ]


def names(rows: Iterable[Row], code: str, *fields: str) -> list[UserError]:
    """No name or alias belongs to two things, whatever its case: a file that uses it could not be read."""
    rows = list(rows)
    owner: dict[str, str] = {row[code]: row[code] for row in rows}
    faults = []
    for row in rows:
        for field, name in [(field, row[field]) for field in fields] + [("aliases", name) for name in _aliases(row)]:
            if name and owner.setdefault(name.lower(), row[code]) != row[code]:
                faults.append(wrong("plan-name-twice", row.place(field), name=name, other=owner[name.lower()]))
    return faults


def _aliases(row: Row) -> list[str]:
    return (row["aliases"] or "").split(SEPARATOR)
