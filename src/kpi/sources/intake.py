"""From Kolada to a delivery like any other: fetched, checked, and compared with the store. Nothing is stored here."""

import hashlib
from collections import Counter
from collections.abc import Sequence

import pandas as pd

from kpi.errors import wrong
from kpi.ingest import registers
from kpi.ingest.findings import Findings, Warned
from kpi.ingest.shaped import Shaped
from kpi.ingest.table import Table
from kpi.ingest.upload import Checked
from kpi.ingest.weigh import weighed
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
    half fetched. What Kolada has no longer becomes rows that remove it, but an answer without a single value is a
    fault, in the question or at Kolada, and empties nothing.
    """
    new = pd.DataFrame() if definitions is None else definitions
    there = kolada.indicators([wish.source_id for wish in wishes])
    for wish in wishes:
        if wish.source_id not in there:
            raise wrong("kolada-id-unknown", id=wish.source_id)
    checked, lost = _compared(store, kolada, wishes, progress, new)
    if checked is None or lost or checked.rows.empty:
        raise wrong("kolada-no-values", ids=listing(wish.source_id for wish in lost or wishes))
    return checked


def refresh(
    store: Store, kolada: Kolada, wishes: Sequence[Wish], progress: Progress
) -> tuple[Checked | None, list[Wish]]:  # fmt: skip
    """Like `check`, for what is already tied: also the wishes that Kolada has no nyckeltal, or no values, for any more.

    Kolada may withdraw a nyckeltal without notice. Its outcomes here are left alone, and the others still come.
    """
    return _compared(store, kolada, wishes, progress, pd.DataFrame())


def _compared(
    store: Store, kolada: Kolada, wishes: Sequence[Wish], progress: Progress, new: pd.DataFrame
) -> tuple[Checked | None, list[Wish]]:  # fmt: skip
    version, known = store.version(), registers.load(store, new)
    described = kolada.indicators([wish.source_id for wish in wishes])
    there = [wish for wish in wishes if wish.source_id in described]
    _require_sense(store, there, described, known.indicators)
    values = _values(kolada, there, progress)
    answered = {one.indicator for one in values}
    held = [wish for wish in there if wish.source_id in answered]
    lost = [wish for wish in wishes if wish not in held]
    if not held:
        return None, lost
    progress(say("ingest-checking", rows=len(values)), FETCHED)
    units, codes = kolada_ids(store_registers.units(store)), {wish.source_id: wish.indicator for wish in held}
    kept = outcomes.rows(values, described, codes, units)
    outcomes.require_sound(kept, values, known.indicators)
    frame = _with_removed(store, held, kept, units)
    left_out = outcomes.left_out(values, described, units, kolada.names)
    changes = difference(store, frame, DataMode.REAL)
    fetched = outcomes.as_fetched(values)
    warnings = _weighed(store, frame, changes, known.indicators)
    progress(say("ingest-checked"), 1.0)
    return Checked(
        file_name=_name(held), sha256=hashlib.sha256(fetched).hexdigest(), content=fetched, format=KOLADA,
        origin=Origin.USER, rows=frame, rows_read=len(values), left_out=left_out, notes=(),
        definitions=new, difference=changes, store_version=version, links=table([wish.link for wish in held]),
        warnings=warnings,
    ), lost  # fmt: skip


def _weighed(
    store: Store, frame: pd.DataFrame, changes: pd.DataFrame, indicators: pd.DataFrame
) -> tuple[Warned, ...]:  # fmt: skip
    places = Table(KOLADA, "", [], [], frame["source_row"].fillna(0).to_numpy(int))
    titles = {"value": say("kolada-value"), "period": say("column-period")}
    return weighed(store, Shaped(frame, titles), changes, indicators, Findings(places))


def _require_sense(
    store: Store, wishes: Sequence[Wish], described: dict[str, Indicator], known: pd.DataFrame
) -> None:  # fmt: skip
    """Ours exist, the measures do not differ, and no nyckeltal there belongs to two here or the other way round."""
    asked = {wish.indicator for wish in wishes}
    tied = [(tie.source_id, tie.indicator) for tie in links(store) if tie.indicator not in asked]
    for wish in wishes:
        if wish.indicator not in known.index:
            raise wrong("kolada-indicator-unknown", code=wish.indicator)
        require_same_measure(described[wish.source_id], str(known.at[wish.indicator, "measure"]))
        for other in [code for source_id, code in tied if source_id == wish.source_id]:
            raise wrong("kolada-already-tied", id=wish.source_id, code=other)
    for what in (Counter(wish.source_id for wish in wishes), Counter(wish.indicator for wish in wishes)):
        if twice := [one for one, times in what.items() if times > 1]:
            raise wrong("kolada-twice", which=listing(twice))


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


def _with_removed(store: Store, wishes: Sequence[Wish], kept: pd.DataFrame, units: dict[str, str]) -> pd.DataFrame:
    """What is kept, and a row for each outcome here that Kolada has no longer."""
    before = {tie.indicator: tie.source_id for tie in links(store)}
    parts = []
    for wish in wishes:
        places = [units[one] for one in wish.units if one in units], wish.years
        every = before.get(wish.indicator, wish.source_id) != wish.source_id
        parts.append(removals(store, kept, wish.indicator, places, every=every))
    return pd.concat([part for part in (kept, *parts) if len(part)] or [kept], ignore_index=True)


def _name(wishes: Sequence[Wish]) -> str:
    """What stands for the file: "Källa: Kolada (N79173)"."""
    ids = [wish.source_id for wish in wishes]
    few = ", ".join(ids[:3]) + (f" +{len(ids) - 3}" if len(ids) > 3 else "")  # noqa: PLR2004
    return f"{say('kolada-source')} ({few})"
