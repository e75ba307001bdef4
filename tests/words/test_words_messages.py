"""Every message that the code asks for is in the catalogue, and every message in the catalogue is asked for.

Ids that are put together (`f"status-{status}"`) are resolved over everything that can stand in them.
"""

import ast
import itertools
import re
from collections import Counter
from pathlib import Path

import pytest
from fluent.syntax import ast as fluent
from fluent.syntax import parse, visitor

import kpi.words
from kpi.analysis.trend import TrendReason, Verdict
from kpi.commands.arguments import _COMPLAINTS
from kpi.commands.deliveries import COLUMNS as CLI_COLUMNS
from kpi.commands.run import MODULES as COMMANDS
from kpi.export import columns as export_columns
from kpi.ingest import plan_columns, plan_header
from kpi.launcher import frame
from kpi.model import (
    DataMode,
    DeliveryKind,
    Direction,
    Gender,
    ObservationStatus,
    Origin,
    PeriodKind,
    Reason,
    Status,
    TargetKind,
    TargetOrigin,
    Term,
)
from kpi.report.targets import SIGNS
from kpi.store.deliveries import CARRIED

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = Path(kpi.words.__file__).parent / "sv"
ASKS = {"say", "wrong", "add", "add_one", "fault"}
ID = re.compile(r"[a-zA-Z0-9_{}-]+")

JUDGED = [Status.MET, Status.NEAR, Status.NOT_MET]
MISSED = [Status.NEAR, Status.NOT_MET]
BETTER_FIRST = [f"{better}-{other}" for better, other in itertools.combinations(JUDGED, 2)]
WITHOUT_SIGN = [kind for kind in TargetKind if kind not in SIGNS and not kind.startswith("change_")]
EXPORT_TABLES = ("ATTAINMENT", "OUTCOMES", "TARGETS", "EXAMPLE")
PLAN_TABLES = ("GOALS", "INDICATORS", "TARGETS")


def _plan_fields() -> list[str]:
    fields = {column.field for table in PLAN_TABLES for column in getattr(plan_columns, table)}
    return sorted((fields | set(plan_header._PLAN.values())) - {"interpreted", "note"})


def _period_kinds() -> list[str]:
    return [*(kind for kind in PeriodKind if not kind.pooled), "pooled"]


# Each pattern with all that stands in it; several patterns may be spelt alike.
MADE = {
    "status-{}": Status,
    "gender-{}": Gender,
    "gender-{}-lower": Gender,
    "for-gender-{}": Gender,
    "term-{}": Term,
    "direction-{}": Direction,
    "reason-{}": Reason,
    "observation-{}": ObservationStatus,
    "period-{}": [PeriodKind.TERTIAL, PeriodKind.QUARTER],
    "period-kind-{}": _period_kinds(),
    "part-{}": ["series", "trend", "explanation", "units", "country", "actions"],
    "no-{}": ["explanation", "action"],
    "column-{}": ["indicator", "unit", "gender", "period", "before", "after", "delivery", "when", "who", "what",
                  "file", "rows", "state"],
    "table-{}": CARRIED,
    "origin-{}": Origin,
    "delivery-{}": DeliveryKind,
    "delivery-already-{}": ["withdrawn", "restored"],
    "development-{}": [*Verdict, *TrendReason],
    "distance-{}": ["above", "below"],
    "target-words-{}": TargetKind,
    "target-signs-{}": WITHOUT_SIGN,
    "count-{}": JUDGED,
    "{}-{}": [
        *(f"answer-{what}-{status}" for what in ("one", "total", "change") for status in JUDGED),
        *(f"finding-{what}-{status}" for what in ("one", "total", "change") for status in MISSED),
    ],
    "answer-and-total-{}": JUDGED,
    "answer-same-{}": JUDGED,
    "answer-own-{}": JUDGED,
    "summary-one-{}": JUDGED,
    "answer-{}-{}": BETTER_FIRST,
    "answer-trend-word-{}": Verdict,
    "finding-and-total-{}": MISSED,
    "finding-same-{}": MISSED,
    "finding-only-total-{}": MISSED,
    "finding-{}-{}": BETTER_FIRST,
    "finding-{}": ["improving", "worsening"],
    "plan-entity-{}": ["plan", "goal", "indicator", "target"],
    "plan-field-{}": _plan_fields(),
    "method-{}": ["attainment", "which", "tolerance", "gender", "trend", "summary", "example"],
    "method-{}-heading": ["attainment", "which", "tolerance", "gender", "trend", "summary", "example"],
    "accessibility-{}": ["aim", "known", "contact"],
    "{}-blank": ["row-indicator", "row-unit"],
    "{}-unknown": ["row-indicator", "row-unit"],
    "{}-none": ["row-indicator", "row-unit"],
    "{}-ambiguous": ["row-indicator", "row-unit"],
    "check-mode-{}": DataMode,
    "cli-about-{}": COMMANDS,
    "cli-help-{}": ["plan", "period", "unit"],
    "cli-{}-done": ["withdraw", "restore"],
    "cli-delivery-{}": CLI_COLUMNS,
    "cli-kind-{}": DeliveryKind,
    "cli-origin-{}": Origin,
    "export-mode-{}": DataMode,
    "export-kind-{}": TargetKind,
    "export-origin-{}": TargetOrigin,
    "export-verdict-{}": Verdict,
    "export-table-{}": ["maluppfyllelse", "utfall", "malvarden"],
    "export-about-{}": [column.key for table in EXPORT_TABLES for column in getattr(export_columns, table)],
}  # fmt: skip


def made(pattern: str) -> set[str]:
    """Every id that a pattern stands for."""
    return {pattern.replace("{}", str(value), 1).replace("-{}", "") for value in MADE[pattern]}


def sources() -> list[Path]:
    return [*(ROOT / "src").rglob("*.py"), *(ROOT / "pages").glob("*.py")]


def _spelt(node: ast.expr) -> set[str]:
    """The ids, or patterns of ids, that an argument can be."""
    match node:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.JoinedStr(values=parts):
            return {"".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts)}
        case ast.IfExp(body=one, orelse=other):
            return _spelt(one) | _spelt(other)
    return set()


def asked() -> set[str]:
    """What calls ask for by name, in Python and in templates."""
    found = set()
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                found |= _spelt(node.args[0]) if name in ASKS else set()
    for path in (ROOT / "src").rglob("*.jinja"):
        for call in re.findall(r"say\(([^()]*)\)", path.read_text(encoding="utf-8")):
            key = call.split(",")[0]
            found.add("".join(literal if literal else "{}" for literal in re.findall(r"'([^']*)'|[\w.]+", key)))
    return {key for key in found if ID.fullmatch(key)}


def literals() -> set[str]:
    """Every text in the code, asked for or kept in a table first."""
    return {
        node.value
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


@pytest.fixture(scope="module")
def catalogue() -> Counter:
    return Counter(
        entry.id.name
        for path in sorted(CATALOGUE.glob("*.ftl"))
        for entry in parse(path.read_text(encoding="utf-8")).body
        if isinstance(entry, fluent.Message)
    )


def test_the_catalogue_is_readable():
    """Fluent skips what it cannot read, and takes the first of two that are called the same, without a word."""
    for path in CATALOGUE.glob("*.ftl"):
        junk = [
            entry.content for entry in parse(path.read_text(encoding="utf-8")).body if isinstance(entry, fluent.Junk)
        ]
        assert junk == [], path.name


def test_no_message_stands_twice(catalogue):
    assert [key for key, count in catalogue.items() if count > 1] == []


def test_every_message_that_is_asked_for_exists(catalogue):
    plain = {key for key in asked() if "{}" not in key and "-" in key}
    assert len(plain) > 250
    assert plain - set(catalogue) == set()


def test_every_made_id_is_listed_here():
    patterns = {key for key in asked() if "{}" in key and key != "{}"}
    kept = {text for text in literals() if "{}" in text and ID.fullmatch(text) and "-" in text}
    assert (patterns | kept) - set(MADE) == set()
    assert set(MADE) - (patterns | kept) == set(), "listed, but no longer made"


@pytest.mark.parametrize("pattern", MADE)
def test_every_value_has_its_message(pattern, catalogue):
    assert made(pattern) - set(catalogue) == set()


def test_every_message_is_used(catalogue):
    used = literals() | asked() | {key for pattern in MADE for key in made(pattern)}
    assert set(catalogue) - used == set()


def test_tables_of_ids_name_messages(catalogue):
    kept = {*frame.WHOLE.values(), *frame.STARTS.values(), *_COMPLAINTS.values()}
    assert kept - set(catalogue) == set()


def _variables() -> dict[str, set[str]]:
    """What each message needs to be told."""
    needed: dict[str, set[str]] = {}

    class Names(visitor.Visitor):
        def visit_VariableReference(self, node):  # noqa: N802 - Fluent's name
            self.found.add(node.id.name)

    for path in CATALOGUE.glob("*.ftl"):
        for entry in parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, fluent.Message):
                names = Names()
                names.found = needed[entry.id.name] = set()
                names.visit(entry)
    return needed


def _told(call: ast.Call) -> set[str] | None:
    """The arguments of a call by name; None where it unpacks some."""
    names = {keyword.arg for keyword in call.keywords}
    return None if None in names else names


def test_every_call_tells_the_message_what_it_needs():
    """A forgotten argument is an error first when that page is shown."""
    needed = _variables()
    assert needed["preview-added"] == {"n"}
    wrong = []
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and node.args and getattr(node.func, "id", "") in ("say", "wrong")):
                continue
            told = _told(node)
            # `development-{}` is made in two places, of a verdict and of a reason; test_report_rows shows both.
            for pattern in _spelt(node.args[0]) - {"development-{}"} if told is not None else ():
                keys = made(pattern) if pattern in MADE else {pattern}
                wrong += [f"{path.name}:{node.lineno} {key}" for key in keys if needed.get(key, set()) - told]
    for path in (ROOT / "src").rglob("*.jinja"):
        for key, rest in re.findall(r"say\('([^']+)'([^()]*)\)", path.read_text(encoding="utf-8")):
            wrong += [f"{path.name} {key}"] if needed.get(key, set()) - set(re.findall(r"(\w+)=", rest)) else []
    assert wrong == []


def test_unknown_message_and_missing_argument_are_loud():
    with pytest.raises(KeyError):
        kpi.words.say("no-such-message")
    with pytest.raises(ValueError, match="preview-added"):
        kpi.words.say("preview-added")
