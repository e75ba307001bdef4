"""The workbook to fill in: the long layout with lists from a plan, and how to do it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kpi.ingest.long_layout import OPTIONAL, REQUIRED
from kpi.model import Gender, ObservationStatus
from kpi.store import Store, plans
from kpi.words import say

COLUMNS = (*REQUIRED, *OPTIONAL)
Row = Sequence[str | float | None]
_WIDTHS = {"nyckeltal": 48, "enhet": 30, "kommentar": 40, "status": 16}
_LAST_ROW = 1_048_575
_HELP = ("fill-in-1", "fill-in-2", "fill-in-3", "fill-in-4", "fill-in-5", "fill-in-6", "fill-in-7")


def template(store: Store, plan_code: str, rows: Iterable[Row] = ()) -> bytes:
    """An XLSX file whose lists are the plan's nyckeltal, the units, K M T and the statuses.

    `rows` are put below the header in the order of `COLUMNS`, text always as text, so that nothing that starts with
    = + - or @ becomes a formula. Raises `UserError` for an unknown plan.
    """
    subjects = plans.plan(store, plan_code).subjects
    lists = {
        "nyckeltal": list(dict.fromkeys(subjects["indicator_name"].tolist())),
        "enhet": plans.units(store)["name"].tolist(),
        "kön": list(Gender),
        "status": [say(f"observation-{status}") for status in ObservationStatus],
    }
    content = BytesIO()
    with Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": say("template-title"), "created": datetime(2025, 1, 1)})  # noqa: DTZ001 - the same bytes each time
        bold = book.add_format({"bold": True, "bottom": 1})
        data = book.add_worksheet(say("template-sheet-data"))
        choices = book.add_worksheet(say("template-sheet-lists"))
        _help(book.add_worksheet(say("template-sheet-help")), bold, book.add_format({"text_wrap": True}))
        _data(data, rows, bold, book.add_format({"num_format": "@"}))
        for column, (name, items) in enumerate(lists.items()):
            _choices(data, choices, column, name, items)
    return content.getvalue()


def _data(sheet: Worksheet, rows: Iterable[Row], bold: Format, as_text: Format) -> None:
    for column, name in enumerate(COLUMNS):
        # A period typed into a cell for text stays as typed: Excel makes a date of "aug 2025" otherwise.
        sheet.set_column(column, column, _WIDTHS.get(name, 12), as_text if name == "period" else None)
        sheet.write_string(0, column, name, bold)
    sheet.freeze_panes(1, 0)
    for index, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(index, column, value)
            elif value is not None:
                sheet.write_number(index, column, value)


def _choices(data: Worksheet, sheet: Worksheet, column: int, name: str, items: list[str]) -> None:
    """One list on the second sheet, and the cells of the first that choose from it."""
    sheet.write_string(0, column, say("template-choices", column=name))
    sheet.set_column(column, column, _WIDTHS.get(name, 12))
    for row, item in enumerate(items, start=1):
        sheet.write_string(row, column, item)
    letter = "ABCD"[column]
    source = f"='{say('template-sheet-lists')}'!${letter}$2:${letter}${len(items) + 1}"
    at = COLUMNS.index(name)
    data.data_validation(
        1, at, _LAST_ROW, at,
        {"validate": "list", "source": source, "error_type": "warning", "error_title": say("template-not-listed"),
         "error_message": say("template-not-listed-what")},
    )  # fmt: skip


def _help(sheet: Worksheet, bold: Format, wrapped: Format) -> None:
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, say("template-title"), bold)
    for row, key in enumerate(_HELP, start=1):
        sheet.write_string(row, 0, say(key), wrapped)
