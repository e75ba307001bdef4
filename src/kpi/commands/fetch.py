"""`kpi fetch kolada`: search among Kolada's nyckeltal, fetch one, or fetch again all that are tied."""

from datetime import UTC, datetime

from kpi.commands.changes import change_lines
from kpi.commands.command import Command, Progress, Result
from kpi.commands.text import one_line
from kpi.errors import wrong
from kpi.ingest.upload import Checked, commit
from kpi.sources.definition import definitions
from kpi.sources.intake import check
from kpi.sources.kolada import Kolada
from kpi.sources.wishes import Wish, is_tied, refreshed, wished
from kpi.store import Store
from kpi.words import number, say

STORING = 0.9
MOST_FOUND = 200
_ONE = ("id", "units", "years", "direction", "measure")


def run(store: Store, command: Command, progress: Progress) -> Result:
    """Say what fetching changes; with `dry_run`, or when nothing is changed, store nothing."""
    kolada = Kolada()
    given = command.arguments
    if given["search"]:
        told = _found(kolada, given["search"], progress)
    elif wishes := _wishes(store, given):
        told = _fetched(store, kolada, wishes, command, progress)
    else:
        told = [say("cli-fetch-no-ties")]
    return Result(stdout="".join(f"{one_line(line)}\n" for line in told))


def _found(kolada: Kolada, text: str, progress: Progress) -> list[str]:
    progress(say("kolada-searching"), 0.0)
    found = kolada.search(text)
    told = [f"{one.id}  {one.title}" for one in found[:MOST_FOUND]] or [say("cli-fetch-none")]
    return told + ([say("cli-fetch-more", n=len(found) - MOST_FOUND)] if len(found) > MOST_FOUND else [])


def _wishes(store: Store, given: dict[str, str]) -> list[Wish]:
    """The nyckeltal of the command line, or else every tied one."""
    this_year = datetime.now(UTC).year
    if given["indicator"] and given["id"]:
        units = given["units"].split(",")
        return [wished(store, given["indicator"], given["id"], units, given["years"], this_year=this_year)]
    if given["indicator"] or any(given[name] for name in _ONE):
        raise wrong("cli-fetch-both")
    return refreshed(store, this_year)


def _fetched(store: Store, kolada: Kolada, wishes: list[Wish], command: Command, progress: Progress) -> list[str]:
    given = command.arguments
    new = definitions(store, kolada, wishes[0], given["direction"], given["measure"])
    checked = check(store, kolada, wishes, lambda what, share: progress(what, share * STORING), new)
    told = [_summary(checked), *_accounts(checked), *change_lines(store, checked)]
    if given["dry_run"]:
        return [*told, say("cli-upload-dry")]
    if not checked.affected and all(is_tied(store, wish) for wish in wishes):
        return [*told, say("cli-fetch-same")]
    progress(say("cli-doing-store"), STORING)
    delivery = commit(store, checked, command.local_actor, given["reason"])
    return [*told, say("cli-upload-done", id=str(delivery), who=command.actor)]


def _summary(checked: Checked) -> str:
    return say(
        "cli-fetch-summary", file=checked.file_name, read=number(checked.rows_read), added=number(checked.added),
        changed=number(checked.changed), unchanged=number(checked.unchanged), removed=number(checked.removed),
    )  # fmt: skip


def _accounts(checked: Checked) -> list[str]:
    """Every value that is not stored, with its reason."""
    return [say("cli-fetch-left-out", rows=number(each.rows), reason=each.reason) for each in checked.left_out]
