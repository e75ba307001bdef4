"""The money of a plan as one thing to ask of: items, cost types and printed figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from kpi.model import BudgetSection, MoneyUnit

Cell = tuple[str, str | None]
"""An item and a cost type; None for the item's total, or its only figure."""
SEPARATOR, MINUS = "|", "-"
HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount as the text prints it, in its unit, with so many decimals."""

    amount: Decimal
    unit: MoneyUnit
    decimals: int

    @property
    def kronor(self) -> Decimal:
        """The amount in kronor, exactly."""
        return self.amount * self.unit.kronor

    @property
    def rounding(self) -> Decimal:
        """By how many kronor the amount can be off, if it was rounded to what is printed."""
        return HALF.scaleb(-self.decimals) * self.unit.kronor


@dataclass(frozen=True, slots=True)
class Item:
    """A row of one of the text's tables. `same_as`: sign (1 or −1) and code of items that together say the same."""

    code: str
    section: BudgetSection
    name: str
    category: str
    description: str
    consequence: str
    sum_of: tuple[str, ...]
    part_of: str
    same_as: tuple[tuple[int, str], ...]
    source: str


@dataclass(frozen=True)
class Budget:
    """A plan's items and cost types (names by code) in its order, and its figures by cell and year."""

    items: Mapping[str, Item]
    cost_types: Mapping[str, str]
    figures: Mapping[tuple[Cell, int], Figure]

    def of(self, *sections: BudgetSection) -> list[Item]:
        """The items of some sections."""
        return [item for item in self.items.values() if item.section in sections]

    def years(self, code: str) -> list[int]:
        """The years for which an item has a figure of its own total."""
        return sorted(year for (item, cost_type), year in self.figures if item == code and cost_type is None)

    def types(self, code: str, year: int) -> list[str]:
        """The cost types in which an item has figures that year, in the plan's order."""
        return [one for one in self.cost_types if ((code, one), year) in self.figures]

    def leaves(self, code: str) -> Iterator[str]:
        """The items that an item is a sum of in the end; itself where it is no sum."""
        parts = self.items[code].sum_of
        for part in parts:
            yield from self.leaves(part)
        if not parts:
            yield code


def budget(cost_types: pd.DataFrame, items: pd.DataFrame, amounts: pd.DataFrame) -> Budget:
    """From the store's tables `cost_type`, `budget_item` and `budget_amount`, each in the plan's order."""
    return Budget(
        {row.code: _item(row) for row in rows(items)},
        dict(zip(cost_types["code"], cost_types["name"], strict=True)),
        {
            ((row.item, None if pd.isna(row.cost_type) else row.cost_type), int(row.year)): Figure(
                row.amount, MoneyUnit(row.money_unit), int(row.decimals)
            )
            for row in rows(amounts)
        },
    )


def _item(row: Any) -> Item:
    texts = {name: str(getattr(row, name)) for name in Item.__slots__}
    signed = [(-1 if part.startswith(MINUS) else 1, part.removeprefix(MINUS)) for part in _parts(texts["same_as"])]
    return Item(
        code=texts["code"], section=BudgetSection(texts["section"]), name=texts["name"], category=texts["category"],
        description=texts["description"], consequence=texts["consequence"], sum_of=_parts(texts["sum_of"]),
        part_of=texts["part_of"], same_as=tuple(signed), source=texts["source"],
    )  # fmt: skip


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(SEPARATOR) if part)


def rows(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows one by one, their cells by the names of the columns."""
    yield from frame.itertuples(index=False)
