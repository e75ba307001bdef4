"""The open tables as files: made once per state of the store, and kept as long as there is room."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote

from kpi.export.formats import FileFormat, encoded
from kpi.export.names import ascii_name
from kpi.export.open_data import Dataset, datasets, table
from kpi.store import Store
from kpi.store.connection import utc_now
from kpi.store.deliveries import spanned

PREFIX = "/data/"
CATALOGUE = "catalog.rdf"
MOST_KEPT = 256 << 20
"""Bytes of files in memory; one that is larger than all of it is made anew for each who asks."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file as it goes out. `tag` tells its content from every other; `changed` is in UTC, whole seconds."""

    name: str
    media_type: str
    content: bytes
    tag: str
    changed: datetime


@dataclass(frozen=True, slots=True)
class _Address:
    dataset: Dataset
    form: FileFormat


class OpenFiles:
    """What lies under /data/ of one store. An address is looked up among those that there are, and nowhere else."""

    def __init__(self, store: Callable[[], Store]) -> None:
        self._store = store
        self._making = threading.Lock()
        self._version = ""
        self._known: dict[str, _Address] = {}
        self._kept: OrderedDict[str, OpenFile] = OrderedDict()

    def datasets(self) -> list[Dataset]:
        """Every open table."""
        return datasets(self._store())

    def file(self, place: str) -> OpenFile | None:
        """The file at /data/`place`; None where there is none."""
        with self._making:
            self._renew()
            known = self._known.get(place)
            return self._once(place, lambda: self._made(known)) if known else None

    def catalogue(self, base: str) -> OpenFile:
        """The catalogue, whose addresses begin with `base`."""
        from kpi.export.catalogue import catalogue  # noqa: PLC0415 - few ask for it, and its library is slow to import

        store = self._store()
        with self._making:
            self._renew()
            return self._once(
                f"{base} {CATALOGUE}",
                lambda: _file(CATALOGUE, "application/rdf+xml", catalogue(store, base), changed(store)),
            )

    def _renew(self) -> None:
        """Forget what was made of another state of the store."""
        version = self._store().version()
        if version != self._version:
            self._kept.clear()
            self._known = {
                f"{one.place}.{form}": _Address(one, form) for one in self.datasets() for form in FileFormat
            }  # fmt: skip
            self._version = version

    def _once(self, key: str, make: Callable[[], OpenFile]) -> OpenFile:
        found = self._kept.get(key) or make()
        self._kept[key] = found
        self._kept.move_to_end(key)
        while sum(len(file.content) for file in self._kept.values()) > MOST_KEPT:
            self._kept.popitem(last=False)
        return found

    def _made(self, known: _Address) -> OpenFile:
        store = self._store()
        made, told = table(store, known.dataset)
        name = file_name(*filter(None, (known.dataset.name, known.dataset.plan)), form=known.form)
        return _file(name, known.form.media_type, encoded(made, known.form, told), changed(store))


def address(dataset: Dataset, form: FileFormat) -> str:
    """Where a file lies under /data/, as it stands in a link."""
    parts = [*filter(None, (dataset.plan, dataset.name))]
    return "/".join(quote(part, safe="") for part in parts) + f".{form}"


def file_name(*parts: str, form: FileFormat) -> str:
    """A name that every system takes: letters and digits of ASCII, hyphens in place of all else."""
    return f"{ascii_name(*parts)}.{form}"


def changed(store: Store) -> datetime:
    """The moment of the store's latest change, in UTC and whole seconds, as HTTP tells it."""
    span = spanned(store)
    return (span[1] if span else utc_now()).replace(microsecond=0, tzinfo=UTC)


def _file(name: str, media_type: str, content: bytes, at: datetime) -> OpenFile:
    return OpenFile(name, media_type, content, hashlib.sha256(content).hexdigest()[:32], at)
