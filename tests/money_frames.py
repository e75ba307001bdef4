"""Small plans with money, as the store's frames."""

from datetime import date
from decimal import Decimal

import pandas as pd

ITEM = ("code", "section", "name", "category", "description", "consequence", "sum_of", "part_of", "same_as", "source")


def items(*rows):
    """Each row: code, section, and what else it says by name."""
    made = [
        dict.fromkeys(ITEM, "") | {"code": code, "section": section, "name": code.capitalize()} | more
        for code, section, more in rows
    ]
    return pd.DataFrame(made, columns=list(ITEM))


def amounts(*rows):
    """Each row: item, cost type or None, year, the amount as text, unit."""
    return pd.DataFrame(
        [
            {"item": item, "cost_type": cost_type, "year": year, "amount": Decimal(text),
             "decimals": max(0, -Decimal(text).as_tuple().exponent), "money_unit": unit}
            for item, cost_type, year, text, unit in rows
        ]
    )  # fmt: skip


def types(*codes):
    return pd.DataFrame([{"code": code, "name": code.capitalize()} for code in codes], columns=["code", "name"])


def accounts(*rows):
    """Each row: area, cost type, month of 2025, kind, the amount as text, unit."""
    columns = ["area", "cost_type", "month", "kind", "amount", "money_unit"]
    made = [
        (area, cost_type, date(2025, month, 1), kind, Decimal(text), unit)
        for area, cost_type, month, kind, text, unit in rows
    ]
    return pd.DataFrame(made, columns=columns)
