"""A Plotly figure for a whole screen in a meeting room: the same figure, with larger words and stronger lines."""

import plotly.graph_objects as go

_TIMES = 1.5  # as large as on a page
_STRONGER = 1.5


def enlarged(figure: go.Figure, height: int) -> go.Figure:
    """A copy; the figure itself is shared by all sessions and is left as it is. height: in pixels."""
    large = go.Figure(figure)
    size = large.layout.template.layout.font.size * _TIMES
    large.update_layout(height=height, font_size=size, hoverlabel_font_size=size,
                        margin_r=(large.layout.margin.r or 0) * _TIMES)  # fmt: skip
    large.update_xaxes(tickfont_size=size)
    large.update_yaxes(tickfont_size=size)
    large.for_each_annotation(lambda one: one.update(font_size=(one.font.size or size) * _TIMES))
    for trace in large.select_traces(selector={"type": "scatter"}):
        trace.line.width = (trace.line.width or 1) * _STRONGER
        if trace.marker.size:
            trace.marker.size *= _TIMES
    return large
