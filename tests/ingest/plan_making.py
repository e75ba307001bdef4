"""A made-up plan with a steering model of four levels that no text has, as files to read and to break."""

from pathlib import Path

UNITS = frozenset({"0000", "0099", "n1"})
FILES = {path.name: path.read_text(encoding="utf-8") for path in (Path(__file__).parent / "four_levels").iterdir()}


def write(folder: Path, files: dict[str, str] | None = None) -> Path:
    """The plan's files in a folder named sjobo."""
    made = folder / "sjobo"
    made.mkdir()
    for name, text in (files or FILES).items():
        (made / name).write_text(text, encoding="utf-8")
    return made
