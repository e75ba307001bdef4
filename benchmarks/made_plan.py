"""A made-up plan of 50 nyckeltal in nine målområden, ten years of outcomes by gender, read by the production ingest.

The first målområde has six nyckeltal: its page shows six charts.
"""

import csv
import io
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

from kpi.ingest import upload
from kpi.ingest.plan import commit_plan, read_plan
from kpi.ingest.units import commit_units, read_units
from kpi.model import Actor
from kpi.settings import ROOT
from kpi.store import Store, plans

INDICATORS, AREAS, CHARTS = 50, 9, 6
YEARS = range(2016, 2026)
UNIT, SEED = "0023", 20251121
ACTOR = Actor("Mätning", may_write=True)
HEADER = """[plan]
kod = "matning"
namn = "Plan för mätning"
organisation = "0023"
forsta_ar = 2025
sista_ar = 2025
beslutad_av = "Regionfullmäktige"
diarienummer = "M/1/2025"
kalla = "Påhittad, för mätning"

[styrmodell]
kod = "matning"
namn = "Målområden"

[[styrmodell.niva]]
kod = "malomrade"
namn = "målområde"
namn_plural = "målområden"
"""
GOALS = ["kod", "överordnat", "nivå", "namn", "viljeinriktning", "källa"]
SUBJECTS = [
    "nyckeltal", "enhet", "mål", "namn i planen", "sort", "beslutad av", "ansvarig", "namn", "kortnamn", "mått",
    "decimaler", "riktning", "årsregel", "könsuppdelat", "varför inte", "källa",
]  # fmt: skip
TARGETS = ["kod", "nyckeltal", "enhet", "villkor", "värde", "från år", "till år", "beslutad av", "i texten", "källa"]
OUTCOMES = ["nyckeltal", "enhet", "period", "kön", "värde"]


def fill(database: Path, folder: Path) -> None:
    """Make the plan's files in `folder` and store them, with their outcomes, in a new database."""
    write_plan(folder)
    store = Store.open(database)
    try:
        commit_units(store, read_units(ROOT / "data" / "units.csv"), ACTOR)
        commit_plan(store, read_plan(folder, set(plans.units(store)["code"])), ACTOR)
        checked = upload.check(store, outcomes().encode(), "utfall.csv")
        if len(checked.rows) != INDICATORS * len(YEARS) * 3:
            raise RuntimeError(f"{len(checked.rows)} outcomes were taken")
        upload.commit(store, checked, ACTOR)
    finally:
        store.close()


def write_plan(folder: Path) -> None:
    """The plan's folder, as `kpi.ingest.plan` reads it."""
    (folder / "plan.toml").write_text(HEADER, encoding="utf-8")
    goals = [
        [_area(n), "", "malomrade", f"Målområde {n + 1}", "Vi ska nå längre än förra året.", "Mätning"]
        for n in range(AREAS)
    ]
    (folder / "mal.csv").write_text(_table(GOALS, goals), encoding="utf-8")
    (folder / "nyckeltal.csv").write_text(_table(SUBJECTS, map(_subject, range(INDICATORS))), encoding="utf-8")
    (folder / "malvarden.csv").write_text(_table(TARGETS, map(_target, range(INDICATORS))), encoding="utf-8")


def outcomes() -> str:
    """Outcomes in the long layout: women, men and total, every year."""
    chance = random.Random(SEED)  # noqa: S311 - made-up figures, the same each time
    rows = []
    for n in range(INDICATORS):
        level, way = chance.uniform(30, 70), chance.uniform(-1.2, 1.2)
        for step, year in enumerate(YEARS):
            women = level + way * step + chance.gauss(0, 1.5)
            men = women + chance.gauss(-3, 1.5)
            for gender, value in (("K", women), ("M", men), ("T", (women + men) / 2)):
                rows.append([_code(n), UNIT, year, gender, f"{value:.1f}".replace(".", ",")])
    return _table(OUTCOMES, rows)


def _subject(n: int) -> list[str]:
    goal = _area(0 if n < CHARTS else 1 + (n - CHARTS) % (AREAS - 1))
    name = f"Nyckeltal nummer {n + 1}, andel"
    way = "högre" if n % 3 else "lägre"
    return [_code(n), UNIT, goal, f"{name} av alla i regionen", "långsiktigt", "Regionfullmäktige", "Regionstyrelsen",
            "", name, "%", "1", way, "medel", "ja", "", "Mätning"]  # fmt: skip


def _target(n: int) -> list[str]:
    kind = "minst" if n % 3 else "högst"
    return [f"{_code(n)}_mal", _code(n), UNIT, kind, "50", "2016", "2025", "Regionfullmäktige", "50 %", "Mätning"]


def _area(n: int) -> str:
    return f"omrade_{n + 1}"


def _code(n: int) -> str:
    return f"nyckeltal_{n + 1}"


def _table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\n").writerows([header, *rows])
    return text.getvalue()
