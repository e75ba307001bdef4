"""Check and commit: what is new, changed and unchanged; superseding, withdrawal, and somebody else in between."""

import datetime
import threading

import pandas as pd
import pytest
from ingest_files import HEADER, csv, fingerprint, parquet, xlsx
from ingest_store import ACTOR

from kpi.errors import UserError
from kpi.ingest.upload import Checked, check, commit
from kpi.model import Actor, DataMode, Origin
from kpi.store import Store
from kpi.store.deliveries import deliveries, withdraw
from kpi.store.observations import observations


def upload(store: Store, *rows: str, origin: Origin = Origin.USER) -> int:
    return commit(store, check(store, csv(*rows), "utfall.csv", origin=origin), ACTOR, "prov")


def values(store: Store, mode: DataMode = DataMode.REAL) -> dict[str, float | None]:
    frame = observations(store, mode)
    keys = frame["indicator"] + " " + frame["gender"] + " " + frame["period_start"].dt.year.astype(str)
    return dict(zip(keys, frame["value"], strict=True))


def test_a_file_is_stored_whole_as_one_delivery_with_its_rows_and_its_hash(store: Store) -> None:
    checked = check(store, csv("sjuktal;0023;2025;K;5,5", "Sjukfrånvaro;Jämtland;2025;Män;3,5"), "mapp/utfall.csv")
    number = commit(store, checked, ACTOR, "årsbokslut")
    made = deliveries(store)[0]
    assert (made.id, made.rows, made.file_name, made.reason, made.subject) == (
        number,
        2,
        "utfall.csv",
        "årsbokslut",
        "long",
    )
    assert made.file_sha256 == checked.sha256
    assert values(store) == {"sjuktal K 2025": 5.5, "sjuktal M 2025": 3.5}
    assert observations(store, DataMode.REAL)["source_row"].tolist() == [2, 3]


def test_the_difference_tells_added_changed_and_unchanged(store: Store) -> None:
    upload(store, "sjuktal;0023;2025;K;5,5", "sjuktal;0023;2025;M;3,5", "energi;0023;2025;T;160")
    checked = check(
        store,
        csv("sjuktal;0023;2025;K;5,5", "sjuktal;0023;2025;M;3,6", "sjuktal;0023;2025;T;4,9", "energi;0023;2025;T;160"),
        "b.csv",
    )
    assert (checked.added, checked.changed, checked.unchanged) == (1, 1, 2)
    assert checked.affected == ["sjuktal"]
    assert checked.difference["kind"].tolist() == ["unchanged", "changed", "added", "unchanged"]
    assert checked.difference["old_value"].tolist()[:2] == [5.5, 3.5]
    assert pd.isna(checked.difference["old_value"].iloc[2])


def test_a_changed_comment_or_status_is_a_change_though_the_value_stands(store: Store) -> None:
    header = ";".join([*HEADER, "status", "kommentar"])
    first = check(store, csv("sjuktal;0023;2025;K;5;preliminärt;", header=header), "a.csv")
    commit(store, first, ACTOR)
    assert check(store, csv("sjuktal;0023;2025;K;5;;", header=header), "b.csv").changed == 1
    assert check(store, csv("sjuktal;0023;2025;K;5;preliminärt;ny kod", header=header), "b.csv").changed == 1
    assert check(store, csv("sjuktal;0023;2025;K;5;preliminärt;", header=header), "b.csv").unchanged == 1


def test_a_later_delivery_supersedes_and_its_withdrawal_brings_the_former_back(store: Store) -> None:
    upload(store, "sjuktal;0023;2025;K;5,5", "sjuktal;0023;2025;M;3,5")
    later = upload(store, "sjuktal;0023;2025;K;6,5", "sjuktal;0023;2025;T;4,5")
    assert values(store) == {"sjuktal K 2025": 6.5, "sjuktal M 2025": 3.5, "sjuktal T 2025": 4.5}
    withdraw(store, later, ACTOR, "fel fil")
    assert values(store) == {"sjuktal K 2025": 5.5, "sjuktal M 2025": 3.5}


def test_examples_and_real_outcomes_are_compared_apart(store: Store) -> None:
    upload(store, "sjuktal;0023;2025;K;5,5", origin=Origin.EXAMPLE)
    assert check(store, csv("sjuktal;0023;2025;K;5,5"), "a.csv").added == 1
    assert check(store, csv("sjuktal;0023;2025;K;5,5"), "a.csv", origin=Origin.EXAMPLE).unchanged == 1
    assert values(store) == {}


def test_a_change_in_between_is_refused_and_nothing_stored(store: Store) -> None:
    checked = check(store, csv("sjuktal;0023;2025;K;5,5"), "a.csv")
    upload(store, "sjuktal;0023;2025;K;5,4")
    before = fingerprint(store)
    with pytest.raises(UserError) as refused:
        commit(store, checked, ACTOR)
    assert refused.value.key == "store-changed"
    assert fingerprint(store) == before


def test_a_change_in_between_that_concerns_something_else_is_no_hindrance(store: Store) -> None:
    checked = check(store, csv("sjuktal;0023;2025;K;5,5"), "a.csv")
    upload(store, "energi;0023;2025;T;160")
    commit(store, checked, ACTOR)
    assert values(store)["sjuktal K 2025"] == 5.5


def test_of_two_at_once_one_is_stored_and_the_other_told(store: Store) -> None:
    both = [check(store, csv(f"sjuktal;0023;2025;K;{value}"), "a.csv") for value in (1, 2)]
    told: list[str] = []

    def store_one(checked: Checked) -> None:
        try:
            commit(store, checked, ACTOR)
        except UserError as error:
            told.append(error.key)

    threads = [threading.Thread(target=store_one, args=[checked]) for checked in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == ["store-changed"]
    assert len(observations(store, DataMode.REAL)) == 1


def test_who_may_not_write_stores_nothing(store: Store) -> None:
    before = fingerprint(store)
    with pytest.raises(UserError):
        commit(store, check(store, csv("sjuktal;0023;2025;K;5,5"), "a.csv"), Actor("Gäst"))
    assert fingerprint(store) == before


def test_the_same_file_again_changes_nothing_that_is_shown(store: Store) -> None:
    rows = ["sjuktal;0023;2025;K;5,5", "sjuktal;0023;2024;K;.."]
    upload(store, *rows)
    again = check(store, csv(*rows), "a.csv")
    assert (again.added, again.changed, again.unchanged, again.affected) == (0, 0, 2, [])


def test_progress_is_told_in_words_and_shares(store: Store) -> None:
    told: list[tuple[str, float]] = []
    check(store, csv("sjuktal;0023;2025;K;5,5"), "a.csv", progress=lambda text, share: told.append((text, share)))
    assert [share for _, share in told] == sorted(share for _, share in told)
    assert told[0] == ("Läser a.csv", 0.0)
    assert told[-1][1] == 1.0


@pytest.mark.parametrize(
    ("written", "value"),
    [("1 234,5", 1234.5), ("1\u00a0234,5", 1234.5), ("1\u202f234", 1234.0), ("−34,8", -34.8), ("-34,8", -34.8),
     ("12,5 %", 12.5), ("12,5%", 12.5), ("0", 0.0), ("+3", 3.0), ("\u00a07 ", 7.0), ("1,5e2", 150.0), ("0,123", 0.123)],
)  # fmt: skip
def test_numbers_as_swedes_write_them(store: Store, written: str, value: float) -> None:
    assert check(store, csv(f"soliditet;0023;2025;T;{written}"), "a.csv").rows["value"].tolist() == [value]


def test_three_decimals_are_read_when_the_file_itself_shows_the_decimal_sign(store: Store) -> None:
    clear_in_column = csv("utslapp;0023;2025;T;1,234", "utslapp;0023;2024;T;1,5")
    assert check(store, clear_in_column, "a.csv").rows["value"].tolist() == [1.234, 1.5]
    header = ";".join([*HEADER, "täljare"])
    clear_beside = csv("utslapp;0023;2025;T;1,234;0,5", header=header)
    assert check(store, clear_beside, "a.csv").rows["value"].tolist() == [1.234]
    points_beside_commas = csv("utslapp;0023;2025;T;1.234;0,5", header=header)
    with pytest.raises(UserError, match=r"1\.234"):
        check(store, points_beside_commas, "a.csv")


def test_columns_may_differ_in_decimal_sign(store: Store) -> None:
    checked = check(store, csv("utslapp;0023;2025;T;1.25;2,75", header=";".join([*HEADER, "täljare"])), "a.csv")
    assert checked.rows[["value", "numerator"]].to_numpy().tolist() == [[1.25, 2.75]]


def test_rows_are_numbered_as_lines_of_the_file_also_after_a_quoted_new_line(store: Store) -> None:
    header = ";".join([*HEADER, "kommentar"])
    rows = ['sjuktal;0023;2025;K;5,5;"två', 'rader; och ""citat"""', "", "sjuktal;0023;2024;K;x;"]
    with pytest.raises(UserError) as refused:
        check(store, csv(*rows, header=header), "a.csv")
    assert refused.value.place.row == 5
    good = check(store, csv(*rows[:3], "sjuktal;0023;2024;K;4;", header=header), "a.csv").rows
    assert good["source_row"].tolist() == [2, 5]
    assert good["comment"].iloc[0] == 'två\nrader; och "citat"'


def test_a_header_may_be_in_any_order_and_case_below_a_title(store: Store) -> None:
    content = b"Utfall 2025;;;;\n;;;;\n" + csv("5,5;K;0023;sjuktal;2025", header="VÄRDE; Kön ;Enhet;Nyckeltal;Period")
    rows = check(store, content, "a.csv").rows
    assert rows[["indicator", "value", "source_row"]].to_numpy().tolist() == [["sjuktal", 5.5, 4]]


@pytest.mark.parametrize("name", ["23", "0023", "Jämtland", "JÄMTLANDS LÄN", " region  jämtland härjedalen "])
def test_a_unit_is_known_by_code_name_and_alias(store: Store, name: str) -> None:
    assert check(store, csv(f"sjuktal;{name};2025;K;5,5"), "a.csv").rows["unit"].tolist() == ["0023"]


def test_a_workbook_keeps_its_numbers_dates_and_sheet(store: Store) -> None:
    year = ["sjuktal", 23, 2025, "K", 5.123456789012345]
    day = ["sjuktal", "0023", datetime.date(2025, 8, 31), "K", "4,5"]
    book = xlsx(Om=[["Källa", "Palasso"]], Utfall=[["Sjuktal per år"], [], HEADER, year, day])
    rows = check(store, book, "a.xlsx").rows
    assert rows["value"].tolist() == [5.123456789012345, 4.5]
    assert rows["period_kind"].tolist() == ["year", "day"]
    assert rows["source_sheet"].tolist() == ["Utfall", "Utfall"]
    assert rows["source_row"].tolist() == [4, 5]


def test_parquet_keeps_its_types_and_nulls(store: Store) -> None:
    content = parquet({"nyckeltal": ["sjuktal"] * 2, "enhet": [23, 23], "period": [2024, 202508], "kön": ["K", "T"],
                       "värde": [1.234, None], "status": [None, "skyddat"]})  # fmt: skip
    rows = check(store, content, "a.parquet").rows
    assert rows["value"].tolist()[0] == 1.234
    assert rows["status"].tolist()[1] == "suppressed"
    assert rows["period_kind"].tolist() == ["year", "month"]


def test_without_a_plan_the_answer_is_to_load_one(tmp_path) -> None:
    empty = Store.open(tmp_path / "tom.duckdb")
    with pytest.raises(UserError, match="inga nyckeltal är inlästa"):
        check(empty, csv("sjuktal;0023;2025;K;5,5"), "a.csv")
    empty.close()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_text_as_excel_saves_it_is_read_with_or_without_its_mark(store: Store, encoding: str) -> None:
    rows = csv("Sjukfrånvaro;Jämtland;2025;Kvinnor;5,5", "Sjukfrånvaro;Jämtland;2025;Män;3,5", encoding=encoding)
    found = check(store, rows, "utfall.txt").rows
    assert found["value"].tolist() == [5.5, 3.5]
    assert found["source_row"].tolist() == [2, 3]


def test_a_value_can_be_removed_and_comes_back_with_the_withdrawal(store: Store) -> None:
    header = ";".join([*HEADER, "status"])
    upload(store, "sjuktal;0023;2025;K;5,5", "sjuktal;0023;2025;M;3,5")
    removal = check(store, csv("sjuktal;0023;2025;K;;borttaget", "energi;0023;2025;T;;utgår", header=header), "b.csv")
    assert (removal.removed, removal.unchanged, removal.affected) == (1, 1, ["sjuktal"])
    number = commit(store, removal, ACTOR)
    assert values(store) == {"sjuktal M 2025": 3.5}
    assert check(store, csv("sjuktal;0023;2025;K;5,5"), "c.csv").added == 1
    withdraw(store, number, ACTOR, "fel")
    assert values(store) == {"sjuktal K 2025": 5.5, "sjuktal M 2025": 3.5}
