"""The name that a delivered file is known by. It is shown and stored, and never used as a path."""

import re

LONGEST = 100  # characters; a path's last part may be 255 bytes
_FOLDERS = re.compile(r"[/\\]")


def harmless(name: str) -> str:
    """The last part of a name, on one line, without characters that cannot be seen; a long one is cut in its middle."""
    last = _FOLDERS.split(name)[-1].strip()
    readable = "".join(mark if mark.isprintable() else "�" for mark in last)
    if len(readable) > LONGEST:
        half = LONGEST // 2
        readable = f"{readable[: half - 1]}…{readable[-half:]}"
    return readable if readable.strip(". ") else "�"
