"""Colours of `appearance` as python-pptx takes them."""

from pptx.dml.color import RGBColor


def rgb(colour: str) -> RGBColor:
    """ "#1b7f4b" as a colour of a shape."""
    digits = colour.lstrip("#")
    return RGBColor(*(int(digits[at : at + 2], 16) for at in (0, 2, 4)))
