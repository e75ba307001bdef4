"""`kpi withdraw`, `kpi restore` and `kpi remove-examples`: what counts, without erasing anything."""

from kpi.commands.command import Command, Progress, Result
from kpi.store import Store
from kpi.store.deliveries import restore, withdraw, withdraw_examples
from kpi.words import say


def run(store: Store, command: Command, progress: Progress) -> Result:
    """Withdraw or restore one delivery, or withdraw every example."""
    arguments, actor = command.arguments, command.local_actor
    if command.name == "remove-examples":
        removed = withdraw_examples(store, actor, say("cli-reason-examples"))
        return Result(stdout=say("cli-examples-removed", n=removed) + "\n")
    change = withdraw if command.name == "withdraw" else restore
    change(store, arguments["id"], actor, arguments["reason"])
    return Result(stdout=say(f"cli-{command.name}-done", id=str(arguments["id"])) + "\n")
