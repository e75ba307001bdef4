"""Who delivers: as told now, by the environment, as kept, or as the computer knows its user."""

import re

import pytest

from kpi.errors import UserError
from kpi.local_name import LONGEST_NAME, keep_name, kept_name
from kpi.settings import settings


def _who(told):
    return re.search(r"Sparat som leverans \d+ av (.*)\. Den", told.out)[1]


def test_the_order_of_names(database, kpi, outcomes, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "konto")
    monkeypatch.delenv("KPI_NAME")
    assert _who(kpi("upload", outcomes)) == "konto"
    assert kept_name() == ""
    assert _who(kpi("upload", outcomes, "--name", "Åsa  Öberg ")) == "Åsa Öberg"
    assert kept_name() == "Åsa Öberg"
    assert _who(kpi("upload", outcomes)) == "Åsa Öberg"
    monkeypatch.setenv("KPI_NAME", "Miljö")
    assert _who(kpi("upload", outcomes)) == "Miljö"
    assert _who(kpi("upload", outcomes, "--name", "En Gång")) == "En Gång"
    assert kept_name() == "Åsa Öberg"


def test_a_failed_upload_keeps_no_name(database, kpi):
    assert kpi("upload", __file__, "--name", "Åsa").code == 1
    assert kept_name() == ""


@pytest.mark.parametrize(
    ("given", "kept"),
    [("  Åsa\tÖberg\n", "Åsa Öberg"), ("\x1b[31mRöd", "[31mRöd"), ("x" * 300, "x" * LONGEST_NAME)],
)
def test_a_kept_name_is_one_clean_line(empty, given, kept):
    keep_name(given)
    assert kept_name() == kept
    assert settings().name_file.read_text(encoding="utf-8") == kept + "\n"
    assert [file.name for file in empty.parent.iterdir()] == [settings().name_file.name]


@pytest.mark.parametrize("given", ["", "   ", "\n\x00"])
def test_an_empty_name_is_not_kept(empty, given):
    keep_name("Åsa")
    with pytest.raises(UserError):
        keep_name(given)
    assert kept_name() == "Åsa"


def test_a_name_file_of_any_bytes_can_be_read(empty):
    settings().name_file.write_bytes(b"\xff\xfe\x00 \xc3\xa5")
    assert kept_name().endswith("å")
