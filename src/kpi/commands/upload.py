"""`kpi upload FILE`: check a file, and store it as one delivery."""

from kpi.commands.command import Command, Progress, Result
from kpi.commands.text import one_line
from kpi.ingest.upload import Checked, check, commit
from kpi.store import Store
from kpi.words import number, say

STORING = 0.9  # the share done when the file has been checked


def run(store: Store, command: Command, progress: Progress) -> Result:
    """Say what the file changes; with `dry_run`, store nothing."""
    arguments = command.arguments
    checked = check(
        store,
        command.content,
        arguments["file"],
        arguments["format"],
        progress=lambda what, share: progress(what, share * STORING),
    )
    told = [_summary(checked), *_accounts(checked)]
    if arguments["dry_run"]:
        told.append(say("cli-upload-dry"))
    else:
        progress(say("cli-doing-store"), STORING)
        delivery = commit(store, checked, command.local_actor, arguments["reason"])
        told.append(say("cli-upload-done", id=str(delivery), who=command.actor))
    return Result(stdout="".join(f"{one_line(line)}\n" for line in told))


def _summary(checked: Checked) -> str:
    return say(
        "cli-upload-summary", file=checked.file_name, read=number(checked.rows_read), rows=number(len(checked.rows)),
        added=number(checked.added), changed=number(checked.changed), unchanged=number(checked.unchanged),
        removed=checked.removed,
    )  # fmt: skip


def _accounts(checked: Checked) -> list[str]:
    """Every row that is not stored, or not as it stands, with its reason."""
    left_out = [say("cli-upload-left-out", rows=number(each.rows), reason=each.reason) for each in checked.left_out]
    return left_out + [say("cli-upload-note", rows=number(each.rows), reason=each.reason) for each in checked.notes]
