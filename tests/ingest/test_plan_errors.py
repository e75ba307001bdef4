"""A broken plan file is refused with file, row (as an editor counts) and column, and a sentence on what to do."""

from dataclasses import dataclass

import pytest
from plan_making import FILES, UNITS, write

from kpi.errors import UserError
from kpi.ingest.plan import read_plan
from kpi.words import say

G, N, T, B, P = "mal.csv", "nyckeltal.csv", "malvarden.csv", "brott.csv", "plan.toml"


@dataclass(frozen=True)
class Broken:
    file: str
    old: str
    new: str
    key: str
    row: int
    column: str = ""


CASES = {
    "unknown column": Broken(G, "kod;över", "kod;färg;över", "plan-column-unknown", 1, "färg"),
    "missing column": Broken(G, "nivå;namn", "nivå;slag", "plan-column-twice", 1, "slag"),
    "column not there": Broken(B, "från;orsak", "från", "plan-column-missing", 1, "orsak"),
    "too few cells": Broken(T, "t4;elbilar;0099;", "t4;elbilar;", "plan-cells", 5),
    "too many cells": Broken(G, "v;;vision;", "v;;;vision;", "plan-cells", 2),
    "open quote": Broken(G, '"Vi vill; mycket"', '"Vi vill; mycket', "plan-quotes", 2),
    "text after quote": Broken(G, 'mycket";', 'mycket"x;', "plan-quotes", 2),
    "empty required cell": Broken(G, "m1;p1;mal;Kort väntan", "m1;p1;mal;", "plan-cell-missing", 4, "namn"),
    "not a code": Broken(G, "f2;;faktor", "F 2;;faktor", "plan-not-a-code", 6, "kod"),
    "goal twice": Broken(G, "f2;;faktor", "f1;;faktor", "plan-row-twice", 6, "kod"),
    "unknown parent": Broken(G, "p1;v;", "p1;w;", "plan-parent-unknown", 3, "överordnat"),
    "own parent": Broken(G, "v;;vision", "v;v;vision", "plan-cycle", 2, "överordnat"),
    "cycle of three": Broken(G, "p1;v;", "p1;f1;", "plan-cycle", 3, "överordnat"),
    "unknown level": Broken(G, "p1;v;perspektiv", "p1;v;strategi", "plan-level-unknown", 3, "nivå"),
    "level upside down": Broken(G, "p1;v;perspektiv", "p1;v;vision", "plan-level-order", 3, "överordnat"),
    "unknown goal": Broken(N, "elbilar;0099;m1", "elbilar;0099;m9", "plan-goal-unknown", 4, "mål"),
    "unknown unit": Broken(N, "elbilar;0099;m1", "elbilar;0098;m1", "plan-unit-unknown", 4, "enhet"),
    "nyckeltal twice": Broken(N, "vantan;n1;f1", "vantan;0099;f1", "plan-row-twice", 3, "nyckeltal"),
    "unknown direction": Broken(N, "0;högre;sista", "0;uppåt;sista", "plan-word-unknown", 4, "riktning"),
    "unknown term": Broken(N, "Elbilar;långsiktigt", "Elbilar;mellanlångt", "plan-word-unknown", 4, "sort"),
    "unknown year rule": Broken(N, "1;lägre;kvot", "1;lägre;median", "plan-word-unknown", 2, "årsregel"),
    "no measure": Broken(N, "Elbilar;bilar;0", "Elbilar;;0", "plan-cell-missing", 4, "mått"),
    "decimals": Broken(N, "%;1;lägre", "%;1,5;lägre", "plan-not-decimals", 2, "decimaler"),
    "conflict": Broken(
        N, "nämnden;kortsiktigt;Nämnden;;;;;;", "nämnden;kortsiktigt;Nämnden;;;;;2;", "plan-definition-conflict", 3,
        "decimaler",
    ),
    "no reason": Broken(N, "nej;Gäller bilar.", "nej;", "plan-no-reason", 4, "varför inte"),
    "reason for nothing": Broken(N, "kvot;ja;;", "kvot;ja;Nej;", "plan-reason-without-cause", 2, "varför inte"),
    "range reversed": Broken(N, "ja;;0;100", "ja;;100;0", "plan-range-reversed", 2, "högst"),
    "alias of two": Broken(N, "0;;;s. 7", "0;;väntetid;s. 7", "plan-name-twice", 4, "andra namn"),
    "mark of nothing": Broken(N, "s. 6;riktning", "s. 6;färg", "plan-mark-unknown", 2, "tolkning"),
    "note of nothing": Broken(G, "s. 5;;", "s. 5;;Därför.", "plan-note-alone", 6, "tolkning_not"),
    "number in words": Broken(T, "högst;12,5", "högst;tolv", "plan-not-a-number", 2, "värde"),
    "number with two points": Broken(T, "högst;12,5", "högst;12.5.3", "plan-not-a-number", 2, "värde"),
    "not a number": Broken(T, "högst;12,5", "högst;nan", "plan-not-a-number", 2, "värde"),
    "more than a number can hold": Broken(T, "högst;12,5", f"högst;{'9' * 400}", "plan-not-a-number", 2, "värde"),
    "unknown kind": Broken(T, "högst;12,5", "gärna;12,5", "plan-word-unknown", 2, "villkor"),
    "unknown gender": Broken(T, "0099;K;år", "0099;X;år", "plan-word-unknown", 3, "kön"),
    "unknown period": Broken(T, "0099;K;år", "0099;K;vecka", "plan-word-unknown", 3, "periodslag"),
    "unknown indicator": Broken(T, "t4;elbilar", "t4;bilar", "plan-indicator-unknown", 5, "nyckeltal"),
    "unknown unit of target": Broken(T, "t4;elbilar;0099", "t4;elbilar;0098", "plan-unit-unknown", 5, "enhet"),
    "unknown reference": Broken(T, "2028;0000", "2028;0001", "plan-unit-unknown", 4, "jämförs med"),
    "target twice": Broken(T, "t4;elbilar", "t1;elbilar", "plan-row-twice", 5, "kod"),
    "same scope": Broken(T, "t2;vantan;0099;K", "t2;vantan;0099;", "plan-row-twice", 3, "nyckeltal"),
    "no value": Broken(T, "högst;12,5", "högst;", "plan-target-needs", 2, "värde"),
    "one bound": Broken(T, "−1,5;8.25", "−1,5;", "plan-target-needs", 3, "övre värde"),
    "bounds reversed": Broken(T, "−1,5;8.25", "9;8,25", "plan-range-reversed", 3, "övre värde"),
    "change without base": Broken(T, "minst;40;;2029", "minst;40;;", "plan-target-needs", 6, "basår"),
    "base without year": Broken(T, "basåret;;;2029", "basåret;;;", "plan-target-needs", 8, "basår"),
    "no reference": Broken(T, "jämförelsen;;;;0000", "jämförelsen;;;;", "plan-target-needs", 7, "jämförs med"),
    "milestone without year": Broken(T, "milstolpe;;;;;2031", "milstolpe;;;;;", "plan-target-needs", 5, "nås år"),
    "value not used": Broken(T, "milstolpe;;", "milstolpe;5;", "plan-target-unused", 5, "värde"),
    "tolerance not used": Broken(T, "2031;;;;;Nämnden", "2031;;;2;;Nämnden", "plan-target-unused", 5, "tolerans"),
    "negative tolerance": Broken(T, "2033;1;;", "2033;-1;;", "plan-negative", 2, "tolerans"),
    "gap that grows": Broken(T, "minskad med;2;", "minskad med;-2;", "plan-not-positive", 4, "värde"),
    "years reversed": Broken(T, "2030;2033;1", "2033;2030;1", "plan-years-reversed", 2, "till år"),
    "not a year": Broken(T, "2030;2033;1", "20;2033;1", "plan-not-a-year", 2, "från år"),
    "base after": Broken(T, "2;;2028;0000;2032", "2;;2033;0000;2032", "plan-base-after", 4, "basår"),
    "gender not split": Broken(T, "t4;elbilar;0099;;", "t4;elbilar;0099;M;", "plan-target-not-split", 5, "kön"),
    "no decider": Broken(T, "riktvärde;Staten;bättre", "riktvärde;;bättre", "plan-cell-missing", 7, "beslutad av"),
    "not a day": Broken(B, "2031-03", "2031-13", "plan-not-a-day", 2, "från"),
    "break of nothing": Broken(B, "elbilar;0099", "bilar;0099", "plan-indicator-unknown", 3, "nyckeltal"),
    "toml": Broken(P, 'namn = "Sjöbos plan"', "namn = Sjöbos plan", "plan-toml", 3),
    "toml key twice": Broken(P, 'diarienummer = "D 1"', 'kod = "x"', "plan-toml", 9),
    "unknown key": Broken(P, "diarienummer =", "diarie =", "plan-key-unknown", 9, "diarie"),
    "missing key": Broken(P, 'organisation = "0099"\n', "", "plan-key-missing", 1, "organisation"),
    "unknown table": Broken(P, "[styrmodell]", "[styr]", "plan-key-unknown", 14, "styr"),
    "years of the plan": Broken(P, "sista_ar = 2033", "sista_ar = 2029", "plan-years-reversed", 6, "sista_ar"),
    "year of the plan": Broken(P, "forsta_ar = 2030", 'forsta_ar = "snart"', "plan-not-a-year", 5, "forsta_ar"),
    "code of the plan": Broken(P, 'kod = "sjobo-2030"', 'kod = "Sjöbo"', "plan-not-a-code", 2, "kod"),
    "mark in the header": Broken(P, '["sista_ar"]', '["slut"]', "plan-mark-unknown", 11, "tolkning"),
    "marks that are no list": Broken(P, '["sista_ar"]', "5", "plan-mark-unknown", 11, "tolkning"),
    "organisation": Broken(P, 'organisation = "0099"', 'organisation = "0098"', "plan-unit-unknown", 4, "organisation"),
    "level twice": Broken(P, 'kod = "mal"', 'kod = "perspektiv"', "plan-code-twice", 29, "kod"),
    "level without name": Broken(P, 'namn = "mål"\n', "", "plan-key-missing", 28, "namn"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_broken_file_names_file_row_and_column(tmp_path, case):
    assert FILES[case.file].count(case.old) >= 1
    broken = {**FILES, case.file: FILES[case.file].replace(case.old, case.new, 1)}
    with pytest.raises(UserError) as caught:
        read_plan(write(tmp_path, broken), UNITS)
    error = caught.value
    assert (error.key, error.place.file, error.place.row) == (case.key, f"sjobo/{case.file}", case.row)
    assert error.place.column == case.column
    assert say("place-row", row=str(case.row)) in str(error)


def test_every_fault_is_told_not_only_the_first(tmp_path):
    text = (
        FILES["malvarden.csv"].replace("högst;12,5", "högst;tolv").replace("förändring minst;40", "förändring minst;x")
    )
    with pytest.raises(UserError) as caught:
        read_plan(write(tmp_path, {**FILES, "malvarden.csv": text}), UNITS)
    faults = [caught.value, *caught.value.details]
    assert [(fault.place.row, fault.place.value) for fault in faults] == [(2, "tolv"), (6, "x")]


def test_rows_count_as_an_editor_counts_them(tmp_path):
    """A text over several lines, and empty lines, do not shift the rows that follow."""
    text = FILES["mal.csv"].replace('"Vi vill; mycket"', '"Vi vill\n\nmycket"').replace("f2;;faktor", "\nf1;;faktor")
    with pytest.raises(UserError) as caught:
        read_plan(write(tmp_path, {**FILES, "mal.csv": text}), UNITS)
    assert (caught.value.key, caught.value.place.row) == ("plan-row-twice", 9)


def test_line_separators_that_no_editor_counts_are_text(tmp_path):
    text = FILES["mal.csv"].replace("Kort väntan", "Kort\u2028väntan\x85nu")
    goals = read_plan(write(tmp_path, {**FILES, "mal.csv": text}), UNITS).tables["goal"]
    assert goals["name"].tolist()[2] == "Kort\u2028väntan\x85nu"


@pytest.mark.parametrize("name", ["plan.toml", "mal.csv", "nyckeltal.csv"])
def test_a_missing_file_is_named(tmp_path, name):
    with pytest.raises(UserError) as caught:
        read_plan(write(tmp_path, {other: text for other, text in FILES.items() if other != name}), UNITS)
    assert (caught.value.key, caught.value.place.file) == ("plan-file-missing", f"sjobo/{name}")


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(UserError, match="borta"):
        read_plan(tmp_path / "borta", UNITS)


def test_another_encoding_is_told_with_its_row(tmp_path):
    folder = write(tmp_path)
    (folder / "mal.csv").write_bytes(FILES["mal.csv"].replace("överordnat", "overordnat").encode("cp1252"))
    with pytest.raises(UserError) as caught:
        read_plan(folder, UNITS)
    assert (caught.value.key, caught.value.place.row) == ("plan-not-utf8", 1)


def test_a_file_without_rows_is_told(tmp_path):
    header = FILES["brott.csv"].splitlines()[0]
    with pytest.raises(UserError) as caught:
        read_plan(write(tmp_path, {**FILES, "brott.csv": header + "\n"}), UNITS)
    assert (caught.value.key, caught.value.place.file) == ("plan-table-empty", "sjobo/brott.csv")
