"""A client of Kolada's API v3 (https://api.kolada.se/v3/docs): its nyckeltal, its units and their values.

The terms of use: name "Källa: Kolada" with figures as they were fetched, and not with what is computed from them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Any
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

import requests

from kpi import __version__
from kpi.errors import shorten, wrong
from kpi.settings import settings
from kpi.sources import polite, shapes
from kpi.sources.shapes import Indicator, Value

Progress = Callable[[str, float], None]
IDS_PER_SEGMENT = 25
ROWS_PER_PAGE = 5000
MOST_PAGES = 1000  # of one question: a server that always has a next page must not keep us for ever
INDICATOR_ID = re.compile(r"[A-Z]\d{5}")
MUNICIPALITY_ID = re.compile(r"\d{4}")
OU_ID = re.compile(r"[A-Z]\d{2}[A-Z]\d{4,20}")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Kolada:
    """One run of questions: a page that has been got is kept, and not asked for again.

    Keep the client to go on after an error where it broke off; make a new one to see what is new.
    Everything raises `UserError` when Kolada cannot be reached or answers something else than documented.
    """

    def __init__(self, address: str = "") -> None:
        self.address = address or settings().kolada
        self._base = urlsplit(self.address)
        if not (self._base.scheme == "https" or (self._base.scheme == "http" and self._base.hostname in _LOOPBACK)):
            raise wrong("kolada-address", value=shorten(self.address))
        self._pages: dict[str, shapes.Page] = {}
        self._session = requests.Session()
        self._session.headers["User-Agent"] = f"maluppfoljning/{__version__}"

    def search(self, title: str) -> list[Indicator]:
        """The nyckeltal whose title contains the text, by id."""
        found = [shapes.indicator(one) for one in self._all("kpi", title=title)]
        return sorted(found, key=lambda one: one.id)

    def indicators(self, ids: Sequence[str]) -> dict[str, Indicator]:
        """Those of the nyckeltal that Kolada has, by id."""
        found = [shapes.indicator(one) for part in _parts(ids) for one in self._all(f"kpi/{_joined(part)}")]
        return {one.id: one for one in found if one.id in ids}

    def names(self, units: Sequence[str]) -> dict[str, str]:
        """What Kolada calls municipalities, regions and enheter, for those that it has."""
        found: dict[str, str] = {}
        for path, ids in (("municipality", MUNICIPALITY_ID), ("ou", OU_ID)):
            for part in _parts([one for one in units if ids.fullmatch(one)]):
                found |= dict(shapes.name(one) for one in self._all(f"{path}/{_joined(part)}"))
        return found

    def values(
        self, ids: Sequence[str], units: Sequence[str], years: Sequence[int], progress: Progress
    ) -> list[Value]:  # fmt: skip
        """Every value of the nyckeltal, units and years, those marked as deleted included, sorted.

        `progress` is called with a nyckeltal's id and the share of the questions that have been answered.
        """
        questions = list(_questions(ids, units, years))
        found: list[Value] = []
        for at, (path, field, part) in enumerate(questions):
            progress(part, at / len(questions))
            found += [value for one in self._all(path) for value in shapes.values(one, field)]
        for value in found:
            if value.indicator not in ids or value.unit not in units or value.year not in years:
                raise shapes.strange(f"{value.indicator} {value.unit} {value.year}")
        return sorted(found, key=lambda one: (one.indicator, one.unit, one.year, one.gender))

    def _all(self, path: str, **asked: str) -> Iterator[Any]:
        """The elements of every page."""
        url = f"{self.address}/{path}?{urlencode({**asked, 'per_page': ROWS_PER_PAGE})}"
        seen: set[str] = set()
        while url:
            if url in seen or len(seen) == MOST_PAGES:
                raise shapes.strange("next_url")
            seen.add(url)
            page = self._page(url)
            yield from page.values
            url = self._here(page.next_url)

    def _page(self, url: str) -> shapes.Page:
        if url not in self._pages:
            self._pages[url] = shapes.page(polite.get(self._session, url))
        return self._pages[url]

    def _here(self, next_url: str) -> str:
        """The next page at the address we were given, whatever scheme a proxy made of it. Raises for another host."""
        if not next_url:
            return ""
        try:
            parts = urlsplit(next_url)
            host = parts.hostname
        except ValueError as error:
            raise shapes.strange("next_url") from error
        if host != self._base.hostname or not parts.path.startswith(self._base.path + "/") or ".." in parts.path:
            raise wrong("kolada-elsewhere", value=shorten(next_url))
        return urlunsplit((self._base.scheme, self._base.netloc, parts.path, parts.query, ""))


def _questions(ids: Sequence[str], units: Sequence[str], years: Sequence[int]) -> Iterator[tuple[str, str, str]]:
    """Path, the field of the unit, and the first nyckeltal of each question, none with more ids than may be asked."""
    for kpis in _parts(ids):
        for place, kind, known in (("data", "municipality", MUNICIPALITY_ID), ("oudata", "ou", OU_ID)):
            mine = [one for one in units if known.fullmatch(one)]
            for some, when in product(_parts(mine), _parts([str(year) for year in years])):
                path = f"{place}/kpi/{_joined(kpis)}/{kind}/{_joined(some)}/year/{_joined(when)}"
                yield path, kind, kpis[0]


def _parts(ids: Sequence[str]) -> list[Sequence[str]]:
    return [ids[at : at + IDS_PER_SEGMENT] for at in range(0, len(ids), IDS_PER_SEGMENT)]


def _joined(ids: Sequence[str]) -> str:
    return ",".join(quote(one, safe="") for one in ids)
