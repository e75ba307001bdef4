"""A new store gets everything that ships, once, through the production ingest; an interruption is repaired."""

import shutil
from datetime import date

import pytest

from kpi.errors import UserError
from kpi.follow_up import follow_up
from kpi.ingest import shipped, upload
from kpi.ingest.plan import commit_plan, read_plan
from kpi.model import Actor, DataMode, DeliveryKind, Origin, Period
from kpi.settings import settings
from kpi.store import Store, observations, plans, texts
from kpi.store.deliveries import deliveries, withdraw, withdraw_examples

DATA = settings().data
PUBLISHED = {"antibiotikarecept", "medicinsk_bedomning", "sjuktal"}


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    path = tmp_path_factory.mktemp("shipped") / "kpi.duckdb"
    store = Store.open(path)
    shipped.install(store, DATA)
    store.close()
    return path


@pytest.fixture
def store(template, tmp_path):
    opened = Store.open(shutil.copy(template, tmp_path / "kpi.duckdb"))
    yield opened
    opened.close()


@pytest.fixture
def example(store):
    return observations.observations(store, DataMode.EXAMPLE)


@pytest.fixture
def judged(store):
    """Status of 2025 by nyckeltal, unit and gender, in Exempelläge."""
    found = follow_up(store, "rs-2025", Period.year(2025), DataMode.EXAMPLE).assessed
    return found.set_index(["indicator", "unit", "gender"])


def test_what_is_installed(store):
    made = deliveries(store)
    assert {(d.kind, d.origin) for d in made} == {
        (DeliveryKind.UNITS, Origin.SHIPPED), (DeliveryKind.PLAN, Origin.SHIPPED),
        (DeliveryKind.OUTCOMES, Origin.SHIPPED), (DeliveryKind.OUTCOMES, Origin.EXAMPLE),
        (DeliveryKind.COMMENTS, Origin.EXAMPLE), (DeliveryKind.REPORTS, Origin.EXAMPLE),
    }  # fmt: skip
    assert {d.actor for d in made} == {"Systemet"}
    sources = {d.file_name: d.reason for d in made if d.origin is Origin.SHIPPED and d.kind is DeliveryKind.OUTCOMES}
    assert "Socialstyrelsen" in sources["antibiotikarecept.csv"]
    assert "N79173" in sources["medicinsk_bedomning.csv"]
    assert len(sources) == 3


def test_a_second_run_changes_nothing(store):
    version = store.version()
    assert shipped.install(store, DATA) == []
    assert store.version() == version


def test_what_a_user_withdrew_stays_withdrawn(store):
    withdraw_examples(store, shipped.SYSTEM, "egna utfall")
    assert shipped.install(store, DATA) == []
    assert observations.observations(store, DataMode.EXAMPLE).empty
    assert texts.comments(store, example=True).empty


def _with_another_heading(tmp_path):
    data = shutil.copytree(DATA, tmp_path / "data")
    file = data / "plans" / "rs-2025" / "uppdrag.csv"
    file.write_text(file.read_text("utf-8").replace("Vård i rimlig tid", "Vård i tid"), "utf-8")
    return data


def _headings(store):
    return set(plans.listed(store, "assignment", "rs-2025")["heading"])


@pytest.mark.parametrize("renew", [True, False])
def test_a_newer_version_renews_its_plan(store, tmp_path, renew):
    data = _with_another_heading(tmp_path)
    assert len(shipped.install(store, data, renew=renew)) == 1
    assert "Vård i tid" in _headings(store)
    assert shipped.install(store, data, renew=renew) == []


def test_a_plan_that_a_user_has_changed_or_withdrawn_is_left(store, tmp_path):
    data = _with_another_heading(tmp_path)
    anna = Actor("Anna", may_write=True)
    own = commit_plan(store, read_plan(DATA / "plans" / "rs-2025"), anna, Origin.USER)
    assert shipped.install(store, data) == []
    withdraw(store, own, anna, "prov")
    assert shipped.install(store, data) == []
    assert "Vård i rimlig tid" in _headings(store)


def test_an_interrupted_run_is_repaired_by_the_next(tmp_path, template, monkeypatch):
    store = Store.open(tmp_path / "new.duckdb")
    commit, calls = upload.commit, []

    def third_time_breaks(*arguments):
        calls.append(arguments)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return commit(*arguments)

    monkeypatch.setattr(upload, "commit", third_time_breaks)
    with pytest.raises(KeyboardInterrupt):
        shipped.install(store, DATA)
    before = len(deliveries(store))
    assert len(shipped.install(store, DATA)) > 0
    whole = Store.open(shutil.copy(template, tmp_path / "whole.duckdb"))
    expected = {(d.kind, d.origin, d.file_name, d.rows) for d in deliveries(whole)}
    assert {(d.kind, d.origin, d.file_name, d.rows) for d in deliveries(store)} == expected
    shipped_plans = len(list((DATA / "plans").glob("*/plan.toml")))
    assert before == 1 + shipped_plans + 2  # the units, the plans, two files of outcomes
    assert len(deliveries(store)) == len(expected)
    store.close()
    whole.close()


def test_a_published_file_without_source_is_refused(tmp_path):
    data = shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("*.duckdb*"))
    (data / "published" / "okand.csv").write_text("nyckeltal;enhet;period;kön;värde\n", encoding="utf-8")
    store = Store.open(tmp_path / "kpi.duckdb")
    with pytest.raises(UserError, match=r"okand\.csv"):
        shipped.install(store, data)
    assert deliveries(store) == []
    store.close()


def test_real_and_example_share_no_nyckeltal(store, example):
    real = observations.observations(store, DataMode.REAL)
    assert set(real["indicator"]) == PUBLISHED
    every = set(plans.plan(store, "rs-2025").subjects["indicator"])
    assert set(example["indicator"]) == every - PUBLISHED


def test_every_plan_row_without_published_figures_has_examples(store, example):
    subjects = plans.plan(store, "rs-2025").subjects
    rows = {(row.indicator, row.unit) for row in subjects.itertuples() if row.indicator not in PUBLISHED}
    assert rows <= set(zip(example["indicator"], example["unit"], strict=True))
    assert len(rows) == 24


def test_examples_are_split_where_the_nyckeltal_is(store, example):
    split = plans.indicators(store).set_index("code")["split_by_gender"]
    for code, genders in example.groupby("indicator")["gender"].unique().items():
        assert set(genders) == (set("KMT") if split[code] else {"T"})


def test_totals_lie_between_women_and_men_or_are_their_sum(store, example):
    rule = plans.indicators(store).set_index("code")[["measure", "year_rule"]]
    wide = example.pivot_table(
        index=["indicator", "unit", "period_kind", "period_start"], columns="gender", values="value"
    ).dropna()
    assert len(wide) > 100
    for (code, *_), row in wide.iterrows():
        if rule.loc[code, "measure"] == "ärenden":
            assert row["T"] == row["K"] + row["M"]
        else:
            assert min(row["K"], row["M"]) <= row["T"] <= max(row["K"], row["M"])


def test_ratios_are_their_parts(example):
    parts = example.dropna(subset=["numerator"])
    assert set(parts["indicator"]) >= {"leverantorstrohet", "halsosamtal", "ekologiska_livsmedel"}
    assert (parts["value"] - 100 * parts["numerator"] / parts["denominator"]).abs().max() <= 0.05 + 1e-9


def test_departments_make_up_the_board(example):
    rows = example[(example["indicator"] == "leverantorstrohet") & (example["period_start"] >= "2024-01-01")]
    whole = rows[rows["unit"] == "rs"].set_index("period_start")[["numerator", "denominator"]]
    beneath = rows[rows["unit"].str.startswith("rs_")].groupby("period_start")[["numerator", "denominator"]].sum()
    assert len(whole) == 20
    assert whole.equals(beneath)


def test_examples_show_every_feature(store, example):
    kinds = example.groupby("period_kind")["indicator"].unique()
    rule = plans.indicators(store).set_index("code")["year_rule"]
    assert {rule[code] for code in kinds["month"]} == {"sum", "ratio", "last"}
    assert {"year", "tertial", "quarter", "month"} <= set(kinds.index)
    months = example.loc[example["period_kind"] == "month", "period_start"]
    assert months.max().date() == date(2025, 8, 1)
    assert set(example["status"].dropna()) == {"preliminary", "missing", "suppressed"}
    years = example[(example["indicator"] == "nojdhet_sjukresor")]["period_start"].dt.year
    assert 2023 not in set(years)
    assert {2022, 2024} <= set(years)
    assert set(plans.breaks(store, example=True)["indicator"]) == {"hfi", "hfi_chefer", "leverantorstrohet"}
    assert plans.breaks(store).empty


def test_the_statuses_of_2025_are_mixed(judged):
    total = judged.xs("T", level="gender")["status"].dropna()
    own = total[~total.index.get_level_values("indicator").isin(PUBLISHED)]
    assert own.value_counts().to_dict() == {"met": 7, "near": 5, "not_met": 4, "unjudged": 1}
    assert judged.loc[("energianvandning", "0023", "T"), "reason"] == "year_not_over"
    split = judged["status"].unstack("gender").dropna(subset=["K", "M"])
    one_sided = split[split["K"].eq("met") != split["M"].eq("met")]
    assert set(one_sided.index.get_level_values("indicator")) == {"halsosamtal", "hfi_chefer", "lakemedelskostnad"}
    assert judged.loc[("lakemedelskostnad", "0023", "K"), "status"] == "not_met"


def test_every_unmet_target_is_explained_and_answered(store, judged):
    unmet = judged[judged["status"].isin(["near", "not_met"])].reset_index()
    said = texts.comments(store, example=True)
    kinds = said.groupby(["indicator", "unit"])["kind"].agg(set)
    for row in unmet.itertuples():
        assert kinds[row.indicator, row.unit] >= {"explanation", "action"}
    assert said["author"].str.endswith("(exempel)").all()
    assert (said.loc[said["kind"] == "action", "due_on"].notna()).all()


def test_published_antibiotics_against_the_riktvarde(store):
    found = follow_up(store, "rs-2025", Period.year(2025), DataMode.REAL).assessed
    rows = found[found["indicator"] == "antibiotikarecept"].set_index("gender")
    assert rows["status"].to_dict() == {"K": "not_met", "M": "met", "T": "met"}
    assert set(rows["period_start"].dt.year) == {2017}


def test_withdrawing_the_plan_takes_its_follow_up_away(store):
    (plan,) = [d for d in deliveries(store) if d.kind is DeliveryKind.PLAN and d.subject == "rs-2025"]
    withdraw(store, plan.id, shipped.SYSTEM, "prövning")
    with pytest.raises(UserError) as caught:
        follow_up(store, "rs-2025", Period.year(2025), DataMode.EXAMPLE)
    assert caught.value.key == "plan-unknown"
