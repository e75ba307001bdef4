"""Accounts, effects and investments in forms: what is taken, and what is refused with its place."""

from decimal import Decimal

import pytest

from kpi.errors import UserError
from kpi.ingest import shipped
from kpi.ingest.forms.accounts import ACCOUNTS as ACCOUNTS_FORM
from kpi.ingest.forms.compare import compared
from kpi.ingest.forms.effects import EFFECTS as EFFECTS_FORM
from kpi.ingest.forms.investments import INVESTMENT_USE as INVESTMENTS_FORM
from kpi.ingest.forms.reading import HEADINGS, read_form
from kpi.ingest.forms.storing import commit_form
from kpi.ingest.forms.template import form_template
from kpi.ingest.read import sheets
from kpi.ingest.table import Wanted
from kpi.model import Actor
from kpi.settings import settings
from kpi.store import Store, plans
from kpi.store.check import findings
from kpi.store.deliveries import deliveries, withdraw

ANNA = Actor("Anna", may_write=True)
ACCOUNTS = "plan;område;kostnadsslag;månad;slag;belopp;måttenhet"
ACCOUNT = "rs-2025;omr_vardval;lakemedel;2025-03;månadens utfall;-2,75;Mkr"
EFFECTS = "plan;åtgärd;period;uppnådd effekt;måttenhet;redovisning;skriven av;skriven den"
EFFECT = "rs-2025;atg_mandat;2025T2;4 650;tkr;Två tjänster.;Bo;2025-09-16"
INVESTMENTS = "plan;investering;månad;använt i månaden;måttenhet"
INVESTMENT = "rs-2025;inv_pdms;2025-03;1 200,5;tkr"


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    opened = Store.open(tmp_path_factory.mktemp("economy") / "kpi.duckdb")
    shipped.install(opened, settings().data)
    yield opened
    opened.close()


@pytest.fixture
def store(whole):
    yield whole
    for one in deliveries(whole):
        if one.actor == "Anna" and one.withdrawn_at is None:
            withdraw(whole, one.id, ANNA, "klart")


def read(store, *lines):
    return read_form(store, "\n".join(lines).encode(), "ekonomi.csv")


def test_amounts_come_back_as_they_were_written(store):
    form = read(store, ACCOUNTS, ACCOUNT, ACCOUNT.replace("-03;", "-04;").replace("-2,75;Mkr", "−2 750 000,01;kr"))
    assert form.form.name == "accounts"
    commit_form(store, form, ANNA)
    stored = plans.stated(store, "account", example=False)
    assert stored["amount"].tolist() == [Decimal("-2.75"), Decimal("-2750000.01")]
    assert stored[["area", "cost_type", "kind", "money_unit"]].to_numpy().tolist() == [
        ["omr_vardval", "lakemedel", "outcome", "Mkr"], ["omr_vardval", "lakemedel", "outcome", "kr"],
    ]  # fmt: skip
    again = read(store, ACCOUNTS, ACCOUNT, ACCOUNT.replace("-03;", "-04;"), ACCOUNT.replace("-03;", "-05;"))
    assert compared(store, again) == ["unchanged", "changed", "added"]


def test_effects_and_investments_are_forms_too(store):
    commit_form(store, read(store, EFFECTS, EFFECT), ANNA)
    commit_form(store, read(store, INVESTMENTS, INVESTMENT), ANNA)
    effect = plans.stated(store, "measure_effect", example=False).iloc[0]
    assert (effect["measure"], effect["period_kind"], effect["amount"]) == ("atg_mandat", "tertial", 4650)
    used = plans.stated(store, "investment_use", example=False).iloc[0]
    assert (used["investment"], used["amount"], used["money_unit"]) == ("inv_pdms", Decimal("1200.5"), "tkr")
    assert findings(store) == []


@pytest.mark.parametrize(
    ("header", "row", "old", "new", "key", "column"),
    [
        (ACCOUNTS, ACCOUNT, "rs-2025", "rs-2024", "form-plan-unknown", "plan"),
        (ACCOUNTS, ACCOUNT, "omr_vardval", "omr_vard", "form-item-unknown", "område"),
        (ACCOUNTS, ACCOUNT, "omr_vardval", "atg_mandat", "form-item-unknown", "område"),
        (ACCOUNTS, ACCOUNT, "omr_vardval", "omr_summa_tjansteman", "form-item-total", "område"),
        (ACCOUNTS, ACCOUNT, "lakemedel", "skatteintakter", "form-cost-type-unknown", "kostnadsslag"),
        (ACCOUNTS, ACCOUNT, "lakemedel", "", "form-cost-type-unknown", "kostnadsslag"),
        (ACCOUNTS, ACCOUNT, "2025-03", "2024-03", "form-year-without-frame", "månad"),
        (ACCOUNTS, ACCOUNT, "2025-03", "2025", "form-month", "månad"),
        (ACCOUNTS, ACCOUNT, "2025-03", "2025T1", "form-month", "månad"),
        (ACCOUNTS, ACCOUNT, "2025-03", "mars", "form-month", "månad"),
        (ACCOUNTS, ACCOUNT, "månadens utfall", "utfall", "plan-word-unknown", "slag"),
        (ACCOUNTS, ACCOUNT, "-2,75", "2,75", "form-other-sign", "belopp"),
        (ACCOUNTS, ACCOUNT, "-2,75", "", "plan-cell-missing", "belopp"),
        (ACCOUNTS, ACCOUNT, "-2,75", "-", "plan-not-a-number", "belopp"),
        (ACCOUNTS, ACCOUNT, "-2,75", "-2,75e3", "plan-not-a-number", "belopp"),
        (ACCOUNTS, ACCOUNT, "-2,75", "NaN", "plan-not-a-number", "belopp"),
        (ACCOUNTS, ACCOUNT, "-2,75", "1" + "0" * 13, "amount-out-of-range", "belopp"),
        (ACCOUNTS, ACCOUNT, "Mkr", "miljoner", "plan-word-unknown", "måttenhet"),
        (EFFECTS, EFFECT, "atg_mandat", "atg_summa", "form-item-total", "åtgärd"),
        (EFFECTS, EFFECT, "2025T2", "2024T2", "form-year-without-frame", "period"),
        (EFFECTS, EFFECT, "2025T2", "2025-2026", "effect-period", "period"),
        (EFFECTS, EFFECT, "Bo", "", "plan-cell-missing", "skriven av"),
        (INVESTMENTS, INVESTMENT, "inv_pdms", "inv_summa", "form-item-total", "investering"),
        (INVESTMENTS, INVESTMENT, "inv_pdms", "inv_ram", "form-item-unknown", "investering"),
        (INVESTMENTS, INVESTMENT, "2025-03", "2026-03", "form-year-without-frame", "månad"),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_nothing_stored(store, *, header, row, old, new, key, column):
    assert old in row
    before = len(deliveries(store))
    with pytest.raises(UserError) as caught:
        read(store, header, row.replace(old, new, 1))
    place = caught.value.place
    assert (caught.value.key, place.file, place.row, place.column) == (key, "ekonomi.csv", 2, column)
    assert len(deliveries(store)) == before


def test_a_repayment_in_one_month_is_no_wrong_sign(store):
    form = read(store, ACCOUNTS, ACCOUNT, ACCOUNT.replace("-03;", "-04;").replace("-2,75", "0,4"))
    assert len(form.table) == 2


def test_the_same_month_twice_is_refused(store):
    with pytest.raises(UserError) as caught:
        read(store, ACCOUNTS, ACCOUNT, ACCOUNT.replace("-2,75", "-3"))
    assert (caught.value.key, caught.value.place.row) == ("plan-row-twice", 3)


def test_an_empty_form_begins_with_what_can_be_reported(store):
    def begun(form):
        [sheet, *_] = sheets(form_template(store, form, "rs-2025"), "mall.xlsx", Wanted(HEADINGS))
        return [cells for _, cells in sheet.all_rows()][1:]

    accounts = begun(ACCOUNTS_FORM)
    assert len(accounts) == 5 * 7 + 5
    assert accounts[0][:3] == ["rs-2025", "omr_regiondirektor", "externa_intakter"]
    assert not any("summa" in row[1] or "total" in row[1] for row in accounts)
    assert len(begun(EFFECTS_FORM)) == 5
    assert len(begun(INVESTMENTS_FORM)) == 16


def test_who_may_not_write_stores_nothing(store):
    with pytest.raises(UserError) as caught:
        commit_form(store, read(store, ACCOUNTS, ACCOUNT), Actor("Anna"))
    assert caught.value.key == "not-allowed"
    assert plans.stated(store, "account", example=False).empty
