"""Where a figure comes from: its delivery, and the file, sheet and row that it was read from."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from kpi.report.rows import present
from kpi.store.deliveries import deliveries
from kpi.store.process import the_store
from kpi.ui.view import View
from kpi.words import listing, say


def origin(observed: Sequence[Any], view: View) -> dict[str, str] | str:
    """Of rows of `FollowUp.observations`: in words, linked to the delivery where it is one."""
    files = _files(the_store().version())
    by_delivery: dict[int, list[Any]] = {}
    for one in observed:
        by_delivery.setdefault(int(one.delivery_id), []).append(one)
    told = "; ".join(_told(number, files.get(number, ""), rows) for number, rows in sorted(by_delivery.items()))
    if len(by_delivery) != 1:
        return told
    return {"text": told, "link": view.at("").link("leveranser", leverans=str(next(iter(by_delivery))))}


def _told(number: int, file: str, observed: Sequence[Any]) -> str:
    sheets = sorted({str(one.source_sheet) for one in observed if present(one.source_sheet)})
    rows = sorted({int(one.source_row) for one in observed if present(one.source_row)})
    return say(
        "origin", id=str(number), file=file or "none", sheets=listing(sheets) or "none", count=len(rows),
        rows=listing(map(str, rows)) or "none",
    )  # fmt: skip


@st.cache_resource(max_entries=4, show_spinner=False)
def _files(version: str) -> dict[int, str]:
    return {one.id: one.file_name for one in deliveries(the_store())}
