"""The real files of a region, through the page: asked about where unclear, stored, and out again as open data."""

import re
import shutil
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import expect
from upload_page import Figure, acknowledge, answer, enter_name, items, published, questions, store, upload_file

import running
from kpi.ingest.layout import Role
from kpi.ingest.periods import parse
from kpi.model import Actor, DeliveryKind, Origin
from kpi.store import Store
from kpi.store.deliveries import Manifest, insert, record
from kpi.words import say
from real_files import FILES, MUNICIPALITIES, Real
from shared import SHARED, needs_shared

pytestmark = needs_shared
ALL = {
    (Role.UNIT, "0000"): ("Vilken enhet gäller filen?", "Riket"),
    (Role.GENDER, "T"): ("Gäller filen kvinnor, män eller totalt?", "Totalt"),
}
MEASURE = "Mått, till exempel % eller recept per 1 000 invånare"


@pytest.fixture(scope="module")
def app(installed, tmp_path_factory):
    """One app for all the files, in whose store the towns are that one of them is about."""
    database = tmp_path_factory.mktemp("real") / "kpi.duckdb"
    shutil.copy2(installed, database)
    opened = Store.open(database)
    rows = [(code, f"{name} kommun", "municipality", "0000", "") for code, name in MUNICIPALITIES.items()]
    frame = pd.DataFrame(rows, columns=["code", "name", "kind", "parent", "aliases"])
    manifest = Manifest(DeliveryKind.UNITS, "", Origin.USER, "", "", len(frame))
    record(opened, manifest, Actor("Anna", may_write=True), lambda cursor, id: insert(cursor, "unit", frame, id))
    opened.close()
    started = running.start(database)
    yield started
    started.stop()


def figures(real: Real) -> set[Figure]:
    """Those read off the file by hand, with the periods' codes in place of their words."""
    return {(code, unit, gender, parse(words).code, value) for code, unit, gender, words, value in real.figures}


def answers(real: Real) -> dict[str, str]:
    """What is chosen, by the questions' labels."""
    columns = {say("questions-column", column=name): say(f"role-{role}") for name, role in real.answers.columns.items()}
    return dict(ALL[constant] for constant in real.answers.constants.items()) | columns


def counted(reader) -> tuple[int, ...]:
    """New, changed and unchanged values, as the preview counts them."""
    return tuple(int(re.sub(r"\D", "", items(reader).nth(at).inner_text())) for at in range(3))


@pytest.mark.parametrize("real", FILES, ids=lambda real: Path(real.path).stem)
def test_a_real_file_goes_in_and_its_like_without_a_question(app, read, real: Real) -> None:
    before, path = published(app), SHARED / "data" / real.path
    reader = read(app).open("ladda-upp")
    upload_file(reader, path)
    answer(reader, answers(real), {MEASURE: real.answers.new.measure})
    expect(items(reader).first).to_contain_text("nya värden")
    new, changed, unchanged = counted(reader)
    # Some of what one file holds comes with the system.
    assert (new + unchanged, changed) == (real.values, 0)
    enter_name(reader)
    acknowledge(reader)
    assert published(app) == before
    store(reader)
    after = published(app)
    assert len(after - before) == len(after) - len(before) == new
    assert figures(real) <= after

    upload_file(reader, path)
    expect(items(reader).first).to_have_text("0 nya värden")
    expect(questions(reader)).to_have_count(0)
    assert counted(reader) == (0, 0, real.values)
    assert reader.complaints == []
