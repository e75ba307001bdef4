"""Contrast as WCAG 2.1 computes it, in both themes, and that nothing is told by colour alone."""

import itertools
import re
import tomllib
from pathlib import Path

import pytest

from kpi.appearance import DARK, LIGHT, Palette, palette, status_mark
from kpi.model import Gender, Status
from kpi.words import say

TEXT, MARK = 4.5, 3.0
BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2.1, definition)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """From 1 (none) to 21 (black on white)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def grounds(colours: Palette) -> list[str]:
    """What text and marks stand on: the page, the sidebar and hatched notices, the chosen link."""
    return [colours.background, colours.surface, colours.accent_surface]


@BOTH
@pytest.mark.parametrize("name", ["ink", "quiet", "accent"])
def test_text(colours, name):
    for ground in grounds(colours):
        assert contrast(getattr(colours, name), ground) >= TEXT, ground


@BOTH
@pytest.mark.parametrize("status", Status)
def test_status_colours(colours, status):
    """As text and mark on the page, and under the figure in the bars."""
    assert contrast(colours.status[status], colours.background) >= TEXT
    assert contrast(colours.status[status], colours.surface) >= MARK
    assert contrast(colours.on_status, colours.status[status]) >= TEXT


@BOTH
@pytest.mark.parametrize("gender", Gender)
def test_lines(colours, gender):
    """A line is a mark, and its colour is also that of the text beside it."""
    assert contrast(colours.lines[gender].colour, colours.background) >= TEXT


@BOTH
def test_target_line(colours):
    assert contrast(colours.target.colour, colours.background) >= MARK


@BOTH
@pytest.mark.parametrize("meaning", ["improvement", "concern", "high", "low"])
def test_marks_of_a_control_chart(colours, meaning):
    """On the page and on the band of common variation; the sign stands in a text."""
    assert contrast(colours.variation[meaning].colour, colours.background) >= TEXT
    assert contrast(colours.variation[meaning].colour, colours.accent_surface) >= MARK


@BOTH
def test_marks_of_a_control_chart_differ_in_shape_from_each_other_and_from_plain_points(colours):
    shapes = [mark.marker for mark in colours.variation.values()] + [line.marker for line in colours.lines.values()]
    assert len(set(shapes)) == len(shapes)
    assert len({mark.sign for mark in colours.variation.values()}) == len(colours.variation)
    assert {mark.colour for mark in colours.variation.values()}.isdisjoint(colours.status.values())


def test_every_status_has_its_own_shape_and_word():
    for dark, inverted in itertools.product((False, True), repeat=2):
        shapes = {re.sub(r"#[0-9a-f]{6}", "", status_mark(status, dark, inverted)) for status in Status}
        assert len(shapes) == len(Status), "told apart without their colours"
    words = {say(f"status-{status}") for status in Status}
    assert len(words) == len(Status)


def test_an_inverted_mark_is_seen_on_its_own_colour():
    for dark, status in itertools.product((False, True), Status):
        mark = status_mark(status, dark, inverted=True)
        assert palette(dark).on_status in mark


@BOTH
def test_women_men_and_total_differ_without_colour(colours):
    lines = [colours.lines[gender] for gender in Gender]
    assert len({line.marker for line in lines}) == len(Gender)
    assert len({(line.dash, line.width) for line in lines}) == len(Gender)
    assert colours.lines[Gender.WOMEN].dash != colours.lines[Gender.MEN].dash


def test_both_themes_have_the_same_shapes():
    for gender in Gender:
        light, dark = LIGHT.lines[gender], DARK.lines[gender]
        assert (light.marker, light.dash, light.width) == (dark.marker, dark.dash, dark.width)


def test_streamlits_own_controls_have_the_same_colours():
    """The theme is written twice, since Streamlit reads a file: they may not part."""
    path = Path(__file__).resolve().parents[1] / ".streamlit" / "config.toml"
    theme = tomllib.loads(path.read_text(encoding="utf-8"))["theme"]
    for colours, name in ((LIGHT, "light"), (DARK, "dark")):
        given = theme[name]
        assert given["backgroundColor"] == colours.background
        assert given["textColor"] == colours.ink
        assert given["secondaryBackgroundColor"] == colours.surface
        assert given["primaryColor"] == colours.accent
        assert contrast(given["primaryColor"], colours.background) >= MARK
