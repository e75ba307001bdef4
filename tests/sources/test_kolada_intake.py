"""From Kolada to the store: what becomes of every kind of value, and how the store ends when something goes wrong."""

import pandas as pd
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from accepting import stored
from ingest.ingest_files import csv
from ingest.ingest_store import ACTOR
from kolada_server import broken, busy, endless, says, value
from kpi.errors import UserError
from kpi.ingest import upload
from kpi.model import Actor, DataMode, Direction, ObservationStatus
from kpi.sources import polite
from kpi.sources.definition import measure_of, new_indicator
from kpi.sources.intake import check, refresh
from kpi.sources.kolada import Kolada
from kpi.sources.wishes import Wish, refreshed
from kpi.store import plans
from kpi.store.check import findings
from kpi.store.deliveries import contents, deliveries, withdraw
from kpi.store.links import Link, fetched, links
from kpi.store.observations import observations

WISH = Wish("sjuktal", "N79173", ("0000", "0023"), range(2020, 2025))
SUPPRESSED, MISSING = ObservationStatus.SUPPRESSED, ObservationStatus.MISSING


def checked(store, *wishes, **more):
    return check(store, Kolada(), wishes or (WISH,), lambda what, share: None, **more)


def fetch(store, *wishes, **more):
    return stored(store, checked(store, *wishes, **more), ACTOR)


def values(store):
    frame = observations(store, DataMode.REAL)
    keys = frame["indicator"] + " " + frame["unit"] + " " + frame["gender"] + frame["period_start"].dt.year.astype(str)
    return dict(zip(keys, frame["value"], strict=True))


def faults_of(store):
    """What is wrong in the store, but for how `ingest_store` puts definitions into it."""
    return [one for one in findings(store) if not one.startswith("Leverans 2 ")]


def refused(call, *arguments, **more):
    with pytest.raises(UserError) as caught:
        call(*arguments, **more)
    return caught.value.key


def test_a_fetch_is_a_delivery_that_says_where_it_comes_from(store, days):
    made = fetch(store)
    assert values(store)["sjuktal 0023 T2024"] == 85.8
    assert len(values(store)) == 6
    delivery = deliveries(store)[0]
    assert (delivery.id, delivery.file_name, delivery.subject) == (made, "Källa: Kolada (N79173)", "kolada")
    assert contents(store, made) == {"observation": 6, "source_link": 1}
    assert links(store) == [Link("sjuktal", "N79173", ("0000", "0023"), 2020)]
    assert observations(store, DataMode.REAL)["source_row"].tolist() == [2, 3, 4, 5, 6, 7]
    assert faults_of(store) == []


def test_a_second_fetch_tells_what_is_new_changed_unchanged_and_removed(store, days):
    fetch(store)
    days.put("N79173", "0023", 2024, value(70.25))
    days.put("N79173", "0023", 2021, value(60.0))
    days.put("N79173", "0000", 2022, value(81.5, deleted=True))
    del days.data["N79173", "0000", 2023]
    again = checked(store)
    assert (again.added, again.changed, again.unchanged, again.removed) == (1, 1, 3, 2)
    assert again.affected == ["sjuktal"]
    upload.commit(store, again, ACTOR)
    assert values(store) == {
        "sjuktal 0000 T2024": 83.5, "sjuktal 0023 T2021": 60.0, "sjuktal 0023 T2022": 83.8, "sjuktal 0023 T2023": 84.8,
        "sjuktal 0023 T2024": 70.25,
    }  # fmt: skip
    assert faults_of(store) == []


def test_what_is_removed_comes_back_when_kolada_has_it_again_or_the_delivery_is_withdrawn(store, days):
    fetch(store)
    kept = days.data.pop(("N79173", "0023", 2024))
    removing = fetch(store)
    assert "sjuktal 0023 T2024" not in values(store)
    withdraw(store, removing, ACTOR, "prov")
    assert values(store)["sjuktal 0023 T2024"] == 85.8
    fetch(store)
    days.data["N79173", "0023", 2024] = kept
    assert checked(store).added == 1
    fetch(store)
    assert values(store)["sjuktal 0023 T2024"] == 85.8


def test_only_what_was_asked_for_and_came_from_kolada_is_removed(store, days):
    fetch(store)
    mine = csv("sjuktal;0023;2020;T;5,5", "sjuktal;0023;2024;T;7,5", "soliditet;0023;2024;T;1,5")
    stored(store, upload.check(store, mine, "egen.csv"), ACTOR)
    for year in (2022, 2023, 2024):
        days.data.pop(("N79173", "0023", year))
    fetch(store, Wish("sjuktal", "N79173", ("0000", "0023"), range(2023, 2025)))
    assert {key: number for key, number in values(store).items() if "0023" in key} == {
        "sjuktal 0023 T2020": 5.5, "sjuktal 0023 T2022": 83.8, "sjuktal 0023 T2024": 7.5, "soliditet 0023 T2024": 1.5,
    }  # fmt: skip


def test_under_another_id_nothing_of_the_old_measure_stays(store, days):
    fetch(store)
    days.put("N63136", "0023", 2024, value(12.0))
    days.other["kpi"].insert(0, {"id": "N63136", "title": "Soliditet, (%)", "is_divided_by_gender": 0})
    fetch(store, Wish("sjuktal", "N63136", ("0023",), range(2024, 2025)))
    assert values(store) == {"sjuktal 0023 T2024": 12.0}
    assert [one.source_id for one in links(store)] == ["N63136"]


def test_an_empty_answer_is_a_fault_and_empties_nothing(store, days):
    fetch(store)
    days.data.clear()
    before = store.version(), values(store)
    assert refused(fetch, store) == "kolada-no-values"
    assert (store.version(), values(store)) == before


def test_the_last_value_may_be_marked_as_deleted(store, server):
    server.put("N79173", "0023", 2024, value(80.0))
    fetch(store)
    server.put("N79173", "0023", 2024, value(None, deleted=True))
    fetch(store)
    assert values(store) == {}
    assert refused(fetch, store) == "kolada-no-values"


def test_without_a_value_the_status_says_why(store, server):
    server.put("N00404", "0023", 2021, value(None, "K"), value(None, "M", "Missing"), value(None, "T", "Private"))
    server.put("N00404", "0023", 2022, value(None, "K", "Nedlagd", 0), value(0.0, "M"), value(7, "T", "Preliminary"))
    made = checked(store, Wish("antibiotikarecept", "N00404", ("0023",), range(2021, 2023))).rows
    assert made["status"].tolist() == [MISSING, MISSING, SUPPRESSED, MISSING, None, ObservationStatus.PRELIMINARY]
    assert made["value"].dropna().tolist() == [0.0, 7.0]
    assert made["comment"].dropna().tolist() == ["Koladas status: Nedlagd"]


def test_a_value_with_a_status_that_nobody_knows_is_not_stored(store, server):
    server.put("N79173", "0023", 2024, value(80.0, status="Private"))
    assert refused(fetch, store) == "kolada-status-unknown"


def test_units_outside_the_register_are_told_by_name_and_not_stored(store, days):
    days.put("N79173", "0180", 2024, value(1.0))
    made = checked(store, Wish("sjuktal", "N79173", ("0180", "0023"), range(2020, 2025)))
    assert [(one.rows, one.reason) for one in made.left_out] == [(1, "Enheten finns inte i registret: 0180 Stockholm.")]
    assert set(made.rows["unit"]) == {"0023"}
    assert made.rows_read == len(made.rows) + 1


def test_enheter_are_stored_for_units_that_have_koladas_id_among_their_names(store, server):
    unit = pd.DataFrame([{"code": "bjorken", "name": "Björken", "kind": "ward", "parent": "2380",
                          "aliases": "Förskolan|V15E238000101"}])  # fmt: skip
    with store.transaction() as cursor:
        cursor.register("more", unit)
        cursor.execute("insert into unit by name select 1 as delivery_id, * from more")
    server.put("N15030", "V15E238000101", 2024, value(5.1))
    made = checked(store, Wish("utslapp", "N15030", ("V15E238000101",), range(2024, 2025)))
    assert made.rows[["unit", "value"]].to_numpy().tolist() == [["bjorken", 5.1]]


def test_genders_that_kolada_does_not_split_are_no_missing_values(store, days):
    days.put("N79173", "0023", 2024, value(None, "K"), value(None, "M"), value(80.0))
    made = checked(store)
    assert set(made.rows["gender"]) == {"T"}
    assert [one.rows for one in made.left_out] == [2]


def test_the_checks_of_files_hold_and_point_to_koladas_value(store, days):
    days.put("N79173", "0023", 2024, value(101.5))
    with pytest.raises(UserError) as caught:
        fetch(store)
    assert caught.value.key == "value-above-range"
    assert "Källa: Kolada" in str(caught.value)
    assert "N79173 0023 2024 T" in str(caught.value)
    days.put("N79173", "0023", 2024, value(1.5), value(2.5))
    assert refused(fetch, store) == "row-repeated"


def test_percent_and_something_else_are_not_one_series(store, days):
    assert refused(fetch, store, Wish("utslapp", "N79173", ("0023",), range(2020, 2025))) == "kolada-measure-differs"
    days.put("N00404", "0023", 2024, value(1.0))
    assert refused(fetch, store, Wish("sjuktal", "N00404", ("0023",), range(2020, 2025))) == "kolada-measure-differs"


def test_what_does_not_exist_is_told(store, days):
    assert refused(fetch, store, Wish("sjuktal", "N99999", ("0023",), range(2020, 2025))) == "kolada-id-unknown"
    assert refused(fetch, store, Wish("nytt", "N79173", ("0023",), range(2020, 2025))) == "kolada-indicator-unknown"
    assert refused(fetch, store, WISH, WISH) == "kolada-twice"


def test_a_new_nyckeltal_is_made_of_koladas_words_and_our_direction(store, days):
    described = Kolada().indicators(["N79173"])["N79173"]
    made = new_indicator(described, "bedomning", Direction.HIGHER)
    fetch(store, Wish("bedomning", "N79173", ("0023",), range(2020, 2025)), definitions=made)
    row = plans.indicators(store).set_index("code").loc["bedomning"]
    assert (row["name"], row["short_name"]) == (described.title, "Medicinsk bedömning inom tre dagar")
    assert (row["measure"], row["direction"], row["aliases"]) == ("%", "higher", "N79173")
    assert row["source"] == "Kolada N79173. Andel. Källa: SKR."
    assert row["no_split_reason"] == "Kolada redovisar det inte uppdelat efter kön."
    assert values(store)["bedomning 0023 T2024"] == 85.8
    assert faults_of(store) == []


@pytest.mark.parametrize(
    ("title", "measure"),
    [
        ("Pågående stressrelaterade sjukfall, årsgenomsnittlig andel av befolkningen (%)", "%"),
        ("Andel (%) av befolkningen som mår bra", "%"),
        ("Nettokostnad hälso- och sjukvård, kr/inv", "kr/inv"),
        ("Vårdtillfällen (antal/1000 inv)", "antal/1000 inv"),
        ("Lönesumma, mkr", "mkr"),
        ("Nöjd region-index, index", "index"),
        ("Kvinnors medellön som andel av mäns medellön", ""),
        ("Sjukpenningtal (-2023)", ""),
        ("Antal läkare", ""),
        ("Utsläpp till luft av NMVOC, ton NMVOC/inv", "ton NMVOC/inv"),
        ("Krav, antalsmässigt", ""),
    ],
)
def test_the_measure_is_read_out_of_the_title_only_when_it_stands_there(title, measure):
    assert measure_of(title) == measure


def test_without_a_measure_in_the_title_somebody_must_say_it(server):
    described = Kolada().indicators(["N15030"])["N15030"]
    assert refused(new_indicator, described, "personal", Direction.LOWER) == "kolada-measure-missing"
    made = new_indicator(described, "personal", Direction.LOWER, "barn per årsarbetare")
    assert made["measure"].tolist() == ["barn per årsarbetare"]


def test_all_ties_are_refreshed_in_one_delivery_up_to_this_year(store, days):
    fetch(store)
    days.put("N00404", "0023", 2024, value(300.0))
    fetch(store, Wish("antibiotikarecept", "N00404", ("0023",), range(2024, 2025)))
    days.put("N79173", "0023", 2026, value(90.0))
    days.put("N00404", "0023", 2025, value(290.0))
    wishes = refreshed(store, 2026)
    assert [(wish.indicator, wish.years) for wish in wishes] == [("antibiotikarecept", range(2024, 2027)),
                                                                 ("sjuktal", range(2020, 2027))]  # fmt: skip
    made = checked(store, *wishes)
    assert (made.added, made.changed, made.unchanged, made.removed) == (2, 0, 7, 0)
    stored(store, made, ACTOR)
    assert refreshed(store, 2026) == wishes


def test_what_kolada_has_lost_is_told_and_left_alone_and_the_others_come(store, days):
    fetch(store)
    days.put("N00404", "0023", 2024, value(300.0))
    fetch(store, Wish("antibiotikarecept", "N00404", ("0023",), range(2024, 2025)))
    days.put("N00404", "0023", 2024, value(301.0))
    days.other["kpi"] = [one for one in days.other["kpi"] if one["id"] != "N79173"]
    before = values(store)
    for _ in range(2):
        made, lost = refresh(store, Kolada(), refreshed(store, 2026), lambda what, share: None)
        assert [wish.source_id for wish in lost] == ["N79173"]
        assert (made.added, made.changed, made.removed) == (0, 1, 0)
        assert made.links["source_id"].tolist() == ["N00404"]
        days.other["kpi"].append({"id": "N79173", "title": "Åter (%)", "is_divided_by_gender": False})
        for year in (2022, 2023, 2024):
            days.data.pop(("N79173", "0000", year), None)
            days.data.pop(("N79173", "0023", year), None)
    stored(store, made, ACTOR)
    assert values(store) == before | {"antibiotikarecept 0023 T2024": 301.0}
    assert {tie.source_id for tie in links(store)} == {"N79173", "N00404"}


def test_one_of_koladas_is_not_fetched_to_two_of_ours(store, days):
    fetch(store)
    assert refused(fetch, store, Wish("soliditet", "N79173", ("0023",), range(2020, 2025))) == "kolada-already-tied"


def test_a_withdrawn_tie_is_refreshed_no_more(store, days):
    withdraw(store, fetch(store), ACTOR, "prov")
    assert links(store) == []
    assert fetched(store, ["sjuktal"]).empty


def test_who_may_not_write_stores_nothing(store, days):
    made, before = checked(store), store.version()
    with pytest.raises(UserError):
        upload.commit(store, made, Actor("Läsare"))
    assert (store.version(), values(store)) == (before, {})


def test_somebody_else_between_the_check_and_the_button(store, days):
    made = checked(store)
    stored(store, upload.check(store, csv("sjuktal;0023;2024;T;7,5"), "egen.csv"), ACTOR)
    assert refused(upload.commit, store, made, ACTOR) == "store-changed"
    assert values(store) == {"sjuktal 0023 T2024": 7.5}


@pytest.fixture
def small_answers(monkeypatch):
    monkeypatch.setattr(polite, "ANSWER_BYTES", 1 << 20)


FAULTS = {"429": busy(429), "503": busy(503, "1"), "broken": broken, "none": None}
ENDS = {"html": says(b"<html>"), "endless": endless, "404": says({}, 404), "strange": says({"values": [7]})}


@given(st.lists(st.sampled_from([*FAULTS, *ENDS]), max_size=9), st.integers(1, 7))
@hypothesis_settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.usefixtures("waits", "small_answers")
def test_whatever_happens_on_the_way_all_is_stored_or_nothing(store, days, faults, rows):
    """A store that holds the first fetch sees a second one through any faults."""
    days.page_rows, days.faults = rows, []
    days.put("N79173", "0023", 2024, value(85.8))
    days.data.setdefault(("N79173", "0000", 2022), [value(81.5)])
    fetch(store)
    first = values(store)
    days.put("N79173", "0023", 2024, value(50.0))
    del days.data["N79173", "0000", 2022]
    days.faults = [(FAULTS | ENDS)[name] for name in faults]
    before = store.version()
    try:
        fetch(store)
    except UserError as error:
        said = error.key
    else:
        said = ""
    if said:
        assert said.startswith("kolada-")
        assert (store.version(), values(store)) == (before, first)
        return
    assert values(store) == {key: number for key, number in first.items() if key != "sjuktal 0000 T2022"} | {
        "sjuktal 0023 T2024": 50.0
    }
    assert faults_of(store) == []
