"""Names of files that every system takes."""

import re
import unicodedata


def ascii_name(*parts: str) -> str:
    """Letters and digits of ASCII, å as a, hyphens in place of all else; empty parts are left out."""
    plain = [unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode() for part in parts]
    words = [re.sub(r"[^A-Za-z0-9_]+", "-", part).strip("-") for part in plain]
    return "-".join(filter(None, words))
