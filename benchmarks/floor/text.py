"""As much text as our overview, and nothing else. The last line says that all of it is there."""

import os
from pathlib import Path

import streamlit as st

st.set_page_config(layout="wide")
st.title("Text")
st.write(Path(os.environ["BENCH_TEXT"]).read_text(encoding="utf-8"))
st.write("Slut på texten")
