"""`kpi check`: the store's own consistency, in words."""

from kpi.commands.command import Command, Progress, Result
from kpi.commands.failure import USERS_ERROR
from kpi.commands.text import one_line
from kpi.store import Store
from kpi.store.check import findings
from kpi.words import say


def run(store: Store, command: Command, progress: Progress) -> Result:
    """Each finding on a line of its own; exit code 1 when there is any."""
    found = findings(store, progress)
    if not found:
        return Result(stdout=say("cli-check-fine") + "\n")
    lines = "".join(f"{one_line(finding)}\n" for finding in found)
    return Result(stdout=lines, stderr=say("cli-check-found", n=len(found)) + "\n", exit_code=USERS_ERROR)
