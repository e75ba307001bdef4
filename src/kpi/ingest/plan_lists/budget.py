"""`kostnadsslag.csv`, `budgetposter.csv`, `budgetbelopp.csv`: the money in a plan, as its tables print it.

An item is a row of one of the text's tables; an amount is one printed figure of it, for a year, and for a cost type
where the table has them (without one: the row's own total). A printed total is an item whose parts are named, so that
it can be computed beside; figures that say the same thing twice are named too.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from kpi.errors import UserError, wrong
from kpi.ingest import money
from kpi.ingest import plan_checks as check
from kpi.ingest import plan_values as v
from kpi.ingest.plan_columns import MARKS
from kpi.ingest.plan_lists.plan_list import Codes, PlanList
from kpi.ingest.plan_rows import without_marks
from kpi.ingest.plan_table import Column, Row

MINUS = "-"
Ways = dict[str, tuple[str, ...]]


def _signed(cell: str) -> tuple[str, ...]:
    """Codes, each with a minus before it where the text writes the amount with the other sign."""
    parts = v.parts(cell)
    return tuple(MINUS * part.startswith(MINUS) + v.code(part.removeprefix(MINUS)) for part in parts)


def _cost_types(rows: Sequence[Row], codes: Codes) -> list[UserError]:
    return check.repeated(rows, "code")


def _items(rows: Sequence[Row], codes: Codes) -> list[UserError]:
    known = codes["budget_item"]
    faults = check.repeated(rows, "code") + check.unknown(rows, "part_of", known, "budget-item-unknown")
    for row, field, code in _named(rows):
        if code not in known:
            faults.append(wrong("budget-part-unknown", row.place(field), code=code))
    return faults or _circles(rows)


def _named(rows: Sequence[Row]) -> Iterator[tuple[Row, str, str]]:
    """Every code that an item names as its part or its like."""
    for row in rows:
        yield from ((row, field, code.removeprefix(MINUS)) for field in ("sum_of", "same_as") for code in row[field])


def _circles(rows: Sequence[Row]) -> list[UserError]:
    """Totals that are, by way of their parts, a part of themselves; and items that are part of themselves."""
    parts: Ways = {row["code"]: row["sum_of"] for row in rows}
    above: Ways = {row["code"]: (row["part_of"],) if row["part_of"] else () for row in rows}
    faults = [wrong("budget-circle", row.place("sum_of")) for row in rows if _reaches_itself(row["code"], parts)]
    return faults + [
        wrong("budget-circle", row.place("part_of")) for row in rows if _reaches_itself(row["code"], above)
    ]


def _reaches_itself(code: str, ways: Ways) -> bool:
    seen: set[str] = set()
    left = list(ways[code])
    while left:
        at = left.pop()
        if at == code:
            return True
        if at not in seen:
            seen.add(at)
            left += ways[at]
    return False


def _amounts(rows: Sequence[Row], codes: Codes) -> list[UserError]:
    return [
        *check.repeated(rows, "item", "cost_type", "year"),
        *check.unknown(rows, "item", codes["budget_item"], "budget-item-unknown"),
        *check.unknown(rows, "cost_type", codes["cost_type"], "budget-cost-type-unknown"),
    ]


def _stored_item(row: Row) -> dict[str, Any]:
    joined = {field: v.SEPARATOR.join(row[field]) for field in ("sum_of", "same_as")}
    return {**without_marks(row), **joined, "part_of": row["part_of"] or ""}


def _stored_amount(row: Row) -> dict[str, Any]:
    written = row["amount"]
    return {**without_marks(row), "amount": money.stored_amount(written), "decimals": money.decimals_of(written)}


COST_TYPES = PlanList(
    "kostnadsslag.csv",
    "cost_type",
    (Column("kod", "code", v.code, required=True), Column("namn", "name", v.text, required=True), *MARKS),
    _cost_types,
)
ITEMS = PlanList(
    "budgetposter.csv",
    "budget_item",
    (
        Column("kod", "code", v.code, required=True),
        Column("del", "section", v.Choice(money.SECTIONS), required=True),
        Column("namn", "name", v.text, required=True),
        Column("grupp", "category", v.text, optional=True, empty=""),
        Column("beskrivning", "description", v.text, optional=True, empty=""),
        Column("konsekvens", "consequence", v.text, optional=True, empty=""),
        Column("summa av", "sum_of", v.codes, optional=True, empty=()),
        Column("varav i", "part_of", v.code, optional=True),
        Column("samma som", "same_as", _signed, optional=True, empty=()),
        Column("källa", "source", v.text, empty=""),
        *MARKS,
    ),
    _items,
    _stored_item,
)
AMOUNTS = PlanList(
    "budgetbelopp.csv",
    "budget_amount",
    (
        Column("post", "item", v.code, required=True),
        Column("kostnadsslag", "cost_type", v.code),
        Column("år", "year", v.year, required=True),
        Column("belopp", "amount", money.amount, required=True),
        Column("måttenhet", "money_unit", v.Choice(money.UNITS), required=True),
        *MARKS,
    ),
    _amounts,
    _stored_amount,
    names="item",
)
