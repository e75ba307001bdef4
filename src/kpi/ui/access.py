"""Who may change data. Locally, the person at the machine; opened to a network without login, nobody.

The functions that change data ask again (`kpi.store.deliveries.require_write`): a hidden button protects nothing.
"""

import streamlit as st

from kpi.local_name import kept_name
from kpi.model import Actor
from kpi.ui.view import current_view

_LOCAL = ("127.0.0.1", "localhost", "::1", "[::1]")
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")


def is_local() -> bool:
    """True when the app listens on this machine alone and the request has not come through a proxy."""
    headers = {name.lower(): value for name, value in st.context.headers.to_dict().items()}
    host = headers.get("host", "").rsplit(":", 1)[0]
    return (
        st.get_option("server.address") in _LOCAL and host in _LOCAL and not any(name in headers for name in _FORWARDED)
    )


def current_actor() -> Actor:
    """The person at the page, with the name kept for this machine. Raises when a page runs without the router.

    Nobody writes in the past: what a page shows as of an earlier day is only looked at.
    """
    past = bool(current_view().as_of)
    return Actor(name=kept_name(), may_write=is_local() and not past)
