"""Outcomes that came from Kolada and are there no longer: rows that remove them from our store too."""

import pandas as pd

from kpi.ingest.shaped import OBSERVATION
from kpi.model import ObservationStatus
from kpi.store import Store
from kpi.store.links import fetched
from kpi.store.observations import KEY


def removals(
    store: Store, kept: pd.DataFrame, indicator: str, places: tuple[list[str], range], *, every: bool
) -> pd.DataFrame:
    """A row for each current outcome of the indicator that came from Kolada and is not in `kept`.

    `places` are the units and years that were asked for. With `every`, outcomes elsewhere go too: Kolada now gives
    the nyckeltal under another id, and a series must not go on in another measure. What came in files is left alone.
    """
    now = fetched(store, [indicator])
    units, years = places
    asked = now["unit"].isin(units) & now["period_start"].dt.year.isin(years)
    now = now if every else now[asked]
    there = pd.MultiIndex.from_frame(kept[KEY])
    gone: pd.DataFrame = now.loc[~pd.MultiIndex.from_frame(now[KEY]).isin(there), KEY]
    removed = gone.assign(status=ObservationStatus.REMOVED.value).reindex(columns=OBSERVATION)
    return removed.astype({str(name): kind for name, kind in kept.dtypes.items() if name not in KEY})
