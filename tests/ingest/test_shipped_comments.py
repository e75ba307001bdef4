"""Tables of comments and of breaks: read, refused with file, row and column, and given back by the store."""

import shutil

import pytest

from kpi.errors import UserError
from kpi.ingest import shipped
from kpi.ingest.forms.reading import read_form
from kpi.ingest.forms.storing import commit_form
from kpi.model import Actor, Origin
from kpi.settings import settings
from kpi.store import Store, plans, texts

ANNA = Actor("Anna", may_write=True)
COMMENTS = "nyckeltal;enhet;period;slag;text;skriven av;funktion;skriven den;klart senast\n"
BREAKS = "nyckeltal;enhet;från;orsak\n"
GOOD = 'soliditet;0023;2025T2;förklaring;"Lån; mest";Bo;Controller;2025-09-01;\n'


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("comments")
    data = folder / "data"
    shutil.copytree(settings().data / "plans", data / "plans")
    shutil.copy(settings().data / "units.csv", data / "units.csv")
    opened = Store.open(folder / "kpi.duckdb")
    shipped.install(opened, data)
    yield opened
    opened.close()


def write(folder, text):
    path = folder / "fil.csv"
    path.write_text(text, encoding="utf-8")
    return path.read_bytes(), path.name


def test_comments_come_back_with_their_period(store, tmp_path):
    action = "soliditet;0023;2025-08;åtgärd;Amortera.;Bo;Controller;2025-09-01;2025-12-31\n"
    commit_form(store, read_form(store, *write(tmp_path, COMMENTS + GOOD + action)), ANNA)
    found = texts.comments(store, example=False).set_index("kind")
    assert found.loc["explanation", ["text", "author", "author_role", "period_kind"]].tolist() == [
        "Lån; mest", "Bo", "Controller", "tertial",
    ]  # fmt: skip
    assert str(found.loc["explanation", "period_start"].date()) == "2025-05-01"
    assert str(found.loc["action", "due_on"].date()) == "2025-12-31"
    assert texts.comments(store, example=True).empty


def test_an_event_has_a_day_or_a_longer_period(store, tmp_path):
    lines = [f"kassalikviditet;0023;{when};händelse;Nytt lån.;Bo;Controller;2025-09-01;\n"
             for when in ("2025-03-17", "2025-04", "2025K3")]  # fmt: skip
    commit_form(store, read_form(store, *write(tmp_path, COMMENTS + "".join(lines))), ANNA)
    found = texts.comments(store, example=False)
    found = found[found["indicator"] == "kassalikviditet"].sort_values("period_start")
    assert found["kind"].tolist() == ["event"] * 3
    assert found["period_kind"].tolist() == ["day", "month", "quarter"]
    assert [str(start.date()) for start in found["period_start"]] == ["2025-03-17", "2025-04-01", "2025-07-01"]


@pytest.mark.parametrize(
    ("old", "new", "key", "column"),
    [
        ("soliditet", "soliditeten", "plan-indicator-unknown", "nyckeltal"),
        ("0023", "0099", "plan-unit-unknown", "enhet"),
        ("2025T2", "2025T4", "comment-period", "period"),
        ("förklaring", "tyckande", "plan-word-unknown", "slag"),
        ('"Lån; mest"', "", "plan-cell-missing", "text"),
        (";Bo;", ";;", "plan-cell-missing", "skriven av"),
        ("2025-09-01", "2025-09-31", "plan-not-a-day", "skriven den"),
        ("2025-09-01;", "2025-09-01;2025-08-01", "comment-due-before", "klart senast"),
    ],
)
def test_a_broken_comment_names_row_and_column(store, tmp_path, *, old, new, key, column):
    with pytest.raises(UserError) as caught:
        read_form(store, *write(tmp_path, COMMENTS + GOOD.replace(old, new, 1)))
    place = caught.value.place
    assert (caught.value.key, place.file, place.row, place.column) == (key, "fil.csv", 2, column)


def test_breaks_come_back_and_examples_stay_apart(store, tmp_path):
    real = read_form(store, *write(tmp_path, BREAKS + "soliditet;;2024;Ny regel.\n"))
    invented = read_form(store, *write(tmp_path, BREAKS + "hfi;0023;2024-05;Ny enkät.\n"))
    commit_form(store, real, ANNA)
    commit_form(store, invented, ANNA, Origin.EXAMPLE)
    assert plans.breaks(store)["indicator"].tolist() == ["soliditet"]
    assert plans.breaks(store, example=True)["indicator"].tolist() == ["hfi"]


@pytest.mark.parametrize(
    ("rows", "key", "row", "column"),
    [
        ("soliditet;;hösten;x\n", "plan-not-a-day", 2, "från"),
        ("okänd;;2024;x\n", "plan-indicator-unknown", 2, "nyckeltal"),
        ("hfi;;2024;x\nhfi;;2024-01;y\n", "plan-row-twice", 3, "nyckeltal"),
    ],
)
def test_a_broken_break_names_row_and_column(store, tmp_path, *, rows, key, row, column):
    with pytest.raises(UserError) as caught:
        read_form(store, *write(tmp_path, BREAKS + rows))
    place = caught.value.place
    assert (caught.value.key, place.row, place.column) == (key, row, column)


def test_who_may_not_write_adds_no_comment(store, tmp_path):
    read = read_form(store, *write(tmp_path, COMMENTS + GOOD))
    before = store.version()
    with pytest.raises(UserError) as caught:
        commit_form(store, read, Actor("Gäst"))
    assert caught.value.key == "not-allowed"
    assert store.version() == before
