"""As much text as our overview, which changes with what is chosen, from its first line to its last."""

import os
from pathlib import Path

import streamlit as st

st.set_page_config(layout="wide")
st.title("Val")
year = st.sidebar.selectbox("Period", [str(year) for year in range(2025, 2015, -1)])
text = Path(os.environ["BENCH_TEXT"]).read_text(encoding="utf-8")
st.write("\n\n".join(f"{line} {year}" for line in text.split("\n\n")))
st.write(f"Slut på texten för {year}")
