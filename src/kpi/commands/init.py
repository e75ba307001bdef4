"""`kpi init`: what ships with the system, into a store that lacks it."""

from kpi.commands.command import Command, Progress, Result
from kpi.ingest import shipped
from kpi.settings import settings
from kpi.store import Store
from kpi.store.deliveries import deliveries
from kpi.words import say


def run(store: Store, command: Command, progress: Progress) -> Result:
    """Install what the store lacks; with `if_missing`, only into a store without a single delivery."""
    if command.arguments.get("if_missing") and deliveries(store):
        return Result()
    installed = shipped.install(store, settings().data, progress)
    return Result(stdout=say("cli-init-done", n=len(installed)) + "\n")
