"""The house's order: who may import whom. Read from the source, so that a lazy import counts too."""

import ast
import sys
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = [*(ROOT / "src").rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "app.py"]
# What may import a library that the rest of the house must not know of.
ONLY_IN = {
    "streamlit": ("src/kpi/ui/", "src/dashboard.py", "pages/", "app.py"),
    "duckdb": ("src/kpi/store/",),
    "plotly": ("src/kpi/charts/",),
    "starlette": ("src/kpi/launcher/", "src/kpi/remote/"),
    "rdflib": ("src/kpi/export/",),
    "pptx": ("src/kpi/report/pptx/", "src/kpi/report/docx/"),
    "docx": ("src/kpi/report/docx/",),
    "typst": ("src/kpi/report/pdf/",),
}
BASE = {"model", "words", "errors", "settings", "moments", "frames"}
# A part of the package, and every part that it may import. What is not named here may import anything beneath `ui`.
ALLOWED = {
    "model": set(),
    "words": {"model"},
    "errors": {"words"},
    "settings": set(),
    "frames": {"model"},
    "appearance": {"model"},
    "analysis": {"model"},
    "store": BASE | {"trouble"},
    "ingest": BASE | {"store"},
    "sources": BASE | {"store", "ingest"},
    "follow_up": BASE | {"store", "analysis"},
    "charts": BASE | {"appearance"},
    "report": BASE | {"appearance", "store", "analysis", "follow_up"},
    "export": BASE | {"store", "analysis", "follow_up", "report", "trouble"},
    "ui": BASE
    | {"appearance", "charts", "report", "export", "follow_up", "store", "ingest", "sources", "local_name", "log"},
}
PAGES = BASE | {"ui", "report", "follow_up"}
# Two ends of one wire: a command runs here, or in the app that holds the store.
ONE_UNIT = {"remote": "commands"}
ANALYSIS_LIBRARIES = {"numpy", "pandas", "scipy", "pymannkendall"}


def module(path: Path) -> str:
    """ "kpi.store.plans" for a file of the package; "pages" and the like for the rest."""
    place = path.relative_to(ROOT)
    if place.parts[0] != "src":
        return place.parts[0]
    return ".".join(part for part in place.with_suffix("").parts[1:] if part != "__init__")


def imports(path: Path) -> set[str]:
    """Every module that the file names in an import, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found |= {f"kpi.{alias.name}" for alias in node.names} if node.module == "kpi" else {node.module}
    return found


def part(name: str) -> str:
    """ "kpi.store.plans" is of the part "store"."""
    return [*name.split("."), ""][1]


IMPORTS = {path: imports(path) for path in SOURCES}


def of_package(names: set[str]) -> set[str]:
    return {part(name) for name in names if name.startswith("kpi.") and not name.startswith("kpi.__version__")}


def test_the_walk_sees_the_whole_house():
    parts = {part(module(path)) for path in SOURCES if module(path).startswith("kpi.")}
    assert set(ALLOWED) <= parts
    assert len(SOURCES) > 100
    assert imports(ROOT / "app.py") >= {"streamlit", "kpi.launcher.routes"}


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_known_in_one_place(library):
    users = {
        str(path.relative_to(ROOT))
        for path, names in IMPORTS.items()
        if any(name.split(".")[0] == library for name in names)
    }
    assert users, "nobody uses it"
    assert {user for user in users if not user.startswith(ONLY_IN[library])} == set()


@pytest.mark.parametrize("name", ALLOWED)
def test_arrows_run_one_way(name):
    allowed = ALLOWED[name] | {name}
    wrong = {
        f"{path.relative_to(ROOT)} imports {other}"
        for path, names in IMPORTS.items()
        if module(path).startswith("kpi.") and part(module(path)) == name
        for other in of_package(names) - allowed
    }
    assert wrong == set()


def test_pages_are_made_of_components_and_content():
    wrong = {
        f"{path.name} imports {other}"
        for path, names in IMPORTS.items()
        if path.parent.name == "pages"
        for other in of_package(names) - PAGES
    }
    assert wrong == set()


def test_the_analysis_is_pure():
    """No store, no clock, no files: the domain's types, arithmetic, and nothing else."""
    for path, names in IMPORTS.items():
        if part(module(path)) != "analysis":
            continue
        roots = {name.split(".")[0] for name in names} - {"kpi"}
        assert roots <= ANALYSIS_LIBRARIES | sys.stdlib_module_names, path
        assert roots.isdisjoint({"os", "io", "pathlib", "time", "socket", "subprocess", "logging"}), path
        text = path.read_text(encoding="utf-8")
        assert not any(clock in text for clock in ("date.today(", "datetime.now(", "Timestamp.now(", "open(")), path


def cycle(arrows: dict[str, set[str]]) -> list[str]:
    """A way from a part back to itself; empty when there is none."""
    done: set[str] = set()

    def walk(name: str, way: list[str]) -> list[str]:
        if name in way:
            return [*way[way.index(name) :], name]
        if name in done:
            return []
        found = next((it for other in sorted(arrows[name]) if (it := walk(other, [*way, name]))), [])
        done.add(name)
        return found

    return next((found for name in sorted(arrows) if (found := walk(name, []))), [])


def unit(name: str) -> str:
    return ONE_UNIT.get(name, name)


def test_a_cycle_would_be_found():
    assert cycle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert cycle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_no_part_leads_back_to_itself():
    arrows: dict[str, set[str]] = defaultdict(set)
    for path, names in IMPORTS.items():
        if module(path).startswith("kpi."):
            here = unit(part(module(path)))
            arrows[here] |= {unit(name) for name in of_package(names)} - {here}
    for name in [*arrows]:
        for other in arrows[name]:
            arrows.setdefault(other, set())
    assert cycle(arrows) == []
