"""What each kind of target needs, and what it cannot use. The rules themselves stand in the attainment module."""

from collections.abc import Mapping, Sequence

from kpi.errors import UserError, wrong
from kpi.ingest.plan_checks import repeated
from kpi.ingest.plan_table import Row
from kpi.model import Gender, TargetKind

_KINDS: Mapping[TargetKind, tuple[str, ...]] = {
    TargetKind.AT_LEAST: ("value",),
    TargetKind.AT_MOST: ("value",),
    TargetKind.BELOW: ("value",),
    TargetKind.BETWEEN: ("value", "upper_value"),
    TargetKind.CHANGE_AT_MOST: ("value", "base_year"),
    TargetKind.CHANGE_AT_LEAST: ("value", "base_year"),
    TargetKind.BELOW_BASE: ("base_year",),
    TargetKind.ABOVE_BASE: ("base_year",),
    TargetKind.BELOW_REFERENCE: ("reference",),
    TargetKind.ABOVE_REFERENCE: ("reference",),
    TargetKind.GAP_REDUCED_BY: ("value", "reference", "base_year"),
    TargetKind.MILESTONE: ("by_year",),
}
_PARTS = ("value", "upper_value", "base_year", "reference")
_WITH_TOLERANCE = (
    TargetKind.AT_LEAST, TargetKind.AT_MOST, TargetKind.BELOW, TargetKind.BETWEEN,
    TargetKind.CHANGE_AT_MOST, TargetKind.CHANGE_AT_LEAST, TargetKind.GAP_REDUCED_BY,
)  # fmt: skip
_SCOPE = ("indicator", "unit", "gender", "period_kind", "origin", "first_year", "last_year", "by_year")


def target_faults(rows: Sequence[Row], split: Mapping[str, bool]) -> list[UserError]:
    """Every fault of the targets; `split` says of each nyckeltal whether it is split by gender."""
    faults = repeated(rows, "code") + repeated(rows, *_SCOPE)
    for row in rows:
        faults += _parts(row) + _order(row)
        if row["gender"] in (Gender.WOMEN, Gender.MEN) and not split.get(row["indicator"], True):
            faults.append(wrong("plan-target-not-split", row.place("gender")))
    return faults


def _parts(row: Row) -> list[UserError]:
    needed, kind = _KINDS[row["kind"]], row.texts["kind"]
    faults = [
        wrong("plan-target-needs", row.place(name), kind=kind, column=row.headers[name])
        for name in needed
        if row[name] is None
    ]
    faults += [
        wrong("plan-target-unused", row.place(name), kind=kind, column=row.headers[name])
        for name in _PARTS
        if row[name] is not None and name not in needed
    ]
    if row["tolerance"] is not None and row["kind"] not in _WITH_TOLERANCE:
        faults.append(wrong("plan-target-unused", row.place("tolerance"), kind=kind, column=row.headers["tolerance"]))
    return faults


def _order(row: Row) -> list[UserError]:
    faults = []
    if _reversed(row["first_year"], row["last_year"]):
        faults.append(wrong("plan-years-reversed", row.place("last_year")))
    if row["base_year"] is not None and _reversed(row["base_year"], row["by_year"] or row["last_year"]):
        faults.append(wrong("plan-base-after", row.place("base_year")))
    if _reversed(row["value"], row["upper_value"]):
        faults.append(wrong("plan-range-reversed", row.place("upper_value")))
    if row["tolerance"] is not None and row["tolerance"] < 0:
        faults.append(wrong("plan-negative", row.place("tolerance")))
    if row["kind"] is TargetKind.GAP_REDUCED_BY and row["value"] is not None and row["value"] <= 0:
        faults.append(wrong("plan-not-positive", row.place("value")))
    return faults


def _reversed(first: float | None, last: float | None) -> bool:
    return first is not None and last is not None and first > last
