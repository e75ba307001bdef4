"""Dates and times between a Swedish reader and the store, which keeps UTC."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kpi.errors import shorten, wrong

SWEDEN = ZoneInfo("Europe/Stockholm")


def in_sweden(moment: datetime) -> datetime:
    """A moment of the store, as the clock showed in Sweden."""
    return moment.replace(tzinfo=UTC).astimezone(SWEDEN)


def end_of_day(text: str) -> datetime:
    """The last moment of a Swedish day, in the store's UTC. Raises `UserError` unless `text` is 2025-05-31."""
    try:
        midnight = datetime.combine(date.fromisoformat(text) + timedelta(days=1), time(), SWEDEN)
    except (ValueError, OverflowError) as error:
        raise wrong("cli-date-wrong", value=shorten(text)) from error
    return midnight.astimezone(UTC).replace(tzinfo=None) - timedelta(microseconds=1)
