"""Values and styrdokument in a plan's folder, and what plan.toml says of levels: faults are said with their place."""

import shutil

import pytest

from kpi.errors import UserError
from kpi.ingest.plan import read_plan
from kpi.settings import settings

FOLDER = settings().data / "plans" / "rjh-2018"


def broken(tmp_path, file, old, new):
    folder = shutil.copytree(FOLDER, tmp_path / "rjh-2018")
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_plan(folder)
    assert caught.value.place.file == f"rjh-2018/{file}"
    return caught.value


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "column"),
    [
        ("varden.csv", "vision;vision;", "vision;dröm;", "plan-word-unknown", "slag"),
        ("varden.csv", "legalitet;", "demokrati;", "plan-row-twice", "kod"),
        ("dokumentslag.csv", "policy|strategi|lup|", "policy|strategy|lup|", "document-type-unknown", "utgår från"),
        ("dokumentslag.csv", "policy;Policyer;Regionfullmäktige;tills vidare;vid behov;;",
         "policy;Policyer;Regionfullmäktige;tills vidare;vid behov;regionplan;", "document-type-circle", "utgår från"),
        ("dokument.csv", "konstpolicy;Policyer;policy;", "konstpolicy;Policyer;polis;", "document-type-unknown",
         "slag"),
        ("dokument.csv", ";2014;2030;", ";2030;2014;", "plan-years-reversed", "till år"),
        ("dokument.csv", "fou_policy;", "konstpolicy;", "plan-row-twice", "kod"),
        ("uppfoljningsdokument.csv", "miljobokslut;", "arsredovisning;", "plan-row-twice", "kod"),
        ("plan.toml", "antal = 25", "antal = 0", "plan-not-a-count", "antal"),
        ("plan.toml", "antal = 25", "antal = true", "plan-not-a-count", "antal"),
        ("plan.toml", "antal = 25", 'antal = "25"', "plan-not-a-count", "antal"),
        ("plan.toml", "summering = true", 'summering = "ja"', "plan-not-true-or-false", "summering"),
        ("plan.toml", "summering = true", 'foregangare = "Den förra"', "plan-not-a-code", "foregangare"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_with_its_place(tmp_path, *, file, old, new, key, column):
    error = broken(tmp_path, file, old, new)
    found = [error, *error.details]
    assert (key, column) in [(one.key, one.place.column) for one in found]


def test_a_goal_elsewhere_is_named_by_plan_and_goal(tmp_path):
    folder = shutil.copytree(settings().data / "plans" / "rs-2022", tmp_path / "rs-2022")
    path = folder / "mal.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    serving = ["tjänar", "rjh-2018:samhalle", "", "rjh-2018", "rjh-2018:patient"]
    path.write_text("\n".join(f"{line};{cell}" for line, cell in zip(lines, serving, strict=True)), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_plan(folder)
    assert (caught.value.key, caught.value.place.row, caught.value.place.column) == ("plan-not-elsewhere", 4, "tjänar")


def test_a_document_may_replace_one_that_is_listed(tmp_path):
    folder = shutil.copytree(settings().data / "plans" / "rvn-2024", tmp_path / "rvn-2024")
    path = folder / "dokument.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(";vp_rs_2023;", ";vp_rs_1999;"), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_plan(folder)
    assert (caught.value.key, caught.value.place.column) == ("document-unknown", "ersätter")


def test_a_plan_without_nyckeltal_says_so_with_an_empty_file(tmp_path):
    folder = shutil.copytree(settings().data / "plans" / "rs-2022", tmp_path / "rs-2022")
    assert read_plan(folder).tables["plan_indicator"].empty
    (folder / "nyckeltal.csv").unlink()
    with pytest.raises(UserError) as caught:
        read_plan(folder)
    assert (caught.value.key, caught.value.place.file) == ("plan-file-missing", "rs-2022/nyckeltal.csv")
