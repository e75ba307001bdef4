"""A person at the browser: opens addresses, waits until a page stands still, and notes what the console says."""

import re

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE = 30_000  # milliseconds
STILL = "[data-testid=stApp][data-test-script-state=notRunning]"
# Streamlit looks for its own server below the page's address first, and finds it at the root.
PROBES = re.compile(r"/[^/]+/_stcore/(health|host-config)$")

expect.set_options(timeout=PATIENCE)


def session(browser: Browser, **options) -> BrowserContext:
    """A browser session of its own: cookies, cache, theme, width."""
    context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, "locale": "sv-SE", **options})
    context.set_default_timeout(PATIENCE)
    return context


class Reader:
    def __init__(self, context: BrowserContext, url: str) -> None:
        self.url = url
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.dialogs: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("dialog", self._asked)

    def _heard(self, message) -> None:
        known = "404" in message.text and PROBES.search(message.location.get("url", ""))
        if message.type == "error" and not known:
            self.complaints.append(f"{message.text} {message.location.get('url', '')}")

    def _asked(self, dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def open(self, address: str = "") -> "Reader":
        """Open an address of the app, and wait until the page stands still."""
        self.page.goto(f"{self.url}/{address.removeprefix('/')}")
        return self.settle()

    def settle(self) -> "Reader":
        """Wait until the heading is there and the script has finished."""
        self.page.locator("h1").first.wait_for()
        self.page.locator(STILL).wait_for()
        return self

    @property
    def main(self) -> Locator:
        return self.page.get_by_test_id("stMain")

    @property
    def sidebar(self) -> Locator:
        return self.page.get_by_test_id("stSidebar")

    def heading(self, text: str) -> None:
        """Wait for the page with this heading."""
        expect(self.main.get_by_role("heading", level=1)).to_have_text(text)
        self.settle()

    def query(self) -> dict[str, str]:
        """The address's query parameters."""
        return self.page.evaluate("Object.fromEntries(new URLSearchParams(location.search))")

    def choose(self, label: str, option: str) -> None:
        """Choose in one of the sidebar's lists."""
        self.sidebar.get_by_role("combobox", name=label).select_option(label=option)

    def close(self) -> None:
        self.page.close()
