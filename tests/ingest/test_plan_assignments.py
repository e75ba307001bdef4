"""The uppdrag of text 003: their number per målområde, who has decided, and what is shared."""

import shutil

import pytest

from kpi.errors import UserError
from kpi.ingest.plan import read_plan
from kpi.settings import settings

FOLDER = settings().data / "plans" / "rs-2025"


@pytest.fixture(scope="module")
def rows():
    return read_plan(FOLDER).tables["assignment"]


def test_there_are_28_as_the_text_has_them(rows):
    counted = rows.groupby("goal", sort=False).size().to_dict()
    assert counted == {
        "halso_och_sjukvard_mal": 6, "tandvard_mal": 5, "regional_utveckling_mal": 1, "kultur_mal": 1,
        "stodverksamhet_mal": 10, "ledningsprocesser_mal": 5,
    }  # fmt: skip
    assert rows["decided_by"].value_counts().to_dict() == {"Regionfullmäktige": 23, "Regionstyrelsen": 5}
    assert rows["code"].is_unique
    assert rows["heading"].is_unique


def test_one_is_shared_by_two_bodies(rows):
    shared = rows[rows["responsible"].str.contains("|", regex=False)]
    assert shared["code"].tolist() == ["kultur_halsa"]
    assert shared["responsible"].item() == "Regionstyrelsen|Regionala utvecklingsnämnden"


@pytest.mark.parametrize(
    ("old", "new", "key", "column"),
    [
        ("klimat;ledningsprocesser_mal", "klimat;ledning", "plan-goal-unknown", "mål"),
        ("klimat;", "robusthet;", "plan-row-twice", "kod"),
        ("2024-11-30", "2024-13-30", "plan-not-a-day", "klart senast"),
        ("Fortsatt arbete med kultur och hälsa;Regionfullmäktige;Regionstyrelsen|Regionala utvecklingsnämnden",
         "Fortsatt arbete med kultur och hälsa;Regionfullmäktige;|", "assignment-without-body", "ansvarig"),
    ],
)  # fmt: skip
def test_a_broken_list_is_refused_with_its_place(tmp_path, *, old, new, key, column):
    folder = shutil.copytree(FOLDER, tmp_path / "rs-2025")
    text = (folder / "uppdrag.csv").read_text(encoding="utf-8")
    assert old in text
    (folder / "uppdrag.csv").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_plan(folder)
    assert (caught.value.key, caught.value.place.column) == (key, column)
    assert caught.value.place.file == "rs-2025/uppdrag.csv"
