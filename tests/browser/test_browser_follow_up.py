"""A follow-up from open to locked, as it is done: values, an explanation, an uppdrag, a judged forecast, the lock."""

from playwright.sync_api import expect
from upload_page import STORE, acknowledge, enter_name, upload

POINT = "rapportering?data=verkliga&period=2025-T2&uppfoljning=delar_augusti"
SUBJECT = "nyckeltal?kod=halsosamtal&enhet=0023&data=verkliga&period=2025-T2"
HEADER = "nyckeltal;enhet;period;kön;värde;täljare;nämnare\n"
YEARS = range(2021, 2026)


def told(period, gender, percent):
    """A row with the parts of its share, of a thousand each time."""
    return f"halsosamtal;0023;{period};{gender};{percent};{10 * percent};1000"


def outcomes():
    """Four years and two tertials, rising evenly: enough for a computed forecast."""
    rows = [
        told(f"{year}T{part}", gender, level + 2 * (year - 2021) + part)
        for year in YEARS for part in (1, 2, 3) for gender, level in (("K", 18), ("M", 14))
        if (year, part) <= (2025, 2)
    ]  # fmt: skip
    return (HEADER + "\n".join(rows) + "\n").encode()


def deliver(analyst, name, content):
    analyst.open("ladda-upp?data=verkliga")
    upload(analyst, name, content)
    enter_name(analyst)
    acknowledge(analyst)
    analyst.main.get_by_role("button", name=STORE).click()
    expect(analyst.main.get_by_role("button", name=STORE)).to_have_count(0)
    analyst.settle()


def write(analyst, heading, fields, button):
    """Open one of a page's forms, fill it in and save."""
    form = analyst.main.get_by_test_id("stExpander").filter(has_text=heading).first
    form.locator("summary").click()
    for label, text in fields.items():
        field = form.get_by_label(label).first
        field.fill(text)
        field.blur()
        analyst.settle()
    form.get_by_role("button", name=button).click()
    analyst.settle()


def row(analyst, what, name):
    return analyst.main.get_by_role("row").filter(has_text=what).filter(has_text=name)


def test_a_follow_up_from_open_to_locked(read, used_app):
    analyst = read(used_app).open(POINT)
    expect(row(analyst, "Utfall", "Riktade hälsosamtal").first).to_contain_text("Saknas")

    deliver(analyst, "utfall.csv", outcomes())
    analyst.open(SUBJECT)
    write(analyst, "Skriv en förklaring", {"Förklaring till utfallet": "Fler svarar på inbjudan.", "Ditt namn": "Anna"},
          "Klarmarkera förklaringen")  # fmt: skip
    expect(analyst.main).to_contain_text("Fler svarar på inbjudan.")
    forecast = (
        "nyckeltal;enhet;kön;år;prognos;bedömd av;datum;motiv\n"
        "halsosamtal;0023;K;2025;40;Anna;2025-08-29;Höstens kampanj är bokad.\n"
    )
    deliver(analyst, "prognos.csv", forecast.encode())
    analyst.open(SUBJECT)
    table = analyst.main.get_by_role("table", name="Prognos för helåret")
    judged = table.get_by_role("row").filter(has_text="Kvinnor 2025")
    computed = judged.get_by_role("cell").first.inner_text()
    expect(judged.get_by_role("cell").last).to_contain_text("40")
    assert computed.split(",")[0] != "40"
    analyst.open("uppdrag?data=verkliga&period=2025-T2&uppdrag=klimat")
    write(analyst, "Redovisa uppdraget", {"Vad har gjorts": "Hälften av bilarna är bytta.", "Ditt namn": "Anna"},
          "Spara redovisningen")  # fmt: skip

    analyst.open(POINT)
    for what in ("Utfall", "Förklaring", "Bedömd prognos"):  # the day for it is over
        expect(row(analyst, what, "Riktade hälsosamtal").first).to_contain_text("Kom för sent")
    expect(row(analyst, "Redovisning av uppdrag", "Minskad miljö").first).to_contain_text("Kom för sent")
    expect(row(analyst, "Utfall", "Hälsofrämjandeindex för chefer").first).to_contain_text("Saknas")
    write(analyst, "Lås tertial 2 2025", {"Varför?": "Delårsbokslutet är beslutat.", "Ditt namn": "Anna"},
          "Lås perioden")  # fmt: skip
    expect(analyst.main).to_contain_text("tertial 2 2025 är låst av Anna: Delårsbokslutet är beslutat.")
    expect(analyst.main).to_contain_text("Inget utfall har rättats sedan dess.")

    deliver(analyst, "rattelse.csv", f"{HEADER}{told('2025T2', 'K', 27)}\n".encode())
    analyst.open(POINT)
    corrected = analyst.main.get_by_role("table", name="Rättelser efter låsningen").get_by_role("row").nth(1)
    expect(corrected).to_contain_text("Riktade hälsosamtal")
    expect(corrected).to_contain_text("28 %")
    expect(corrected).to_contain_text("27 %")
    assert analyst.complaints == []
