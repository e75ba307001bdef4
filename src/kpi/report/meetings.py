"""The year's meetings: when they are, what stands on each agenda, and what each item concerns.

A plan lists them; what users have stated since holds instead, meeting by meeting, item by item, link by link.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import pandas as pd

from kpi.frames import records
from kpi.model import WHOLE_PLAN, AgendaForm, AgendaKind, LinkKind, MeetingKind
from kpi.report.agenda_links import linked, parts, with_goals
from kpi.words import days

Row = Mapping[str, Any]


class MeetingState(StrEnum):
    """Where in the year a meeting is, seen from a day."""

    PAST = "past"
    NEXT = "next"
    AHEAD = "ahead"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item. What it concerns is told by codes, as the plan and its users have them.

    presenters: by function, none where the plan does not say. direct: the nyckeltal that are named one by one;
    indicators: those, and then the ones that hang on its goals and beneath them. follow_up: a reporting point, `plan`
    for the whole plan, or "". interpreted: the fields that the plan's text does not say (empty: none), and the note on
    how they were read. dropped: it is no longer on the agenda.
    """

    code: str
    meeting: str
    order: int
    kind: AgendaKind
    heading: str
    form: AgendaForm
    presenters: tuple[str, ...]
    indicators: tuple[str, ...]
    direct: tuple[str, ...]
    goals: tuple[str, ...]
    assignments: tuple[str, ...]
    oversight: tuple[str, ...]
    follow_up: str
    interpreted: frozenset[str]
    note: str
    dropped: bool
    source: str

    @property
    def concerns_anything(self) -> bool:
        """True where there is something to follow up."""
        return bool(self.indicators or self.goals or self.assignments or self.oversight or self.follow_up)

    @property
    def whole_plan(self) -> bool:
        """It concerns all that the plan follows."""
        return self.follow_up == WHOLE_PLAN


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting or a common day, from its first day to its last, with its items in order.

    attendees: who come to a common day. presenters: named for the meeting, but for none of its items.
    """

    code: str
    first: date
    last: date
    kind: MeetingKind
    attendees: tuple[str, ...]
    presenters: tuple[str, ...]
    items: tuple[AgendaItem, ...]
    cancelled: bool
    note: str
    source: str

    @property
    def days(self) -> str:
        """27–28 maj 2025."""
        return days(self.first, self.last)


@dataclass(frozen=True)
class Agenda:
    """What there is to build from: the store's tables `meeting` and `agenda_item` as the plan lists them, and
    `meeting_change`, `agenda_change` and `agenda_link` in the order of delivery; the plan's goals, nyckeltal and
    interpretations.
    """

    meetings: pd.DataFrame
    items: pd.DataFrame
    meeting_changes: pd.DataFrame
    item_changes: pd.DataFrame
    links: pd.DataFrame
    goals: pd.DataFrame
    subjects: pd.DataFrame
    interpretations: pd.DataFrame


def meetings(agenda: Agenda) -> list[Meeting]:
    """Every meeting by its first day. An item of a meeting that there is none of is left out."""
    marks = _marks(agenda.interpretations)
    found: dict[str, list[AgendaItem]] = {}
    for row in _standing(agenda.items, agenda.item_changes):
        item = _item(row, agenda, marks.get(("agenda_item", str(row["code"])), {}))
        found.setdefault(item.meeting, []).append(item)
    made = [
        _meeting(row, found.get(str(row["code"]), []), marks.get(("meeting", str(row["code"])), {}))
        for row in _standing(agenda.meetings, agenda.meeting_changes)
    ]
    return sorted(made, key=lambda one: (one.first, one.code))


def next_meeting(found: Iterable[Meeting], today: date) -> Meeting | None:
    """The first that is not over and not cancelled; None when there is none."""
    return next((one for one in found if one.last >= today and not one.cancelled), None)


def state(one: Meeting, following: Meeting | None, today: date) -> MeetingState:
    """Where in the year a meeting is; `following` is the next one."""
    if one.cancelled:
        return MeetingState.CANCELLED
    if one is following:
        return MeetingState.NEXT
    return MeetingState.PAST if one.last < today else MeetingState.AHEAD


def item_of(found: Iterable[Meeting], code: str) -> tuple[Meeting, AgendaItem] | None:
    """An item by its code, with its meeting."""
    return next(((one, item) for one in found for item in one.items if item.code == code), None)


def _standing(listed: pd.DataFrame, changes: pd.DataFrame) -> list[Row]:
    """The rows as they hold: the plan's, then what users have added; changed ones in their old place.

    A changed row keeps what only the plan tells, its source among it; `changed` says that it is one.
    """
    rows: dict[str, Row] = {}
    for row in records(listed):
        rows[str(row.code)] = {**row._asdict(), "holds": True, "changed": False}
    for row in records(changes):
        rows[str(row.code)] = {"source": "", **rows.get(str(row.code), {}), **row._asdict(), "changed": True}
    return list(rows.values())


def _marks(interpretations: pd.DataFrame) -> dict[tuple[str, str], dict[str, str]]:
    """The notes by field, of each thing that is interpreted."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for row in records(interpretations):
        found.setdefault((str(row.entity), str(row.code)), {})[str(row.field)] = str(row.note)
    return found


def _meeting(row: Row, items: Sequence[AgendaItem], marks: Mapping[str, str]) -> Meeting:
    return Meeting(
        code=str(row["code"]), first=_day(row["first_day"]), last=_day(row["last_day"]),
        kind=MeetingKind(row["kind"]), attendees=parts(row["attendees"]), presenters=parts(row["presenters"]),
        items=tuple(sorted(items, key=lambda one: (one.order, one.code))), cancelled=not row["holds"],
        note="" if row["changed"] else _note(marks.values()), source=str(row["source"]),
    )  # fmt: skip


def _item(row: Row, agenda: Agenda, marks: Mapping[str, str]) -> AgendaItem:
    links = linked(row, agenda.links)
    read = {kind.value for kind in LinkKind if links.interpreted(kind)}
    read |= set() if row["changed"] else set(marks) - {kind.value for kind in LinkKind}
    of = links.codes
    return AgendaItem(
        code=str(row["code"]), meeting=str(row["meeting"]), order=int(row["ordinal"]), kind=AgendaKind(row["kind"]),
        heading=str(row["heading"]), form=AgendaForm(row["form"]), presenters=parts(row["presenters"]),
        indicators=with_goals(of[LinkKind.INDICATOR], of[LinkKind.GOAL], agenda.goals, agenda.subjects),
        direct=of[LinkKind.INDICATOR], goals=of[LinkKind.GOAL], assignments=of[LinkKind.ASSIGNMENT],
        oversight=of[LinkKind.OVERSIGHT], follow_up="".join(of[LinkKind.FOLLOW_UP]),
        interpreted=frozenset(read & set(marks)), note=_note(marks[field] for field in marks if field in read),
        dropped=not row["holds"], source=str(row["source"]),
    )  # fmt: skip


def _note(notes: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(notes))


def _day(value: Any) -> date:
    found: date = pd.Timestamp(value).date()
    return found
