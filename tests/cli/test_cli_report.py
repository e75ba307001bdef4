"""`kpi report`: the files of a meeting, as from a schedule."""

import zipfile

import pytest

from kpi.cli import main

pytestmark = pytest.mark.usefixtures("own_store")


def test_a_meeting_gives_each_item_what_its_form_asks_for(tmp_path):
    for item in ("miljobokslut", "uppsiktsplikt"):
        code = main(["report", "--meeting", "2025-05-27", "--item", item, "--mode", "example", "--out", str(tmp_path)])
        assert code == 0
    names = sorted(path.name for path in tmp_path.glob("exempel-*"))
    assert [name.rsplit("-", 1)[1] for name in names] == [
        "presentation.pptx", "rapport.docx", "rapport.pdf", "tjansteskrivelse.docx",
    ]  # fmt: skip
    assert "Miljobokslut" in names[0]
    assert zipfile.is_zipfile(tmp_path / names[0])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--meeting", "2025-05-28"], "2025-05-28 är inget sammanträde"),
        (["--meeting", "2025-05-27", "--item", "manen"], "inget ärende manen"),
        (["--goal", "manen"], "inget mål med koden manen"),
        (["--to", "odt"], "odt går inte att skriva"),
        (["--meeting", "2025-05-27", "--goal", "kultur"], ""),
    ],
)
def test_what_is_not_there_is_said_and_nothing_is_written(arguments, said, tmp_path, capsys):
    out = tmp_path / "ut"
    assert main(["report", *arguments, "--mode", "example", "--out", str(out)]) == 1
    assert said in capsys.readouterr().err
    assert not out.exists()


def test_a_goal_as_slides_alone(tmp_path):
    assert main(["report", "--goal", "tandvard", "--to", "pptx", "--mode", "example", "--out", str(tmp_path)]) == 0
    [name] = [path.name for path in tmp_path.glob("*.pptx")]
    assert name == "exempel-2025-Tandvard-presentation.pptx"
