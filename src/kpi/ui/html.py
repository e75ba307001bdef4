"""Real tables and headings as HTML, from templates that escape everything they are given."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kpi.appearance import palette, status_mark
from kpi.charts.sparkline import data_address
from kpi.model import Status
from kpi.words import say


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["say"] = say
    return environment


def render(template: str, **context: Any) -> str:
    """A template of `ui/templates` with its context, escaped."""
    return _templates().get_template(f"{template}.html.jinja").render(**context)


def show(template: str, **context: Any) -> None:
    """Put a rendered template on the page."""
    st.html(render(template, **context))


def dark() -> bool:
    """True when the reader's theme is dark."""
    return st.context.theme.type == "dark"


@cache
def presentation_style(is_dark: bool) -> str:
    """The style sheet of presentation mode, besides the others' own."""
    css = _templates().get_template("presentation.css.jinja").render(p=palette(is_dark))
    return f"<style>{css}</style>"


@cache
def style(is_dark: bool) -> str:
    """The style sheet of one theme, with the colours of `kpi.appearance`."""
    marks = {status.value: data_address(status_mark(status, is_dark)) for status in Status}
    inverted = {status.value: data_address(status_mark(status, is_dark, inverted=True)) for status in Status}
    css = _templates().get_template("style.css.jinja").render(p=palette(is_dark), marks=marks, inverted=inverted)
    return f"<style>{css}</style>"
