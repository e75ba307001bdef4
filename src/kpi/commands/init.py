"""`kpi init`: what ships with the system, into a store that lacks it."""

from kpi.commands.command import Command, Progress, Result
from kpi.ingest import shipped
from kpi.settings import settings
from kpi.store import Store
from kpi.store.deliveries import deliveries
from kpi.words import say


def run(store: Store, command: Command, progress: Progress) -> Result:
    """Install what the store lacks; with `if_missing`, only into a store without a single delivery.

    A plan that came with an earlier version of the system, and that nobody has changed, is renewed either way.
    """
    renew = bool(command.arguments.get("if_missing") and deliveries(store))
    installed = shipped.install(store, settings().data, progress, renew=renew)
    if renew and not installed:
        return Result()
    return Result(stdout=say("cli-init-done", n=len(installed)) + "\n")
