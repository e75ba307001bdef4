"""All regions' values on one line per gender: quartiles behind, one's own and the country's in front."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from kpi.appearance import Palette, palette
from kpi.charts.series import Measure, hatch
from kpi.charts.theme import template
from kpi.model import Gender
from kpi.words import quantity, say

ROW_HEIGHT, ROOM = 62, 64  # pixels


@dataclass(frozen=True, slots=True)
class Strip:
    """One gender: every region's name and value, one's own among them; the country's; lower quartile, median, upper.

    `country` and the quartiles are None where there is none.
    """

    gender: Gender
    regions: Sequence[tuple[str, float]]
    own: float
    country: float | None
    quartiles: tuple[float, float, float] | None


def strip_figure(strips: Sequence[Strip], measure: Measure, *, example: bool = False, dark: bool = False) -> go.Figure:
    """A row per gender, women on top, on one axis."""
    colours = palette(dark)
    height = ROOM + ROW_HEIGHT * len(strips)
    figure = go.Figure(layout={"template": template(dark), "height": height, "hovermode": "closest"})
    names = [say(f"gender-{strip.gender}") for strip in strips]
    for name, strip in zip(names, strips, strict=True):
        _draw(figure, name, strip, measure, colours)
    figure.update_yaxes(
        categoryorder="array", categoryarray=names[::-1], range=[-0.6, len(names) - 0.4], showgrid=False,
        tickfont={"color": colours.ink},
    )  # fmt: skip
    figure.update_xaxes(ticksuffix="\u00a0%" if measure.unit == "%" else "", nticks=6, showgrid=True,
                        gridcolor=colours.rule)  # fmt: skip
    figure.update_layout(margin={"t": 30, "l": 8, "r": 24, "b": 8})
    if example:
        hatch(figure, colours)
    return figure


def _draw(figure: go.Figure, name: str, strip: Strip, measure: Measure, colours: Palette) -> None:
    style = colours.lines[strip.gender]
    if strip.quartiles:
        low, middle, high = strip.quartiles
        figure.add_scatter(
            x=[low, middle, high], y=[name] * 3, mode="lines+markers", hoverinfo="skip",
            line={"color": colours.rule, "width": 14},
            marker={"symbol": "line-ns-open", "size": 20, "color": colours.quiet, "line": {"width": 1.5}},
        )  # fmt: skip
    labels = [f"{region} {quantity(value, measure.decimals, measure.unit)}" for region, value in strip.regions]
    figure.add_scatter(
        x=[value for _, value in strip.regions], y=[name] * len(strip.regions), mode="markers", text=labels,
        hovertemplate="%{text}<extra></extra>",
        marker={"symbol": "circle-open", "size": 8, "color": colours.quiet, "line": {"width": 1.4}},
    )  # fmt: skip
    if strip.country is not None:
        label = f"{say('strip-country')} {quantity(strip.country, measure.decimals, measure.unit)}"
        figure.add_scatter(
            x=[strip.country], y=[name], mode="markers+text", text=[label], textposition="bottom center",
            hovertemplate="%{text}<extra></extra>", textfont={"color": colours.ink, "size": 12},
            marker={"symbol": "line-ns-open", "size": 22, "color": colours.ink, "line": {"width": 3}},
        )  # fmt: skip
    figure.add_scatter(
        x=[strip.own], y=[name], mode="markers+text", textposition="top center",
        text=[quantity(strip.own, measure.decimals, measure.unit)],
        textfont={"color": style.colour, "size": 13}, hovertemplate="%{text}<extra></extra>",
        marker={"symbol": style.marker, "size": 14, "color": style.colour},
    )  # fmt: skip
