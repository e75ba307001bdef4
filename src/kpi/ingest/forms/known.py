"""What the rows of a form may speak of, and finding it by code or by name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from kpi.errors import UserError, wrong
from kpi.frames import period_of, records
from kpi.ingest.plan_table import Row
from kpi.ingest.registers import Register, load
from kpi.model import CommentKind, Period
from kpi.store import Store, plans, texts

Measure = tuple[str, str, Period | None, str]
"""A proposed measure: nyckeltal, unit, period and code."""


@dataclass(frozen=True)
class Known:
    """The registers of nyckeltal and units, the codes of the plans, what a plan lists (its goals, uppdrag …), and the
    codes of what has been delivered about it in forms.
    """

    indicator: Register
    unit: Register
    plans: frozenset[str]
    rows: Callable[[str, str], pd.DataFrame]
    stated: Callable[[str, str], frozenset[str]]
    proposed: Callable[[], frozenset[Measure]]

    @property
    def actions(self) -> frozenset[Measure]:
        """The measures that have been proposed and are no drafts, real or examples."""
        return self.proposed()

    def listed(self, plan: str, table: str) -> frozenset[str]:
        """The codes in one of a plan's tables."""
        return frozenset(self.rows(plan, table)["code"])

    @classmethod
    def of(cls, store: Store) -> "Known":
        """What the store knows now."""
        found = load(store, pd.DataFrame())
        codes = frozenset(plans.plans(store)["code"])

        @cache
        def rows(plan: str, table: str) -> pd.DataFrame:
            return plans.listed(store, table, plan)

        @cache
        def stated(plan: str, table: str) -> frozenset[str]:
            said = pd.concat([plans.stated(store, table, example) for example in (False, True)])
            return frozenset(said.loc[said["plan"] == plan, "code"])

        @cache
        def proposed() -> frozenset[Measure]:
            said = pd.concat([texts.comments(store, example) for example in (False, True)])
            return frozenset(map(_measure, records(said[said["kind"] == CommentKind.ACTION])))

        return cls(found.indicator, found.unit, codes, rows, stated, proposed)


def _measure(row: Any) -> Measure:
    return row.indicator, row.unit, period_of(row.period_start, row.period_kind), row.code


def settle(rows: Sequence[Row], known: Known) -> list[UserError]:
    """Put the codes of nyckeltal and units where their names stand; what is unknown, or may be several, is a fault."""
    faults = []
    for field, register in (("indicator", known.indicator), ("unit", known.unit)):
        for row in rows:
            if (text := row.values.get(field)) is None:
                continue
            found = register.find(text)
            if len(found) == 1:
                row.values[field] = next(iter(found))
            else:
                faults.append(wrong(f"plan-{field}-unknown", row.place(field)))
    return faults


def unknown_plan(rows: Sequence[Row], known: Known) -> list[UserError]:
    """Rows whose plan there is none of."""
    return [wrong("form-plan-unknown", row.place("plan")) for row in rows if row["plan"] not in known.plans]


def unlisted(rows: Sequence[Row], known: Known, field: str, table: str, key: str) -> list[UserError]:
    """Rows whose plan is unknown, or whose plan does not list what they name."""
    return unknown_plan(rows, known) + [
        wrong(key, row.place(field))
        for row in rows
        if row["plan"] in known.plans and row[field] is not None and row[field] not in known.listed(row["plan"], table)
    ]
