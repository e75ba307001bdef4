"""The page Ekonomi: every figure of the text in its row, accounts against the frame, and what does not agree."""

from html.parser import HTMLParser

import pytest
from pages_conftest import shown

from economy_figures import AREAS, FRAMES, IN_TEXT, INVESTMENT_TOTAL, INVESTMENTS, YEARS
from kpi.ingest.forms.reading import read_form
from kpi.ingest.forms.storing import commit_form
from kpi.model import Actor, MoneyUnit
from kpi.store import plans
from kpi.store.process import the_store
from kpi.words import say

ANNA = Actor("Anna", may_write=True)
REAL = {"data": "verkliga", "period": "2025"}
HEADER = "plan;område;kostnadsslag;månad;slag;belopp;måttenhet"

pytestmark = pytest.mark.usefixtures("own_store")


class Rows(HTMLParser):
    """The rows of every table, as texts with plain spaces, by caption."""

    def __init__(self, markup):
        super().__init__()
        self.tables, self.caption, self.into = {}, "", ""
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.tables[self.caption].append([])
        if tag in ("th", "td"):
            self.tables[self.caption][-1].append("")
        if tag in ("th", "td", "caption"):
            self.into = tag

    def handle_endtag(self, tag):
        self.into = "" if tag == self.into else self.into

    def handle_data(self, data):
        if self.into == "caption":
            self.caption = data
            self.tables.setdefault(data, [])
        elif self.into:
            self.tables[self.caption][-1][-1] += data.replace("\u00a0", " ")


@pytest.fixture
def tables(open_page):
    return Rows(open_page("ekonomi", **REAL).markup).tables


def rows_of(tables, caption):
    return {row[0]: row[1:] for row in tables[caption]}


def names():
    found = plans.listed(the_store(), "budget_item", "rs-2025")
    return dict(zip(found["code"], found["name"], strict=True))


def as_shown(figure):
    """As the text has it, with a true minus and thousands apart."""
    sign, whole, part = figure.startswith("-"), *figure.lstrip("-").replace(" ", "").partition(",")[::2]
    digits = f"{int(whole):,}".replace(",", " ")
    return ("−" if sign else "") + digits + (f",{part}" if part else "")


def test_every_figure_of_the_tables_stands_in_its_row(tables):
    called = names()
    planned = rows_of(tables, say("economy-measures-heading"))
    heads = tables[say("economy-measures-heading")][0]
    at = [place for place, head in enumerate(heads) if head.startswith("Planerad")]
    assert [heads[place] for place in at] == ["Planerad 2025, Mkr", "Planerad 2026, Mkr", "Planerad 2027, Mkr"]
    for item, (_, figures) in YEARS.items():
        cells = [planned[called[item]][place - 1].split(" (delarna")[0] for place in at]
        assert cells == [as_shown(figure) for figure in figures.split()], item
    frames = rows_of(tables, "ramar per år")
    for item, (_, figures) in FRAMES.items():
        name = called[item] if item == "ram_summa" else f"varav {called[item].lower()}"
        assert frames[name] == [as_shown(figure) for figure in figures.split()]
    areas = rows_of(tables, "Budgetramar per område 2025, Mkr")
    for item, (_, figures) in AREAS.items():
        assert areas[called[item]] == [as_shown(figure) for figure in figures.split()], item


def test_every_investment_stands_with_its_amount_and_owner(tables):
    caption = say("economy-investments-heading")
    head, *rows = tables[caption]
    assert head[2] == f"Årets ram, {MoneyUnit.TKR}"
    assert [(row[1], row[2]) for row in rows] == [*INVESTMENTS, ("–", INVESTMENT_TOTAL)]


def test_every_figure_of_the_running_text_stands_with_its_unit(tables, open_page):
    called, net = names(), rows_of(tables, "nettobudgetramar")
    assert tables["nettobudgetramar"][0] == ["Post", "2025, tkr"]
    changes = rows_of(tables, say("economy-changes-heading"))
    whole = open_page("ekonomi", **REAL).text
    for item, amount, _ in IN_TEXT:
        found = [value for name, value in (net | changes).items() if called[item][1:] in name]
        if item == "inv_ram":
            assert f"{called[item]}: {amount} Mkr (2025)" in whole
        elif item.startswith("netto_"):
            assert [amount] in found
        else:
            assert any(value[1].startswith(f"{amount} Mkr (2025") for value in found), item


def test_where_printed_and_computed_differ_is_said(open_page):
    text = open_page("ekonomi", **REAL).text
    assert "11 av 42 jämförda belopp skiljer sig; en av skillnaderna kan inte bero på avrundning." in text
    assert "36,7 (delarna ger 35,7)" in text
    assert "36,7 Mkr summan av Effekt av åtgärder på politisk beslutsnivå och Effekt av åtgärder på" in text
    assert "Summa förtroendemannabudget 2025 (budgetramar per område) −4,4 Mkr samma uppgift i ramar per år" in text
    assert "−4,3 Mkr −0,1 Mkr kan bero på avrundning" in text


def test_the_financial_goals_are_judged_as_on_the_overview(open_page):
    overview, economy = (
        open_page("", data="exempel", period="2025"),
        open_page("ekonomi", data="exempel", period="2025"),
    )
    goals = economy.markup.split("<h2>Finansiella mål</h2>")[1].split("<h2>")[0]
    shown_rows = goals.split("<tr")[2:]
    assert len(shown_rows) == 8
    for row in shown_rows:
        heading = row.split("</th>")[0]
        assert heading in overview.markup
        [there] = [other for other in overview.markup.split("<tr") if heading in other]
        assert row.split("<td")[1:5] == there.split("<td")[1:5]


def test_without_accounts_nothing_is_filled_in(tables, open_page):
    rows = tables["Utfall och prognos per område 2025"]
    assert {tuple(row[2:]) for row in rows[1:]} == {("–",) * 5}
    text = open_page("ekonomi", **REAL).text
    assert "Summa tjänstemannabudget: varken utfall eller prognos är redovisat mot ramen −2 182 Mkr för 2025." in text
    assert "är inget redovisat som använt" in text


def test_the_example_shows_every_feature(open_page):
    page = open_page("ekonomi", data="exempel", period="2025")
    text, charts = page.text, page.app.get("plotly_chart")
    assert len(charts) == 1
    for words in ("sämre än budget", "bättre än budget", "som budget", "(jan–aug)", "redovisade", "Ej redovisad",
                  "(ramen är överskriden)", "Ackumulerat"):  # fmt: skip
        assert words in text


def deliver(*lines):
    rows = "\n".join((HEADER, *(f"rs-2025;{line}" for line in lines))).encode()
    commit_form(the_store(), read_form(the_store(), rows, "utfall.csv"), ANNA)


def test_accounts_delivered_are_accumulated_until_the_chosen_period(open_page):
    deliver(
        "omr_fortroende;personal;2025-01;månadens utfall;-0,4;Mkr",
        "omr_fortroende;ovriga_externa;2025-01;månadens utfall;-20;tkr",
        "omr_fortroende;personal;2025-02;månadens utfall;-0,3;Mkr",
        "omr_fortroende;ovriga_externa;2025-02;månadens utfall;-0,025;Mkr",
        "omr_fortroende;personal;2025-03;månadens utfall;-0,3;Mkr",
        "omr_fortroende;personal;2025-02;helårsprognos;-4,5;Mkr",
        "omr_fortroende;ovriga_externa;2025-02;helårsprognos;-0,3;Mkr",
    )
    page = open_page("ekonomi", **REAL, omrade="omr_fortroende")
    assert (
        "Summa förtroendemannabudget: utfallet jan–feb 2025 är −0,745 Mkr, 16,9 % av årets ram på −4,4 Mkr."
        " Helårsprognosen är −4,8 Mkr, 0,4 Mkr sämre än budget (9,1 % av ramen)."
    ) in page.text
    assert "utfall saknas för mars i Övriga externa omkostnader." in page.text
    row = rows_of(Rows(page.markup).tables, "Utfall och prognos per område 2025")["Summa förtroendemannabudget"]
    assert row == ["−4,4", "−0,745 (jan–feb)", "16,9 %", "−4,8 (feb)", "−0,4 sämre än budget", "−9,1 %"]
    january = open_page("ekonomi", data="verkliga", period="2025-01", omrade="omr_fortroende").text
    assert "utfallet jan 2025 är −0,42 Mkr" in january
    assert "Helårsprognosen är" not in january


def test_an_unknown_area_in_the_address_shows_the_first_total(open_page):
    assert "Summa tjänstemannabudget: varken" in shown(open_page("ekonomi", **REAL, omrade="<b>").app).replace(
        "\u00a0", " "
    )


def test_a_year_without_frames_says_so(open_page):
    text = open_page("ekonomi", data="verkliga", period="2026").text
    assert "Planen har ingen ram per område för 2026." in text
    assert "−2 181,8" in text


def test_the_method_says_how_amounts_were_read(open_page):
    text = open_page("metod", **REAL).text
    assert "Texten skriver Våldbarometern" in text
    assert "Budgetposten Verksamhetsundersökningar" in text


def test_a_plan_without_money_says_so(open_page):
    codes = set(plans.plans(the_store())["code"])
    without = sorted(code for code in codes if plans.listed(the_store(), "budget_item", code).empty)
    assert without
    for code in without:
        page = open_page("ekonomi", plan=code)
        assert page.errors == []
        assert "Planen har inga ramar, åtgärder eller investeringar." in page.text
