"""The local user's name: asked once, kept beside the database, carried by every delivery made here."""

import os

from kpi.errors import wrong
from kpi.settings import settings

LONGEST_NAME = 100


def kept_name() -> str:
    """The kept name; empty when none is kept."""
    try:
        return clean_name(settings().name_file.read_text(encoding="utf-8", errors="replace"))
    except FileNotFoundError:
        return ""


def keep_name(name: str) -> None:
    """Keep a name for the deliveries to come, in place of any other. Raises `UserError` when it is empty."""
    cleaned = clean_name(name)
    if not cleaned:
        raise wrong("name-missing")
    target = settings().name_file
    temporary = target.with_name(f"{target.name}.{os.getpid()}")
    temporary.write_text(cleaned + "\n", encoding="utf-8")
    temporary.replace(target)


def clean_name(name: str) -> str:
    """One line without control characters and runs of spaces, at most `LONGEST_NAME` characters."""
    words = "".join(mark if mark.isprintable() else " " for mark in name).split()
    return " ".join(words)[:LONGEST_NAME].rstrip()
