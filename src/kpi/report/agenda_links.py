"""What an agenda item concerns: the plan's links, as users have added to them and taken from them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kpi.frames import records
from kpi.model import LinkKind

SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Links:
    """The codes that an item concerns, by kind; and those of them that nobody but the plan has linked to it."""

    codes: Mapping[LinkKind, tuple[str, ...]]
    unconfirmed: frozenset[tuple[LinkKind, str]]

    def interpreted(self, kind: LinkKind) -> bool:
        """Something of that kind rests on the plan's list alone."""
        return any(kind is one for one, _ in self.unconfirmed)


def linked(item: Mapping[str, Any], stated: pd.DataFrame) -> Links:
    """An item's links. item: its row, with the plan's codes where the plan lists it; stated: `agenda_link`."""
    codes = {kind: dict.fromkeys(parts(item.get(kind.value, "")), False) for kind in LinkKind}
    for row in records(stated[stated["item"] == item["code"]]):
        mine = codes[LinkKind(row.kind)]
        mine.pop(row.subject, None)
        if row.holds:
            mine[str(row.subject)] = True
    # Of follow-ups the last that holds.
    codes[LinkKind.FOLLOW_UP] = dict([*codes[LinkKind.FOLLOW_UP].items()][-1:])
    return Links(
        {kind: tuple(mine) for kind, mine in codes.items()},
        frozenset((kind, code) for kind, mine in codes.items() for code, said in mine.items() if not said),
    )


def with_goals(
    direct: Sequence[str], linked_goals: Sequence[str], goals: pd.DataFrame, subjects: pd.DataFrame
) -> tuple[str, ...]:
    """The nyckeltal that are named, then those that hang on the goals and beneath them, in the plan's order."""
    parents = {str(row.code): row.parent for row in records(goals)}
    hanging = [
        str(row.indicator) for row in records(subjects) if set(linked_goals) & set(_upwards(str(row.goal), parents))
    ]
    return tuple(dict.fromkeys([*direct, *hanging]))


def parts(text: Any) -> tuple[str, ...]:
    """What stands between the bars."""
    return tuple(part for part in str(text).split(SEPARATOR) if part)


def _upwards(goal: str, parents: Mapping[str, Any]) -> Iterator[str]:
    """The goal, and those above it."""
    at: Any = goal
    while isinstance(at, str):
        yield at
        at = parents.get(at)
