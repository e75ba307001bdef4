"""Format descriptions: the shipped ones load; a broken one is told with its file and key; what they do to rows."""

from pathlib import Path

import pytest
from ingest_files import csv
from ingest_store import ACTOR

from kpi.errors import UserError
from kpi.ingest import formats
from kpi.ingest.definitions import COLUMNS
from kpi.ingest.upload import check, commit
from kpi.store import Store

SMALL = """
title = "Prov"
source = "Prov"
encoding = "utf-8"
separator = ","
[columns]
indicator = "matt"
unit = "lan"
period = "tid"
gender = "kon"
value = "tal"
lower = "nedre"
upper = "ovre"
comment = "not"
[decimals]
value = "."
lower = "."
upper = "."
[gender]
Kv = "K"
Alla = "T"
[unit]
width = 4
[indicator.codes]
A1 = "sjuktal"
[[period]]
pattern = '(?P<first>\\d{4}) var'
kind = "half_year"
part = 1
[[period]]
pattern = '(?P<first>\\d{4})'
kind = "year"
[[absent]]
column = "not"
values = ["saknas"]
status = "missing"
[[leave_out]]
column = "not"
values = ["gammal"]
reason = "Raden är ersatt."
"""
HEADER = "matt,lan,tid,kon,tal,nedre,ovre,not"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(formats, "_folder", lambda: tmp_path)
    (tmp_path / "prov.toml").write_text(SMALL, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", formats.names())
def test_every_shipped_format_loads(name: str) -> None:
    found = formats.load(name)
    assert found.title
    assert found.source
    assert set(found.definitions.columns) == set(COLUMNS)


def test_a_format_shapes_the_rows_and_accounts_for_the_rest(store: Store, folder: Path) -> None:
    rows = ["A1,23,2017,Kv,1.234,1.0,1.5,", "A1,23,2018 var,Alla,5,,,x", "A1,23,2019,Alla,,2,3,saknas",
            "A1,23,2016,Kv,9,,,gammal", "A1,23,2015,Kv,,,,"]  # fmt: skip
    checked = check(store, csv(*rows, header=HEADER), "prov.csv", "prov")
    assert checked.rows_read == 5
    assert [(each.rows, each.reason) for each in checked.left_out] == [
        (1, "Raden är ersatt."), (1, "Värdet saknas utan att källan säger varför."),
    ]  # fmt: skip
    assert [each.rows for each in checked.notes] == [1]
    assert checked.rows["value"].tolist()[:2] == [1.234, 5.0]
    assert checked.rows["period_kind"].tolist() == ["year", "half_year", "year"]
    assert checked.rows["status"].tolist()[2] == "missing"
    commit(store, checked, ACTOR)


@pytest.mark.parametrize(
    ("row", "key", "column"),
    [
        ("A2,23,2017,Kv,1,,,", "row-indicator-unknown", "matt"),
        ("A1,99,2017,Kv,1,,,", "row-unit-unknown", "lan"),
        ("A1,23,2017-1,Kv,1,,,", "period-unreadable", "tid"),
        ("A1,23,2017,K,1,,,", "gender-unknown", "kon"),
        ('A1,23,2017,Kv,"1,5",,,', "not-a-number", "tal"),
        ("A1,23,2017,Kv,1,2,3,", "value-outside-interval", "tal"),
        ("A1,23,2017,Kv,120,,,", "value-above-range", "tal"),
    ],
)
def test_a_row_that_the_format_does_not_know_is_refused(
    store: Store, folder: Path, row: str, key: str, column: str
) -> None:
    with pytest.raises(UserError) as refused:
        check(store, csv(row, header=HEADER), "prov.csv", "prov")
    assert (refused.value.key, refused.value.place.row, refused.value.place.column) == (key, 2, column)


@pytest.mark.parametrize(
    ("old", "new", "key", "name"),
    [
        ('title = "Prov"', "", "format-key-missing", "title"),
        ('title = "Prov"', 'titel = "Prov"\ntitle = "Prov"', "format-key-unknown", "titel"),
        ('title = "Prov"', "title = 5", "format-key-kind", "title"),
        ('encoding = "utf-8"', 'encoding = "utf-88"', "format-encoding-unknown", "encoding"),
        ('unit = "lan"', "", "format-key-missing", "columns.unit"),
        ('unit = "lan"', 'unit = "lan"\ncolour = "x"', "format-key-unknown", "columns.colour"),
        ('value = "."', 'value = ";"', "format-word-unknown", "decimals.value"),
        ('value = "."', "", "format-key-missing", "decimals.value"),
        ('Kv = "K"', 'Kv = "F"', "format-word-unknown", "gender.Kv"),
        ("width = 4", 'width = "fyra"', "format-key-kind", "unit.width"),
        ("width = 4", "bredd = 4", "format-key-unknown", "unit.bredd"),
        ('kind = "year"', 'kind = "år"', "format-word-unknown", "period[2].kind"),
        ("pattern = '(?P<first>\\d{4})'", "pattern = '(\\d{4'", "format-not-a-pattern", "period[2].pattern"),
        ('values = ["gammal"]', "", "format-rule-empty", "leave_out[1].values"),
        ('values = ["gammal"]', "values = [1]", "format-key-kind", "leave_out[1].values"),
        ('status = "missing"', 'status = "borta"', "format-word-unknown", "absent[1].status"),
        ('reason = "Raden är ersatt."', "", "format-key-missing", "leave_out[1].reason"),
        ('title = "Prov"', 'title = "Prov', "format-not-toml", ""),
    ],
)
def test_a_broken_format_is_told_with_file_and_key(folder: Path, old: str, new: str, key: str, name: str) -> None:
    assert old in SMALL
    (folder / "prov.toml").write_text(SMALL.replace(old, new), encoding="utf-8")
    with pytest.raises(UserError) as refused:
        formats.load("prov")
    assert (refused.value.key, refused.value.place.file) == (key, "prov.toml")
    assert name in str(refused.value)


@pytest.mark.parametrize(
    ("change", "key", "column"),
    [
        ({"direction": "uppåt"}, "definition-word", "direction"),
        ({"name": ""}, "definition-blank", "name"),
        ({"decimals": "1.5"}, "definition-blank", "decimals"),
        ({"lowest": "noll"}, "not-a-number", "lowest"),
        ({"code": "a"}, "definition-repeated", "code"),
    ],
)
def test_a_broken_definition_is_told_with_row_and_column(
    folder: Path, change: dict[str, str], key: str, column: str
) -> None:
    good = {"code": "a", "name": "A", "short_name": "A", "measure": "%", "decimals": "1", "direction": "higher",
            "year_rule": "last", "split_by_gender": "ja", "no_split_reason": "", "lowest": "0", "highest": "",
            "source": "s", "aliases": ""}  # fmt: skip
    rows = [good, {**good, "code": "b", **change}]
    lines = [";".join(row.values()) for row in rows]
    (folder / "prov.indicators.csv").write_bytes(csv(*lines, header=";".join(good)))
    with pytest.raises(UserError) as refused:
        formats.load("prov")
    assert (refused.value.key, refused.value.place.row, refused.value.place.column) == (key, 3, column)


def test_an_unknown_format_names_those_that_exist() -> None:
    with pytest.raises(UserError, match="en_god_vard"):
        formats.load("../../plans/x")
