"""Layouts that have been answered for once, by their codes."""

import pandas as pd

from kpi.ingest.layout.layout import Layout
from kpi.store import Store
from kpi.store.layouts import latest


def saved(store: Store) -> dict[str, Layout]:
    """Every layout that a delivery has kept, the latest of each code."""
    return {code: Layout.from_json(content) for code, content in latest(store).items()}


def as_row(layout: Layout) -> pd.DataFrame:
    """The layout as table `format_description` has it."""
    return pd.DataFrame([{"code": layout.code, "title": layout.title, "content": layout.as_json()}])
