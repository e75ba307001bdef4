"""Gaps: what a person has to fill in, marked so that nobody takes it for something said."""

from kpi.words import say


def gap(text: str) -> str:
    """A gap as it is written wherever it stands: "[Fyll i: diarienummer]"."""
    return say("document-gap", text=text)
