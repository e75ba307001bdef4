"""In the meeting room: slides led from the keyboard, whole on every screen, and there when the network is not."""

import pytest
from playwright.sync_api import expect

ITEM = "visa?mote=2025-05-27&arende=miljobokslut&data=exempel"
PLAN = "visa?data=exempel&plan=rs-2025&period=2025"
SCREENS = [(1920, 1080), (1366, 768), (1024, 768)]
# Whatever stands under its slide's footer or label, outside the screen, or is wider than its own box.
OVERFLOW = """() => [...document.querySelectorAll('.kpi-slide')].flatMap((slide, index) => {
  const hidden = slide.hidden, faults = [];
  slide.hidden = false;
  const foot = slide.querySelector('footer');
  const limit = (slide.querySelector('.example') ?? foot).getBoundingClientRect().top + 1;
  for (const one of slide.querySelectorAll('.kicker, h2, .body *')) {
    const box = one.getBoundingClientRect();
    if (one.closest('.kpi-hidden') || !box.width) continue;
    const inside = box.bottom <= limit && box.left >= 0 && box.right <= innerWidth && box.top >= 0;
    const cut = getComputedStyle(one).overflow !== 'visible' && one.scrollHeight > one.clientHeight + 1;
    if (!inside || cut) faults.push([index + 1, one.tagName, one.className, one.innerText?.slice(0, 40)]);
  }
  if (foot.getBoundingClientRect().bottom > innerHeight + 1) faults.push([index + 1, 'footer']);
  const controls = document.querySelector('.kpi-controls').getBoundingClientRect();
  if (foot.querySelector('strong').getBoundingClientRect().right > controls.left) faults.push([index + 1, 'number']);
  slide.hidden = hidden;
  return faults;
})"""


def shown(reader):
    """The slide that is seen: its label, and its title if that has the focus."""
    return reader.page.evaluate("""() => {
      const seen = [...document.querySelectorAll('.kpi-slide')].filter(slide => slide.checkVisibility());
      const title = seen[0]?.querySelector('h2');
      return [seen.length, seen[0]?.getAttribute('aria-label'), document.activeElement === title];
    }""")


def number(reader):
    count, label, focused = shown(reader)
    assert count == 1
    assert focused
    assert reader.page.locator(".kpi-said").text_content() == label
    assert reader.query()["bild"] == label.split(" ")[1]
    return int(label.split(" ")[1])


def press(reader, *keys):
    for key in keys:
        reader.page.keyboard.press(key)


def present(reader, address):
    reader.open(address)
    expect(reader.page.locator(".kpi-deck[data-ready]")).to_be_visible()
    return reader


def test_a_presentation_from_the_keyboard_alone(read):
    reader = present(read(viewport={"width": 1920, "height": 1080}), ITEM)
    last = reader.page.locator(".kpi-slide").count()
    assert number(reader) == 1
    for keys, wanted in [(["ArrowRight"], 2), (["ArrowDown", "PageDown"], 4), ([" "], 5), (["ArrowLeft"], 4),
                         (["ArrowUp", "PageUp"], 2), (["End"], last), (["ArrowRight"], last), (["Home"], 1),
                         (["ArrowLeft"], 1), (["1", "0", "Enter"], 10), (["9", "9", "Enter"], last),
                         (["3", "Enter"], 3)]:  # fmt: skip
        press(reader, *keys)
        assert number(reader) == wanted, keys
    press(reader, "?")
    panel = reader.page.get_by_role("region", name="Tangenter")
    expect(panel).to_be_focused()
    press(reader, "Escape")
    expect(panel).to_be_hidden()
    assert number(reader) == 3
    press(reader, "f")
    reader.page.wait_for_function("document.fullscreenElement !== null")
    press(reader, "f")
    reader.page.wait_for_function("document.fullscreenElement === null")
    press(reader, "Escape")
    reader.heading("Sammanträde 27–28 maj 2025")
    assert reader.query()["mote"] == "2025-05-27"
    assert reader.complaints == []


def test_nothing_of_the_apps_own_frame_is_seen_or_reached(read):
    reader = present(read(), ITEM)
    expect(reader.sidebar).to_be_hidden()
    reached = []
    for _ in range(12):
        press(reader, "Tab")
        reached.append(reader.page.evaluate("document.activeElement.closest('.kpi-deck, body').className"))
    assert set(reached) <= {"kpi-deck", ""}
    names = reader.page.locator(".kpi-controls :is(button, a)").evaluate_all(
        "all => all.map(one => one.getAttribute('aria-label') ?? one.innerText)"
    )
    assert names == ["Föregående bild", "Nästa bild", "Helskärm", "Tangenter", "Avsluta"]


def test_the_buttons_do_what_the_keys_do(read):
    reader = present(read(), ITEM)
    reader.page.get_by_role("button", name="Nästa bild").focus()
    press(reader, "Enter")
    assert number(reader) == 2
    reader.page.get_by_role("button", name="Föregående bild").click()
    assert number(reader) == 1


def test_a_link_starts_at_any_slide_and_a_reload_stays_there(read):
    reader = present(read(), f"{ITEM}&bild=4")
    assert number(reader) == 4
    press(reader, "ArrowRight")
    reader.page.reload()
    reader.settle()
    expect(reader.page.locator(".kpi-deck[data-ready]")).to_be_visible()
    assert number(reader) == 5
    assert number(present(reader, f"{ITEM}&bild=nix")) == 1


def test_a_chart_is_explored_and_escape_returns_to_its_slide(read):
    reader = present(read(), "visa?mal=halso_och_sjukvard&data=exempel")
    at = reader.page.evaluate(
        "[...document.querySelectorAll('.kpi-slide')].findIndex(one => one.querySelector('.kpi-picture')) + 1"
    )
    press(reader, *str(at), "Enter")
    assert number(reader) == at
    press(reader, "Enter")
    expect(reader.page.locator("[data-testid=stPlotlyChart] .main-svg").first).to_be_visible()
    expect(reader.sidebar).to_be_hidden()
    reader.settle()
    press(reader, "Escape")
    expect(reader.page.locator(".kpi-deck[data-ready]")).to_be_visible()
    reader.settle()
    assert number(reader) == at


@pytest.mark.parametrize("address", [ITEM, PLAN, "visa?mal=stodverksamhet&data=verkliga"])
def test_no_slide_overflows_on_any_screen(read, address):
    reader = present(read(), address)
    for width, height in SCREENS:
        reader.page.set_viewport_size({"width": width, "height": height})
        assert reader.page.evaluate(OVERFLOW) == [], (width, height)
    reader.page.set_viewport_size({"width": 390, "height": 844})
    assert reader.page.evaluate("document.querySelector('.kpi-deck').scrollWidth") <= 390


def test_without_a_network_the_slides_go_on(read):
    reader = present(read(), ITEM)
    reader.page.context.set_offline(True)
    press(reader, "ArrowRight")
    assert number(reader) == 2
    press(reader, "Escape")
    expect(reader.page.get_by_role("alert")).to_contain_text("Ingen kontakt med appen")
    assert number(reader) == 2
    reader.page.context.set_offline(False)


def test_when_the_app_is_gone_its_slides_are_not(read, new_app):
    app = new_app()
    reader = present(read(app), ITEM)
    app.stop()
    reader.page.locator("[data-testid=stApp]:not([data-test-connection-state=CONNECTED])").wait_for()
    reader.page.wait_for_timeout(6_000)  # until Streamlit has said so in its dialog
    press(reader, "ArrowRight", "ArrowRight")
    assert number(reader) == 3
    assert reader.page.locator("[role=dialog]").count() == 0


def test_a_swipe_leads_on(read):
    reader = present(read(viewport={"width": 1024, "height": 768}, has_touch=True), ITEM)
    swipe = """([from, to]) => {
      const target = document.querySelector('.kpi-slide:not([hidden])');
      const touch = x => new Touch({identifier: 1, target, clientX: x, clientY: 300});
      target.dispatchEvent(new TouchEvent('touchstart', {touches: [touch(from)], bubbles: true}));
      target.dispatchEvent(new TouchEvent('touchend', {changedTouches: [touch(to)], bubbles: true}));
    }"""
    for start, end, wanted in [(800, 300, 2), (300, 800, 1), (400, 390, 1)]:
        reader.page.evaluate(swipe, [start, end])
        assert number(reader) == wanted


def test_printed_every_slide_is_a_page_of_its_own(read):
    reader = present(read(), ITEM)
    pdf = reader.page.pdf(prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") == reader.page.locator(".kpi-slide").count()
