"""The first thing that a fresh process is asked for is a deep link: it must go through the router."""

from urllib.parse import quote

from playwright.sync_api import expect


def test_a_deep_link_first_after_a_restart_goes_through_the_router(new_app, read):
    reader = read(new_app()).open("leveranser")
    reader.heading("Leveranser och historik")
    # The router alone draws the menu and completes the address.
    expect(reader.sidebar.get_by_role("link")).to_have_count(19)
    assert reader.query()["plan"] == "rs-2025"
    expect(reader.sidebar.locator(".kpi-brand")).to_contain_text("Region Jämtland Härjedalen")


def test_an_empty_store_says_so_on_every_page(new_app, read):
    reader = read(new_app(empty=True))
    for address in ("", "leveranser", "ladda-upp", "nyckeltal?kod=x"):
        reader.open(address)
        reader.heading("Sidan kan inte visas")
        expect(reader.main.get_by_role("alert")).to_contain_text("Ingen plan är inläst.")


def test_addresses_that_lead_nowhere_are_sentences_and_never_tracebacks(read):
    reader = read()
    for address in ("nyckeltal?kod=nix", "nyckeltal?kod=halsosamtal&enhet=nix", f"nyckeltal?kod={quote('<b>x</b>')}"):
        reader.open(address)
        reader.heading("Sidan kan inte visas")
        expect(reader.main.get_by_role("alert")).to_contain_text("finns inte")
    for address in ("?plan=nix", "?period=snart", "?data=x", "?plan=nix&period=2025-99&data=&kod=%00"):
        reader.open(address)
        reader.heading("Når vi målen?")
    assert "Traceback" not in reader.page.content()
    assert reader.complaints == []


def test_behind_a_proxy_the_pages_are_for_reading(read):
    reader = read(extra_http_headers={"X-Forwarded-For": "192.0.2.1"}).open("ladda-upp")
    expect(reader.main).to_contain_text("Här går det bara att läsa.")
    assert reader.page.locator("input[type=file]").count() == 0
    reader.open("leveranser")
    expect(reader.main.get_by_role("table", name="Leveranser och historik")).to_be_visible()
    for name in ("Återkalla leveransen", "Ta bort exempelvärdena"):
        assert reader.main.get_by_role("button", name=name).count() == 0
