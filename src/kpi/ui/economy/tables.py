"""Tables and headings of the page Ekonomi."""

from kpi.report.economy.money import Grid
from kpi.ui.html import show


def table(grid: Grid, caption: str, *, wordy: bool = False) -> None:
    """A table under its caption; nothing where it has no rows. `wordy`: its words are not broken where they fit."""
    if grid.rows:
        show("table", caption=caption, headings=grid.headings, rows=grid.rows, cards=True, wordy=wordy)


def heading(text: str, about: str = "") -> None:
    """A heading, and what is to be known about what stands beneath."""
    show("heading", text=text)
    if about:
        show("quiet", text=about)
