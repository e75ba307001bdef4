"""Columns that say the period together, and columns that a period seems to explain but does not."""

import pytest
from ingest_files import xlsx
from layout_reading import doubts, figures, lines, read
from layout_writing import ABOVE, LEFT, in_merged_xlsx

from kpi.errors import UserError
from kpi.ingest.layout import Role
from kpi.ingest.layout.answers import Answers
from kpi.ingest.look import Asked, Looked, look
from kpi.store import Store


def table(beside: str, *pairs: tuple[object, object]) -> bytes:
    """A row for each unit and gender, for each year and what stands beside it."""
    rows = [f"sjuktal;{u};{year};{text};{g};5" for year, text in pairs for u in ("Riket", "Stockholm") for g in "KM"]
    return lines(f"Nyckeltal;Region;År;{beside};Kön;Värde", *rows)


def periods(store: Store, content: bytes) -> set[str]:
    assert isinstance(look(store, content, "fil.csv"), Looked)
    return {row[3] for row in figures(read(store, content))}


@pytest.mark.parametrize(
    ("header", "last", "first", "said"),
    [
        ("Månad", 12, 1, {"dec 2023", "jan 2024"}), ("Månad", "dec", "jan", {"dec 2023", "jan 2024"}),
        ("Månad", "2023-12", "2024-01", {"dec 2023", "jan 2024"}),
        ("Kvartal", 4, 1, {"kvartal 4 2023", "kvartal 1 2024"}),
        ("Kvartal", "K4", "K4", {"kvartal 4 2023", "kvartal 4 2024"}),
        ("Tertial", "T3", "T1", {"tertial 3 2023", "tertial 1 2024"}),
    ],
)  # fmt: skip
def test_one_part_of_each_year_is_that_part(store: Store, header: str, last: object, first: object, said: set) -> None:
    """Each year goes with one month, and does not explain it."""
    assert periods(store, table(header, (2023, last), (2024, first))) == said


def test_the_year_and_the_month_beside_a_whole_period_say_nothing_more(store: Store) -> None:
    rows = [f"sjuktal;Riket;{g};5;{year}-{n:02};{year};{name}" for g in "KM" for year, n, name in
            ((2023, 11, "november"), (2023, 12, "december"), (2024, 1, "januari"))]  # fmt: skip
    content = lines("Nyckeltal;Region;Kön;Värde;Period;År;Månadens namn", *rows)
    assert periods(store, content) == {"nov 2023", "dec 2023", "jan 2024"}


@pytest.mark.parametrize(
    ("header", "one", "other"),
    [("Termin", "HT", "VT"), ("Slag", "Utfall", "Prognos"), ("Avser", "2021-2023", "2022-2024"),
     ("Mätt", "2023-10-01", "2024-10-01"), ("Säsong", "2023/24", "2024/25")],
)  # fmt: skip
def test_what_the_year_decides_but_does_not_say_is_asked_about(store: Store, header: str, one: str, other: str) -> None:
    found = look(store, table(header, (2023, one), (2024, other)), "fil.csv")
    assert isinstance(found, Asked)
    assert ("column", header.casefold()) in doubts(found)


def test_the_month_is_finer_than_the_quarter_beside_it(store: Store) -> None:
    rows = [f"sjuktal;Riket;2024;{(n - 1) // 3 + 1};{n};{g};5" for n in (1, 2, 3, 4) for g in "KM"]
    content = lines("Nyckeltal;Region;År;Kvartal;Månad;Kön;Värde", *rows)
    found = look(store, content, "fil.csv")
    assert isinstance(found, Asked)
    assert doubts(found) == {("column", "kvartal")}
    got = figures(read(store, content, Answers(columns={"Kvartal": Role.IGNORED})))
    assert {row[3] for row in got} == {"jan 2024", "feb 2024", "mars 2024", "april 2024"}


# What the merged cells of a header do not reach is no part of it.


def test_a_name_merged_over_two_columns_does_not_take_the_first_row_for_a_header(store: Store) -> None:
    rows = [["Region", LEFT, "Kön", 2023, 2024], ["0000", "Riket", "K", 2018, 2019], ["0001", "Stockholm", "K", 5, 6]]
    answers = Answers(constants={Role.INDICATOR: "energi"})
    assert figures(read(store, in_merged_xlsx({"A": rows}), answers)) == {
        ("energi", "0000", "K", "2023", 2018.0), ("energi", "0000", "K", "2024", 2019.0),
        ("energi", "0001", "K", "2023", 5.0), ("energi", "0001", "K", "2024", 6.0),
    }  # fmt: skip


def test_a_title_merged_over_the_table_is_no_header(store: Store) -> None:
    body = [["Region", "K", "M"], ["Riket", 5.5, 6.5], ["Stockholm", 4.5, 3.5]]
    answers = Answers(constants={Role.INDICATOR: "sjuktal", Role.PERIOD: "2024"})
    for title in (["Sjukfrånvaro i regionerna", LEFT, LEFT], ["Sjukfrånvaro i regionerna"]):
        checked = read(store, in_merged_xlsx({"A": [title, *body]}), answers)
        assert {row[1:] for row in figures(checked)} == {
            ("0000", "K", "2024", 5.5), ("0000", "M", "2024", 6.5), ("0001", "K", "2024", 4.5),
            ("0001", "M", "2024", 3.5),
        }  # fmt: skip


def test_months_below_a_year_are_of_that_year(store: Store) -> None:
    rows = [
        ["Nyckeltal", "Region", "Kön", 2023, LEFT, 2024, LEFT], [ABOVE, ABOVE, ABOVE, "nov", "dec", "jan", "feb"],
        ["sjuktal", "Riket", "K", 1.5, 2.5, 3.5, 4.5], [ABOVE, ABOVE, "M", 5.5, 6.5, 7.5, 8.5],
    ]  # fmt: skip
    got = figures(read(store, in_merged_xlsx({"A": rows})))
    assert {("sjuktal", "0000", "K", "dec 2023", 2.5), ("sjuktal", "0000", "M", "jan 2024", 7.5)} < got
    assert len(got) == 8


def test_a_first_row_without_a_key_is_no_header(store: Store) -> None:
    """Its blank cell is a fault to tell of, as in any other row."""
    rows = [["Nyckeltal", "Region", "Kön", 2023, 2024], [None, "Riket", "K", "..", 5], ["sjuktal", "Riket", "M", 5, 6]]
    with pytest.raises(UserError, match="Nyckeltal saknas"):
        read(store, xlsx(A=rows))
