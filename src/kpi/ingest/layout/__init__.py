"""Any table as somebody happened to save it: which column is what, guessed, asked about once, and remembered.

`understand` guesses; `melted` brings the cells to the long layout, which checks them as it checks every file.
"""

from kpi.ingest.layout.layout import Doubt, Kind, Layout, NewIndicator, Role
from kpi.ingest.layout.melt import Molten, melted
from kpi.ingest.layout.understand import Understood, reconsidered, understand

__all__ = [
    "Doubt",
    "Kind",
    "Layout",
    "Molten",
    "NewIndicator",
    "Role",
    "Understood",
    "melted",
    "reconsidered",
    "understand",
]
