"""`kpi export DIR`: the files of a follow-up; whoever asked writes them."""

from kpi.commands.command import Command, Progress, Result
from kpi.commands.selection import selected
from kpi.export.about import about
from kpi.export.bundle import bundle
from kpi.store import Store
from kpi.words import say


def run(store: Store, command: Command, progress: Progress) -> Result:
    """Every file of the selection, ready to be written."""
    arguments = command.arguments
    progress(say("cli-doing-assess"), 0)
    follow = selected(store, arguments)
    what = about(store, follow, arguments["as_of"])

    def tell(share: float) -> None:
        progress(say("cli-doing-export"), share)

    files = bundle(store, follow, what, arguments["unit"], tell)
    return Result(stdout=say("export-example") + "\n" if what.example else "", files=files)
