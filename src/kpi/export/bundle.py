"""The files of one export, by name."""

from collections.abc import Callable

from kpi.export import tables
from kpi.export.about import About, notes
from kpi.export.formats import to_csv, to_parquet, to_xlsx
from kpi.follow_up import FollowUp
from kpi.store import Store
from kpi.store.connection import utc_now
from kpi.store.deliveries import deliveries
from kpi.words import say


def bundle(
    store: Store, follow: FollowUp, what: About, unit: str = "", tell: Callable[[float], None] = lambda share: None
) -> dict[str, bytes]:
    """File name → bytes. Real or example outcomes, never both; the same store gives the same bytes."""
    attained, observed, targets = tables.attainment(follow), tables.outcomes(follow, unit), tables.targets(follow)
    told = notes(what, attained, observed, targets)
    newest = deliveries(store, follow.as_of)
    made = newest[0].created_at if newest else utc_now()
    makers: dict[str, Callable[[], bytes]] = {
        "maluppfyllelse.csv": lambda: to_csv(attained),
        "maluppfyllelse.parquet": lambda: to_parquet(attained, what.metadata),
        "maluppfyllelse.xlsx": lambda: to_xlsx(attained, say("export-sheet"), told, made),
        "utfall.csv": lambda: to_csv(observed),
        "utfall.parquet": lambda: to_parquet(observed, what.metadata),
        "malvarden.csv": lambda: to_csv(targets),
        "las-mig.txt": lambda: _read_me(told),
    }
    files = {}
    for at, (name, make) in enumerate(makers.items()):
        tell(at / len(makers))
        files[name] = make()
    return files


def _read_me(told: list[tuple[str, str]]) -> bytes:
    lines = [f"{name}: {text}" if text else name for name, text in told]
    return ("\n".join(lines) + "\n").encode()
