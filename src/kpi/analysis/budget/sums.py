"""Printed totals beside the sums of their parts, and figures that say the same thing beside each other.

Compared as decimals: a difference is a difference, however small. Whether rounding can explain it is said beside.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kpi.analysis.budget.plan import Budget, Cell, Figure

Term = tuple[int, Cell]


class Against(StrEnum):
    """What a printed figure is compared with."""

    PARTS = "parts"
    COST_TYPES = "cost_types"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Check:
    """One comparison. `computed` is in kronor; None where a part has no figure for that year.

    `terms` are the cells that it is computed from, with sign; `rounding` is the most, in kronor, that rounding of all
    the figures involved can amount to.
    """

    cell: Cell
    year: int
    against: Against
    printed: Figure
    terms: tuple[Term, ...]
    computed: Decimal | None
    rounding: Decimal

    @property
    def difference(self) -> Decimal | None:
        """Printed less computed, in kronor."""
        return None if self.computed is None else self.printed.kronor - self.computed

    @property
    def differs(self) -> bool:
        """True where both are known and unlike."""
        return bool(self.difference)

    @property
    def rounding_explains(self) -> bool:
        """True where the difference is no larger than rounding can make it."""
        return self.difference is not None and abs(self.difference) <= self.rounding


def checks(plan: Budget) -> list[Check]:
    """Every comparison that the plan's figures allow, in the plan's order."""
    return [
        _check(plan, cell, year, against, terms)
        for (cell, year) in plan.figures
        for against, terms in _compared(plan, cell, year)
    ]


def _compared(plan: Budget, cell: Cell, year: int) -> Iterator[tuple[Against, list[Term]]]:
    code, cost_type = cell
    item = plan.items[code]
    if item.sum_of:
        yield Against.PARTS, [(1, (part, cost_type)) for part in item.sum_of]
    if cost_type is not None:
        return
    if types := plan.types(code, year):
        yield Against.COST_TYPES, [(1, (code, one)) for one in types]
    # A table for several years is compared for those that the other has too.
    if item.same_as and all(((other, None), year) in plan.figures for _, other in item.same_as):
        yield Against.SAME, [(sign, (other, None)) for sign, other in item.same_as]


def _check(plan: Budget, cell: Cell, year: int, against: Against, terms: Sequence[Term]) -> Check:
    printed = plan.figures[cell, year]
    known = [(sign, plan.figures[other, year]) for sign, other in terms if (other, year) in plan.figures]
    whole = len(known) == len(terms)
    return Check(
        cell, year, against, printed, tuple(terms),
        computed=sum((sign * figure.kronor for sign, figure in known), Decimal(0)) if whole else None,
        rounding=printed.rounding + sum((figure.rounding for _, figure in known), Decimal(0)),
    )  # fmt: skip
