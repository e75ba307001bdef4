"""Our units and Kolada's ids of them: a unit's own code where Kolada uses the same, or an id among its other names."""

from collections.abc import Sequence

import pandas as pd

from kpi.errors import wrong
from kpi.frames import records
from kpi.ingest.registers import Register
from kpi.sources.kolada import MUNICIPALITY_ID, OU_ID
from kpi.words import listing

WHOLE_COUNTRY = ("country", "region")


def kolada_ids(units: pd.DataFrame) -> dict[str, str]:
    """Our code by Kolada's id, for the units that Kolada can know; `units` are rows of the register."""
    found: dict[str, str] = {}
    for row in records(units):
        for text in (str(row.code), *str(row.aliases).split("|")):
            if is_place(text):
                found.setdefault(text, str(row.code))
    return found


def is_place(text: str) -> bool:
    """True for what looks like Kolada's id of a municipality, a region or an enhet; groups are none of these."""
    return bool(MUNICIPALITY_ID.fullmatch(text) or OU_ID.fullmatch(text))


def regions(units: pd.DataFrame) -> list[str]:
    """Kolada's ids of riket and the regions, where nobody has chosen."""
    return list(kolada_ids(units[units["kind"].isin(WHOLE_COUNTRY)]))


def asked(texts: Sequence[str], register: Register, ids: dict[str, str]) -> tuple[str, ...]:
    """Kolada's ids of what somebody wrote: ids, or names of ours. Raises `UserError` for what is neither."""
    by_code = {code: place for place, code in reversed(ids.items())}
    return tuple(dict.fromkeys(_one(text.strip(), register, by_code) for text in texts if text.strip()))


def _one(text: str, register: Register, by_code: dict[str, str]) -> str:
    if is_place(text.upper()):
        return text.upper()
    found = [by_code[code] for code in sorted(register.find(text)) if code in by_code]
    if len(found) != 1:
        raise wrong("kolada-unit-unclear", value=text, closest=listing(register.closest(text)))
    return found[0]
