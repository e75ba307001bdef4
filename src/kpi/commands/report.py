"""`kpi report`: slides, report, tjänsteskrivelse and PDF for a meeting, a målområde or a plan, as from a schedule."""

from collections.abc import Iterator
from typing import Any

from kpi.commands.command import Command, Progress, Result
from kpi.commands.selection import selected
from kpi.errors import shorten, wrong
from kpi.export.briefing_files import DocumentForm, document_name, written
from kpi.model import AgendaForm
from kpi.moments import in_sweden
from kpi.report.briefing import scopes
from kpi.report.briefing.compose import compose
from kpi.report.briefing.load import agenda, load
from kpi.report.briefing.material import Material, Scope
from kpi.report.meetings import AgendaItem, Meeting, meetings
from kpi.store import Store, utc_now
from kpi.words import listing, say

_MADE = {
    "pptx": (DocumentForm.SLIDES,), "docx": (DocumentForm.REPORT, DocumentForm.MEMO), "pdf": (DocumentForm.PDF,),
}  # fmt: skip
_FOR = {
    AgendaForm.ORAL: (DocumentForm.SLIDES,),
    AgendaForm.WRITTEN: (DocumentForm.REPORT, DocumentForm.MEMO, DocumentForm.PDF),
}
"""What an item needs where nobody says what to make; for one that the plan says nothing of, everything."""


def run(store: Store, command: Command, progress: Progress) -> Result:
    """Every file of what was asked for, ready to be written. Raises `UserError`."""
    arguments = command.arguments
    progress(say("cli-doing-assess"), 0)
    asked = _asked(arguments["to"])
    follow = selected(store, arguments)
    material = load(store, follow, as_of=arguments["as_of"], made_on=in_sweden(utc_now()).date())
    wanted = list(_wanted(store, material, arguments, asked))
    files: dict[str, bytes] = {}
    for at, (scope, forms) in enumerate(wanted):
        progress(say("cli-doing-report", name=scope.subject), at / len(wanted))
        briefing = compose(material, scope)
        files |= {document_name(briefing, form): written(briefing, form) for form in forms}
    return Result(stdout=say("export-example") + "\n" if material.example else "", files=files)


def _asked(text: str) -> tuple[DocumentForm, ...]:
    """The forms of "pptx,docx"; none where nothing is said."""
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    unknown = next((name for name in names if name not in _MADE), None)
    if unknown is not None:
        raise wrong("cli-report-form", value=shorten(unknown), known=listing(_MADE))
    return tuple(form for name in names for form in _MADE[name])


def _wanted(
    store: Store, material: Material, arguments: dict[str, Any], asked: tuple[DocumentForm, ...]
) -> Iterator[tuple[Scope, tuple[DocumentForm, ...]]]:  # fmt: skip
    if arguments["meeting"]:
        for meeting, item in _items(store, material, arguments["meeting"], arguments["item"]):
            scope = scopes.of_item(material, meeting, item)
            yield scope, asked or _FOR.get(item.form, tuple(DocumentForm))
    elif arguments["indicator"]:
        codes = [code.strip() for code in arguments["indicator"].split(",")]
        yield scopes.of_indicators(material, codes), asked or tuple(DocumentForm)
    elif arguments["goal"]:
        yield scopes.of_area(material, arguments["goal"]), asked or tuple(DocumentForm)
    else:
        yield scopes.of_plan(material), asked or tuple(DocumentForm)


def _items(store: Store, material: Material, which: str, only: str) -> list[tuple[Meeting, AgendaItem]]:
    """The items of a meeting, given by its code or first day, that concern anything; or the one asked for."""
    follow = material.follow
    known = meetings(agenda(store, follow.plan, follow.as_of))
    meeting = next((one for one in known if which in (one.code, one.first.isoformat())), None)
    if meeting is None:
        raise wrong("cli-report-meeting", value=shorten(which), known=listing(one.code for one in known) or "–")
    held = [item for item in meeting.items if not item.dropped]
    found = [item for item in held if item.code == only or (not only and item.concerns_anything)]
    if not found:
        raise wrong("cli-report-item", value=shorten(only), known=listing(item.code for item in held) or "–")
    return [(meeting, item) for item in found]
