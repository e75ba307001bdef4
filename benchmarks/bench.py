"""What the measurements share: the made-up plan's app, the floor's apps, and one browser."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks import browser, made_plan
from benchmarks.servers import server
from benchmarks.session import open_session, rerun
from kpi.settings import ROOT

FLOOR = Path(__file__).parent / "floor"
AREA_PAGE = "malomrade-omrade-1"
DRAWN_OVERVIEW = browser.DRAWN_OVERVIEW.replace("ROWS", str(made_plan.INDICATORS)).replace(
    "AREAS", str(made_plan.AREAS)
)
CHANGED_OVERVIEW = browser.CHANGED_OVERVIEW.replace("AREAS", str(made_plan.AREAS))
DRAWN_CHARTS = browser.DRAWN_CHARTS.replace("CHARTS", str(made_plan.CHARTS))


@dataclass(frozen=True, slots=True)
class Bench:
    """Addresses of the running servers, and the browser."""

    browser: Browser
    ours: str
    ours_pid: int
    text: str
    charts: str
    choice: str


@contextmanager
def bench() -> Iterator[Bench]:
    """Start everything on a database of its own, in a folder that is removed afterwards."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="matning-")))
        plan, database = folder / "matning", folder / "matning.duckdb"
        plan.mkdir()
        made_plan.fill(database, plan)
        ours, pid = stack.enter_context(server(ROOT / "app.py", {"KPI_DATABASE": str(database)}))
        chromium = stack.enter_context(browser.chromium())
        text, figures = folder / "text.txt", folder / "figures.json"
        text.write_text(_text(chromium, ours), encoding="utf-8")
        figures.write_text(json.dumps(_figures(ours)), encoding="utf-8")
        told = {"BENCH_TEXT": str(text), "BENCH_FIGURES": str(figures)}
        floors = [
            stack.enter_context(server(FLOOR / f"{name}.py", told, folder))[0] for name in ("text", "charts", "choice")
        ]
        yield Bench(chromium, ours, pid, *floors)


def _text(chromium: Browser, ours: str) -> str:
    """Our overview's words, sidebar included, one paragraph per line."""
    with browser.cold_page(chromium) as page:
        browser.load(page, ours, DRAWN_OVERVIEW)
        lines = str(page.evaluate("document.body.innerText")).splitlines()
    return "\n\n".join(line.strip() for line in lines if line.strip())


def _figures(ours: str) -> list[dict[str, object]]:
    with open_session(ours) as session:
        figures = rerun(session, AREA_PAGE).charts()
    if len(figures) != made_plan.CHARTS:
        raise RuntimeError(f"{AREA_PAGE} has {len(figures)} charts")
    return figures
