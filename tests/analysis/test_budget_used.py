"""Effects and investments: which follow-up holds, what months sum to, and totals that say how much they know."""

from datetime import date
from decimal import Decimal

import pandas as pd

from kpi.analysis.budget.plan import budget
from kpi.analysis.budget.used import against, effects, used
from money_frames import amounts, items, types

PLAN = budget(
    types(),
    items(("a", "measure", {}), ("b", "measure", {}), ("both", "measure", {"sum_of": "a|b"}),
          ("all", "measure", {"sum_of": "both"})),
    amounts(*((code, None, year, "2.5", "Mkr") for code in ("a", "b", "both", "all") for year in (2025, 2026))),
)  # fmt: skip


def said(*rows):
    columns = ["measure", "period_kind", "period_start", "amount", "money_unit", "text"]
    made = [(code, kind, date.fromisoformat(day), Decimal(text), unit, day) for code, kind, day, text, unit in rows]
    return pd.DataFrame(made, columns=columns)


def test_the_last_follow_up_of_each_year_holds_and_a_later_delivery_of_the_same():
    found = effects(
        said(
            ("a", "tertial", "2025-05-01", "1.5", "Mkr"), ("a", "tertial", "2025-01-01", "0.4", "Mkr"),
            ("a", "tertial", "2025-05-01", "1400", "tkr"), ("a", "tertial", "2025-09-01", "2", "Mkr"),
            ("a", "tertial", "2026-01-01", "0.1", "Mkr"),
        ),
        date(2025, 8, 31),
    )  # fmt: skip
    assert {key: effect.amount for key, effect in found.items()} == {("a", 2025): Decimal(1_400_000)}


def test_a_total_knows_of_how_many_it_is():
    one = against(PLAN, "all", 2025, {("a", 2025): Decimal(1_000_000), ("a", 2026): Decimal(7)})
    assert (one.reported, one.told, one.parts, one.left) == (1_000_000, 1, 2, None)
    whole = against(PLAN, "both", 2025, {("a", 2025): Decimal(1), ("b", 2025): Decimal(2_600_000)})
    assert (whole.reported, whole.left) == (2_600_001, -100_001)
    nothing = against(PLAN, "a", 2026, {})
    assert (nothing.reported, nothing.left) == (None, None)
    assert against(PLAN, "a", 2030, {}) is None


def test_months_are_summed_as_reported_until_the_day():
    rows = pd.DataFrame(
        [("i", date(2025, month, 1), Decimal(text), unit) for month, text, unit in
         [(3, "10", "tkr"), (1, "5500", "kr"), (3, "12", "tkr"), (9, "1", "Mkr")]],
        columns=["investment", "month", "amount", "money_unit"],
    )  # fmt: skip
    assert used(rows, date(2025, 8, 31)) == {("i", 2025): {date(2025, 1, 1): 5500, date(2025, 3, 1): 12000}}
