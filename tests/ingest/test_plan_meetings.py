"""The meetings of text 003: their days, their items in the text's order, and what its cells say and do not say."""

import re
import shutil

import pytest

from kpi.errors import UserError
from kpi.ingest.plan import read_plan
from kpi.settings import settings
from shared import SHARED

FOLDER = settings().data / "plans" / "rs-2025"
DAY = re.compile(r"\d{1,2}( [a-z]+)?(–\d{1,2})? [a-z]+\t*")
KINDS = {"Återkommande ärenden": "recurring", "Uppföljning och fördjupning": "in_depth"}


def squeezed(text):
    return re.sub(r"[^0-9a-zåäö]", "", text.lower())


@pytest.fixture(scope="module")
def tables():
    return read_plan(FOLDER).tables


@pytest.fixture(scope="module")
def printed():
    """What the text says, by day and kind of item: its two cells."""
    text = next((SHARED / "seeds").glob("003_*")).read_text(encoding="utf-8")
    cells, day = {}, ""
    for line in text[text.rindex("Sammanträdesplanering regionstyrelsen 2025") :].splitlines()[1:]:
        if DAY.fullmatch(line):
            day = line.strip()
            cells[day] = {}
        elif "\t" in line:
            kind, *rest = line.split("\t")
            cells[day][KINDS.get(kind, kind)] = rest
    return cells


def test_eight_meetings_and_two_common_days(tables):
    meetings = tables["meeting"]
    assert meetings["kind"].value_counts().to_dict() == {"board": 8, "budget_day": 1, "planning_day": 1}
    common = meetings[meetings["kind"] != "board"]
    assert [f"{day:%m-%d}" for day in common["first_day"]] == ["04-08", "11-26"]
    assert (
        common["attendees"] == "Ledamöter och ersättare i fullmäktige, styrelse och nämnder, revision och råd"
    ).all()
    assert (common["first_day"] == common["last_day"]).all()
    two_days = meetings[meetings["first_day"] != meetings["last_day"]]
    assert [f"{row.first_day:%m-%d} {row.last_day:%m-%d}" for row in two_days.itertuples()] == [
        "03-25 03-26", "05-27 05-28", "09-30 10-01", "11-04 11-05",
    ]  # fmt: skip


def test_twenty_one_items_come_back_and_fourteen_go_in_depth(tables):
    items = tables["agenda_item"]
    assert items["kind"].value_counts().to_dict() == {"recurring": 21, "in_depth": 14}
    depth = items[items["kind"] == "in_depth"]
    assert depth["form"].value_counts().to_dict() == {"oral": 10, "written": 3, "": 1}
    assert depth.loc[depth["form"] == "", "heading"].tolist() == ["Digitalisering"]
    assert (items.loc[items["kind"] == "recurring", "form"] == "").all()
    assert items.groupby("meeting", sort=False).size().tolist() == [2, 6, 5, 8, 2, 4, 4, 4]
    assert items["heading"].eq("Ekonomisk rapport").sum() == 6


def test_the_items_are_the_texts_own_cell_by_cell(tables, printed):
    items, meetings = tables["agenda_item"], tables["meeting"]
    forms = {"oral": "(muntlig)", "written": "(skriftlig)", "": ""}
    board = meetings[meetings["kind"] == "board"]
    days = [day for day in printed if set(printed[day]) & set(KINDS.values())]
    assert len(days) == len(board) == 8
    for day, code in zip(days, board["code"], strict=True):
        assert f"{int(code[-2:])}" == re.match(r"\d+", day)[0]
        for kind in KINDS.values():
            mine = items[(items["meeting"] == code) & (items["kind"] == kind)].sort_values("ordinal")
            told = "".join(f"{row.heading} {forms[row.form]}" for row in mine.itertuples())
            cell = (
                printed[day].get(kind, ["", ""])[0].replace("Regionstyrelsen plan 2026", "Regionstyrelsens plan 2026")
            )
            assert squeezed(told) == squeezed(cell), (day, kind)


def test_every_presenter_of_the_text_has_a_place_and_none_is_invented(tables, printed):
    items = tables["agenda_item"]
    left = dict(tables["meeting"][["code", "presenters"]].to_numpy())
    days = [day for day in printed if set(printed[day]) & set(KINDS.values())]
    for day, code in zip(days, [code for code in left if code in set(items["meeting"])], strict=True):
        mine = items[items["meeting"] == code]
        given = {one for cell in [*mine["presenters"], left[code]] for one in cell.split("|") if one}
        cells = "".join(cell[1] for kind, cell in printed[day].items() if kind in KINDS.values())
        rest = squeezed(cells.replace("Beställarschef", "Beställarchef"))
        for one in sorted(given, key=len, reverse=True):
            assert squeezed(one) in rest, (day, one)
            rest = rest.replace(squeezed(one), "")
        assert rest == "", day


def test_what_an_item_concerns_is_always_our_reading(tables):
    marks = tables["interpretation"].query("entity == 'agenda_item'")
    read = {(row.code, row.field) for row in marks.itertuples()}
    for row in tables["agenda_item"].itertuples():
        for field in ("indicators", "goals", "assignments", "oversight", "follow_up"):
            assert ((row.code, field) in read) == bool(getattr(row, field)), (row.code, field)
    assert (marks["note"] != "").all()


def test_the_long_term_nyckeltal_are_followed_up_in_march_alone(tables):
    points = tables["reporting_point"]
    asking = set(points.loc[points["requires"].str.contains("long_outcomes"), "code"])
    items = tables["agenda_item"]
    [march] = items[items["follow_up"].isin(asking)].itertuples()
    subjects = tables["plan_indicator"]
    assert set(march.indicators.split("|")) == set(subjects.loc[subjects["term"] == "long", "indicator"])
    assert march.meeting == "2025-03-25"


def test_an_economic_report_is_about_the_month_before(tables):
    reports = tables["agenda_item"].query("heading == 'Ekonomisk rapport' and follow_up != ''")
    points = tables["reporting_point"].set_index("code")
    meetings = tables["meeting"].set_index("code")
    assert len(reports) == 5  # January's is about a year that the plan has no frames for
    for row in reports.itertuples():
        point, day = points.loc[row.follow_up], meetings.loc[row.meeting, "first_day"]
        assert (point["requires"], point["period_kind"], point["due_on"]) == ("accounts", "month", day)
        assert (point["period_start"].year, point["period_start"].month) == (day.year, day.month - 1)


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "column"),
    [
        ("arenden.csv", "inkop;2025-04-28", "inkop;2025-04-29", "meeting-unknown", "sammanträde"),
        ("arenden.csv", "inkop;2025-04-28;4", "inkop;2025-04-28;3", "plan-row-twice", "sammanträde"),
        ("arenden.csv", "inkop;2025-04-28;4", "inkop;2025-04-28;0", "plan-not-a-place", "ordning"),
        ("arenden.csv", "\ninkop;", "\nsam;", "plan-row-twice", "kod"),
        ("arenden.csv", "Inköp och upphandling;muntlig", "Inköp och upphandling;sjungen", "plan-word-unknown", "form"),
        ("arenden.csv", "leverantorstrohet|", "leverantor|", "plan-indicator-unknown", "nyckeltal"),
        ("arenden.csv", ";;klimat;", ";;klimatet;", "form-assignment-unknown", "uppdrag"),
        ("arenden.csv", ";samlad;", ";spridd;", "form-oversight-unknown", "uppsikt"),
        ("arenden.csv", ";tertial_april;", ";tertial_maj;", "agenda-point-unknown", "uppföljning"),
        ("sammantraden.csv", "2025-05-28", "2025-05-26", "meeting-reversed", "sista dag"),
        ("sammantraden.csv", "2025-05-28", "2025-05-32", "plan-not-a-day", "sista dag"),
        ("sammantraden.csv", "gemensam budgetdag", "fest", "plan-word-unknown", "slag"),
    ],
)
def test_a_broken_list_is_refused_with_its_place(tmp_path, *, file, old, new, key, column):
    folder = shutil.copytree(FOLDER, tmp_path / "rs-2025")
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_plan(folder)
    assert (caught.value.key, caught.value.place.column) == (key, column)
    assert caught.value.place.file == f"rs-2025/{file}"
