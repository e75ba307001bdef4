"""What the header of a column of numbers says: a period, a gender, a unit, a nyckeltal, or what the numbers are."""

import re
from dataclasses import dataclass, replace
from typing import Any

from kpi.ingest import periods
from kpi.ingest.layout.layout import JOINT, NUMBERS, Role
from kpi.ingest.layout.words import HEADERS
from kpi.ingest.registers import Registers
from kpi.ingest.table import normal, single_spaced
from kpi.ingest.words_in import GENDERS

_SPLIT = re.compile(r"[\s,;:/()_|–-]+")


@dataclass(frozen=True, slots=True)
class Said:
    """Empty where the header says nothing of the kind."""

    period: str = ""
    gender: str = ""
    unit: str = ""
    series: str = ""
    role: Role = Role.MEASURE

    @property
    def spread(self) -> bool:
        """Several such columns side by side hold what a long table has below each other."""
        return bool(self.period or self.gender or self.unit)


def said(texts: tuple[str, ...], known: Registers) -> Said:
    """What the texts of a header, from top to bottom, say together."""
    found = Said()
    for text in texts:
        found = _one(found, single_spaced(text), known)
    return found


def _one(found: Said, text: str, known: Registers) -> Said:
    if found.period and periods.parse(f"{text} {found.period}"):  # "jan" below "2024"
        return replace(found, period=f"{text} {found.period}")
    whole = _meaning(text, known)
    if whole:
        return replace(found, **whole)
    first, rest = _parted(text)
    both = {**_meaning(first, known), **_meaning(rest, known)} if first else {}
    if len(both) == 2:  # noqa: PLR2004 - "Kvinnor 2024", "2024 K": each half says one thing
        return replace(found, **both)
    return replace(found, series=JOINT.join(part for part in (found.series, text) if part))


def _meaning(text: str, known: Registers) -> dict[str, Any]:
    plain = normal(text)
    for role in NUMBERS:
        if plain in HEADERS.get(role, ()):
            return {"role": role}
    if plain in GENDERS:
        return {"gender": GENDERS[plain]}
    if periods.parse(text):
        return {"period": text}
    if not plain.isdigit() and len(units := known.unit.find(text)) == 1 and not known.indicator.find(text):
        return {"unit": next(iter(units))}
    return {}


def _parted(text: str) -> tuple[str, str]:
    """The text divided where its first or last word is a gender: that word and the rest."""
    words = [word for word in _SPLIT.split(text) if word]
    if len(words) > 1 and normal(words[0]) in GENDERS:
        return words[0], text[text.index(words[0]) + len(words[0]) :].strip(" ,;:/()_|–-")
    if len(words) > 1 and normal(words[-1]) in GENDERS:
        return words[-1], text[: text.rindex(words[-1])].strip(" ,;:/()_|–-")
    return "", text
