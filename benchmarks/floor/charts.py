"""The figures of our målområde page, as `st.plotly_chart` draws them."""

import json
import os
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st


@st.cache_resource
def figures() -> list[go.Figure]:
    """The figures as our page sent them."""
    return [go.Figure(one) for one in json.loads(Path(os.environ["BENCH_FIGURES"]).read_text(encoding="utf-8"))]


st.set_page_config(layout="wide")
st.title("Diagram")
for number, figure in enumerate(figures()):
    st.plotly_chart(figure, theme=None, key=str(number))
