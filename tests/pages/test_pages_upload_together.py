"""Two sessions with a file each for the same outcomes: the button stores what its own session was shown, or nothing."""

import html

import pytest
from pages_conftest import shown
from streamlit.testing.v1 import AppTest

from kpi.model import DataMode
from kpi.store.deliveries import deliveries
from kpi.store.observations import observations
from kpi.store.process import the_store

CHANGED = "Någon annan har ändrat uppgifterna sedan skillnaden visades, så inget är sparat."


def _page():
    """The upload page's last step, for a file that has been chosen."""
    import streamlit as st

    from kpi.ingest.upload import check
    from kpi.model import Actor
    from kpi.store.process import the_store
    from kpi.ui.upload import store_button

    checked = check(the_store(), st.session_state["content"], "utfall.csv")
    st.text(f"{checked.added} nya, {checked.changed} ändrade")
    store_button(checked, Actor("Anna Analytiker", may_write=True))


def _session(value):
    app = AppTest.from_function(_page, default_timeout=120)
    app.session_state["content"] = f"nyckeltal;enhet;period;kön;värde\nhalsosamtal;0023;2025;K;{value}\n".encode()
    return app.run()


def _press(app):
    app.button(key="store_file").click().run()
    assert not app.exception, app.exception
    return html.unescape(shown(app))


def _values():
    return observations(the_store(), DataMode.REAL, indicators=["halsosamtal"])["value"].tolist()


@pytest.mark.slow
def test_the_second_is_shown_the_new_difference_and_stores_it_only_when_pressed_again(own_store):
    one, other = _session("21,5"), _session("22,5")
    assert one.text[0].value == other.text[0].value == "1 nya, 0 ändrade"
    assert CHANGED not in _press(one)
    assert _values() == [21.5]
    made = len(deliveries(the_store()))

    assert CHANGED in _press(other)
    assert other.text[0].value == "0 nya, 1 ändrade"
    assert _values() == [21.5]
    assert len(deliveries(the_store())) == made

    assert CHANGED not in _press(other)
    assert _values() == [22.5]
    assert len(deliveries(the_store())) == made + 1


@pytest.mark.slow
def test_what_concerns_other_outcomes_is_no_hindrance(own_store):
    one = _session("21,5")
    other = AppTest.from_function(_page, default_timeout=120)
    other.session_state["content"] = b"nyckeltal;enhet;period;k\xc3\xb6n;v\xc3\xa4rde\nhalsosamtal;0023;2025;M;20,5\n"
    other.run()
    for session in (one, other):
        assert CHANGED not in _press(session)
    assert _values() == [21.5, 20.5]
