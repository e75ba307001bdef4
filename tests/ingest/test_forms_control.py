"""The forms of intern kontroll and uppsikt, and the list of whom text 003 has under uppsikt."""

import pytest

from kpi.errors import UserError
from kpi.ingest import shipped
from kpi.ingest.forms.reading import read_form
from kpi.ingest.forms.storing import commit_form
from kpi.ingest.plan import read_plan
from kpi.model import Actor
from kpi.settings import settings
from kpi.store import Store, plans
from kpi.store.check import findings

ANNA = Actor("Anna", may_write=True)
POINTS = "plan;år;kod;process;risk;sannolikhet;konsekvens;kontrollmoment;metod;ansvarig\n"
POINT = "rs-2025;2025;lon;Lön;Fel lön betalas ut;2;3;Stickprov;Tjugo per månad;HR-direktör\n"
FOUND = "plan;kontrollpunkt;period;resultat;redovisning;åtgärd;klart senast;skriven av;skriven den\n"
RESULT = "rs-2025;lon;våren 2025;mindre avvikelse;Två fel.;Ny rutin.;2025-09-01;Bo;2025-06-01\n"
OVERSEEN = "plan;uppsikt;period;resultat;redovisning;skriven av;skriven den\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    opened = Store.open(tmp_path_factory.mktemp("control") / "kpi.duckdb")
    shipped.install(opened, settings().data)
    yield opened
    opened.close()


def read(store, text):
    return read_form(store, text.encode(), "fil.csv")


def test_a_control_plan_and_its_follow_up_come_back(store):
    commit_form(store, read(store, POINTS + POINT), ANNA)
    commit_form(store, read(store, FOUND + RESULT), ANNA)
    [point] = plans.stated(store, "control_point", example=False).to_dict("records")
    assert (point["year"], point["likelihood"], point["consequence"], point["risk"]) == (
        2025,
        2,
        3,
        "Fel lön betalas ut",
    )
    [found] = plans.stated(store, "control_report", example=False).to_dict("records")
    assert (found["result"], found["period_kind"], str(found["period_start"].date()), found["measure"]) == (
        "minor", "half_year", "2025-01-01", "Ny rutin.",
    )  # fmt: skip
    assert findings(store) == []


@pytest.mark.parametrize(
    ("text", "key", "column"),
    [
        (POINTS + POINT.replace(";2;3;", ";5;3;"), "plan-not-a-level", "sannolikhet"),
        (POINTS + POINT.replace(";2;3;", ";2;0;"), "plan-not-a-level", "konsekvens"),
        (POINTS + POINT.replace("rs-2025;", "rs-2030;"), "form-plan-unknown", "plan"),
        (POINTS + POINT + POINT, "plan-row-twice", "plan"),
        (FOUND + RESULT.replace("våren 2025", "2025"), "form-half-year", "period"),
        (FOUND + RESULT.replace(";lon;", ";lan;"), "form-control-point-unknown", "kontrollpunkt"),
        (FOUND + RESULT.replace("mindre avvikelse", "bra"), "plan-word-unknown", "resultat"),
        (OVERSEEN + "rs-2025;tandvard;2025;utan avvikelse;x;Bo;2025-06-01\n", "form-oversight-unknown", "uppsikt"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(store, text, key, column):
    with pytest.raises(UserError) as caught:
        read(store, text)
    assert (caught.value.key, caught.value.place.column) == (key, column)


def test_whom_the_text_has_under_uppsikt():
    rows = read_plan(settings().data / "plans" / "rs-2025").tables["oversight"]
    assert rows["kind"].value_counts().to_dict() == {"provider": 4, "whole": 2}
    june = rows[rows["month"] == 6]
    assert june["presenter"].tolist() == ["Regionstyrelsens ordförande"]
    assert rows["name"].str.contains("LOV").sum() == 3
