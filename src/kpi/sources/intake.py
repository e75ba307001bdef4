"""From Kolada to a delivery like any other: fetched, checked, and compared with the store. Nothing is stored here."""

import hashlib
from collections import Counter
from collections.abc import Sequence

import pandas as pd

from kpi.errors import wrong
from kpi.ingest import registers
from kpi.ingest.upload import Checked
from kpi.model import DataMode, Origin
from kpi.sources import outcomes
from kpi.sources.definition import require_same_measure
from kpi.sources.kolada import Kolada, Progress
from kpi.sources.removed import removals
from kpi.sources.shapes import Indicator, Value
from kpi.sources.units import kolada_ids
from kpi.sources.wishes import Wish
from kpi.store import Store
from kpi.store import plans as store_registers
from kpi.store.links import KOLADA, links, table
from kpi.store.observations import difference
from kpi.words import listing, say

FETCHED = 0.9  # the share done when every page has come


def check(
    store: Store, kolada: Kolada, wishes: Sequence[Wish], progress: Progress, definitions: pd.DataFrame | None = None
) -> Checked:
    """Fetch what is wished for and compare it with the store; `kpi.ingest.upload.commit` stores it.

    `definitions` are nyckeltal that come along, as `sources.definition` makes them. Raises `UserError`: nothing is
    half fetched. What Kolada has no longer becomes rows that remove it.
    """
    version, new = store.version(), pd.DataFrame() if definitions is None else definitions
    known = registers.load(store, new)
    described = _described(kolada, wishes, known)
    units = kolada_ids(store_registers.units(store))
    values = _values(kolada, wishes, progress)
    codes = {wish.source_id: wish.indicator for wish in wishes}
    kept = outcomes.rows(values, described, codes, units)
    progress(say("ingest-checking", rows=len(values)), FETCHED)
    outcomes.require_sound(kept, values, known.indicators)
    gone = _gone(store, wishes, kept, units)
    frame = pd.concat([kept, gone], ignore_index=True) if len(gone) else kept
    _require_answer(wishes, values, frame)
    left_out = outcomes.left_out(values, described, units, kolada.names)
    changes = difference(store, frame, DataMode.REAL)
    progress(say("ingest-checked"), 1.0)
    return Checked(
        file_name=_name(wishes), sha256=hashlib.sha256(outcomes.as_fetched(values)).hexdigest(), format=KOLADA,
        origin=Origin.USER, rows=frame, rows_read=len(values), left_out=left_out, notes=(),
        definitions=new, difference=changes, store_version=version, links=table([wish.link for wish in wishes]),
    )  # fmt: skip


def _described(kolada: Kolada, wishes: Sequence[Wish], known: registers.Registers) -> dict[str, Indicator]:
    """Kolada's own words of each nyckeltal. Raises when it has none, when ours is unknown, or the measures differ."""
    found = kolada.indicators([wish.source_id for wish in wishes])
    for wish in wishes:
        if wish.source_id not in found:
            raise wrong("kolada-id-unknown", id=wish.source_id)
        if wish.indicator not in known.indicators.index:
            raise wrong("kolada-indicator-unknown", code=wish.indicator)
        require_same_measure(found[wish.source_id], str(known.indicators.at[wish.indicator, "measure"]))
    for what in (Counter(wish.source_id for wish in wishes), Counter(wish.indicator for wish in wishes)):
        if twice := [one for one, times in what.items() if times > 1]:
            raise wrong("kolada-twice", which=listing(twice))
    return found


def _values(kolada: Kolada, wishes: Sequence[Wish], progress: Progress) -> list[Value]:
    """Wishes for the same units and years are asked for together."""
    groups: dict[tuple[tuple[str, ...], range], list[str]] = {}
    for wish in wishes:
        groups.setdefault((wish.units, wish.years), []).append(wish.source_id)
    found: list[Value] = []
    for at, ((units, years), ids) in enumerate(groups.items()):
        start = at / len(groups)

        def tell(which: str, share: float, start: float = start) -> None:
            progress(say("kolada-fetching", id=which), FETCHED * (start + share / len(groups)))

        found += kolada.values(ids, units, years, tell)
    return found


def _gone(store: Store, wishes: Sequence[Wish], kept: pd.DataFrame, units: dict[str, str]) -> pd.DataFrame:
    before = {tie.indicator: tie.source_id for tie in links(store)}
    parts = []
    for wish in wishes:
        places = [units[one] for one in wish.units if one in units], wish.years
        every = before.get(wish.indicator, wish.source_id) != wish.source_id
        parts.append(removals(store, kept, wish.indicator, places, every=every))
    return pd.concat(parts, ignore_index=True)


def _require_answer(wishes: Sequence[Wish], values: Sequence[Value], frame: pd.DataFrame) -> None:
    """An answer without a single value is a fault, in the question or at Kolada, and must not empty our store."""
    answered = {one.indicator for one in values}
    silent = [wish.source_id for wish in wishes if wish.source_id not in answered]
    if silent or frame.empty:
        raise wrong("kolada-no-values", ids=listing(silent or sorted(answered)))


def _name(wishes: Sequence[Wish]) -> str:
    """What stands for the file: "Källa: Kolada (N79173)"."""
    ids = [wish.source_id for wish in wishes]
    few = ", ".join(ids[:3]) + (f" +{len(ids) - 3}" if len(ids) > 3 else "")  # noqa: PLR2004
    return f"{say('kolada-source')} ({few})"
