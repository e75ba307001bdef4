"""`kpi upload FILE`: check a file, and store it as one delivery."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kpi.commands.changes import warning_lines
from kpi.commands.command import Command, Progress, Result
from kpi.commands.text import one_line
from kpi.errors import Place, shorten, wrong
from kpi.ingest.forms.form import Filled
from kpi.ingest.forms.storing import commit_form
from kpi.ingest.layout.answers import Answers, New, role
from kpi.ingest.layout.layout import Role
from kpi.ingest.layout.questions import questions
from kpi.ingest.look import Asked, Looked, answered, look_at_any
from kpi.ingest.upload import Checked, check_looked, commit
from kpi.model import YearRule
from kpi.store import Store
from kpi.words import number, say

STORING = 0.9  # the share done when the file has been checked


def run(store: Store, command: Command, progress: Progress) -> Result:
    """Say what the file changes; with `dry_run`, store nothing."""
    arguments = command.arguments
    progress(say("ingest-reading", file=arguments["file"]), 0.0)
    found = look_at_any(store, command.content, arguments["file"], arguments["format"])
    if isinstance(found, Filled):
        return _form(store, found, command)
    said = answers(arguments)
    if isinstance(found, Looked) and replace(said, new=None) != Answers():
        found = _asked_again(found)
    if isinstance(found, Asked):
        found = answered(store, found, said)
    if isinstance(found, Asked):
        raise questions(found.understood)
    checked = check_looked(store, found, command.content, progress=lambda what, share: progress(what, share * STORING))
    told = [_summary(checked), *_accounts(checked), *warning_lines(checked)]
    if arguments["dry_run"]:
        told.append(say("cli-upload-dry"))
    else:
        progress(say("cli-doing-store"), STORING)
        delivery = commit(
            store, checked, command.local_actor, arguments["reason"], _accepted(checked, arguments.get("accept", ""))
        )
        told.append(say("cli-upload-done", id=str(delivery), who=command.actor))
    return Result(stdout="".join(f"{one_line(line)}\n" for line in told))


def _form(store: Store, form: Filled, command: Command) -> Result:
    told = [say("cli-upload-form", file=form.file, form=say(f"form-{form.form.name}"), rows=number(len(form.table)))]
    if command.arguments["dry_run"]:
        told.append(say("cli-upload-dry"))
    else:
        delivery = commit_form(store, form, command.local_actor, reason=command.arguments["reason"])
        told.append(say("cli-upload-done", id=str(delivery), who=command.actor))
    return Result(stdout="".join(f"{one_line(line)}\n" for line in told))


def _asked_again(found: Looked) -> Asked:
    """What is said on the command line counts for a known layout too, and is refused for a set one."""
    if found.understood is None:
        raise wrong("cli-answers-unused", Place(file=found.file), format=found.format)
    return Asked(found.sha256, found.understood)


def _summary(checked: Checked) -> str:
    return say(
        "cli-upload-summary", file=checked.file_name, read=number(checked.rows_read), rows=number(len(checked.rows)),
        added=number(checked.added), changed=number(checked.changed), unchanged=number(checked.unchanged),
        removed=checked.removed,
    )  # fmt: skip


def _accounts(checked: Checked) -> list[str]:
    """Every row that is not stored, or not as it stands, with its reason."""
    left_out = [
        say("cli-upload-left-out", n=each.rows, rows=number(each.rows), reason=each.reason) for each in checked.left_out
    ]
    return left_out + [say("cli-upload-note", rows=number(each.rows), reason=each.reason) for each in checked.notes]


def _accepted(checked: Checked, why: str) -> dict[str, str]:
    return {each.key: why for each in checked.warnings}


def answers(arguments: dict[str, Any]) -> Answers:
    """What the command line says of the file's layout. Raises `UserError` for a word that is no role of a column."""
    # A shell of an earlier version may speak to the app: what it does not know of is not said.
    told: Callable[..., Any] = arguments.get
    columns = {name: role(word) for name, word in _pairs(told("column") or [])}
    constants = {Role(name): told(name) for name in ("indicator", "unit", "gender", "period") if told(name)}
    new = New(told("measure"), year_rule=told("year_rule", YearRule.MEAN)) if told("new_indicators") else None
    sheet = role(told("sheets")) if told("sheets") else None
    return Answers(columns, constants, dict(_pairs(told("named") or [])), sheet, told("dates") or "", new)


def _pairs(given: list[str]) -> list[tuple[str, str]]:
    """`Namn i filen=kod` and the like, divided at the last sign."""
    if wrongly := [each for each in given if "=" not in each]:
        raise wrong("cli-pair-wrong", None, value=shorten(wrongly[0]))
    return [(name, meant) for name, _, meant in (each.rpartition("=") for each in given)]
