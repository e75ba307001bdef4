"""What comes with the system: units, plans, published outcomes and invented examples, through the production ingest.

Every part is a delivery of its own, stored whole or not at all. An interrupted installation is therefore repaired by
running it again: it adds what is missing and leaves the rest, what a user has withdrawn included. A plan or a register
that a newer version of the system has otherwise is delivered anew, unless a user has changed it.
"""

import hashlib
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kpi.errors import Place, wrong
from kpi.ingest import upload
from kpi.ingest.forms.reading import read_form
from kpi.ingest.forms.storing import commit_form
from kpi.ingest.plan import HEADER, commit_plan, fingerprint, read_plan
from kpi.ingest.units import SUBJECT, UNITS_FILE, commit_units, read_units
from kpi.model import Actor, Delivery, Origin
from kpi.store import Store, plans
from kpi.store.deliveries import deliveries
from kpi.words import say

SYSTEM = Actor("Systemet", may_write=True)
SOURCES = "kallor.toml"


@dataclass(frozen=True, slots=True)
class _Part:
    """One delivery to be: recognised in the store by origin and file."""

    origin: Origin
    path: Path
    store: Callable[[], int]
    register: str = ""  # what it renews when a new version of the system has it otherwise: a plan's code, the units
    sha256: str = ""

    @property
    def key(self) -> tuple[Origin, str]:
        return self.origin, self.path.name


def install(store: Store, data: Path, progress: upload.Progress | None = None, *, renew: bool = False) -> list[int]:
    """Store what is missing of the folder `data`; returns the new deliveries, none on a second run.

    `renew`: only what a newer version of the system has otherwise. `progress` is told which file is next and which
    share is done. Raises `UserError` for a file that is not whole; what was stored before it stays.
    """
    present = deliveries(store)
    held = {(delivery.origin, delivery.file_name) for delivery in present}
    missing = [
        part for part in _parts(store, data) if (part.key not in held and not renew) or _is_renewed(part, present)
    ]
    made = []
    for number, part in enumerate(missing):
        if progress:
            progress(say("shipped-next", file=part.path.name), number / len(missing))
        made.append(part.store())
    return made


def _is_renewed(part: _Part, present: list[Delivery]) -> bool:
    """True for a register that came with an earlier version of the system, and that no user has changed since."""
    mine = [one for one in present if one.subject == part.register and part.register]
    newest = mine[0] if mine else None
    return (
        newest is not None
        and newest.origin is Origin.SHIPPED
        and newest.withdrawn_at is None
        and newest.file_sha256 != part.sha256
    )


def _parts(store: Store, data: Path) -> Iterator[_Part]:
    """In the order that references need: units, plans, outcomes, and what is said about them."""
    units = data / UNITS_FILE
    yield _Part(
        Origin.SHIPPED, units,
        lambda: commit_units(store, read_units(units), SYSTEM, Origin.SHIPPED, say("shipped-reason")),
        SUBJECT, hashlib.sha256(units.read_bytes()).hexdigest(),
    )  # fmt: skip
    for header in sorted((data / "plans").glob(f"*/{HEADER}")):
        yield _plan(store, header.parent)
    sources = _sources(data / "published" / SOURCES)
    for path in sorted((data / "published").glob("*.csv")):
        yield _outcomes(store, path, Origin.SHIPPED, sources.get(path.name))
    example = data / "example"
    for path in sorted((example / "utfall").glob("*.csv")):
        yield _outcomes(store, path, Origin.EXAMPLE, reason=say("shipped-example"))
    for path in sorted(example.glob("*.csv")):
        yield _said(store, path)


def _plan(store: Store, folder: Path) -> _Part:
    def write() -> int:
        read = read_plan(folder, set(plans.units(store)["code"]))
        return commit_plan(store, read, SYSTEM, Origin.SHIPPED, say("shipped-reason"))

    return _Part(Origin.SHIPPED, folder, write, folder.name, fingerprint(folder))


def _outcomes(store: Store, path: Path, origin: Origin, reason: str | None) -> _Part:
    if not reason:
        raise wrong("shipped-no-source", Place(SOURCES), file=path.name)

    def write() -> int:
        checked = upload.check(store, path.read_bytes(), path.name, None, origin)
        return upload.commit(store, checked, SYSTEM, reason)

    return _Part(origin, path, write)


def _said(store: Store, path: Path) -> _Part:
    def write() -> int:
        read = read_form(store, path.read_bytes(), path.name)
        return commit_form(store, read, SYSTEM, Origin.EXAMPLE, reason=say("shipped-example"))

    return _Part(Origin.EXAMPLE, path, write)


def _sources(path: Path) -> dict[str, str]:
    """Where each published file's figures come from: it follows as the delivery's reason."""
    tables = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {file: str(about["kalla"]) for file, about in tables.items()}
