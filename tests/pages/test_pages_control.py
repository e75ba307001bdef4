"""Control charts and units on a nyckeltal's page: what is drawn is said in words and stands in a table as well."""

import json
import re

import pytest

from accepting import stored
from kpi.ingest.forms.reading import read_form
from kpi.ingest.forms.storing import commit_form
from kpi.ingest.upload import check
from kpi.model import Actor, Gender
from kpi.store.process import the_store
from kpi.ui.charts import by_gender
from kpi.ui.view import load
from kpi.words import quantity

ANNA = Actor("Anna", may_write=True)
COMMENTS = "nyckeltal;enhet;period;slag;text;skriven av;funktion;skriven den\n"


def charts(page):
    """Each chart with its alt text, as the browser gets them."""
    return [(json.loads(element.proto.spec), element.proto.alt) for element in page.app.get("plotly_chart")]


def control(page):
    """The control charts among them, with their value lines."""
    found = [(spec, alt) for spec, alt in charts(page) if "Styrdiagram för" in alt]
    return [(spec, alt, line) for spec, alt in found for line in spec["data"] if "text" in line and "marker" in line]


def marked(line):
    shapes = ("star", "x", "triangle-up", "triangle-down")
    return [said for said, symbol in zip(line["text"], line["marker"]["symbol"], strict=True) if symbol in shapes]


def table(page, caption):
    """The cells of the table with that caption, row by row."""
    [found] = [part for part in re.findall(r"<table.*?</table>", page.markup, re.DOTALL) if caption in part]
    rows = re.findall(r'<tr role="row">(.*?)</tr>', found.split("<tbody")[1], re.DOTALL)
    plain = [re.sub(r"<[^>]*>", "", row.replace("</td>", "|").replace("</th>", "|")) for row in rows]
    return [[" ".join(cell.replace("\u00a0", " ").split()) for cell in row.split("|")[:-1]] for row in plain]


@pytest.mark.parametrize("code", ["leverantorstrohet", "energianvandning", "kassalikviditet", "ekologiska_livsmedel"])
def test_every_marked_point_stands_in_the_table_with_rule_and_since(open_page, own_store, code):
    page = open_page("nyckeltal", kod=code, enhet="0023", data="exempel")
    [(_, _, line)] = control(page)
    rows = table(page, "Märkta värden för")
    assert len(rows) == len(marked(line)) > 0
    for said, cells in zip(marked(line)[::-1], rows, strict=True):
        which, value, rule, since, meaning = cells
        lines = said.replace("\u00a0", " ").split("<br>")
        assert lines == [f"{which}: {value}", f"{rule}, sedan {since}", meaning]


def test_the_break_has_its_reason_on_the_chart_and_in_its_words(open_page, own_store):
    page = open_page("nyckeltal", kod="leverantorstrohet", enhet="0023", data="exempel")
    [(spec, alt, _)] = control(page)
    reason = "Direktupphandlingar räknas med från 2023 (exempel)."
    notes = [note["text"].replace("<br>", " ") for note in spec["layout"]["annotations"]]
    assert f"Brott jan 2023: {reason}" in notes
    assert f"Brott jan 2023: {reason}" in alt
    assert [trace["name"] for trace in spec["data"]].count("mean") == 2
    assert "jan 2022 till dec 2022 (12 värden): medelvärde" in page.text
    assert "jan 2023 till aug 2025 (32 värden): medelvärde" in page.text
    assert alt.startswith("Exempelvärden. Styrdiagram för Leverantörstrohet, totalt: 44 värden")


def test_an_event_of_the_examples_is_drawn_and_listed(open_page, own_store):
    page = open_page("nyckeltal", kod="kassalikviditet", enhet="0023", data="exempel")
    [(spec, alt, _)] = control(page)
    event = "maj 2024: Investeringarna betalades ur kassan i stället för med lån (exempel)."
    assert event in page.text
    assert event in alt
    assert event in [note["text"].replace("<br>", " ") for note in spec["layout"]["annotations"]]
    assert [shape["x0"] for shape in spec["layout"]["shapes"]] == ["2024-05-01"]


@pytest.mark.parametrize(
    ("code", "unit", "words"),
    [("kassalikviditet", "0023", "Målet nås konsekvent"), ("leverantorstrohet", "0023", "Målet missas konsekvent"),
     ("leverantorstrohet", "rs", "Målet nås ibland, beroende på slumpen.")],
)  # fmt: skip
def test_assurance_is_said_in_words_and_its_target_is_drawn(open_page, own_store, code, unit, words):
    page = open_page("nyckeltal", kod=code, enhet=unit, data="exempel")
    assert words in page.text
    [(spec, _, _)] = control(page)
    assert [trace["name"] for trace in spec["data"]].count("target") == 1


def test_a_sum_of_months_is_not_held_against_the_years_target(open_page, own_store):
    page = open_page("nyckeltal", kod="energianvandning", enhet="0023", data="exempel")
    [(spec, _, _)] = control(page)
    assert "target" not in [trace["name"] for trace in spec["data"]]
    assert "konsekvent" not in page.text


@pytest.mark.parametrize("code", ["halsosamtal", "publikationer", "hfi_chefer", "sjuktal"])
def test_without_a_control_chart_there_is_none_and_no_choice(open_page, own_store, code):
    page = open_page("nyckeltal", kod=code, enhet="0023", data="exempel")
    assert control(page) == []
    assert "Styrdiagram för" not in page.text
    assert "Det fyllda fältet" not in page.text


@pytest.fixture
def months(own_store):
    """Real months of a nyckeltal for women, men and total."""
    lines = ["nyckeltal;enhet;period;kön;värde"]
    for at in range(30):
        for gender, level in zip("KMT", (70, 60, 65), strict=True):
            lines.append(f"nojdhet_sjukresor;0023;{2023 + at // 12}-{at % 12 + 1:02d};{gender};{level + at % 5}")

    store = the_store()
    stored(store, check(store, "\n".join(lines).encode(), "utfall.csv"), ANNA)
    return own_store


@pytest.mark.parametrize(
    ("asked", "names"),
    [("", ["Kvinnor", "Män"]), ("KM", ["Kvinnor", "Män"]), ("K", ["Kvinnor"]), ("M", ["Män"]), ("T", ["Totalt"]),
     ("X", ["Kvinnor", "Män"])],
)  # fmt: skip
def test_the_address_says_whose_charts_are_shown(open_page, months, asked, names):
    page = open_page("nyckeltal", kod="nojdhet_sjukresor", enhet="0023", data="verkliga", kon=asked)
    assert [line["name"] for _, _, line in control(page)] == names
    assert 'data-parameter="kon"' in page.markup
    ranges = {tuple(spec["layout"]["yaxis"]["range"]) for spec, _, _ in control(page)}
    assert len(ranges) == 1


def test_an_event_that_somebody_adds_is_drawn_and_listed_as_it_is_written(open_page, months, tmp_path):
    path = tmp_path / "k.csv"
    long = "Nytt avtal med <b>taxibolagen</b>, med bonus för punktlighet och vite för bilar som aldrig kommer."
    path.write_text(
        f"{COMMENTS}nojdhet_sjukresor;0023;2024-05-15;händelse;{long};Bo;Controller;2024-06-01\n"
        "nojdhet_sjukresor;0023;2019-05;händelse;Före serien.;Bo;;2024-06-01\n"
        "nojdhet_sjukresor;0023;2026-05;händelse;Efter perioden.;Bo;;2024-06-01\n"
        "nojdhet_sjukresor;rs;2024-05;händelse;En annan enhet.;Bo;;2024-06-01\n", encoding="utf-8",
    )  # fmt: skip
    commit_form(the_store(), read_form(the_store(), path.read_bytes(), path.name), ANNA)
    page = open_page("nyckeltal", kod="nojdhet_sjukresor", enhet="0023", data="verkliga", period="2025")
    spec, alt, _ = control(page)[0]
    assert [shape["x0"] for shape in spec["layout"]["shapes"]] == ["2024-05-15"]
    [note] = [note["text"] for note in spec["layout"]["annotations"] if "2024-05-15" in note["text"]]
    assert "<b>" not in note
    assert note.endswith("…")
    assert long in alt
    assert f"2024-05-15: {long}" in page.text
    assert "<b>taxi" not in page.markup
    assert "maj 2019: Före serien." in page.text
    assert "Efter perioden." not in page.text
    assert "En annan enhet." not in page.text


def test_units_are_a_table_and_charts_with_words(open_page, own_store):
    page = open_page("nyckeltal", kod="leverantorstrohet", enhet="0023", data="exempel", period="2025")
    rows = table(page, "Leverantörstrohet per enhet")
    assert rows[0] == ["Regionstyrelsen", "95,9 % (2025) Uppnått", "≥ 95 %", "0,9 procentenheter över målvärdet"]
    assert [cells[-1] for cells in rows[1:]] == ["inget eget målvärde"] * 4
    alts = re.findall(r'<img src="data:image/svg\+xml,[^"]*" alt="([^"]*)"', page.markup)
    assert [alt.split(", jan")[0] for alt in alts] == [f"Exempelvärden. {cells[0]}" for cells in rows]
    assert "Målvärde ≥\u00a095\u00a0%." in alts[0]


def test_protected_units_are_protected_in_table_charts_and_words(open_page, own_store):
    page = open_page("nyckeltal", kod="hfi_chefer", enhet="0023", data="exempel", period="2025")
    [cells] = [cells for cells in table(page, "per enhet") if cells[0] == "Vårdval"]
    assert cells[1:3] == ["skyddat (2025)", "skyddat (2025)"]
    [alt] = [alt for alt in re.findall(r'alt="([^"]*)"', page.markup) if "Vårdval" in alt]
    assert "kvinnor" not in alt
    assert "män" not in alt


def test_the_latest_value_of_the_chart_is_that_of_the_assessment(open_page, own_store):
    page = open_page("nyckeltal", kod="kassalikviditet", enhet="0023", data="exempel", period="2025")
    [(_, alt, line)] = control(page)
    chosen = page.app.session_state["view"]
    row = by_gender(load(chosen), "kassalikviditet", "0023")[Gender.TOTAL]
    assert line["y"][-1] == row.value
    assert f"till {quantity(row.value, int(row.decimals), row.measure)} (aug 2025)" in alt


def labelled(app, label):
    """The field or button with that key, or whose words begin so."""
    fields = (*app.text_input, *app.button)
    [found] = [one for one in fields if one.key == label or one.label.startswith(label)]
    return found


@pytest.fixture
def writing(monkeypatch):
    """Who opens the page sits at the machine."""
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: True)
    monkeypatch.setattr("kpi.ui.upload.keep_name", lambda name: None)


def test_an_event_written_on_the_page_is_stored_and_drawn(open_page, months, writing):
    app = open_page("nyckeltal", kod="nojdhet_sjukresor", enhet="0023", data="verkliga").app
    labelled(app, "Dag eller period").input("2024-05-15")
    labelled(app, "Vad som hände").input("Nytt avtal.")
    labelled(app, "name-event").input("Anna")
    labelled(app, "Spara händelsen").click()
    app.run()
    page = open_page("nyckeltal", kod="nojdhet_sjukresor", enhet="0023", data="verkliga")
    spec, _, _ = control(page)[0]
    assert [shape["x0"] for shape in spec["layout"]["shapes"]] == ["2024-05-15"]
    assert "2024-05-15: Nytt avtal. Anna, " in page.text


@pytest.mark.parametrize(
    ("when", "text", "said"),
    [("i våras", "Nytt avtal.", "Det är ingen period."), ("2024-05", " ", "Händelsen har ingen text."),
     ("", "Nytt avtal.", "Det är ingen period.")],
)  # fmt: skip
@pytest.mark.usefixtures("months", "writing")
def test_an_event_that_is_not_whole_is_not_stored(open_page, when, text, said):
    before = the_store().version()
    app = open_page("nyckeltal", kod="nojdhet_sjukresor", enhet="0023", data="verkliga").app
    for label, value in (("Dag eller period", when), ("Vad som hände", text), ("name-event", "Anna")):
        labelled(app, label).input(value)
    labelled(app, "Spara händelsen").click()
    app.run()
    assert any(said in str(getattr(element.proto, "body", "")) for element in app.get("html"))
    assert the_store().version() == before


def test_who_may_not_write_and_who_sees_examples_are_not_offered_to(open_page, months, writing, monkeypatch):
    page = open_page("nyckeltal", kod="kassalikviditet", enhet="0023", data="exempel")
    assert not [one for one in page.app.button if one.label == "Spara händelsen"]
    monkeypatch.setattr("kpi.ui.access.is_local", lambda: False)
    page = open_page("nyckeltal", kod="nojdhet_sjukresor", enhet="0023", data="verkliga")
    assert not [one for one in page.app.button if one.label == "Spara händelsen"]
