"""Frames in, figures out: the only place that imports plotly."""
