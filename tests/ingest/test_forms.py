"""Forms: recognised by their headings in any kind of file, refused with sheet, row and column, stored as deliveries."""

import io

import pytest
from xlsxwriter import Workbook

from kpi.errors import UserError
from kpi.ingest import shipped
from kpi.ingest.forms.assignments import REPORTS
from kpi.ingest.forms.compare import compared
from kpi.ingest.forms.every import FORMS
from kpi.ingest.forms.form import Filled
from kpi.ingest.forms.reading import HEADINGS, read_form
from kpi.ingest.forms.storing import commit_form
from kpi.ingest.forms.template import form_template
from kpi.ingest.long_layout import REQUIRED
from kpi.ingest.look import Asked, Looked, look_at_any
from kpi.ingest.read import sheets
from kpi.ingest.table import Wanted
from kpi.model import Actor
from kpi.settings import settings
from kpi.store import Store, plans
from kpi.store.deliveries import deliveries, withdraw
from kpi.store.kept_files import kept

ANNA = Actor("Anna", may_write=True)
HEADER = ["plan", "uppdrag", "period", "status", "redovisning", "skriven av", "skriven den"]
GOOD = ["rs-2025", "klimat", "2025T2", "pågår", "Laddstolpar är köpta.", "Bo", "2025-09-01"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    opened = Store.open(tmp_path_factory.mktemp("forms") / "kpi.duckdb")
    shipped.install(opened, settings().data)
    yield opened
    opened.close()


@pytest.fixture
def store(whole):
    yield whole
    for one in deliveries(whole):
        if one.actor == "Anna" and one.withdrawn_at is None:
            withdraw(whole, one.id, ANNA, "klart")


def csv(*rows, header=HEADER):
    return "\n".join(";".join(row) for row in (header, *rows)).encode()


def xlsx(*rows, header=HEADER, above=()):
    content = io.BytesIO()
    with Workbook(content) as book:
        sheet = book.add_worksheet("Uppdrag")
        for number, row in enumerate((*above, header, *rows)):
            sheet.write_row(number, 0, row)
    return content.getvalue()


def read(store, content, name="uppdrag.csv"):
    return read_form(store, content, name)


def changed(column, value):
    row = list(GOOD)
    row[HEADER.index(column)] = value
    return row


def test_no_form_can_be_taken_for_another_nor_for_outcomes():
    for form in FORMS:
        for other in FORMS:
            assert form is other or not form.needed <= set(other.headings)
        assert not set(REQUIRED) <= set(form.headings)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (csv(GOOD), "a.csv"),
        (csv(GOOD).decode().replace(";", "\t").encode("utf-16"), "a.txt"),
        (csv(GOOD).decode().encode("cp1252"), "a.csv"),
        (xlsx(GOOD), "a.xlsx"),
        (xlsx(GOOD, above=[["Redovisning av uppdrag"], []]), "a.xlsx"),
        (xlsx(GOOD, [""] * len(HEADER), changed("uppdrag", "robusthet")), "a.xlsx"),
    ],
    ids=["csv", "utf-16", "cp1252", "xlsx", "below a title", "with a blank row"],
)
def test_a_form_is_a_form_in_any_file(store, content, name):
    found = look_at_any(store, content, name)
    assert isinstance(found, Filled)
    assert found.form.name == "assignment-reports"
    assert found.table.loc[0, ["assignment", "status", "text", "period_kind"]].tolist() == [
        "klimat", "ongoing", "Laddstolpar är köpta.", "tertial",
    ]  # fmt: skip


def test_outcomes_are_still_outcomes(store):
    rows = csv(["halsosamtal", "0023", "2025", "K", "22,5"], header=list(REQUIRED))
    assert isinstance(look_at_any(store, rows, "utfall.csv"), Looked)
    other = csv(["2024", "1"], ["2025", "2"], header=["Verksamhet", "Antal"])
    assert isinstance(look_at_any(store, other, "annat.csv"), Asked)


@pytest.mark.parametrize(
    ("column", "value", "key"),
    [
        ("plan", "rs-2099", "form-plan-unknown"),
        ("uppdrag", "klimatet", "form-assignment-unknown"),
        ("period", "hösten", "comment-period"),
        ("status", "på gång", "plan-word-unknown"),
        ("redovisning", "", "plan-cell-missing"),
        ("skriven av", "", "plan-cell-missing"),
        ("skriven den", "2025-02-30", "plan-not-a-day"),
    ],
)
@pytest.mark.parametrize("kind", [csv, xlsx])
def test_what_is_wrong_is_said_with_its_place(store, *, column, value, key, kind):
    before = plans.stated(store, "assignment_report", example=False)
    with pytest.raises(UserError) as caught:
        read(store, kind(GOOD, changed(column, value)), "uppdrag.xlsx")
    place = caught.value.place
    assert (caught.value.key, place.file, place.row, place.column) == (key, "uppdrag.xlsx", 3, column)
    assert place.sheet == ("Uppdrag" if kind is xlsx else "")
    assert plans.stated(store, "assignment_report", example=False).equals(before)


def test_a_row_that_is_only_begun_says_nothing(store):
    begun = [["rs-2025", code, "", "", "", "", ""] for code in ("robusthet", "levnadsvanor")]
    assert read(store, csv(begun[0], GOOD, begun[1])).table["assignment"].tolist() == ["klimat"]


def test_the_same_thing_twice_is_refused(store):
    with pytest.raises(UserError) as caught:
        read(store, csv(GOOD, changed("redovisning", "Annat.")))
    assert (caught.value.key, caught.value.place.row, caught.value.place.column) == ("plan-row-twice", 3, "plan")


def test_a_heading_that_nobody_knows_is_said(store):
    with pytest.raises(UserError) as caught:
        read(store, csv([*GOOD, "x"], header=[*HEADER, "anteckning"]))
    assert (caught.value.key, caught.value.place.column) == ("plan-column-unknown", "anteckning")


def test_what_is_no_form_is_said(store):
    with pytest.raises(UserError) as caught:
        read(store, b"a;b\n1;2\n", "utfall.csv")
    assert caught.value.key == "form-unknown"


def test_a_form_without_rows_is_said(store):
    with pytest.raises(UserError) as caught:
        read(store, csv())
    assert caught.value.key == "plan-table-empty"


def test_a_form_is_a_delivery_with_its_file(store):
    content = csv(GOOD)
    delivery = commit_form(store, read(store, content), ANNA, reason="Tertial")
    newest = deliveries(store)[0]
    assert (newest.id, newest.kind, newest.actor, newest.reason, newest.rows) == (
        delivery, "reports", "Anna", "Tertial", 1,
    )  # fmt: skip
    assert kept(store, newest.file_sha256) == content
    assert len(plans.stated(store, "assignment_report", example=False)) == 1
    withdraw(store, delivery, ANNA, "fel")
    assert plans.stated(store, "assignment_report", example=False).empty


def test_who_may_not_write_stores_nothing(store):
    with pytest.raises(UserError) as caught:
        commit_form(store, read(store, csv(GOOD)), Actor("Anna"))
    assert caught.value.key == "not-allowed"
    assert plans.stated(store, "assignment_report", example=False).empty


def test_each_row_is_compared_with_what_stands(store):
    commit_form(store, read(store, xlsx(GOOD, changed("uppdrag", "robusthet")), "a.xlsx"), ANNA)
    coming = read(store, csv(GOOD, [*changed("uppdrag", "robusthet")[:4], "Nytt.", "Bo", "2025-09-01"],
                             changed("period", "2025")))  # fmt: skip
    assert compared(store, coming) == ["unchanged", "changed", "added"]


def test_what_is_stored_is_what_was_shown(store):
    coming = read(store, csv(GOOD))
    shown = compared(store, coming)
    commit_form(store, read(store, csv(changed("redovisning", "Någon annans."))), ANNA)
    number = len(deliveries(store))
    with pytest.raises(UserError) as caught:
        commit_form(store, coming, ANNA, shown=shown)
    assert caught.value.key == "store-changed"
    assert len(deliveries(store)) == number


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_an_empty_form_is_recognised_and_wants_to_be_filled_in(store, form):
    content = form_template(store, form, "rs-2025")
    [sheet, *_] = sheets(content, "mall.xlsx", Wanted(HEADINGS))
    assert tuple(sheet.head[0][1]) == form.headings
    with pytest.raises(UserError) as caught:
        read(store, content, "mall.xlsx")
    assert caught.value.key == "plan-table-empty"


def test_a_form_about_uppdrag_begins_with_those_of_the_plan(store):
    [sheet, about] = sheets(form_template(store, REPORTS, "rs-2025"), "mall.xlsx", Wanted(HEADINGS))
    assert [cells[:2] for _, cells in list(sheet.all_rows())[1:]] == [
        ["rs-2025", code] for code in plans.listed(store, "assignment", "rs-2025")["code"]
    ]
    assert ["klimat", "Minskad miljö- och klimatpåverkan"] in [cells for _, cells in about.all_rows()]
