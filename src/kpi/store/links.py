"""Which nyckeltal are fetched from another database, and which outcomes came that way."""

from dataclasses import dataclass

import pandas as pd

from kpi.model import DataMode
from kpi.store.connection import Store
from kpi.store.deliveries import LIVE
from kpi.store.observations import observations

KOLADA = "kolada"
SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Link:
    """One nyckeltal, what the source calls it, the source's ids of the units to fetch, and from which year on."""

    indicator: str
    source_id: str
    units: tuple[str, ...]
    first_year: int


def links(store: Store, source: str = KOLADA) -> list[Link]:
    """The ties of the latest live deliveries, one per nyckeltal, sorted by it."""
    rows = store.rows(
        f"""select s.* from source_link s join ({LIVE}) d on d.id = s.delivery_id where s.source = $source
            qualify row_number() over (partition by s.indicator order by s.delivery_id desc) = 1
            order by s.indicator""",
        {"as_of": None, "source": source},
    )
    return [
        Link(row["indicator"], row["source_id"], tuple(row["units"].split(SEPARATOR)), row["first_year"])
        for row in rows
    ]


def fetched(store: Store, indicators: list[str], source: str = KOLADA) -> pd.DataFrame:
    """The current real outcomes of the indicators that came from the source: the columns of `observations`."""
    current = observations(store, DataMode.REAL, indicators=indicators)
    return current[from_source(store, current, source)]


def from_source(store: Store, outcomes: pd.DataFrame, source: str = KOLADA) -> "pd.Series[bool]":
    """Which of the outcomes came in a delivery that fetched their nyckeltal from the source.

    `outcomes` has the columns indicator and delivery_id; the answer has its index.
    """
    ties = store.read("select indicator, delivery_id from source_link where source = $source", {"source": source})
    known = pd.MultiIndex.from_frame(ties)
    asked = pd.MultiIndex.from_frame(outcomes[["indicator", "delivery_id"]])
    return pd.Series(asked.isin(known), index=outcomes.index)


def table(made: list[Link], source: str = KOLADA) -> pd.DataFrame:
    """The ties as table `source_link` has them, but for the delivery."""
    return pd.DataFrame(
        [
            {"indicator": one.indicator, "source": source, "source_id": one.source_id,
             "units": SEPARATOR.join(one.units), "first_year": one.first_year}
            for one in made
        ],
        columns=["indicator", "source", "source_id", "units", "first_year"],
    )  # fmt: skip
