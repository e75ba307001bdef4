"""Plans, goals, definitions and units as tables."""

from typing import Any

import pandas as pd

from kpi.export.register_columns import DEFINITIONS, DOCUMENTS, FOLLOWED, GOALS, PLANS, UNITS
from kpi.export.table import Table, tabled
from kpi.export.worded import words, yes_no
from kpi.store.plans import Plan


def plans(rows: pd.DataFrame, units: pd.DataFrame) -> Table:
    """Every plan. rows: as `kpi.store.plans.plans` has them."""
    names = dict(zip(units["code"], units["name"], strict=True))
    days = [None if pd.isna(day) else pd.Timestamp(day).date().isoformat() for day in rows["decided_on"]]
    renamed = rows.rename(
        columns={"code": "plan_code", "name": "plan_name", "first_year": "plan_first_year",
                 "last_year": "plan_last_year", "reference": "register_number", "source": "plan_source"}
    )  # fmt: skip
    decided = pd.Series(days, rows.index, dtype=object)
    return tabled(
        "planer", PLANS, renamed.assign(organisation_name=rows["organisation"].map(names), decided_on=decided)
    )


def goals(plan: Plan) -> Table:
    """A plan's goals, depth first."""
    levels = dict(zip(plan.levels["level"], plan.levels["name"], strict=True))
    renamed = plan.goals.rename(
        columns={"plan": "plan_code", "code": "goal_code", "parent": "goal_parent", "name": "goal_name_own",
                 "source": "goal_source"}
    )  # fmt: skip
    return tabled("mal", GOALS, renamed.assign(goal_level=plan.goals["level"].map(levels)))


def followed(plan: Plan) -> Table:
    """What a plan follows: one row per nyckeltal and unit."""
    renamed = plan.subjects.rename(
        columns={"plan": "plan_code", "goal": "goal_code", "unit": "followed_unit", "source": "followed_source"}
    )
    return tabled("planens-nyckeltal", FOLLOWED, renamed.assign(term_word=words(renamed["term"], "term-{}")))


def documents(rows: pd.DataFrame, types: pd.DataFrame) -> Table:
    """The styrdokument that the plans list. rows, types: their tables `document` and `document_type`."""
    named = types[["plan", "code", "name"]].rename(columns={"code": "type", "name": "document_type_name"})
    rows = rows.merge(named, on=["plan", "type"], how="left")
    own = {"plan": "plan_code", "first_year": "document_first", "last_year": "document_last",
           "decided_on": "document_decided"}  # fmt: skip
    same = ("code", "register", "name", "reference", "decided_by", "replaces", "source")
    renamed = rows.rename(columns=own | {name: f"document_{name}" for name in same})
    return tabled("styrdokument", DOCUMENTS, renamed)


def definitions(rows: pd.DataFrame) -> Table:
    """Nyckeltal as defined. rows: as `kpi.store.plans.indicators` has them."""
    renamed = rows.rename(columns={"code": "indicator", "name": "indicator_name", "source": "definition_source"})
    return tabled("nyckeltal", DEFINITIONS, _defined(renamed))


def definitions_of(plan: Plan, rows: pd.DataFrame) -> Table:
    """Those that a plan follows."""
    return definitions(rows[rows["code"].isin(plan.subjects["indicator"])])


def units(rows: pd.DataFrame) -> Table:
    """The tree of units. rows: as `kpi.store.plans.units` has them."""
    renamed = rows.rename(columns={"code": "unit_code", "name": "unit_name", "parent": "unit_parent"})
    return tabled("enheter", UNITS, renamed.assign(unit_kind_word=words(rows["kind"], "open-unit-kind-{}")))


def _defined(renamed: Any) -> Any:
    return renamed.assign(
        direction_word=words(renamed["direction"], "direction-{}"),
        year_rule_word=words(renamed["year_rule"], "open-year-rule-{}"),
        split_word=yes_no(renamed["split_by_gender"]),
    )
