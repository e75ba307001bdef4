"""The launcher: `streamlit run app.py`.

The entry script lies under src/, so that no page can be reached past the router: with `pages/` beside the entry
script, a deep link would run the page's file alone.
"""

import streamlit as st

from kpi.launcher.lifespan import lifespan
from kpi.launcher.middleware import middleware
from kpi.launcher.routes import routes
from kpi.ui.failure import on_script_error

app = st.App(
    "src/dashboard.py",
    lifespan=lifespan(lambda: (st.get_option("server.address"), st.get_option("server.port"))),
    middleware=middleware(lambda: st.get_option("server.address")),
    routes=routes(),
    on_script_error=on_script_error,
)
