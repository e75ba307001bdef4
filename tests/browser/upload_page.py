"""Ladda upp as a person uses it: a file in, answers where it asks, a word of why where something is unusual, stored."""

import io
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import requests
from playwright.sync_api import Locator, expect
from reader import Reader

from running import RunningApp

NAME = "Ditt namn (följer med leveransen)"
QUESTIONS, READ_SO, STORE = "Frågor om filen", "Läs filen så", "Spara leveransen"
Figure = tuple[str, str, str, str, float | None]
WHY = "Varför är det rätt ändå?"


def upload(reader: Reader, name: str, content: bytes) -> None:
    reader.page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": content}
    )  # fmt: skip


def upload_file(reader: Reader, path: Path) -> None:
    """A file as it lies on the disk, under its own name."""
    reader.page.locator("input[type=file]").set_input_files(path)


def questions(reader: Reader) -> Locator:
    """The heading of the questions, where the page asks."""
    return reader.main.get_by_role("heading", name=QUESTIONS)


def answer(reader: Reader, chosen: Mapping[str, str], written: Mapping[str, str] | None = None) -> None:
    """Choose and write, by the questions' labels, and have the file read so."""
    expect(questions(reader)).to_be_visible()
    reader.settle()
    for label, option in chosen.items():
        choose(reader, label, option)
    for label, text in (written or {}).items():
        reader.main.get_by_label(label).fill(text)
    reader.main.get_by_role("button", name=READ_SO).click()


def choose(reader: Reader, label: str, option: str) -> None:
    """In one of the questions' lists, unless it stands so already."""
    field = reader.main.get_by_role("combobox", name=label)
    if field.input_value() != option:
        field.click()
        field.fill(option)
        reader.page.get_by_role("option", name=option, exact=True).click()


def items(reader: Reader) -> Locator:
    """What the preview counts."""
    return reader.main.locator(".kpi-list li")


def enter_name(reader: Reader, name: str = "Anna Analytiker") -> None:
    reader.main.get_by_label(NAME).fill(name)
    reader.main.get_by_label(NAME).press("Enter")
    reader.settle()


def acknowledge(reader: Reader) -> None:
    """Write why everything unusual is right all the same."""
    reader.settle()
    for field in reader.main.get_by_label(WHY).all():
        field.fill("stämmer med källan")
        field.press("Enter")
        reader.settle()


def store(reader: Reader) -> None:
    reader.main.get_by_role("button", name=STORE).click()
    expect(reader.main.get_by_role("heading", name="är sparad")).to_be_visible()
    reader.settle()


def published(app: RunningApp) -> set[Figure]:
    """What is stored, as it stands among the open data: nyckeltal, unit, gender, period and value, None for missing."""
    answer = requests.get(f"{app.url}/data/utfall.parquet", timeout=60)
    frame = pd.read_parquet(io.BytesIO(answer.content), columns=["nyckeltal", "enhet", "kön", "period", "värde"])
    frame = frame.astype(object).where(frame.notna(), None)
    return set(frame.itertuples(index=False, name=None))
