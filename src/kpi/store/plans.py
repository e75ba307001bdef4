"""Plans and registers as they stand: the latest live delivery of each plan, and of each unit and indicator."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

import pandas as pd

from kpi.errors import wrong
from kpi.frames import records
from kpi.store.connection import Store
from kpi.store.deliveries import LIVE
from kpi.store.targets import LATEST_PLANS, standing, still_interpreted

# Definitions outlive a withdrawn delivery: outcomes of other deliveries may rest on them.
_LATEST_BY_CODE = """
    select t.* from {table} t left join ({live}) d on d.id = t.delivery_id
    join delivery made on made.id = t.delivery_id
    where $as_of::timestamp is null or made.created_at <= $as_of::timestamp
    qualify row_number() over (partition by t.code order by d.id is not null desc, t.delivery_id desc) = 1
    order by t.code
"""


@dataclass(frozen=True, slots=True)
class Area:
    """A goal at the top of the tree, with the codes and names of itself and all beneath it."""

    code: str
    name: str
    kind: str
    level: str
    intent: str
    intent_summary: str
    codes: frozenset[str]
    beneath: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """One plan with its goal tree and what it follows. Frames carry the columns of their tables.

    `subjects` is what a page shows: one row per nyckeltal and unit in the plan, joined with the indicator's
    definition (its own name as `indicator_name`), sorted by goal and position.
    """

    code: str
    about: dict[str, Any]
    levels: pd.DataFrame
    goals: pd.DataFrame
    subjects: pd.DataFrame
    interpretations: pd.DataFrame

    @property
    def name(self) -> str:
        """The plan's name."""
        return str(self.about["name"])

    @cached_property
    def areas(self) -> list[Area]:
        """The goals at the top, in the plan's order."""
        parents = dict(zip(self.goals["code"], self.goals["parent"], strict=True))
        roots = {code: _root(code, parents) for code in parents}
        goals, areas = list(records(self.goals)), []
        for goal in goals:
            if isinstance(goal.parent, str):
                continue
            mine = [one for one in goals if roots[one.code] == goal.code]
            beneath = tuple(str(one.name) for one in mine if one is not goal)
            areas.append(
                Area(str(goal.code), str(goal.name), str(goal.kind), str(goal.level), str(goal.intent),
                     str(goal.intent_summary), frozenset(one.code for one in mine), beneath)
            )  # fmt: skip
        return areas

    def level_name(self, level: str) -> str:
        """What the plan's steering model calls a goal of that level."""
        return str(self.levels.loc[self.levels["level"] == level, "name"].iloc[0])


def _of_latest_plans(store: Store, table: str, as_of: datetime | None) -> pd.DataFrame:
    sql = f"select * from {table} where delivery_id in ({LATEST_PLANS})"
    return store.read(sql, {"as_of": as_of})


def plans(store: Store, as_of: datetime | None = None) -> pd.DataFrame:
    """All plans, the newest years first."""
    found = _of_latest_plans(store, "plan", as_of)
    return found.sort_values(["first_year", "code"], ascending=[False, True], ignore_index=True)


def plan(store: Store, code: str, as_of: datetime | None = None) -> Plan:
    """The plan `code` as it stood. Raises `UserError` when there is none."""
    about = plans(store, as_of).query("code == @code")
    if about.empty:
        raise wrong("plan-unknown", code=code)
    row: dict[str, Any] = {str(name): value for name, value in about.iloc[0].items()}
    goals = _of_latest_plans(store, "goal", as_of).query("plan == @code")
    order = _tree_order(goals)
    goals = goals.assign(order=goals["code"].map(order)).sort_values("order", ignore_index=True)
    levels = _of_latest_plans(store, "steering_level", as_of)
    levels = levels[levels["steering_model"].eq(row["steering_model"]) & levels["delivery_id"].eq(row["delivery_id"])]
    subjects = _of_latest_plans(store, "plan_indicator", as_of).query("plan == @code")
    definitions = indicators(store, as_of).drop(columns=["delivery_id", "source"])
    subjects = subjects.merge(
        definitions.rename(columns={"code": "indicator", "name": "indicator_name"}),
        on="indicator",
        how="left",
    )
    subjects = subjects.assign(order=subjects["goal"].map(order)).sort_values(["order", "position"], ignore_index=True)
    marks = _of_latest_plans(store, "interpretation", as_of).query("plan == @code")
    return Plan(
        code=code, about=row, levels=levels.sort_values("position", ignore_index=True), goals=goals,
        subjects=subjects,
        interpretations=still_interpreted(store, code, marks, as_of).reset_index(drop=True),
    )  # fmt: skip


def _root(code: str, parents: dict[str, Any]) -> str:
    while isinstance(parents[code], str):
        code = parents[code]
    return code


def _tree_order(goals: pd.DataFrame) -> dict[str, int]:
    """Depth first, siblings by position: the order in which a reader meets the goals."""
    children: dict[str | None, list[str]] = {}
    for row in records(goals.sort_values("position")):
        children.setdefault(row.parent if isinstance(row.parent, str) else None, []).append(str(row.code))

    def walk(parent: str | None) -> list[str]:
        return [code for child in children.get(parent, []) for code in [child, *walk(child)]]

    return {code: index for index, code in enumerate(walk(None))}


def every_goal(store: Store, as_of: datetime | None = None) -> pd.DataFrame:
    """The goals of every plan, with the plan's name as `plan_name`."""
    names = dict(plans(store, as_of)[["code", "name"]].to_numpy())
    goals = _of_latest_plans(store, "goal", as_of)
    return goals.assign(plan_name=goals["plan"].map(names))


def followed_anywhere(store: Store, as_of: datetime | None = None) -> frozenset[str]:
    """The codes of the nyckeltal that any plan follows."""
    return frozenset(_of_latest_plans(store, "plan_indicator", as_of)["indicator"])


def following(store: Store, as_of: datetime | None = None) -> frozenset[str]:
    """The codes of the plans that follow any nyckeltal."""
    return frozenset(_of_latest_plans(store, "plan_indicator", as_of)["plan"])


def listed(store: Store, table: str, plan: str, as_of: datetime | None = None) -> pd.DataFrame:
    """What a plan lists in one of its tables (goal, assignment, …), in the plan's order."""
    rows = _of_latest_plans(store, table, as_of).query("plan == @plan")
    return rows.sort_values("position", ignore_index=True)


def listed_everywhere(store: Store, table: str, as_of: datetime | None = None) -> pd.DataFrame:
    """What every plan lists in one of its tables, plan by plan in their order."""
    return _of_latest_plans(store, table, as_of).sort_values(["plan", "position"], ignore_index=True)


def stated(store: Store, table: str, example: bool, as_of: datetime | None = None) -> pd.DataFrame:
    """What has been reported in forms, in the order of delivery: the last row about a thing holds.

    `created_at` is the moment of the delivery (UTC).
    """
    sql = f"""select t.*, d.created_at from {table} t join ({LIVE}) d on d.id = t.delivery_id
              where (d.origin = 'example') = $example order by t.delivery_id"""
    return store.read(sql, {"as_of": as_of, "example": example})


def targets(store: Store, as_of: datetime | None = None) -> pd.DataFrame:
    """Every plan's targets and riktvärden; null unit, gender or year means all."""
    return standing(store, as_of).drop(columns="subject")


def breaks(store: Store, as_of: datetime | None = None, *, example: bool = False) -> pd.DataFrame:
    """Declared breaks in series: the plans' own, and those delivered with the examples or with real outcomes."""
    sql = f"""select b.* from series_break b join ({LIVE}) d on d.id = b.delivery_id
              where d.kind = 'plan' and d.id in ({LATEST_PLANS})
                 or d.kind <> 'plan' and (d.origin = 'example') = $example"""
    return store.read(sql, {"as_of": as_of, "example": example})


def judged_forecasts(store: Store, example: bool, as_of: datetime | None = None) -> pd.DataFrame:
    """What the responsible persons expect of a year, the latest judged first."""
    sql = f"""select j.* from judged_forecast j join ({LIVE}) d on d.id = j.delivery_id
              where (d.origin = 'example') = $example order by judged_on desc, j.delivery_id desc"""
    return store.read(sql, {"as_of": as_of, "example": example})


def indicators(store: Store, as_of: datetime | None = None) -> pd.DataFrame:
    """Every indicator's definition, those outside every plan included, sorted by code."""
    return store.read(_LATEST_BY_CODE.format(table="indicator", live=LIVE), {"as_of": as_of})


def units(store: Store, as_of: datetime | None = None) -> pd.DataFrame:
    """The tree of units, sorted by code."""
    return store.read(_LATEST_BY_CODE.format(table="unit", live=LIVE), {"as_of": as_of})


def earlier_units(store: Store) -> list[pd.DataFrame]:
    """The trees of units that have held and are not today's; a delivery that moves no unit makes none."""
    rows = store.read(f"select u.* from unit u join ({LIVE}) d on d.id = u.delivery_id", {"as_of": None})
    rows = rows.sort_values("delivery_id", kind="stable")
    found: dict[frozenset[tuple[str, str, str]], pd.DataFrame] = {}
    today: frozenset[tuple[str, str, str]] = frozenset()
    for one in sorted(rows["delivery_id"].unique()):
        tree = rows[rows["delivery_id"] <= one].drop_duplicates("code", keep="last")
        places = tree[["code", "kind", "parent"]].astype(object).fillna("")
        today = frozenset(places.itertuples(index=False, name=None))
        found[today] = tree
    return [tree for places, tree in found.items() if places != today]


def unit_name(register: pd.DataFrame, code: str) -> str:
    """A unit's name, or its code when the register has none."""
    names = register.loc[register["code"] == code, "name"]
    return str(names.iloc[0]) if len(names) else code
