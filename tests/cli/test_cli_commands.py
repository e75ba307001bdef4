"""Each command on a store of its own: what it does, what it says, and its exit code."""

import json
import re

import duckdb
import pytest
from tables import contents

from kpi.local_name import kept_name

ANTIBIOTICS = {"K": (287.7073218, "Ej uppnått"), "M": (191.7290324, "Uppnått"), "T": (238.7, "Uppnått")}


def test_upload_stores_and_tells(database, kpi, outcomes):
    told = kpi("upload", outcomes, "--reason", "prov")
    assert (told.code, told.err) == (0, "")
    assert "6 rader lästa, 6 utfall (6 nya, 0 ändrade, 0 oförändrade)" in told.out
    number = re.search(r"Sparat som leverans (\d+) av Test Testsson", told.out)[1]
    listed = kpi("deliveries").out.splitlines()[2]
    assert listed.split()[0] == number
    assert "utfall ä.csv" in listed
    assert "prov" in listed
    again = kpi("upload", outcomes)
    assert "(0 nya, 0 ändrade, 6 oförändrade)" in again.out
    assert kpi("check").code == 0


def test_a_dry_run_tells_the_same_and_stores_nothing(database, kpi, outcomes):
    before = contents(database)
    dry = kpi("upload", outcomes, "--dry-run", "--name", "Någon Annan")
    assert (dry.code, dry.err) == (0, "")
    assert "(6 nya, 0 ändrade, 0 oförändrade)" in dry.out
    assert "--dry-run" in dry.out
    assert contents(database) == before
    assert kept_name() == ""


def test_a_faulty_file_is_one_line_and_its_findings_and_stores_nothing(database, kpi, outcomes):
    rows = outcomes.read_text(encoding="utf-8").replace("33,5", "tolv").replace("34,5", "12.5.3")
    outcomes.write_text(rows, encoding="utf-8")
    before = contents(database)
    told = kpi("upload", outcomes)
    assert (told.code, told.out) == (1, "")
    first, *findings = told.err.splitlines()
    assert first.startswith("utfall ä.csv")
    assert len(findings) == 6
    assert all(finding.startswith("  rad ") for finding in findings)
    assert "tolv" in findings[0]
    assert contents(database) == before


def test_many_findings_are_capped(database, kpi, outcomes):
    rows = [f"halsosamtal;0023;{1901 + n};K;fel" for n in range(45)]
    outcomes.write_text("nyckeltal;enhet;period;kön;värde\n" + "\n".join(rows), encoding="utf-8")
    told = kpi("upload", outcomes)
    assert told.code == 1
    assert len(told.err.splitlines()) == 22
    assert told.err.splitlines()[-1] == "  … och 25 fel till."


def test_withdraw_and_restore(database, kpi, outcomes):
    kpi("upload", outcomes)
    number = kpi("deliveries").out.splitlines()[2].split()[0]
    with_it = kpi("assess", "--format", "csv", "--mode", "real").out
    assert (
        kpi("withdraw", number, "--reason", "fel fil").out
        == f"Leverans {number} är återkallad och räknas inte längre.\n"
    )
    assert "återkallad" in kpi("deliveries").out.splitlines()[2]
    assert "fel fil" in kpi("deliveries").out.splitlines()[2]
    assert kpi("assess", "--format", "csv", "--mode", "real").out != with_it
    assert kpi("restore", number).code == 0
    assert kpi("assess", "--format", "csv", "--mode", "real").out == with_it
    for arguments in (["restore", number], ["withdraw", 4711, "--reason", "x"]):
        told = kpi(*arguments)
        assert (told.code, told.out, len(told.err.splitlines())) == (1, "", 1)


def test_removing_the_examples_shows_the_real_outcomes(database, kpi):
    assert json.loads(kpi("assess", "--format", "json").out)["läge"] == "exempel"
    assert re.fullmatch(r"\d+ leveranser med exempelvärden är återkallade\.\n", kpi("remove-examples").out)
    shown = json.loads(kpi("assess", "--format", "json").out)
    assert (shown["läge"], shown["exempel"], shown["anmärkning"]) == ("verkliga", False, None)
    assert {row["exempel"] for row in shown["rader"]} == {"nej"}
    assert kpi("remove-examples").out == "Det finns inga exempelvärden att ta bort.\n"


def test_assess_as_json_has_exact_values_codes_and_words(database, kpi):
    shown = json.loads(kpi("assess", "--mode", "real", "--period", "2017", "--format", "json").out)
    rows = {row["kön"]: row for row in shown["rader"] if row["nyckeltal"] == "antibiotikarecept"}
    assert {gender: row["status"] for gender, row in rows.items()} == {g: word for g, (_, word) in ANTIBIOTICS.items()}
    for gender, (value, _) in ANTIBIOTICS.items():
        assert rows[gender]["värde"] == pytest.approx(value, abs=0.05 if gender == "T" else 0)
        assert (rows[gender]["period"], rows[gender]["slag"], rows[gender]["målvärde"]) == ("2017", "riktvärde", 250)
    assert rows["K"]["statuskod"] == "not_met"
    assert (shown["plan"]["kod"], shown["period"]["kod"]) == ("rs-2025", "2017")


def test_assess_as_csv_is_what_a_swedish_spreadsheet_reads(database, kpi):
    told = kpi("assess", "--mode", "real", "--period", "2017", "--format", "csv").out
    assert told.startswith("\ufeffplan;")
    row = next(line for line in told.splitlines() if ";antibiotikarecept;" in line and ";K;2017;" in line)
    assert ";287,7073218;" in row


def test_assess_as_table_shows_values_and_words(database, kpi):
    told = kpi("assess", "--mode", "real", "--period", "2017").out
    line = next(line for line in told.splitlines() if line.startswith("Antibiotikarecept"))
    for shown in ("287,7 Ej uppnått", "191,7 Uppnått", "238,7 Uppnått", "≤\u00a0250", "2017"):
        assert shown in line
    assert "Utfall: verkliga" in told
    assert "Påhittade exempelvärden" in kpi("assess").out


def test_as_of_shows_what_was_then(database, kpi, outcomes):
    kpi("upload", outcomes)
    told = kpi("assess", "--as-of", "2001-01-01")
    assert (told.code, told.out) == (1, "")
    now = json.loads(kpi("assess", "--format", "json", "--as-of", "2099-12-31").out)
    assert now["per"] == "2099-12-31"
    assert now["rader"] == json.loads(kpi("assess", "--format", "json").out)["rader"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["assess", "--period", "2025-13"],
        ["assess", "--period", "förra året"],
        ["assess", "--plan", "finns-inte"],
        ["assess", "--unit", "9999"],
        ["assess", "--as-of", "31/5"],
        ["assess", "--as-of", "9999-12-31"],
        ["upload", "finns-inte.csv"],
        ["upload", "/"],
        ["upload", __file__, "--format", "finns-inte"],
        ["upload", __file__, "--format", "../../../etc/passwd"],
    ],
)
def test_a_users_mistake_is_one_line_and_exit_code_1(database, kpi, arguments):
    told = kpi(*arguments)
    assert (told.code, told.out, len(told.err.splitlines())) == (1, "", 1), told


def test_without_a_database_every_command_but_init_says_what_to_do(empty, kpi, outcomes):
    for arguments in (["assess"], ["check"], ["deliveries"], ["upload", outcomes], ["remove-examples"]):
        told = kpi(*arguments)
        assert (told.code, told.out) == (1, "")
        assert "kpi init" in told.err
    assert not empty.exists()


def test_an_error_of_ours_is_a_reference_number_whose_details_are_in_the_log(database, kpi_process):
    with duckdb.connect(str(database)) as connection:
        connection.execute("alter table observation rename column value to varde")
    told = kpi_process("assess", "--mode", "real")
    assert (told.code, told.out) == (2, "")
    assert len(told.err.splitlines()) == 1
    reference = re.search(r"Referensnummer ([0-9a-f]{8})", told.err)[1]
    log = database.with_name(database.name + ".log").read_text(encoding="utf-8")
    assert reference in log
    assert "Traceback" in log
    assert "Traceback" not in told.err


def test_check_tells_each_finding_and_exits_with_1(database, kpi):
    with duckdb.connect(str(database)) as connection:
        connection.execute("delete from observation where delivery_id = (select max(delivery_id) from observation)")
    told = kpi("check")
    assert told.code == 1
    assert re.fullmatch(r"Leverans \d+ säger sig ha \d+ rader men har 0\.\n", told.out)
    assert told.err == "Kontrollen hittade ett fel.\n"


def test_a_folder_that_is_missing_is_the_users_error(tmp_path, kpi_process):
    told = kpi_process("check", KPI_DATABASE=str(tmp_path / "saknas" / "kpi.duckdb"))
    assert (told.code, len(told.err.splitlines())) == (1, 1)
    assert "KPI_DATABASE" in told.err


def test_what_a_user_wrote_cannot_steer_the_terminal(database, kpi, outcomes):
    kpi("upload", outcomes, "--reason", "\x1b[2Jrensa\u202e\r\nskärmen", "--name", "Elak\x07 Person")
    assert kept_name() == "Elak Person"
    told = kpi("deliveries").out
    assert all(mark.isprintable() or mark in "\n\u00a0" for mark in told)
