"""A status in running text: its shape as a sign, and its word. Colour comes on top, never alone."""

from kpi.model import Status
from kpi.words import NO_BREAK_SPACE, say

SIGNS = {Status.MET: "✓", Status.NEAR: "▲", Status.NOT_MET: "✕", Status.UNJUDGED: "○"}


def status_text(status: Status) -> str:
    """ "✕ Ej uppnått"."""
    return f"{SIGNS[status]}{NO_BREAK_SPACE}{say(f'status-{status}')}"
