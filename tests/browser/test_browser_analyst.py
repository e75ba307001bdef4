"""An analyst with a file: what it will change is shown first, the button stores exactly that, and it can be undone."""

import pytest
from playwright.sync_api import expect
from upload_page import NAME, enter_name, items, store, upload

HEADER = "nyckeltal;enhet;period;kön;värde"
FIRST = [f"halsosamtal;0023;2025;{gender};{value}" for gender, value in (("K", "22,5"), ("M", "35,4"), ("T", "28,9"))]
SECOND = [FIRST[0].replace("22,5", "31,25"), *FIRST[1:]]
HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script>{{7*7}}<b>fet</b>'


def csv(*rows, header=HEADER):
    return "\n".join([header, *rows, ""]).encode()


@pytest.fixture
def analyst(new_app, read):
    """With a store as it comes with the system."""
    return read(new_app())


@pytest.fixture
def colleague(used_app, read):
    """With a store that others have used before: nothing may be taken for granted but what ships."""
    return read(used_app)


def women(reader):
    return reader.main.locator(".kpi-three > div").filter(has_text="Kvinnor")


def test_from_file_to_page_and_back(analyst):
    analyst.open("ladda-upp")
    assert analyst.query()["data"] == "exempel"
    expect(analyst.main.get_by_label(NAME)).to_have_value("")

    upload(analyst, "första.csv", csv(*FIRST))
    expect(items(analyst)).to_have_text(["3 nya värden", "0 ändrade värden", "0 värden är som förut"])
    expect(analyst.main.get_by_role("button", name="Spara leveransen")).to_be_disabled()
    enter_name(analyst)
    expect(analyst.main.get_by_role("button", name="Spara leveransen")).to_be_enabled()
    store(analyst)

    # The first real delivery ends Exempelläge.
    expect(analyst.main.locator(".kpi-banner")).to_have_count(0)
    assert analyst.query()["data"] == "verkliga"
    row = analyst.main.get_by_role("table", name="Nyckeltal före och efter leveransen").get_by_role("row").nth(1)
    expect(row.get_by_role("cell")).to_have_text(
        ["Region Jämtland Härjedalen", "Kvinnor", "–", "22,5 % (2025, Ej uppnått)"]
    )
    row.get_by_role("link").click()
    analyst.heading("Riktade hälsosamtal, andel av listade")
    expect(women(analyst)).to_contain_text("22,5 %")
    expect(women(analyst)).to_contain_text("Ej uppnått")
    expect(analyst.main.locator(".kpi-lead")).to_contain_text("för män (35,4 %) men inte för kvinnor (22,5 %)")

    # The name is kept, and only what differs is a change.
    analyst.open("ladda-upp")
    assert analyst.query()["data"] == "verkliga", "a user's delivery has come: examples are no longer the default"
    expect(analyst.main.get_by_label(NAME)).to_have_value("Anna Analytiker")
    upload(analyst, "andra.csv", csv(*SECOND))
    expect(items(analyst)).to_have_text(["0 nya värden", "Ett ändrat värde", "2 värden är som förut"])
    changed = analyst.main.get_by_role("table", name="Det här ändras").get_by_role("row").nth(1)
    expect(changed.get_by_role("cell").nth(3)).to_have_text("22,5")
    expect(changed.get_by_role("cell").nth(4)).to_have_text("31,25")
    store(analyst)
    row = analyst.main.get_by_role("table", name="Nyckeltal före och efter leveransen").get_by_role("row").nth(1)
    expect(row.get_by_role("cell").nth(2)).to_have_text("22,5 % (2025, Ej uppnått)")
    expect(row.get_by_role("cell").nth(3)).to_have_text("31,3 % (2025, Uppnått)")

    # Withdrawn on the history page, the value before is there again.
    analyst.open("leveranser")
    newest = analyst.main.get_by_role("table", name="Leveranser och historik").get_by_role("row").nth(1)
    expect(newest).to_contain_text("andra.csv")
    expect(newest).to_contain_text("Anna Analytiker")
    analyst.main.get_by_role("button", name="Återkalla leveransen").click()
    expect(newest).to_contain_text("återkallad av Anna Analytiker")
    expect(analyst.main.get_by_role("button", name="Återställ leveransen")).to_be_visible()
    analyst.open("nyckeltal?kod=halsosamtal")
    expect(women(analyst)).to_contain_text("22,5 %")
    assert analyst.complaints == []


def test_a_faulty_file_says_what_is_wrong_and_stores_nothing(colleague):
    colleague.open("leveranser")
    before = colleague.main.get_by_role("table", name="Leveranser och historik").get_by_role("row").count()
    colleague.open("ladda-upp")
    enter_name(colleague)
    upload(colleague, "fel.csv", csv("halsosamtal;0023;2025;K;tolv", "halsosamtal;0023;2025;X;12", FIRST[1]))
    error = colleague.main.get_by_role("alert")
    expect(error).to_contain_text("fel.csv: 2 fel, inget är sparat.")
    expect(error.get_by_role("listitem")).to_have_text(
        ["rad 2, kolumnen värde, värdet ”tolv”: Det är inget tal. "
         "Skriv till exempel 12,5; eller .. när uppgift saknas.",
         "rad 3, kolumnen kön, värdet ”X”: Kön ska vara K (kvinnor), M (män) eller T (totalt)."]
    )  # fmt: skip
    expect(colleague.main.get_by_role("button", name="Spara leveransen")).to_have_count(0)
    colleague.open("leveranser")
    after = colleague.main.get_by_role("table", name="Leveranser och historik").get_by_role("row").count()
    assert after == before


def test_what_changes_nothing_on_the_pages_says_why(colleague):
    colleague.open("ladda-upp?data=verkliga")
    enter_name(colleague)
    upload(colleague, "gammalt.csv", csv("halsosamtal;0023;2009;T;12"))
    expect(items(colleague).first).to_have_text("Ett nytt värde")
    store(colleague)
    # 2009 is the only outcome there is: it is shown, though no target held then.
    upload(colleague, "igen.csv", csv("halsosamtal;0023;2009;T;12"))
    expect(colleague.main).to_contain_text("Inget ändras: alla värden är lika med dem som redan finns.")
    store(colleague)
    expect(colleague.main).to_contain_text("Inget ändras på sidorna: värdena är lika med dem som fanns.")


def test_one_button_removes_the_examples(analyst):
    analyst.open("leveranser")
    analyst.main.get_by_role("button", name="Ta bort exempelvärdena").click()
    expect(analyst.main.get_by_role("button", name="Ta bort exempelvärdena")).to_have_count(0)
    analyst.open()
    expect(analyst.main.locator(".kpi-banner")).to_have_count(0)
    assert analyst.query()["data"] == "verkliga"
    analyst.open("nyckeltal?kod=halsosamtal&data=exempel")
    expect(analyst.main.locator(".kpi-lead")).to_contain_text("Inga utfall är inlästa ännu.")


def test_hostile_words_come_out_as_they_stand(colleague):
    colleague.open("ladda-upp?data=verkliga")
    enter_name(colleague, HOSTILE)
    upload(colleague, f"{HOSTILE.replace('/', '')}.csv", csv(HOSTILE.replace(";", "") + ";0023;2025;T;1"))
    expect(colleague.main.get_by_role("alert")).to_contain_text("<img src=x onerror=")
    rows = csv(f"halsosamtal;0023;2025;T;1;{HOSTILE}", header=f"{HEADER};kommentar")
    upload_again(colleague, f"{HOSTILE.replace('/', '')}.csv", rows)
    colleague.main.get_by_label("Anledning").fill(HOSTILE)
    colleague.main.get_by_label("Anledning").press("Enter")
    for why in colleague.main.get_by_label("Varför är det rätt ändå?").all():
        why.fill(HOSTILE)
        why.press("Enter")
        colleague.settle()
    store(colleague)
    colleague.open("leveranser")
    table = colleague.main.get_by_role("table", name="Leveranser och historik")
    expect(table).to_contain_text("<img src=x onerror=%22alert(1)%22><script>alert(2)<script>{{7*7}}<b>fet<b>.csv")
    expect(colleague.main.locator(".kpi-list")).to_contain_text(f"Anledning: {HOSTILE}")
    colleague.open("nyckeltal?kod=halsosamtal")
    assert colleague.page.locator("[data-testid=stMain] b, [data-testid=stMain] img[src=x]").count() == 0
    assert colleague.dialogs == []
    assert colleague.complaints == []


def upload_again(reader, name, content):
    """Another file in place of the chosen one."""
    reader.main.get_by_role("button", name="Ta bort ").click()
    expect(reader.main.get_by_role("alert")).to_have_count(0)
    upload(reader, name, content)
    expect(items(reader).first).to_be_visible()
