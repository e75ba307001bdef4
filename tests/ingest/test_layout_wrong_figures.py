"""Files that could be read into wrong figures without a word: each is read right, asked about, or refused."""

import datetime

import pytest
from ingest_files import xlsx
from layout_reading import deliver, doubts, figures, lines, read

from kpi.errors import UserError
from kpi.ingest.layout import Kind, Role
from kpi.ingest.layout.answers import Answers, New
from kpi.ingest.look import Asked, Looked, look
from kpi.store import Store

ALL = {Role.INDICATOR: "sjuktal", Role.GENDER: "T", Role.UNIT: "0023"}
JAMTLAND = "Region Jämtland Härjedalen"


def given(*roles: Role, **more: str) -> Answers:
    return Answers(constants={role: ALL[role] for role in roles}, new=New(), **more)


def asked(store: Store, content: bytes, name: str = "fil.csv") -> set[tuple[str, str]]:
    found = look(store, content, name)
    assert isinstance(found, Asked), "read without a question"
    return doubts(found)


# A row of figures that look like years is no header.


def test_values_that_look_like_years_are_values(store: Store) -> None:
    content = lines("Region;Vårdplatser;Läkare;Lokaler", "Riket;2018;2019;2020", f"{JAMTLAND};1995;1996;1997")
    answers = Answers(constants={Role.GENDER: "T", Role.PERIOD: "2024"}, new=New())
    assert figures(read(store, content, answers)) == {
        ("vardplatser", "0000", "T", "2024", 2018.0), ("lakare", "0000", "T", "2024", 2019.0),
        ("lokaler", "0000", "T", "2024", 2020.0), ("vardplatser", "0023", "T", "2024", 1995.0),
        ("lakare", "0023", "T", "2024", 1996.0), ("lokaler", "0023", "T", "2024", 1997.0),
    }  # fmt: skip


def test_years_as_values_below_years_as_columns(store: Store) -> None:
    content = lines("Region;2023;2024", "Riket;2018;2019", "Stockholm;2020;2021")
    answers = Answers(constants={Role.INDICATOR: "energi", Role.GENDER: "T"})
    assert figures(read(store, content, answers)) == {
        ("energi", "0000", "T", "2023", 2018.0), ("energi", "0000", "T", "2024", 2019.0),
        ("energi", "0001", "T", "2023", 2020.0), ("energi", "0001", "T", "2024", 2021.0),
    }  # fmt: skip


# A key that both a column and a header say.


@pytest.mark.parametrize(
    ("header", "row", "about"),
    [
        ("Region;År;Kön;Kvinnor", "Riket;2024;Män;5", "kvinnor"),
        ("Region;År;Kön;2023", "Riket;2024;Män;5", "2023"),
        ("Region;År;Kön;Värde;Riket", f"{JAMTLAND};2024;Män;5;6", "riket"),
    ],
)
def test_a_header_that_says_what_a_column_says_is_asked_about(store: Store, header: str, row: str, about: str) -> None:
    found = asked(store, lines(header, row, row.replace("Män", "Kvinnor")))
    assert any(about in what.casefold() for _, what in found), found


# Words for gender where gender is not meant.


@pytest.mark.parametrize(
    ("header", "cell"), [("Typ", "K"), ("Ålder", "Totalt"), ("Utbildning", "Alla"), ("Parti", "M")]
)
def test_a_column_that_says_one_gender_all_through_is_not_the_gender(store: Store, header: str, cell: str) -> None:
    content = lines(f"Nyckeltal;Region;År;{header};Värde", f"sjuktal;Riket;2024;{cell};5", f"sjuktal;23;2024;{cell};6")
    assert ("constant", "gender") in asked(store, content)


def test_a_column_named_for_gender_may_say_one_all_through(store: Store) -> None:
    content = lines("Nyckeltal;Region;År;Kön;Värde", "sjuktal;Riket;2024;Båda könen;5", "sjuktal;23;2024;Båda könen;6")
    assert {row[2] for row in figures(read(store, content))} == {"T"}


def test_a_total_beside_years_is_asked_about(store: Store) -> None:
    found = asked(store, lines("Region;2023;2024;Totalt", "Riket;1;2;3", "Stockholm;2;3;5"))
    assert ("column", "totalt") in found
    assert ("constant", "gender") in found


def test_a_total_beside_kinds_is_not_a_gender(store: Store) -> None:
    found = asked(store, lines("Region;År;Läkare;Sköterskor;Totalt", "Riket;2024;1;2;3", "Stockholm;2024;2;3;5"))
    assert ("constant", "gender") in found
    assert ("indicator-name", "Totalt") in found


def test_parties_are_not_genders(store: Store) -> None:
    found = asked(store, lines("Region;År;S;M;SD;C", "Riket;2024;30;19;20;7", "Stockholm;2024;28;25;15;8"))
    assert {("constant", "gender"), ("indicator-name", "M"), ("indicator-name", "S")} <= found


def test_a_sheet_called_total_does_not_say_the_gender(store: Store) -> None:
    content = xlsx(Totalt=[["Region", 2023, 2024], ["Riket", 5.5, 6.5], ["Stockholm", 4, 5]])
    assert ("constant", "gender") in asked(store, content, "sjuk.xlsx")


# Periods.


def test_when_rows_were_updated_is_not_their_period(store: Store) -> None:
    content = lines(
        "Nyckeltal;Region;År;Kön;Värde;Uppdaterad",
        "sjuktal;Riket;2023;T;5;2025-01-03", "sjuktal;Stockholm;2023;T;6;2025-02-04",
        "sjuktal;Riket;2024;T;7;2025-03-05", "sjuktal;Stockholm;2024;T;8;2025-04-06",
    )  # fmt: skip
    assert ("column", "uppdaterad") in asked(store, content)
    got = read(store, content, Answers(columns={"Uppdaterad": Role.IGNORED}))
    assert {row[3] for row in figures(got)} == {"2023", "2024"}


def test_a_date_that_only_shows_when_something_was_done_is_not_taken_for_the_period(store: Store) -> None:
    content = lines(
        "Nyckeltal;Region;Kön;Värde;Uppdaterad", "sjuktal;Riket;T;5;2025-01-03", "sjuktal;23;T;6;2025-02-04"
    )
    assert ("constant", "period") in asked(store, content)


@pytest.mark.parametrize("days", [("2024-01-01", "2024-02-01"), ("20240101", "20240201")])
def test_dates_written_as_text_are_asked_about(store: Store, days: tuple[str, str]) -> None:
    content = lines("Nyckeltal;Region;Datum;Kön;Värde", *(f"sjuktal;Riket;{day};T;5" for day in days))
    assert ("dates", "datum") in asked(store, content)
    got = read(store, content, Answers(dates="month"))
    assert {row[3] for row in figures(got)} == {"jan 2024", "feb 2024"}
    with pytest.raises(UserError, match="rad"):
        read(store, content, Answers(dates="year"))


def test_dates_as_headers_are_asked_about(store: Store) -> None:
    rows = [["Region", datetime.date(2024, 1, 1), datetime.date(2024, 2, 1)], ["Riket", 5, 6], ["Stockholm", 7, 8]]
    content = xlsx(Blad=rows)
    assert any(kind == "dates" for kind, _ in asked(store, content, "f.xlsx"))
    answers = Answers(constants={Role.INDICATOR: "sjuktal", Role.GENDER: "T"}, dates="month")
    assert {row[3] for row in figures(read(store, content, answers, "f.xlsx"))} == {"jan 2024", "feb 2024"}


def test_a_year_and_its_part_written_together_are_no_days_of_a_calendar(store: Store) -> None:
    rows = [
        ["Nyckeltal", "Region", "Period", "Kön", "Värde"],
        *(["sjuktal", "Riket", 20241 + i, "T", 5] for i in range(3)),
    ]
    found = look(store, xlsx(A=rows), "f.xlsx")
    assert ("dates", "period") not in doubts(found)


def test_days_of_a_calendar_kept_as_numbers_are_asked_about(store: Store) -> None:
    rows = [
        ["Nyckeltal", "Region", "Datum", "Kön", "Värde"],
        *(["sjuktal", "Riket", day, "T", 5] for day in (45292, 45323)),
    ]
    content = xlsx(A=rows)
    assert ("dates", "datum") in asked(store, content, "f.xlsx")
    assert {row[3] for row in figures(read(store, content, Answers(dates="month"), "f.xlsx"))} == {
        "jan 2024", "feb 2024"
    }  # fmt: skip


# Units.


def test_areas_numbered_by_somebody_are_not_regions(store: Store) -> None:
    content = lines("Nyckeltal;Område;År;Kön;Värde", "sjuktal;1;2024;T;5", "sjuktal;23;2024;T;6")
    assert asked(store, content)


def test_a_municipality_is_not_the_region_of_its_name(store: Store) -> None:
    content = lines("Nyckeltal;Kommun;År;Kön;Värde", "sjuktal;Stockholm;2024;T;5", "sjuktal;Östersund;2024;T;6")
    assert ("unit-name", "Stockholm") in asked(store, content)


def test_the_finest_of_two_units_is_the_unit(store: Store) -> None:
    content = lines(
        "Nyckeltal;Region;Kommun;År;Kön;Värde", "sjuktal;Jämtland;Östersund;2024;T;5", "sjuktal;Jämtland;Berg;2024;T;6"
    )
    assert {(row[1], row[4]) for row in figures(read(store, content))} == {("2380", 5.0), ("2326", 6.0)}


def test_two_names_of_one_unit_beside_its_code_are_not_asked_about(store: Store) -> None:
    rows = ["0023;Jämtland;2023;T;5", "0023;Jämtlands län;2024;T;6", "0000;Riket;2024;T;7"]
    content = lines("Nyckeltal;Regionkod;Region;År;Kön;Värde", *(f"sjuktal;{row}" for row in rows))
    assert len(figures(read(store, content))) == 3
    other = content.replace("Jämtlands län".encode(), b"Stockholm")
    assert asked(store, other)


@pytest.mark.parametrize("total", ["Summa", "Totalt", "Hela landet (exkl. Gotland)", "Norra regionen"])
def test_a_total_among_the_units_is_asked_about(store: Store, total: str) -> None:
    content = lines("Region;År;Kön;sjuktal", "Stockholm;2024;T;5", f"{total};2024;T;6", "Riket;2024;T;7")
    assert ("unit-name", total) in asked(store, content)


# Columns left aside.


def test_an_age_beside_a_known_nyckeltal_is_asked_about(store: Store) -> None:
    content = lines("Nyckeltal;Region;År;Kön;Ålder;Värde", "sjuktal;Riket;2024;T;65+;5", "sjuktal;23;2024;T;65+;6")
    assert ("column", "ålder") in asked(store, content)


def test_a_number_column_beside_the_value_is_asked_about(store: Store) -> None:
    content = lines("Nyckeltal;Region;År;Kön;Rang;Värde", "sjuktal;Riket;2024;T;1;5", "sjuktal;23;2024;T;2;6")
    assert ("column", "rang") in asked(store, content)


def test_a_year_of_marks_alone_is_a_year(store: Store) -> None:
    content = lines("Region;Kön;2023;2024", "Riket;T;5,5;..", "Stockholm;T;6,5;..")
    got = figures(read(store, content, given(Role.INDICATOR)))
    assert ("sjuktal", "0000", "T", "2024", "missing") in got
    assert len(got) == 4


def test_a_word_among_the_values_of_a_year_is_told_with_its_place(store: Store) -> None:
    rows = [f"{unit};T;5,5;{value}" for unit, value in (("Riket", "6,5"), ("Stockholm", "okänt"), ("Östersund", "7"))]
    with pytest.raises(UserError, match="okänt"):
        read(store, lines("Region;Kön;2023;2024", *rows), given(Role.INDICATOR))


# Sheets and rows.


def test_a_sheet_with_other_headers_is_told(store: Store) -> None:
    first = [["Nyckeltal", "Region", "År", "Kön", "Utfallet"], ["sjuktal", "Riket", 2024, "T", 5]]
    other = [["Enhet", 2023, 2024], ["Riket", 1, 2], ["Stockholm", 3, 4]]
    checked = read(store, xlsx(A=first, B=other), name="f.xlsx")
    assert len(checked.rows) == 1
    assert any("B" in each.reason for each in checked.left_out)


def test_hidden_rows_and_sheets_are_told(store: Store) -> None:
    from io import BytesIO

    from xlsxwriter import Workbook

    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        for name in ("Synligt", "Gömt"):
            sheet = book.add_worksheet(name)
            for at, row in enumerate([["Region", "Kön", 2023, 2024], ["Riket", "T", 1, 2], ["Stockholm", "T", 3, 4]]):
                sheet.write_row(at, 0, row)
        book.get_worksheet_by_name("Synligt").set_row(2, None, None, {"hidden": True})
        book.get_worksheet_by_name("Gömt").hide()
    checked = read(store, content.getvalue(), given(Role.INDICATOR), "f.xlsx")
    told = " ".join(each.reason for each in (*checked.left_out, *checked.notes))
    assert "Gömt" in told
    assert "dold" in told
    assert len(checked.rows) == 4
    assert sum(each.rows for each in checked.notes) == 1


def test_a_second_table_below_the_first_is_refused(store: Store) -> None:
    content = lines("Region;Kön;2023;2024", "Riket;T;1;2", ";;;", "Region;Kön;2021;2022", "Stockholm;T;3;4")
    with pytest.raises(UserError, match="ny tabell"):
        look(store, content, "f.csv")


def test_a_heading_in_the_middle_is_asked_about(store: Store) -> None:
    content = lines("Region;2023;2024", "Kvinnor;;", "Riket;1;2", "Män;;", "Stockholm;3;4")
    assert {("unit-name", "Kvinnor"), ("unit-name", "Män")} <= asked(store, content)


def test_merged_keys_hold_for_the_rows_that_they_are_merged_over_and_no_others(store: Store) -> None:
    from io import BytesIO

    from xlsxwriter import Workbook

    rows = [
        ["Region", "År", "Kön", "sjuktal"],
        ["Riket", 2023, "T", 1],
        ["", 2024, "T", 2],
        ["Stockholm", 2023, "T", 3],
    ]

    def made(merged: bool) -> bytes:
        content = BytesIO()
        with Workbook(content, {"in_memory": True}) as book:
            sheet = book.add_worksheet("A")
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
            if merged:
                sheet.merge_range(1, 0, 2, 0, "Riket")
        return content.getvalue()

    assert {(row[1], row[3], row[4]) for row in figures(read(store, made(True), name="f.xlsx"))} == {
        ("0000", "2023", 1.0), ("0000", "2024", 2.0), ("0001", "2023", 3.0)
    }  # fmt: skip
    with pytest.raises(UserError):
        read(store, made(False), name="f.xlsx")


# Layouts remembered.

INFLUENSA = ["År;Region;Kön;J09 Influensa;J10 Influensa", "2018;Riket;T;11,2;341,2", "2018;Stockholm;T;10,2;364,2"]
LATER = ["År;Region;Kön;J10 Influensa;J09 Influensa", "2019;Riket;T;341,3;11,3", "2019;Stockholm;T;364,3;10,3"]


def test_the_next_file_goes_straight_in_whatever_the_order_of_its_columns(store: Store) -> None:
    deliver(store, lines("Sluten vård, Ålder: 65+", *INFLUENSA), name="Databasen_2020-07-28 11 46 15.csv")
    found = look(store, lines("Sluten vård, Ålder: 65+", *LATER), "Databasen_2021-08-01 09 01 02.csv")
    assert isinstance(found, Looked)
    got = figures(read(store, lines("Sluten vård, Ålder: 65+", *LATER), name="Databasen_2021-08-01 09 01 02.csv"))
    assert ("j10_influensa", "0000", "T", "2019", 341.3) in got


def test_the_same_headers_about_something_else_are_asked_about(store: Store) -> None:
    deliver(store, lines("Sluten vård, Ålder: 65+", *INFLUENSA), name="Databasen.csv")
    found = asked(store, lines("Sluten vård, Ålder: 0-4", *LATER), "Databasen.csv")
    assert ("indicator-name", "J10 Influensa") in found


def test_other_headers_with_the_same_name_about_something_else_are_asked_about(store: Store) -> None:
    deliver(store, lines("Sluten vård, Ålder: 65+", *INFLUENSA), name="Databasen.csv")
    content = lines("Öppen vård", "År;Region;Kön;J09 Influensa", "2019;Riket;T;1", "2019;Stockholm;T;2")
    assert ("indicator-name", "J09 Influensa") in asked(store, content, "Databasen.csv")


def test_what_held_for_one_file_does_not_hold_for_one_of_another_name(store: Store) -> None:
    rows = ["Region;2023;2024", "Riket;5;6", "Stockholm;7;8"]
    deliver(store, lines(*rows), given(Role.INDICATOR, Role.GENDER), "sjuktal 15-19 år 2024.csv")
    assert isinstance(look(store, lines(*rows), "sjuktal 15-19 år 2025.csv"), Looked)
    assert ("constant", "indicator") in asked(store, lines(*rows), "sjuktal 20-24 år 2025.csv")


def test_more_sheets_than_last_time_are_asked_about(store: Store) -> None:
    rows = [["Region", 2023, 2024], ["Riket", 5, 6], ["Stockholm", 7, 8]]
    deliver(store, xlsx(Ett=rows), given(Role.INDICATOR, Role.GENDER), "f.xlsx")
    other = [rows[0], ["Östersund", 1, 2], ["Berg", 3, 4]]
    assert any(kind == Kind.SHEET for kind, _ in asked(store, xlsx(Ett=rows, Två=other), "f.xlsx"))


# Answers that contradict the file, or each other.


def test_an_answer_for_what_the_file_says_itself_is_refused(store: Store) -> None:
    content = lines("Region;År;Kön;Måttet", "Riket;2024;K;5", "Stockholm;2024;M;6")
    with pytest.raises(UserError, match="kön"):
        read(store, content, given(Role.GENDER))


def test_an_answer_about_a_name_that_is_known_counts(store: Store) -> None:
    content = lines("Region;År;Kön;Sjukfrånvaro", "Riket;2024;K;5", "Stockholm;2024;M;6")
    got = figures(read(store, content, Answers(names={"Stockholm": "2380"}, columns={"år": Role.PERIOD}), ask=True))
    assert ("sjuktal", "2380", "M", "2024", 6.0) in got


def test_an_answer_about_a_name_that_the_file_lacks_is_refused(store: Store) -> None:
    content = lines("Region;År;Kön;Sjukfrånvaro", "Riket;2024;K;5", "Stockholm;2024;M;6")
    with pytest.raises(UserError, match="Rikett"):
        read(store, content, Answers(names={"Rikett": "0000"}), ask=True)


def test_two_columns_cannot_be_the_same_key(store: Store) -> None:
    content = lines("Nyckeltal;Region;År;Från;Kön;Värde", "sjuktal;Riket;2024;2020;T;5", "sjuktal;23;2024;2021;T;6")
    with pytest.raises(UserError, match="från"):
        read(store, content, Answers(columns={"Från": Role.PERIOD}))
