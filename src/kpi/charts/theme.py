"""The look of every Plotly figure.

Importing streamlit sets a template of placeholder colours, so ours is set on each figure.
"""

import plotly.graph_objects as go

from kpi.appearance import palette

FONT = "Source Sans, Source Sans Pro, system-ui, sans-serif"


def template(dark: bool) -> go.layout.Template:
    """Few lines, direct labels, Swedish separators."""
    colours = palette(dark)
    axis = {
        "showgrid": False, "zeroline": False, "linecolor": colours.rule, "ticks": "", "automargin": True,
        "tickfont": {"color": colours.quiet, "size": 13},
    }  # fmt: skip
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": 14, "color": colours.ink},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "separators": ",\u00a0",
            "xaxis": axis,
            "yaxis": {**axis, "showgrid": True, "gridcolor": colours.rule, "gridwidth": 1},
            "margin": {"l": 8, "r": 8, "t": 12, "b": 8},
            "showlegend": False,
            "hoverlabel": {"font": {"family": FONT, "size": 14}},
            "hovermode": "x unified",
        }
    )
