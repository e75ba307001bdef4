"""A nyckeltal of ours made of what Kolada says of one of its own. Which way is better, Kolada does not say."""

import re

import pandas as pd

from kpi.errors import wrong
from kpi.ingest import plan_values as v
from kpi.ingest import registers
from kpi.ingest.definitions import COLUMNS
from kpi.model import Direction, YearRule
from kpi.sources.kolada import Kolada
from kpi.sources.shapes import Indicator
from kpi.sources.wishes import Wish
from kpi.store import Store, plans
from kpi.words import PERCENT, say

DECIMALS = 1
# What a title ends with, after its last comma or in brackets, when it says what is counted.
_MEASURE = re.compile(
    r"(?:\(|,\s)((?:kr|tkr|mkr|antal|kg|ton|MWh|kWh|dagar|recept|index)(?:[ /](?:\d[\d ]*)?[^,()]{0,40})?)\)?$"
)


def measure_of(title: str) -> str:
    """What the values are measured in, where the title leaves no doubt; else empty."""
    if "(%)" in title:
        return PERCENT
    found = _MEASURE.search(title.strip())
    return found.group(1).strip() if found else ""


def new_indicator(given: Indicator, code: str, direction: Direction, measure: str = "") -> pd.DataFrame:
    """The definition, one row with the columns of `kpi.ingest.definitions`. Raises `UserError` without a measure."""
    measure = measure.strip() or measure_of(given.title)
    if not measure:
        raise wrong("kolada-measure-missing", id=given.id, title=given.title)
    row = {
        "code": v.code(code), "name": given.title, "short_name": _short(given.title), "measure": measure,
        "direction": direction.value, "year_rule": YearRule.LAST.value, "aliases": given.id,
        "source": say("kolada-definition-source", id=given.id, description=given.description).strip(),
        "split_by_gender": given.split_by_gender,
        "no_split_reason": "" if given.split_by_gender else say("kolada-definition-not-split"),
        "decimals": DECIMALS, "lowest": None, "highest": None,
    }  # fmt: skip
    return pd.DataFrame([row], columns=COLUMNS).astype({"lowest": float, "highest": float})


def definitions(store: Store, kolada: Kolada, wish: Wish, direction: str, measure: str) -> pd.DataFrame | None:
    """What comes along with a wish: a definition when somebody has said the direction, none for a known nyckeltal.

    Raises `UserError` for a direction of a nyckeltal that we have, and for an id that Kolada does not have.
    """
    if not direction and not measure.strip():
        return None
    if wish.indicator in set(plans.indicators(store)["code"]):
        raise wrong("kolada-indicator-known", code=wish.indicator)
    found = kolada.indicators([wish.source_id])
    if wish.source_id not in found:
        raise wrong("kolada-id-unknown", id=wish.source_id)
    if not direction:
        raise wrong("kolada-indicator-unknown", code=wish.indicator)
    made = new_indicator(found[wish.source_id], wish.indicator, Direction(direction), measure)
    # A name that two nyckeltal have is of no use in files.
    taken = registers.load(store, made.head(0)).indicator.find(wish.source_id)
    return made.assign(aliases="") if taken else made


def require_same_measure(given: Indicator, measure: str) -> None:
    """Raise `UserError` when one of them is surely a share in percent and the other surely is not."""
    theirs = measure_of(given.title)
    if theirs and (theirs == PERCENT) != (measure == PERCENT):
        raise wrong("kolada-measure-differs", id=given.id, theirs=theirs, ours=measure)


def _short(title: str) -> str:
    """The title without what it is measured in, which stands beside it."""
    short = re.sub(r"(,\s*(andel|index))?\s*\((%|[^()]*)\)$", "", title).strip().rstrip(",")
    return short or title
