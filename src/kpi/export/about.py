"""What a handed-out follow-up is: its plan, period, mode, moment and the state of the store it came from."""

from collections.abc import Sequence
from dataclasses import dataclass

from kpi.export.table import Table
from kpi.follow_up import FollowUp
from kpi.model import DataMode
from kpi.store import Store
from kpi.words import period, say


@dataclass(frozen=True, slots=True)
class About:
    """In words and codes; `as_of` is the day asked for, empty for now."""

    plan: str
    plan_name: str
    period: str
    period_name: str
    example: bool
    mode: str
    as_of: str
    version: str

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Name and value, in the order shown."""
        lines = [
            (say("export-plan"), f"{self.plan_name} ({self.plan})"),
            (say("export-period"), f"{self.period_name} ({self.period})"),
            (say("export-mode"), self.mode),
            (say("export-as-of"), self.as_of or say("export-now")),
            (say("export-version"), self.version),
        ]
        return [*lines, (say("export-remark"), say("export-example"))] if self.example else lines

    @property
    def metadata(self) -> dict[str, str]:
        """For a file that can carry it."""
        return {"exempel": say("export-yes" if self.example else "export-no"), **dict(self.lines)}


def about(store: Store, follow: FollowUp, as_of: str = "") -> About:
    """What the follow-up is. The version counts deliveries and withdrawals, wherever the database lies."""
    return About(
        plan=follow.plan.code, plan_name=follow.plan.name, period=follow.period.code,
        period_name=period(follow.period), example=follow.mode is DataMode.EXAMPLE,
        mode=say(f"export-mode-{follow.mode}"), as_of=as_of,
        version=store.version().removeprefix(f"{store.path}:"),
    )  # fmt: skip


def notes(about_it: Sequence[tuple[str, str]], *tables: Table) -> list[tuple[str, str]]:
    """What the files are, line by line, and what each column of each table says."""
    lines = [*about_it, ("", ""), (say("export-format"), say("export-format-text"))]
    for table in tables:
        lines += [("", ""), (table.name, say(f"export-table-{table.name}"))]
        lines += [(column.name, column.explanation) for column in table.columns]
    return lines
