"""The fonts of the PDF: the same everywhere, whatever the machine has."""

import shutil
import tempfile
from functools import cache
from pathlib import Path

import font_source_sans_pro
import typst

FAMILY = "Source Sans Pro"
FILES = ("Regular", "It", "Semibold", "Bold")


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """A folder, kept as long as the program runs, with the files that are used: Typst takes a folder or nothing."""
    folder = tempfile.TemporaryDirectory(prefix="typsnitt-")
    files = Path(font_source_sans_pro.__file__).parent / "files"
    for name in FILES:
        shutil.copy(files / f"SourceSansPro-{name}.ttf", folder.name)
    return folder


@cache
def fonts() -> typst.Fonts:
    """Source Sans Pro, and Typst's own fonts for letters and signs that it lacks; none of the machine's."""
    return typst.Fonts(include_system_fonts=False, font_paths=[_folder().name])
