"""Every message that the code asks for is in the catalogue, and every message in the catalogue is asked for.

Ids that are put together (`f"status-{status}"`) are resolved over everything that can stand in them.
"""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from fluent.syntax import ast as fluent
from fluent.syntax import parse, visitor
from made_ids import MADE, made

import kpi.words
from kpi.commands.arguments import _COMPLAINTS
from kpi.launcher import frame

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = Path(kpi.words.__file__).parent / "sv"
ASKS = {"say", "wrong", "add", "add_one", "fault"}
ID = re.compile(r"[a-zA-Z0-9_{}-]+")


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
