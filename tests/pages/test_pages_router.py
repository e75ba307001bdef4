"""No page runs without the router: it reads the choice, and it is where access is decided."""

import pytest
from streamlit.testing.v1 import AppTest

from kpi.errors import UserError
from kpi.settings import ROOT
from kpi.ui.view import current_view
from kpi.words import say

FILES = sorted((ROOT / "pages").glob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_page_alone_refuses(own_store, monkeypatch, path):
    """Run as Streamlit would run a page beside the entry script: by itself."""
    raised = []
    monkeypatch.setattr("streamlit.runtime.scriptrunner.exec_code.handle_user_script_exception",
                        lambda error, *_: raised.append(error))  # fmt: skip
    app = AppTest.from_file(str(path), default_timeout=30).run()
    assert [getattr(error, "key", error) for error in raised] == ["page-without-router"]
    assert [element.type for element in app.main] == ["main"], "nothing but the empty page itself"


def test_asking_for_the_choice_without_a_router_raises(own_store):
    with pytest.raises(UserError) as raised:
        current_view()
    assert raised.value.key == "page-without-router"
    assert str(raised.value) == say("page-without-router")


def test_pages_are_known_to_the_router_and_to_nobody_else():
    router = (ROOT / "src" / "dashboard.py").read_text(encoding="utf-8")
    for path in FILES:
        assert f'page("{path.stem}"' in router
    assert not (ROOT / "src" / "pages").exists(), "Streamlit runs files of a folder pages beside the entry script"
