"""Colours of `appearance` as python-pptx takes them."""

from typing import Any

from pptx.dml.color import RGBColor

_COLOUR: Any = RGBColor  # its maker has no types


def rgb(colour: str) -> RGBColor:
    """ "#1b7f4b" as a colour of a shape."""
    digits = colour.lstrip("#")
    made: RGBColor = _COLOUR(*(int(digits[at : at + 2], 16) for at in (0, 2, 4)))
    return made
