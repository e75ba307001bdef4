"""The files of one export, by name."""

from collections.abc import Callable

from kpi.export import registers, tables
from kpi.export.about import About, notes
from kpi.export.formats import FileFormat, Told, encoded
from kpi.export.table import Table
from kpi.follow_up import FollowUp
from kpi.store import Store, plans
from kpi.store.connection import utc_now
from kpi.store.deliveries import deliveries


def bundle(
    store: Store, follow: FollowUp, what: About, unit: str = "", tell: Callable[[float], None] = lambda share: None
) -> dict[str, bytes]:
    """File name → bytes. Real or example outcomes, never both; the same store gives the same bytes."""
    handed_out = _tables(store, follow, unit)
    files: dict[str, bytes] = {}
    for at, table in enumerate(handed_out):
        tell(at / len(handed_out))
        told = told_of(store, follow, what, table)
        files |= {f"{table.name}.{form}": encoded(table, form, told) for form in FileFormat}
    return {**files, "las-mig.txt": _read_me(notes(what.lines, *handed_out))}


def told_of(store: Store, follow: FollowUp, what: About, table: Table) -> Told:
    """What the files of one table of the follow-up say of themselves."""
    newest = deliveries(store, follow.as_of)
    made = newest[0].created_at if newest else utc_now()
    return Told(what.metadata, notes(what.lines, table), made)


def _tables(store: Store, follow: FollowUp, unit: str) -> list[Table]:
    plan = follow.plan
    return [
        tables.attainment(follow),
        tables.outcomes(follow, unit),
        tables.targets(follow),
        registers.goals(plan),
        registers.followed(plan),
        registers.definitions_of(plan, plans.indicators(store, follow.as_of)),
    ]


def _read_me(told: list[tuple[str, str]]) -> bytes:
    lines = [f"{name}: {text}" if text else name for name, text in told]
    return ("\n".join(lines) + "\n").encode()
