"""`kpi fetch kolada`: search among Kolada's nyckeltal, fetch one, or fetch again all that are tied."""

from collections.abc import Sequence
from datetime import UTC, datetime

from kpi.commands.changes import change_lines, warning_lines
from kpi.commands.command import Command, Progress, Result
from kpi.commands.failure import USERS_ERROR
from kpi.commands.text import one_line
from kpi.errors import wrong
from kpi.ingest.upload import Checked, commit
from kpi.sources.definition import definitions
from kpi.sources.intake import check, refresh
from kpi.sources.kolada import Kolada
from kpi.sources.wishes import Wish, is_tied, refreshed, wished
from kpi.store import Store
from kpi.words import number, say

STORING = 0.9
MOST_FOUND = 200
_ONE = ("id", "units", "years", "direction", "measure")


def run(store: Store, command: Command, progress: Progress) -> Result:
    """Say what fetching changes; with `dry_run`, or when nothing is changed, store nothing."""
    kolada, given = Kolada(), command.arguments
    if given["search"]:
        return _printed(_found(kolada, given["search"], progress))

    def tell(what: str, share: float) -> None:
        progress(what, share * STORING)

    wish = _wish(store, given)
    if wish is not None:
        new = definitions(store, kolada, wish, given["direction"], given["measure"])
        return _printed(_told(store, check(store, kolada, [wish], tell, new), [wish], command, progress))
    wishes = refreshed(store, datetime.now(UTC).year)
    if not wishes:
        return _printed([say("cli-fetch-no-ties")])
    checked, lost = refresh(store, kolada, wishes, tell)
    return _printed(_told(store, checked, wishes, command, progress) if checked else [], lost)


def _printed(told: list[str], lost: Sequence[Wish] = ()) -> Result:
    """What Kolada has lost is an error, that somebody sees it, though the rest is stored."""
    complaints = [say("kolada-lost", id=wish.source_id, code=wish.indicator) for wish in lost]
    out, err = ("".join(f"{one_line(line)}\n" for line in lines) for lines in (told, complaints))
    return Result(stdout=out, stderr=err, exit_code=USERS_ERROR if lost else 0)


def _found(kolada: Kolada, text: str, progress: Progress) -> list[str]:
    progress(say("kolada-searching"), 0.0)
    found = kolada.search(text)
    told = [f"{one.id}  {one.title}" for one in found[:MOST_FOUND]] or [say("cli-fetch-none")]
    return told + ([say("cli-fetch-more", n=len(found) - MOST_FOUND)] if len(found) > MOST_FOUND else [])


def _wish(store: Store, given: dict[str, str]) -> Wish | None:
    """The nyckeltal of the command line; None: every tied one."""
    if given["indicator"] and given["id"]:
        units, this_year = given["units"].split(","), datetime.now(UTC).year
        return wished(store, given["indicator"], given["id"], units, given["years"], this_year=this_year)
    if given["indicator"] or any(given[name] for name in _ONE):
        raise wrong("cli-fetch-both")
    return None


def _told(
    store: Store, checked: Checked, wishes: Sequence[Wish], command: Command, progress: Progress
) -> list[str]:  # fmt: skip
    """What has come, and what became of it."""
    told = [_summary(checked), *_accounts(checked), *change_lines(store, checked), *warning_lines(checked)]
    if command.arguments["dry_run"]:
        return [*told, say("cli-upload-dry")]
    if not checked.affected and all(is_tied(store, wish) for wish in wishes):
        return [*told, say("cli-fetch-same")]
    progress(say("cli-doing-store"), STORING)
    # What the publisher says is stored as it is, also from cron; what was unusual about it is told and kept.
    accepted = {each.key: say("cli-fetch-accepted") for each in checked.warnings}
    delivery = commit(store, checked, command.local_actor, command.arguments["reason"], accepted)
    return [*told, say("cli-upload-done", id=str(delivery), who=command.actor)]


def _summary(checked: Checked) -> str:
    return say(
        "cli-fetch-summary", file=checked.file_name, read=number(checked.rows_read), added=number(checked.added),
        changed=number(checked.changed), unchanged=number(checked.unchanged), removed=number(checked.removed),
    )  # fmt: skip


def _accounts(checked: Checked) -> list[str]:
    """Every value that is not stored, with its reason."""
    return [say("cli-fetch-left-out", rows=number(each.rows), reason=each.reason) for each in checked.left_out]
