"""What to fetch from Kolada: one nyckeltal at a time, or all that are tied to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kpi.errors import shorten, wrong
from kpi.ingest import registers
from kpi.sources.kolada import INDICATOR_ID
from kpi.sources.shapes import YEARS
from kpi.sources.units import asked, kolada_ids, regions
from kpi.store import Store, plans
from kpi.store.links import Link, links

YEARS_BACK = 10
_YEARS = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?")


@dataclass(frozen=True, slots=True)
class Wish:
    """One nyckeltal of ours, Kolada's id of it, Kolada's ids of the units, and the years."""

    indicator: str
    source_id: str
    units: tuple[str, ...]
    years: range

    @property
    def link(self) -> Link:
        """What is kept of it, for the next time."""
        return Link(self.indicator, self.source_id, self.units, self.years[0])


def wished(
    store: Store, indicator: str, source_id: str, units: Sequence[str], years: str, *, this_year: int
) -> Wish:  # fmt: skip
    """A wish as somebody writes it. Raises `UserError` for an id, a unit or years that cannot be meant.

    `units` are Kolada's ids or names of ours; none: riket and all regions. `years` are "2015-2024" or "2024"; empty:
    the last ten and this one.
    """
    code = source_id.strip().upper()
    if not INDICATOR_ID.fullmatch(code):
        raise wrong("kolada-id-wrong", value=shorten(source_id))
    register = plans.units(store)
    if any(one.strip() for one in units):
        places = asked(units, registers.load(store, register.head(0)).unit, kolada_ids(register))
    else:
        places = tuple(regions(register))
    return Wish(indicator, code, places, year_range(years, this_year))


def year_range(text: str, this_year: int) -> range:
    """ "2015-2024" as years; of nothing, the last ten and this one. Raises `UserError`."""
    if not text.strip():
        return range(this_year - YEARS_BACK, this_year + 1)
    found = _YEARS.fullmatch(text.strip())
    first, last = (int(year) for year in (found[1], found[2] or found[1])) if found else (0, 0)
    if first not in YEARS or last not in YEARS or first > last:
        raise wrong("kolada-years-wrong", value=shorten(text))
    return range(first, last + 1)


def refreshed(store: Store, this_year: int) -> list[Wish]:
    """Every tied nyckeltal again, with the units it was tied for, up to this year."""
    return [
        Wish(tie.indicator, tie.source_id, tie.units, range(tie.first_year, max(this_year, tie.first_year) + 1))
        for tie in links(store)
    ]


def is_tied(store: Store, wish: Wish) -> bool:
    """True when the store already keeps the wish for the next time."""
    return wish.link in links(store)
