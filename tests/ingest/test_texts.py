"""Drafts and final texts, measures with who and what is expected, and their follow-ups, as forms."""

from datetime import date

import pytest

from kpi.errors import UserError
from kpi.ingest import shipped
from kpi.ingest.forms.action_follow_ups import ACTION_FOLLOW_UPS
from kpi.ingest.forms.comments import code_of
from kpi.ingest.forms.compare import compared
from kpi.ingest.forms.reading import HEADINGS, read_form
from kpi.ingest.forms.storing import commit_form
from kpi.ingest.forms.template import form_template
from kpi.ingest.read import sheets
from kpi.ingest.table import Wanted
from kpi.model import Actor
from kpi.settings import settings
from kpi.store import Store, texts
from kpi.store.check import findings
from kpi.store.deliveries import deliveries, withdraw

ANNA = Actor("Anna", may_write=True)
HEADER = ["nyckeltal", "enhet", "period", "slag", "beteckning", "text", "skriven av", "funktion", "skriven den",
          "ansvarig", "klart senast", "förväntad effekt", "läge", "klarmarkerad av", "klarmarkerad den"]  # fmt: skip
MEASURE = dict(zip(HEADER, ["soliditet", "0023", "2025T2", "åtgärd", "amortera", "Amortera mer.", "Bo", "Controller",
                            "2025-09-01", "Ekonomichef", "2025-12-31", "Soliditeten ökar", "klarmarkerad", "Cia",
                            "2025-09-03"], strict=True))  # fmt: skip
FOLLOWED = ["nyckeltal", "enhet", "period", "åtgärd", "status", "vad som gjorts", "observerad effekt", "uppföljd av",
            "uppföljd den"]  # fmt: skip
STEP = dict(zip(FOLLOWED, ["soliditet", "0023", "2025T2", "amortera", "pågår", "Två lån är lösta.", "Räntan är lägre.",
                           "Bo", "2025-11-01"], strict=True))  # fmt: skip
MARKS = {"läge": "", "klarmarkerad av": "", "klarmarkerad den": ""}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    opened = Store.open(tmp_path_factory.mktemp("texts") / "kpi.duckdb")
    shipped.install(opened, settings().data)
    yield opened
    opened.close()


@pytest.fixture
def store(whole):
    yield whole
    for one in deliveries(whole):
        if one.actor == "Anna" and one.withdrawn_at is None:
            withdraw(whole, one.id, ANNA, "klart")


def read(store, *rows):
    lines = [";".join(rows[0]), *(";".join(row.values()) for row in rows)]
    return read_form(store, "\n".join(lines).encode(), "fil.csv")


def deliver(store, *rows):
    return commit_form(store, read(store, *rows), ANNA)


def final(store):
    return texts.comments(store, example=False)


def test_a_measure_comes_back_with_all_that_is_said_of_it(store):
    deliver(store, MEASURE)
    [row] = final(store).to_dict("records")
    assert (row["code"], row["responsible"], row["expected_effect"], str(row["due_on"].date())) == (
        "amortera", "Ekonomichef", "Soliditeten ökar", "2025-12-31",
    )  # fmt: skip
    assert (row["state"], row["marked_by"], str(row["marked_on"].date())) == ("final", "Cia", "2025-09-03")
    assert findings(store) == []


@pytest.mark.parametrize("aspect", ["ekonomisk", "social", "miljömässig"])
def test_the_three_aspects_are_texts_of_their_own(store, aspect):
    row = {**MEASURE, "slag": f"{aspect} hållbarhet", "ansvarig": "", "förväntad effekt": "", "klart senast": ""}
    deliver(store, row)
    kinds = {"ekonomisk": "economic", "social": "social", "miljömässig": "environmental"}
    assert final(store)["kind"].tolist() == [kinds[aspect]]


def test_a_file_of_before_counts_as_final_and_its_code_comes_from_the_text(store):
    old = {name: MEASURE[name] for name in HEADER[:9] if name != "beteckning"}
    deliver(store, old)
    deliver(store, {**old, "text": "Sälj mark."})
    deliver(store, old)
    found = final(store).set_index("text")
    assert found["state"].tolist() == ["final", "final"]
    assert found["marked_by"].tolist() == ["", ""]
    assert found["code"].to_dict() == {text: code_of(text) for text in ("Amortera mer.", "Sälj mark.")}
    assert found.loc["Amortera mer.", ["responsible", "expected_effect"]].tolist() == ["", ""]


def test_a_code_from_a_text_is_letters_that_no_spreadsheet_takes_for_a_number():
    assert code_of("Amortera mer.") == code_of("Amortera mer.") != code_of("Amortera mer")
    assert {*"".join(code_of(str(n)) for n in range(500))} == {*"bcdfghjklmnpqrst"}


def test_what_is_said_to_be_final_without_a_name_is_so_by_its_author(store):
    deliver(store, {**MEASURE, **MARKS, "läge": "Klarmarkerad"})
    [row] = final(store).to_dict("records")
    assert (row["marked_by"], row["marked_on"].date()) == ("Bo", date(2025, 9, 1))


def test_a_draft_takes_the_place_of_a_draft_and_never_of_what_is_final(store):
    draft = {**MEASURE, **MARKS, "läge": "utkast"}
    deliver(store, draft)
    deliver(store, {**draft, "text": "Amortera mycket mer."})
    assert final(store).empty
    assert texts.drafts(store, example=False)["text"].tolist() == ["Amortera mycket mer."]

    made = deliver(store, MEASURE)
    assert final(store)["text"].tolist() == ["Amortera mer."]
    assert texts.drafts(store, example=False).empty

    deliver(store, {**draft, "text": "Amortera mindre."})
    assert final(store)["text"].tolist() == ["Amortera mer."]
    assert texts.drafts(store, example=False)["text"].tolist() == ["Amortera mindre."]

    withdraw(store, made, ANNA, "fel")
    assert final(store).empty


def test_as_of_a_day_before_it_was_final_it_was_a_draft(store):
    deliver(store, {**MEASURE, **MARKS, "läge": "utkast"})
    then = deliveries(store)[0].created_at
    deliver(store, MEASURE)
    assert texts.comments(store, example=False, as_of=then).empty
    assert texts.drafts(store, example=False, as_of=then)["text"].tolist() == ["Amortera mer."]
    assert len(final(store)) == 1


def test_another_wording_under_the_same_code_is_a_change(store):
    deliver(store, MEASURE)
    other = read(store, {**MEASURE, "text": "Amortera allt."}, {**MEASURE, "period": "2025T1", "skriven av": "Bo"})
    assert compared(store, other) == ["changed", "added"]


@pytest.mark.parametrize(
    ("change", "key", "column"),
    [
        ({"läge": "nästan"}, "plan-word-unknown", "läge"),
        ({"läge": "utkast", "klarmarkerad den": ""}, "comment-draft-marked", "klarmarkerad av"),
        ({"läge": "utkast", "klarmarkerad av": ""}, "comment-draft-marked", "klarmarkerad den"),
        ({"klarmarkerad den": "2025-08-31"}, "comment-marked-before", "klarmarkerad den"),
        ({"slag": "social hållbarhet", "förväntad effekt": ""}, "comment-not-a-measure", "ansvarig"),
        ({"slag": "förklaring", "ansvarig": ""}, "comment-not-a-measure", "förväntad effekt"),
        ({"beteckning": "Åtgärd 1"}, "plan-not-a-code", "beteckning"),
    ],
)
def test_a_broken_text_names_row_and_column(store, change, key, column):
    with pytest.raises(UserError) as caught:
        read(store, {**MEASURE, **change})
    assert (caught.value.key, caught.value.place.row, caught.value.place.column) == (key, 2, column)


def test_two_wordings_under_one_code_in_one_file_are_refused(store):
    with pytest.raises(UserError) as caught:
        read(store, MEASURE, {**MEASURE, "text": "Något annat."})
    assert (caught.value.key, caught.value.place.row) == ("plan-row-twice", 3)


def test_a_follow_up_comes_back_and_a_later_of_the_same_day_takes_its_place(store):
    deliver(store, MEASURE)
    deliver(store, STEP, {**STEP, "uppföljd den": "2025-10-01", "observerad effekt": ""})
    deliver(store, {**STEP, "status": "genomförd"})
    found = texts.follow_ups(store, example=False)
    assert found["status"].tolist() == ["done", "ongoing"]
    assert found["effect"].tolist() == ["Räntan är lägre.", ""]
    assert findings(store) == []


@pytest.mark.parametrize(
    ("change", "key", "column"),
    [
        ({"åtgärd": "amorterat"}, "action-unknown", "åtgärd"),
        ({"period": "2025T1"}, "action-unknown", "åtgärd"),
        ({"enhet": "rs"}, "action-unknown", "åtgärd"),
        ({"nyckeltal": "soliditeten"}, "plan-indicator-unknown", "nyckeltal"),
        ({"status": "försenad"}, "plan-word-unknown", "status"),
        ({"vad som gjorts": ""}, "plan-cell-missing", "vad som gjorts"),
    ],
)
def test_a_follow_up_is_of_a_measure_that_is_there(store, change, key, column):
    deliver(store, MEASURE)
    with pytest.raises(UserError) as caught:
        read(store, {**STEP, **change})
    assert (caught.value.key, caught.value.place.row, caught.value.place.column) == (key, 2, column)


def test_a_draft_is_not_followed_up(store):
    deliver(store, {**MEASURE, **MARKS, "läge": "utkast"})
    with pytest.raises(UserError) as caught:
        read(store, STEP)
    assert caught.value.key == "action-unknown"


def test_an_empty_follow_up_begins_with_the_measures_that_are_not_over(store):
    deliver(store, MEASURE, {**MEASURE, "beteckning": "salj", "text": "Sälj mark."})
    deliver(store, {**STEP, "åtgärd": "salj", "status": "genomförd"})
    content = form_template(store, ACTION_FOLLOW_UPS, "rs-2025")
    [sheet, about] = sheets(content, "mall.xlsx", Wanted(HEADINGS))
    assert [cells[:5] for _, cells in list(sheet.all_rows())[1:]] == [["soliditet", "0023", "2025-T2", "amortera", ""]]
    assert ["amortera", "Amortera mer."] in [cells for _, cells in about.all_rows()]
    assert ["salj", "Sälj mark."] not in [cells for _, cells in about.all_rows()]
