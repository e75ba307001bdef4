"""`kpi deliveries`: who delivered what, and when."""

from kpi.commands.command import Command, Progress, Result
from kpi.commands.text import aligned, shortened
from kpi.model import Delivery
from kpi.moments import in_sweden
from kpi.store import Store
from kpi.store.deliveries import deliveries
from kpi.words import number, say

COLUMNS = ("id", "made", "actor", "kind", "subject", "origin", "rows", "file", "reason", "state")
LONGEST_REASON = 60
NUMBERS = frozenset({COLUMNS.index("id"), COLUMNS.index("rows")})


def run(store: Store, command: Command, progress: Progress) -> Result:
    """All deliveries, the newest first, withdrawn ones included."""
    found = deliveries(store)
    if not found:
        return Result(stdout=say("cli-no-deliveries") + "\n")
    header = [say(f"cli-delivery-{column}") for column in COLUMNS]
    return Result(stdout=aligned(header, [_row(delivery) for delivery in found], NUMBERS))


def _row(delivery: Delivery) -> list[str]:
    return [
        str(delivery.id),
        f"{in_sweden(delivery.created_at):%Y-%m-%d %H:%M}",
        delivery.actor,
        say(f"cli-kind-{delivery.kind}"),
        delivery.subject,
        say(f"cli-origin-{delivery.origin}"),
        number(delivery.rows),
        delivery.file_name,
        shortened(delivery.reason, LONGEST_REASON),
        _state(delivery),
    ]


def _state(delivery: Delivery) -> str:
    if delivery.withdrawn_at is None:
        return say("cli-counts")
    when = f"{in_sweden(delivery.withdrawn_at):%Y-%m-%d %H:%M}"
    return say("cli-withdrawn", when=when, who=delivery.withdrawn_by, why=delivery.withdrawn_reason or "–")
