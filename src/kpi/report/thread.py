"""The red thread: a plan's goals as a tree with what hangs on each, how it stands, and where the thread is broken."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from kpi.follow_up import FollowUp
from kpi.frames import records
from kpi.report.assignments import Assignment
from kpi.report.rows import Row, rows
from kpi.report.summing_up import Attained, summed_up
from kpi.store.plans import Plan
from kpi.words import listing, say


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A goal of another plan, at the other end of the thread."""

    plan: str
    plan_name: str
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Node:
    """A goal with all that hangs on it. `serves` and `served_by` are goals of other plans.

    `broken` says in sentences where the thread breaks at this goal; empty where it holds.
    """

    code: str
    name: str
    level: str
    summary: str
    attained: Attained
    rows: tuple[Row, ...]
    assignments: tuple[Assignment, ...]
    beneath: tuple["Node", ...]
    serves: Elsewhere | None
    served_by: tuple[Elsewhere, ...]
    broken: tuple[str, ...]

    @property
    def measured(self) -> bool:
        """A nyckeltal or an uppdrag hangs here or further down, or a goal of another plan does."""
        here = self.rows or self.assignments or self.served_by
        return bool(here) or any(one.measured for one in self.beneath)


@dataclass(frozen=True, slots=True)
class LevelCount:
    """How many goals of a level are read in; `expected` is what the text says, None where it does not."""

    name: str
    read: int
    expected: int | None


@dataclass(frozen=True)
class _Threads:
    """What is needed to make a node, by goal."""

    levels: Mapping[str, Any]
    goals: Mapping[str, Any]
    attained: Mapping[str | None, Attained]
    rows: Mapping[str, list[Row]]
    assignments: Mapping[str, list[Assignment]]
    elsewhere: Mapping[str, Elsewhere]
    served_by: Mapping[str, list[Elsewhere]]


def thread(follow_up: FollowUp, assignments: Sequence[Assignment], every_goal: pd.DataFrame) -> list[Node]:
    """The goals at the top, in the plan's order.

    every_goal: the goals of all plans, as `kpi.store.plans.every_goal` has them.
    """
    plan = follow_up.plan
    threads = _Threads(
        {str(level.level): level for level in records(plan.levels)},
        {str(goal.code): goal for goal in records(plan.goals)},
        summed_up(follow_up.assessed, plan.goals),
        _by_goal(rows(follow_up)),
        _by_goal(assignments),
        *_across(plan.code, every_goal),
    )
    tops = [code for code, goal in threads.goals.items() if not isinstance(goal.parent, str)]
    return [_node(threads, code) for code in tops]


def broken_at(nodes: Sequence[Node]) -> list[Node]:
    """Every goal at which the thread breaks, in the order of reading."""
    return [one for node in nodes for one in ([node] if node.broken else []) + broken_at(node.beneath)]


def path_to(nodes: Sequence[Node], code: str) -> list[Node]:
    """From the top to a goal; empty where there is none of that code."""
    for node in nodes:
        found = [node] if node.code == code else path_to(node.beneath, code)
        if found:
            return found if found[0] is node else [node, *found]
    return []


def level_counts(plan: Plan) -> list[LevelCount]:
    """For each level from the top: how many goals there are, and how many of them are read in."""
    read = plan.goals["level"].value_counts()
    return [
        LevelCount(
            str(level.name if read.get(level.level, 0) == 1 else level.name_plural), int(read.get(level.level, 0)),
            None if pd.isna(level.expected) else int(level.expected),
        )
        for level in records(plan.levels)
    ]  # fmt: skip


def level_words(one: LevelCount) -> str:
    """25 strategiska mål inlästa; 50 mätbara mål enligt planen, inga är inlästa."""
    text = _level_words(one)
    return f"{text[:1].upper()}{text[1:]}"


def _level_words(one: LevelCount) -> str:
    if one.expected is None:
        return say("thread-level-read" if one.read else "thread-level-unknown", n=one.read, level=one.name)
    missing = one.expected - one.read
    if missing <= 0:
        return say("thread-level-read", n=one.read, level=one.name)
    return say("thread-level-missing", n=one.expected, level=one.name, read=one.read, missing=missing)


def sentence(nodes: Sequence[Node], plan: Plan, indicators: int, assignments: int) -> str:
    """What the plan holds, and at how many goals the thread is broken."""
    counts = listing(f"{one.read} {one.name}" for one in level_counts(plan) if one.read)
    held = say("thread-holds", goals=counts, indicators=indicators, assignments=assignments)
    broken = len(broken_at(nodes))
    return f"{held} {say('thread-broken', n=broken) if broken else say('thread-whole')}"


def without_goal(definitions: pd.DataFrame, followed: Collection[str]) -> list[str]:
    """The names of the nyckeltal that hang on no goal in any plan."""
    loose = definitions[~definitions["code"].isin(followed)]
    return sorted(str(name) for name in loose["short_name"])


def _node(threads: _Threads, code: str) -> Node:
    goal = threads.goals[code]
    beneath = tuple(_node(threads, other.code) for other in threads.goals.values() if other.parent == code)
    serves = str(goal.serves) if isinstance(goal.serves, str) else ""
    node = Node(
        code=code, name=str(goal.name), level=str(threads.levels[goal.level].name),
        summary=str(goal.intent_summary), attained=threads.attained.get(code, {}),
        rows=tuple(threads.rows.get(code, ())), assignments=tuple(threads.assignments.get(code, ())),
        beneath=beneath, serves=threads.elsewhere.get(serves), served_by=tuple(threads.served_by.get(code, ())),
        broken=(),
    )  # fmt: skip
    return replace(node, broken=_broken(threads, goal, node))


def _broken(threads: _Threads, goal: Any, node: Node) -> tuple[str, ...]:
    found = []
    if isinstance(goal.serves, str) and node.serves is None:
        found.append(say("thread-serves-unread", goal=goal.serves))
    if not isinstance(goal.parent, str) and not isinstance(goal.serves, str):
        found += [say("thread-loose")] if int(threads.levels[goal.level].position) > 1 else []
    if not node.measured:
        found.append(say("thread-unmeasured" if node.beneath else "thread-empty"))
    return tuple(found)


def _by_goal(things: Sequence[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for one in things:
        found.setdefault(one.goal, []).append(one)
    return found


def _across(plan: str, every_goal: pd.DataFrame) -> tuple[dict[str, Elsewhere], dict[str, list[Elsewhere]]]:
    """The goals of other plans by plan:code, and those that serve this plan's goals, by the goal served."""
    known: dict[str, Elsewhere] = {}
    serving: dict[str, list[Elsewhere]] = {}
    for goal in records(every_goal[every_goal["plan"] != plan]):
        one = Elsewhere(str(goal.plan), str(goal.plan_name), str(goal.code), str(goal.name))
        known[f"{goal.plan}:{goal.code}"] = one
        if isinstance(goal.serves, str) and goal.serves.startswith(f"{plan}:"):
            serving.setdefault(goal.serves.partition(":")[2], []).append(one)
    return known, serving
