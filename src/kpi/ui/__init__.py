"""What pages are made of: with `src/dashboard.py` and `pages/`, the only place that imports streamlit."""
