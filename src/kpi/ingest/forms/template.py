"""An empty form to fill in: a workbook with the headings, lists for the set words, and what each column wants."""

from datetime import datetime
from io import BytesIO

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from kpi.frames import period_of, records
from kpi.ingest.forms.form import Form
from kpi.ingest.plan_table import Column
from kpi.ingest.plan_values import Choice
from kpi.model import ActionStatus, CommentKind
from kpi.store import Store, plans, texts
from kpi.words import listing, say

_LAST_ROW = 1_048_575
_WIDE = 40
_WIDE_FIELDS = {"text", "reason", "risk", "control", "method", "measure", "expected_effect", "effect", "heading"}
_LISTED = {
    "assignment": ("assignment", "heading"),
    "oversight": ("oversight", "name"),
    "item": ("agenda_item", "heading"),
    "area": ("budget_item", "name"),
    "measure": ("budget_item", "name"),
    "investment": ("budget_item", "name"),
}
"""Fields that name what a plan lists: the table, and what the rows are called there."""

_TEXT = ["indicator", "unit", "period_kind", "period_start"]
_MEASURE = [*_TEXT, "action"]


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
        _about(book.add_worksheet(say("form-help-sheet")), form, _things(store, form, plan))
    return content.getvalue()


def _choices(sheet: Worksheet, at: int, column: Column) -> None:
    if isinstance(column.parse, Choice):
        sheet.data_validation(1, at, _LAST_ROW, at, {"validate": "list", "source": list(column.parse.words)})


def _begun(store: Store, form: Form, plan: str) -> list[list[str]]:
    """A row for each thing of the plan that the form is about, with its code; one with the plan alone otherwise."""
    if not form.begun:
        return []
    fields = [column.field for column in form.columns]
    if "action" in form.begun:
        return [[one.get(field, "") for field in fields] for one in _open_measures(store, plan)]
    told = [{about: code} for about, code, _ in _things(store, form, plan)]
    if "cost_type" in form.begun:
        told = [{**one, "cost_type": kind} for one in told for kind in _cost_types(store, plan, one["area"])]
    begun = told if _about_what(form) else [{}]
    return [[{"plan": plan, **one}.get(field, "") for field in fields] for one in begun]


def _open_measures(store: Store, plan: str) -> list[dict[str, str]]:
    """The measures of the plan's nyckeltal that are not over, by the fields that name them, with their text."""
    followed = texts.follow_ups(store, example=False)
    followed = followed.drop_duplicates(_MEASURE).rename(columns={"action": "code"})[[*_TEXT, "code", "status"]]
    said = texts.comments(store, example=False)
    said = said[
        said["kind"].eq(CommentKind.ACTION) & said["indicator"].isin(plans.plan(store, plan).subjects["indicator"])
    ]
    said = said.merge(followed, on=[*_TEXT, "code"], how="left")
    rows = [row for row in records(said) if pd.isna(row.status) or not ActionStatus(row.status).over]
    return [
        {"indicator": row.indicator, "unit": row.unit, "period": about.code, "action": row.code, "heading": row.text}
        for row in rows
        if (about := period_of(row.period_start, row.period_kind))
    ]


def _about_what(form: Form) -> str:
    """The field that names what the plan lists; "" where there is none."""
    return next((field for field in form.begun if field in _LISTED), "")


def _things(store: Store, form: Form, plan: str) -> list[tuple[str, str, str]]:
    """The field, and what it may name: code and name. Of the plan's money: the field's own, without totals."""
    if "action" in form.begun:
        return [("action", one["action"], one["heading"]) for one in _open_measures(store, plan)]
    about = _about_what(form)
    if not about:
        return []
    table, name = _LISTED[about]
    rows = plans.listed(store, table, plan)
    if table == "budget_item":
        rows = rows[(rows["section"] == about) & (rows["sum_of"] == "")]
    return [(about, str(code), str(called)) for code, called in zip(rows["code"], rows[name], strict=True)]


def _cost_types(store: Store, plan: str, area: str) -> list[str]:
    """The cost types of an area's frame; one empty where it has none."""
    amounts = plans.listed(store, "budget_amount", plan)
    found = amounts.loc[amounts["item"] == area, "cost_type"].dropna()
    return list(dict.fromkeys(found)) or [""]


def _about(sheet: Worksheet, form: Form, named: list[tuple[str, str, str]]) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 80)
    for row, column in enumerate(form.columns):
        sheet.write_string(row, 0, column.header)
        sheet.write_string(row, 1, _wanted(column))
    for row, (_, code, name) in enumerate(named, start=len(form.columns) + 1):
        sheet.write_string(row, 0, code)
        sheet.write_string(row, 1, name)


def _wanted(column: Column) -> str:
    words = [say("form-needed") if column.required else say("form-optional")]
    if isinstance(column.parse, Choice):
        words.append(say("form-one-of", words=listing(column.parse.words)))
    return " ".join(words)
