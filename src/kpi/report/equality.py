"""Jämställdhet: targets met for one gender only, how wide the gaps are and how they move, and what is not split."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kpi.follow_up import FollowUp
from kpi.frames import period_of
from kpi.model import DataMode, Gender, Status, TargetOrigin
from kpi.report.attained import PERSONS, Rows, ordered, statuses
from kpi.report.findings import Finding
from kpi.report.gap import Key, interval_ends, no_gap, signed
from kpi.report.rows import needed_decimals, outcome_period, present, subject_name, value_text
from kpi.report.targets import target_words
from kpi.store.plans import unit_name
from kpi.words import count_word, listing, period, say

_OUTCOMES = ("equal", "one", "neither")


@dataclass(frozen=True, slots=True)
class Named:
    """A nyckeltal at a unit, to link to."""

    indicator: str
    unit: str
    name: str


@dataclass(frozen=True, slots=True)
class GapRow:
    """One nyckeltal's gap in words; `size` is its width, in its own unit, to sort by."""

    named: Named
    size: float
    period: str
    women: str
    men: str
    gap: str
    movement: str
    since: str


@dataclass(frozen=True, slots=True)
class GapTable:
    """The gaps of one measure, widest first: what has no common unit is not compared."""

    measure: str
    rows: list[GapRow]


@dataclass(frozen=True, slots=True)
class Group:
    """Nyckeltal that have one reason in common."""

    reason: str
    members: list[Named]


def split_subjects(follow_up: FollowUp) -> dict[Key, Rows]:
    """The nyckeltal and units that have rows for women and men, in the plan's order."""
    return {key: rows for key, rows in follow_up.by_subject.items() if all(gender in rows for gender in PERSONS)}


def one_gender_only(follow_up: FollowUp) -> list[Finding]:
    """Those whose target is met for one gender and not for the other, in the same period; ej uppnått before nära."""
    found = [
        _one_only(follow_up, rows)
        for rows in split_subjects(follow_up).values()
        if _outcome(rows) == "one"
    ]  # fmt: skip
    return sorted(found, key=lambda one: one.status != Status.NOT_MET)


def _one_only(follow_up: FollowUp, rows: Rows) -> Finding:
    met, missed = (rows[gender] for gender in ordered(statuses(rows), PERSONS))
    reference = unit_name(follow_up.units, met.reference) if present(met.reference) else ""
    targets = [target_words(row, reference) for row in (met, missed)]
    said = say(
        f"equality-{'one' if targets[0] == targets[1] else 'own'}-{missed.status}", target=targets[0], other=targets[1],
        met=say(f"for-gender-{met.gender}"), met_value=value_text(met),
        missed=say(f"for-gender-{missed.gender}"), missed_value=value_text(missed),
    )  # fmt: skip
    parts = [said, say("equality-outcome", period=_period(met))]
    if _guideline(rows):
        parts.append(say("equality-guideline"))
    return Finding(met.indicator, met.unit, Status(missed.status), subject_name(follow_up, met), " ".join(parts))


def _outcome(rows: Rows) -> str:
    """Whether the target is met for both genders (equal), one or neither; empty where they are not judged together."""
    equal = rows[Gender.WOMEN].equal_met
    if not present(equal):
        return ""
    met = [rows[gender].status == Status.MET for gender in PERSONS]
    return "equal" if equal else "one" if any(met) else "neither"


def _guideline(rows: Rows) -> bool:
    return any(rows[gender].target_origin == TargetOrigin.GUIDELINE for gender in PERSONS)


def count_sentences(follow_up: FollowUp) -> list[str]:
    """How many targets are jämställt uppnådda: of the plan's own, and of riktvärden beside them."""
    split = split_subjects(follow_up).values()
    aimed = [rows for rows in split if all(present(rows[gender].target_code) for gender in PERSONS)]
    own = [_outcome(rows) for rows in aimed if not _guideline(rows)]
    others = [_outcome(rows) for rows in aimed if _guideline(rows)]
    sentences = _counted(own)
    if any(others):
        equal = others.count("equal")
        sentences.append(
            say(
                "equality-count-guidelines",
                n=len(others),
                equal=equal,
                words=count_word(equal),
                total=count_word(len(others)),
            )
        )
    return sentences


def _counted(outcomes: list[str]) -> list[str]:
    total, unjudged = len(outcomes), outcomes.count("")
    if not total:
        return [say("equality-count-none")]
    if unjudged == total:
        return [say("equality-count-unjudged", n=total, words=count_word(total))]
    parts = [
        say(f"equality-count-{outcome}", n=count, words=count_word(count))
        for outcome in _OUTCOMES
        if (count := outcomes.count(outcome)) or outcome == "equal"
    ]
    sentences = [say("equality-count", n=total, total=count_word(total), parts=listing(parts))]
    if unjudged:
        sentences.append(say("equality-count-rest", n=unjudged, words=count_word(unjudged).capitalize()))
    return sentences


def gap_tables(follow_up: FollowUp, moved: dict[Key, Any]) -> list[GapTable]:
    """A table for each measure, the one with most nyckeltal first; in each the widest gap first, as it is measured."""
    by_measure: dict[str, list[GapRow]] = {}
    for key, rows in split_subjects(follow_up).items():
        row = rows[Gender.WOMEN]
        if present(row.gap):
            by_measure.setdefault(str(row.measure), []).append(_gap_row(follow_up, rows, moved[key]))
    tables = [
        GapTable(measure, sorted(rows, key=lambda row: (-row.size, row.named.name)))
        for measure, rows in by_measure.items()
    ]
    return sorted(tables, key=lambda table: (-len(table.rows), table.measure))


def _gap_row(follow_up: FollowUp, rows: Rows, moved: Any) -> GapRow:
    row = rows[Gender.WOMEN]
    gap, ends = signed(row.gap, needed_decimals(row.gap, row)), interval_ends(row)
    return GapRow(
        named=_named(follow_up, row), size=abs(float(row.gap)), period=_period(row),
        women=value_text(row), men=value_text(rows[Gender.MEN]),
        gap=say("equality-gap-interval", gap=gap, **ends) if ends else gap,
        movement=_movement(moved), since=_since(moved),
    )  # fmt: skip


def _period(row: Any) -> str:
    which = outcome_period(row)
    words = period(which) if which else ""
    return f"{words}, {say('so-far')}" if row.so_far else words


def _movement(moved: Any) -> str:
    if not present(moved.verdict):
        return say(f"development-{moved.reason}", n=int(moved.n))
    words = say(f"gap-cell-{moved.verdict}")
    return say("gap-cell-crossed", words=words) if moved.crossed else words


def _since(moved: Any) -> str:
    """Since when: where a control chart's signal begins, else the first of the values that were tested."""
    since = period_of(moved.since, moved.period_kind) or period_of(moved.first, moved.period_kind)
    return say("equality-since", period=period(since), n=int(moved.n)) if since else "–"


def _named(follow_up: FollowUp, row: Any) -> Named:
    return Named(row.indicator, row.unit, subject_name(follow_up, row))


def without_split(follow_up: FollowUp) -> list[Group]:
    """The nyckeltal that are not measured per gender, by the plan's reason."""
    split = split_subjects(follow_up)
    rows = [rows[Gender.TOTAL] for key, rows in follow_up.by_subject.items() if key not in split]
    return _grouped((_reason(row), _named(follow_up, row)) for row in rows)


def _reason(row: Any) -> str:
    return str(row.no_split_reason).rstrip(".") if present(row.no_split_reason) else say("equality-no-reason")


def split_missing(follow_up: FollowUp) -> list[Group]:
    """Those that should be split and have no gap for the period, or an older one than the total's; by why."""
    split = split_subjects(follow_up).values()
    found = [(_why(follow_up, rows), _named(follow_up, rows[Gender.WOMEN])) for rows in split]
    return _grouped((say(f"equality-missing-{why}"), named) for why, named in found if why)


def _why(follow_up: FollowUp, rows: Rows) -> str:
    why, total = no_gap(rows), rows.get(Gender.TOTAL)
    if why == "both":
        if total is not None and present(total.value):
            return "total_only"
        only_real = follow_up.mode is DataMode.EXAMPLE and rows[Gender.WOMEN].indicator in follow_up.elsewhere
        return "only_real" if only_real else "both"
    if why:
        return why
    its, whole = outcome_period(rows[Gender.WOMEN]), outcome_period(total) if total is not None else None
    return "older" if its and whole and whole.end > its.end else ""


def _grouped(found: Iterable[tuple[str, Named]]) -> list[Group]:
    """By reason, in the order that the reasons first come."""
    members: dict[str, list[Named]] = {}
    for reason, named in found:
        members.setdefault(reason, []).append(named)
    return [Group(reason, its) for reason, its in members.items()]
