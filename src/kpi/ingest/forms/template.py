"""An empty form to fill in: a workbook with the headings, lists for the set words, and what each column wants."""

from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from kpi.ingest.forms.form import Form
from kpi.ingest.plan_table import Column
from kpi.ingest.plan_values import Choice
from kpi.store import Store, plans
from kpi.words import listing, say

_LAST_ROW = 1_048_575
_WIDE = 40
_WIDE_FIELDS = {"text", "reason", "risk", "control", "method", "measure"}
_LISTED = {"assignment": ("assignment", "heading"), "oversight": ("oversight", "name")}
"""Fields that name what a plan lists: the table, and what the rows are called there."""


def form_template(store: Store, form: Form, plan: str) -> bytes:
    """The workbook, with the plan's code and, where the form is about what the plan lists, a row for each of those.

    The second sheet says what each column wants. Raises `UserError` for an unknown plan.
    """
    content = BytesIO()
    with Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": say(f"form-{form.name}"), "created": datetime(2025, 1, 1)})  # noqa: DTZ001 - the same bytes each time
        bold, text = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "@"})
        sheet = book.add_worksheet(say("form-sheet"))
        for at, column in enumerate(form.columns):
            # A period or a code typed into a cell for text stays as typed.
            sheet.set_column(at, at, _WIDE if column.field in _WIDE_FIELDS else 18, text)
            sheet.write_string(0, at, column.header, bold)
            _choices(sheet, at, column)
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(_begun(store, form, plan), start=1):
            for at, cell in enumerate(row):
                sheet.write_string(number, at, cell)
        _about(book.add_worksheet(say("form-help-sheet")), form, _named(store, form, plan))
    return content.getvalue()


def _choices(sheet: Worksheet, at: int, column: Column) -> None:
    if isinstance(column.parse, Choice):
        sheet.data_validation(1, at, _LAST_ROW, at, {"validate": "list", "source": list(column.parse.words)})


def _begun(store: Store, form: Form, plan: str) -> list[list[str]]:
    """A row for each thing of the plan that the form is about, with its code; one with the plan alone otherwise."""
    about = next((field for field in form.begun if field in _LISTED), "")
    if not form.begun:
        return []
    fields = [column.field for column in form.columns]
    if not about:
        return [[plan if field == "plan" else "" for field in fields]]
    codes = plans.listed(store, _LISTED[about][0], plan)["code"]
    return [[{"plan": plan, about: str(code)}.get(field, "") for field in fields] for code in codes]


def _named(store: Store, form: Form, plan: str) -> list[tuple[str, str]]:
    """What the codes stand for."""
    about = next((field for field in form.begun if field in _LISTED), "")
    if not about:
        return []
    table, name = _LISTED[about]
    return list(plans.listed(store, table, plan)[["code", name]].itertuples(index=False, name=None))


def _about(sheet: Worksheet, form: Form, named: list[tuple[str, str]]) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 80)
    for row, column in enumerate(form.columns):
        sheet.write_string(row, 0, column.header)
        sheet.write_string(row, 1, _wanted(column))
    for row, (code, name) in enumerate(named, start=len(form.columns) + 1):
        sheet.write_string(row, 0, code)
        sheet.write_string(row, 1, name)


def _wanted(column: Column) -> str:
    words = [say("form-needed") if column.required else say("form-optional")]
    if isinstance(column.parse, Choice):
        words.append(say("form-one-of", words=listing(column.parse.words)))
    return " ".join(words)
