"""What somebody must say a word about before a delivery is stored, weighed against what the store has."""

import pandas as pd

from kpi.errors import wrong
from kpi.ingest.findings import Findings, Warned
from kpi.ingest.look import LONG
from kpi.ingest.shaped import Shaped
from kpi.ingest.unusual import Delivered, unusual
from kpi.model import DataMode, DeliveryKind, Origin
from kpi.moments import in_sweden
from kpi.store import Store, utc_now
from kpi.store.deliveries import deliveries
from kpi.store.observations import observations
from kpi.store.reporting import locked_periods


def weighed(
    store: Store, shaped: Shaped, changes: pd.DataFrame, indicators: pd.DataFrame, findings: Findings
) -> tuple[Warned, ...]:
    """What is unusual among real outcomes that come. `changes` are from `difference`, `indicators` by their code."""
    kinds, today = changes["kind"], in_sweden(utc_now()).date()
    touched = sorted(shaped.rows.loc[kinds.isin(["added", "changed"]).to_numpy(), "indicator"].unique())
    current = observations(store, DataMode.REAL, indicators=touched)
    locked = locked_periods(store)
    locked = locked[locked["indicator"].isin(shaped.rows["indicator"].unique())]
    unusual(Delivered(shaped.rows, kinds, current, indicators, shaped.titles, locked), today, findings)
    return findings.warned()


def fewer(store: Store, layout: str, file: str, rows: int) -> tuple[Warned, ...]:
    """Fewer rows than in the last delivery of the same layout; of the template's, of a file with the same name."""
    same = [
        one.rows
        for one in deliveries(store)
        if one.subject == layout and (layout != LONG or one.file_name == file)
        and one.kind is DeliveryKind.OUTCOMES and one.origin is Origin.USER and one.withdrawn_at is None
    ]  # fmt: skip
    if not same or rows >= same[0]:
        return ()
    return (Warned("unusual-fewer", 1, (wrong("unusual-fewer", None, n=rows, before=same[0]),)),)
