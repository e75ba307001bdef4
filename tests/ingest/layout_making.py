"""Random outcomes to be written in a layout, and what is expected back."""

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from layout_reading import figures

from kpi.ingest.layout.answers import Answers
from kpi.ingest.look import Asked, Looked, answered, look
from kpi.ingest.upload import check_looked
from kpi.store import Store

Key = tuple[str, str, str, str]  # nyckeltal, unit, gender, period
NAMES = {"sjuktal": "Sjukfrånvaro", "utslapp": "Koldioxidutsläpp", "energi": "Energianvändning"}
UNITS = {
    "0000": ["Riket", "0000", "Sverige"],
    "0023": ["Region Jämtland Härjedalen", "Jämtland", "Jämtlands län", "0023", "23"],
    "0001": ["Region Stockholm", "Stockholm", "0001"],
}
GENDERS = [
    {"K": "K", "M": "M", "T": "T"},
    {"K": "Kvinnor", "M": "Män", "T": "Totalt"},
    {"K": "kvinnor", "M": "män", "T": "Båda könen"},
]
MONTHS = ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"]
PERIODS = {
    "years": {str(year): str(year) for year in (1998, 2022, 2023, 2024)},
    "months": {
        f"{MONTHS[n - 1]} {year}": f"{year}-{n:02}" for year, n in ((2023, 12), (2024, 1), (2024, 2), (2024, 12))
    },
    "quarters": {f"kvartal {n} {year}": f"{year}K{n}" for year, n in ((2023, 4), (2024, 1), (2024, 2), (2024, 4))},
    "tertials": {f"tertial {n} {year}": f"{year} T{n}" for year, n in ((2023, 3), (2024, 1), (2024, 2), (2024, 3))},
}
FEW, MANY = (settings(max_examples=n, deadline=None, suppress_health_check=[*HealthCheck]) for n in (6, 12))
MARKS = ["..", "-", "–"]


@dataclass(frozen=True)
class Made:
    """Outcomes by key, None for missing; and how their keys are written."""

    held: dict[Key, float | None]
    preliminary: frozenset[Key]
    units: dict[str, str]
    genders: dict[str, str]
    periods: dict[str, str]
    mark: str

    def axis(self, at: int) -> list[str]:
        return sorted({key[at] for key in self.held})

    def cell(self, *key: str) -> object:
        """The value with its mark, or None for an outcome that the table lacks."""
        if key not in self.held:
            return None
        value = self.held[key]
        if value is None:
            return self.mark
        return Preliminary(value) if key in self.preliminary else value


@dataclass(frozen=True)
class Preliminary:
    value: float


values = st.integers(0, 100).map(float) | st.integers(1, 9999).map(lambda n: n / 100) | st.just(0.0)


@st.composite
def made(draw: st.DrawFn, kinds: Sequence[str] = tuple(PERIODS)) -> Made:
    """Two of every kind of key at least, so that no column is the same all through; a few outcomes are not there."""
    nyckeltal = draw(st.lists(st.sampled_from([*NAMES]), min_size=2, max_size=2, unique=True))
    units = draw(st.lists(st.sampled_from([*UNITS]), min_size=2, max_size=3, unique=True))
    genders = draw(st.sampled_from(["KM", "KMT"]))
    periods = PERIODS[draw(st.sampled_from(kinds))]
    chosen = draw(st.lists(st.sampled_from([*periods]), min_size=2, max_size=3, unique=True))
    held = {
        (i, u, g, p): draw(st.none() | values) if draw(st.integers(0, 3)) == 0 else draw(values)
        for i in nyckeltal
        for u in units
        for g in genders
        for p in chosen
    }
    gone = draw(st.lists(st.sampled_from([*held]), max_size=3))
    some = {key: value for key, value in held.items() if key not in gone}
    held = some if all(len({key[at] for key in some}) > 1 for at in range(4)) else held
    numbers = [key for key, value in held.items() if value is not None]
    preliminary = frozenset(draw(st.lists(st.sampled_from(numbers), max_size=2)) if numbers else [])
    return Made(
        held, preliminary, {code: draw(st.sampled_from(UNITS[code])) for code in units},
        draw(st.sampled_from(GENDERS)), periods, draw(st.sampled_from(MARKS)),
    )  # fmt: skip


def expected(m: Made) -> set[tuple[str, str, str, str, float | str]]:
    return {(i, u, g, p, "missing" if value is None else value) for (i, u, g, p), value in m.held.items()}


def assert_same(store: Store, m: Made, content: bytes, answers: Answers) -> None:
    found = look(store, content, "fil")
    if isinstance(found, Asked):
        found = answered(store, found, answers)
    assert isinstance(found, Looked), found.understood.doubts
    checked = check_looked(store, found, b"")
    assert figures(checked) == expected(m)
    rows = checked.rows[checked.rows["status"].eq("preliminary")]
    assert len(rows) == len(m.preliminary & m.held.keys())
