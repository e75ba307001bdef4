"""What is kept of an item that was shown: the files open, the figures are exact, and only writers keep."""

import csv
import io
import json
import shutil
import zipfile
from contextlib import closing
from dataclasses import replace

import pytest
from docx import Document
from pptx import Presentation

from kpi.errors import UserError
from kpi.export.briefing_files import DocumentForm, document_name
from kpi.export.formats import exact
from kpi.export.shown_files import shown_files
from kpi.model import Actor, AgendaForm, DataMode
from kpi.report.briefing import scopes
from kpi.report.briefing.compose import compose
from kpi.store import Store, kept_files
from kpi.store.check import findings
from kpi.store.deliveries import deliveries, restore, spanned, withdraw
from kpi.store.shown import Showing, keep_shown, shown
from report.briefing_of import item, material

ANNA, READER = Actor("Anna", may_write=True), Actor("Bo")


@pytest.fixture
def store(installed, tmp_path):
    shutil.copy2(installed, tmp_path / "kpi.duckdb")
    with closing(Store.open(tmp_path / "kpi.duckdb")) as opened:
        yield opened


@pytest.fixture
def found(store):
    return material(store)


@pytest.fixture
def scope(store, found):
    return scopes.of_item(found, *item(store, found, "miljobokslut"))


def opened(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def showing(store, mode=DataMode.EXAMPLE):
    latest = spanned(store)[1]
    return Showing("rs-2025", "2025-05-27", "miljobokslut", "Miljöbokslut", "2025", mode, latest)


def test_the_files_of_each_form_open_again(found, scope):
    made = compose(found, scope)
    slides, report, memo, pdf = (document_name(made, form) for form in DocumentForm)
    expected = {
        AgendaForm.ORAL: {slides}, AgendaForm.WRITTEN: {report, memo, pdf},
        AgendaForm.UNSAID: {slides, report, memo, pdf},
    }  # fmt: skip
    for form, names in expected.items():
        parts = opened(shown_files(found, scope, form)[1])
        assert set(parts) == names | {"siffror.csv", "uppfoljning.json"}
    assert len(Presentation(io.BytesIO(parts[slides])).slides) >= 4
    for name in (report, memo):
        assert "Miljöbokslut" in " ".join(each.text for each in Document(io.BytesIO(parts[name])).paragraphs)
    assert parts[pdf].startswith(b"%PDF-")


def test_every_figure_is_kept_exactly_and_every_text_word_for_word(found, scope):
    parts = opened(shown_files(found, scope, AgendaForm.ORAL)[1])
    rows = list(csv.DictReader(io.StringIO(parts["siffror.csv"].decode("utf-8-sig")), delimiter=";"))
    assessed = [row for key in scope.keys for row in found.follow.by_subject[key].values()]
    read = sorted((row["nyckeltal"], row["kön"], row["värde"]) for row in rows)
    assert len(read) == len(assessed) > 0
    values = sorted(exact(row.value) for row in assessed if row.value == row.value)
    assert values
    assert sorted(value for _, _, value in read if value) == values
    content, made = json.loads(parts["uppfoljning.json"]), compose(found, scope)
    assert content["example"] == made.example != ""
    assert content["as_of"] == made.as_of
    for kept, said in zip(content["status_table"]["rows"], made.status_table.rows, strict=True):
        assert [cell["text"] for cell in kept] == [cell.text for cell in said]
    lines = [block["lines"] for one in content["indicators"] for part in one["parts"] for block in part["blocks"]
             if "lines" in block]  # fmt: skip
    assert any(value is not None for chart in lines for line in chart for value in line["values"])


def test_figures_and_dates_do_not_depend_on_the_clock(found, scope):
    first, second = (shown_files(found, scope, AgendaForm.ORAL)[1] for _ in range(2))
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {about.date_time for about in archive.infolist()} == {(2025, 11, 22, 0, 0, 0)}
    for name in ("siffror.csv", "uppfoljning.json"):
        assert opened(first)[name] == opened(second)[name]


@pytest.mark.parametrize("mode", DataMode)
def test_it_is_a_delivery_with_its_file_and_goes_and_comes_back_with_it(store, mode):
    number = keep_shown(store, showing(store, mode), b"innehall", "visat.zip", ANNA)
    [one] = shown(store, "rs-2025", mode)
    assert (one.delivery, one.item, one.period, one.author, one.example) == (
        number, "miljobokslut", "2025", "Anna", mode is DataMode.EXAMPLE,
    )  # fmt: skip
    assert kept_files.kept(store, one.file_sha256) == b"innehall"
    [other] = [each for each in DataMode if each is not mode]
    assert shown(store, "rs-2025", other) == shown(store, "rs-2022", mode) == []
    assert shown(store, "rs-2025", mode, as_of=showing(store).figures_at.replace(year=2020)) == []
    assert findings(store) == []
    withdraw(store, number, ANNA, "fel")
    assert shown(store, "rs-2025", mode) == []
    restore(store, number, ANNA, "rätt")
    assert shown(store, "rs-2025", mode) == [one]


def test_who_may_not_write_keeps_nothing(store):
    before = deliveries(store)
    with pytest.raises(UserError):
        keep_shown(store, showing(store), b"innehall", "visat.zip", READER)
    assert deliveries(store) == before
    assert not list(kept_files.folder(store.path).glob("*"))


def test_figures_that_are_no_longer_the_latest_are_refused(store):
    early = showing(store)
    keep_shown(store, early, b"innehall", "visat.zip", ANNA)
    with pytest.raises(UserError, match="medan filerna gjordes"):
        keep_shown(store, early, b"annat", "visat.zip", ANNA)
    assert len(shown(store, "rs-2025", DataMode.EXAMPLE)) == 1


@pytest.mark.parametrize("field", ["plan", "meeting", "item"])
def test_a_row_about_something_unknown_is_found(store, field):
    keep_shown(store, replace(showing(store), **{field: "borta"}), b"innehall", "visat.zip", ANNA)
    [sentence] = findings(store)
    assert "shown_item" in sentence
    assert "borta" in sentence
