"""Money in a plan: which tables it has, the units that amounts are written in, and what accounts say."""

from decimal import Decimal
from enum import StrEnum

AMOUNT_DECIMALS = 9
"""As many as an öre needs in a billion: the store keeps amounts in the unit that they were written in, exactly."""


class BudgetSection(StrEnum):
    """The tables in which a plan lists money."""

    FRAME = "frame"
    NET_FRAME = "net_frame"
    AREA = "area"
    CHANGE = "change"
    MEASURE = "measure"
    INVESTMENT_FRAME = "investment_frame"
    INVESTMENT = "investment"


class MoneyUnit(StrEnum):
    """What an amount is written in; `kronor` is how many there are to one."""

    MKR = "Mkr"
    TKR = "tkr"
    KR = "kr"

    @property
    def kronor(self) -> Decimal:
        """1 000 000, 1 000 or 1."""
        return _KRONOR[self]


_KRONOR: dict[str, Decimal] = {
    MoneyUnit.MKR: Decimal(1_000_000),
    MoneyUnit.TKR: Decimal(1_000),
    MoneyUnit.KR: Decimal(1),
}


class AccountKind(StrEnum):
    """A month's own outcome, or what is expected of the whole year when the month is over."""

    OUTCOME = "outcome"
    FORECAST = "forecast"
