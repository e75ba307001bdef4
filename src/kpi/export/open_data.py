"""Which tables are open data, at which addresses. Only real outcomes, after röjandekontroll; never an example."""

from collections.abc import Callable
from dataclasses import dataclass

from kpi.export import registers, tables
from kpi.export.about import notes
from kpi.export.formats import Told
from kpi.export.table import Table
from kpi.follow_up import FollowUp, default_period, follow_up, has_outcomes, public_outcomes
from kpi.model import DataMode
from kpi.settings import settings
from kpi.store import Store
from kpi.store import plans as plan_store
from kpi.store.connection import utc_now
from kpi.store.deliveries import spanned
from kpi.store.plans import Plan
from kpi.words import local_time, say

STORE_WIDE: dict[str, Callable[[Store], Table]] = {
    "utfall": lambda store: tables.of_outcomes(public_outcomes(store, DataMode.REAL), DataMode.REAL),
    "nyckeltal": lambda store: registers.definitions(plan_store.indicators(store)),
    "enheter": lambda store: registers.units(plan_store.units(store)),
    "planer": lambda store: registers.plans(plan_store.plans(store), plan_store.units(store)),
    "styrdokument": lambda store: registers.documents(
        plan_store.listed_everywhere(store, "document"), plan_store.listed_everywhere(store, "document_type")
    ),
}
PER_PLAN: dict[str, Callable[[Store, Plan], Table]] = {
    "maluppfyllelse": lambda store, plan: tables.attainment(_latest(store, plan)),
    "malvarden": lambda store, plan: tables.of_targets(plan_store.targets(store), plan),
    "mal": lambda _, plan: registers.goals(plan),
    "planens-nyckeltal": lambda _, plan: registers.followed(plan),
}


@dataclass(frozen=True, slots=True)
class Dataset:
    """One open table; `plan` is the code of the plan that it is of, or empty."""

    name: str
    plan: str = ""
    plan_name: str = ""
    organisation: str = ""

    @property
    def place(self) -> str:
        """Where it lies under /data/, without a file's ending; nothing in it is escaped."""
        return f"{self.plan}/{self.name}" if self.plan else self.name

    @property
    def title(self) -> str:
        """Its name to a reader."""
        title = say(f"export-title-{self.name}")
        return say("open-of-plan", title=title, plan=self.plan_name) if self.plan else title

    @property
    def description(self) -> str:
        """What it holds, in a sentence."""
        what = say("open-attained" if self.name == "maluppfyllelse" else f"export-table-{self.name}")
        return f"{what[:1].upper()}{what[1:]}."


def datasets(store: Store) -> list[Dataset]:
    """Every open table, those of the whole store first and then the plans', the newest plan first."""
    plans = plan_store.plans(store)
    own = zip(plans["code"], plans["name"], plans["organisation"], strict=True)
    return [*map(Dataset, STORE_WIDE), *(Dataset(name, *plan) for plan in own for name in PER_PLAN)]


def table(store: Store, dataset: Dataset) -> tuple[Table, Told]:
    """The table as it now stands, with what its files say of themselves."""
    if not dataset.plan:
        made = STORE_WIDE[dataset.name](store)
    else:
        made = PER_PLAN[dataset.name](store, plan_store.plan(store, dataset.plan))
    return made, _told(store, dataset, made)


def _latest(store: Store, plan: Plan) -> FollowUp:
    """The year of the latest real outcome; without any, the plan's first year, and then nothing is judged."""
    return follow_up(store, plan.code, default_period(store, plan, DataMode.REAL), DataMode.REAL)


def _told(store: Store, dataset: Dataset, made: Table) -> Told:
    span = spanned(store)
    changed = span[1] if span else utc_now()
    lines = [
        (say("open-dataset"), dataset.title),
        (say("open-holds"), dataset.description),
        (say("export-mode"), say("open-only-real" if has_outcomes(store, DataMode.REAL) else "open-no-outcomes")),
        (say("open-changed"), local_time(changed)),
        (say("open-licence"), settings().licence),
    ]
    return Told(dict(lines), notes(lines, made), changed)
