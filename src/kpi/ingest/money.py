"""Amounts as people write them, kept to the last digit: a float would make 0,1 + 0,2 differ from 0,3."""

from decimal import Decimal

from kpi.errors import wrong
from kpi.ingest import plan_values as v
from kpi.model import AMOUNT_DECIMALS, BudgetSection, MoneyUnit

LARGEST = Decimal(10) ** 12  # with nine decimals and in millions, sums of them still are exact in 28 digits
UNITS = {unit.lower(): unit for unit in MoneyUnit}
SECTIONS = {
    "ram": BudgetSection.FRAME,
    "nettoram": BudgetSection.NET_FRAME,
    "område": BudgetSection.AREA,
    "förändring": BudgetSection.CHANGE,
    "åtgärd": BudgetSection.MEASURE,
    "investeringsram": BudgetSection.INVESTMENT_FRAME,
    "investering": BudgetSection.INVESTMENT,
}


def amount(cell: str) -> Decimal:
    """A decimal with the digits that are written, trailing zeros included. Raises `UserError` for anything else."""
    found = Decimal(v.plain_number(cell))
    if decimals_of(found) > AMOUNT_DECIMALS or abs(found) >= LARGEST:
        raise wrong("amount-out-of-range", decimals=str(AMOUNT_DECIMALS))
    return found


def decimals_of(value: Decimal) -> int:
    """How many decimals are written: 2,0 has one."""
    return max(0, -int(value.as_tuple().exponent))


def stored_amount(value: Decimal) -> Decimal:
    """The same amount with the store's own number of decimals, so that equal amounts are equal texts."""
    return value.quantize(Decimal(1).scaleb(-AMOUNT_DECIMALS))
