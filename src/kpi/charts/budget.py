"""Money of a year: accumulated outcome month by month, the forecasts of the year, and its frame."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from kpi.appearance import Line as Style
from kpi.appearance import Palette, palette
from kpi.charts.series import HEIGHT, LABEL_HEIGHT, Figure, Measure, direct_labels, hatch, plain, value_axis
from kpi.charts.theme import template
from kpi.model import TOTAL_MONTHS, Gender
from kpi.words import MONTHS

BETWEEN_MARKED = 3  # months: all twelve names do not fit on a telephone


@dataclass(frozen=True, slots=True)
class Point:
    """An amount at a month (1 to 12), and what is said of it."""

    month: int
    amount: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """Points in order, and the label at the right end."""

    points: Sequence[Point]
    label: str


def budget_figure(
    outcome: Line, forecast: Line, frame: tuple[float, str], unit: str, *, example: bool = False, dark: bool = False
) -> Figure:  # fmt: skip
    """One area's year. `frame` is the amount and its label; a line without points is left out."""
    colours = palette(dark)
    figure = go.Figure(layout={"template": template(dark), "height": HEIGHT})
    styles = _styles(colours)
    labels = [(frame[0], frame[1], colours.target.colour)]
    for line, style in zip((outcome, forecast), styles, strict=True):
        if line.points:
            _draw(figure, line, style)
            labels.append((line.points[-1].amount, line.label, style.colour))
    figure.add_scatter(
        x=[1, TOTAL_MONTHS], y=[frame[0], frame[0]], mode="lines", hoverinfo="skip", name=frame[1],
        line={"color": colours.target.colour, "dash": colours.target.dash, "width": colours.target.width},
    )  # fmt: skip
    amounts = [point.amount for line in (outcome, forecast) for point in line.points]
    low, high = value_axis(figure, [0.0, frame[0], *amounts], Measure(unit, 1))
    _months(figure)
    direct_labels(figure, labels, low, high, LABEL_HEIGHT / (HEIGHT - 50))
    if example:
        hatch(figure, colours)
    return figure


def _styles(colours: Palette) -> tuple[Style, Style]:
    """Of the outcome and of the forecasts."""
    total = colours.lines[Gender.TOTAL]
    return Style(total.colour, "circle", "solid", 2.4), Style(colours.accent, "square", "dot", 1.6)


def _draw(figure: go.Figure, line: Line, style: Style) -> None:
    figure.add_scatter(
        x=[point.month for point in line.points], y=[point.amount for point in line.points], mode="lines+markers",
        name=plain(line.label), text=[plain(point.text) for point in line.points],
        hovertemplate="%{text}<extra></extra>",
        line={"color": style.colour, "width": style.width, "dash": style.dash},
        marker={"symbol": style.marker, "size": 8, "color": style.colour},
    )  # fmt: skip


def _months(figure: go.Figure) -> None:
    shown = range(1, TOTAL_MONTHS + 1, BETWEEN_MARKED)
    texts = [MONTHS[month - 1] for month in shown]
    figure.update_xaxes(tickvals=[*shown], ticktext=texts, tickangle=0, range=[0.6, TOTAL_MONTHS + 0.4])
    figure.update_layout(hovermode="closest")
