"""The regions' series on one axis: all in the background, one's own and the chosen ones named."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from kpi.appearance import Palette, palette
from kpi.charts.series import HEIGHT, Measure, hatch, plain, time_axis
from kpi.charts.theme import template
from kpi.model import Gender
from kpi.words import quantity

# Told apart without colour: each named region has its own dash and marker, and its name at the line's end.
_DASHES = ("dash", "dot", "dashdot", "longdash", "longdashdot")
_MARKERS = ("square", "triangle-up", "x", "star", "hexagon")


@dataclass(frozen=True, slots=True)
class RegionSeries:
    """One region's known values in order of time: period_kind, period_start, value. `chosen` ones are named."""

    name: str
    points: pd.DataFrame
    own: bool = False
    chosen: bool = False


def regions_figure(
    series: Sequence[RegionSeries], gender: Gender, measure: Measure, *, example: bool = False, dark: bool = False
) -> go.Figure:
    """One gender's series of every region. Those without a value are left out."""
    colours = palette(dark)
    figure = go.Figure(layout={"template": template(dark), "height": HEIGHT, "hovermode": "closest"})
    behind = [one for one in series if not one.own and not one.chosen]
    for one in behind:
        _draw(figure, one, measure, {"line": {"color": colours.quiet, "width": 0.6}, "mode": "lines"})
    named = [one for one in series if one.chosen and not one.own]
    for place, one in enumerate(named):
        _draw(figure, one, measure, _style(colours, place))
    own = [one for one in series if one.own]
    for one in own:
        line = colours.lines[gender]
        mark = {"symbol": line.marker, "size": 8, "color": line.colour}
        _draw(figure, one, measure, {"line": {"color": line.colour, "width": 3}, "marker": mark})
    _names(figure, [*own, *named], colours)
    figure.update_yaxes(ticksuffix="\u00a0%" if measure.unit == "%" else "")
    if series:
        time_axis(figure, pd.concat([one.points for one in series]))
    if example:
        hatch(figure, colours)
    return figure


def _style(colours: Palette, place: int) -> dict[str, object]:
    return {
        "line": {"color": colours.ink, "width": 1.6, "dash": _DASHES[place % len(_DASHES)]},
        "marker": {"symbol": _MARKERS[place % len(_MARKERS)], "size": 7, "color": colours.ink},
    }


def _draw(figure: go.Figure, one: RegionSeries, measure: Measure, style: dict[str, object]) -> None:
    values = one.points["value"]
    figure.add_scatter(
        x=[start.date() for start in one.points["period_start"]], y=list(values),
        hovertemplate="%{text}<extra></extra>",
        text=[f"{plain(one.name)} {quantity(value, measure.decimals, measure.unit)}" for value in values],
        **{"mode": "lines+markers", **style},
    )  # fmt: skip


def _names(figure: go.Figure, named: Sequence[RegionSeries], colours: Palette) -> None:
    for one in named:
        figure.add_annotation(
            x=1, xref="paper", y=one.points["value"].iloc[-1], text=plain(one.name), showarrow=False, xanchor="left",
            xshift=10, font={"size": 13, "color": colours.ink},
        )  # fmt: skip
    longest = max((len(one.name) for one in named), default=0)
    figure.update_layout(margin_r=24 + 7 * longest)
