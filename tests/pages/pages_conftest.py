"""Pages run through the router in this process, as a reader who opens their address would get them."""

import html
import re
from dataclasses import dataclass

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.local_script_runner import LocalScriptRunner
from streamlit.util import calc_hash

from kpi.settings import ROOT
from kpi.ui.failure import on_script_error

# The overview's address is the root.
PAGES = [
    "",
    "malomrade-stodverksamhet",
    "malomrade-tandvard",
    "jamstalldhet",
    "roda-traden",
    "uppdrag",
    "ekonomi",
    "intern-kontroll",
    "sammantraden",
    "rapportering",
    "nyckeltal",
    "ladda-upp",
    "leveranser",
    "metod",
]


@dataclass(frozen=True)
class Page:
    app: AppTest
    markup: str

    @property
    def text(self) -> str:
        """What a reader sees, with plain spaces."""
        words = html.unescape(re.sub(r"<[^>]*>", " ", self.markup))
        return " ".join(words.replace("\u00a0", " ").split())

    @property
    def headings(self) -> list[str]:
        return [html.unescape(text) for text in re.findall(r"<h1>(.*?)</h1>", self.markup)]

    @property
    def errors(self) -> list[str]:
        return [
            html.unescape(text) for text in re.findall(r'<div class="kpi-error" role="alert"><p>(.*?)</p>', self.markup)
        ]


@pytest.fixture
def open_page(monkeypatch):
    """Open a page by its address; `kod="…"` and the like are its query parameters."""
    begin = LocalScriptRunner.__init__

    def with_our_errors(self, *arguments, **named):
        begin(self, *arguments, **named)
        self._on_script_error = on_script_error

    monkeypatch.setattr(LocalScriptRunner, "__init__", with_our_errors)

    def open_(path="", **query):
        app = AppTest.from_file(str(ROOT / "src" / "dashboard.py"), default_timeout=60)
        for name, value in query.items():
            app.query_params[name] = value
        app._page_hash = calc_hash(path) if path else ""
        app.run()
        assert not app.exception, app.exception
        return Page(app, shown(app))

    return open_


def shown(app: AppTest) -> str:
    """All HTML that the main part of the page holds."""
    return "\n".join(str(getattr(element.proto, "body", "")) for element in app.main if element.type == "html")
