"""Names of files that every system takes."""

import re
import unicodedata


def ascii_name(*parts: str) -> str:
    """Letters and digits of ASCII, hyphens in place of all else; empty parts are left out."""
    words = [re.sub(r"[^A-Za-z0-9_]+", "-", part).strip("-") for part in parts]
    return "-".join(filter(None, words))


def unaccented(text: str) -> str:
    """The letters without what stands over them, å as a: for texts whose words are to be read in the name."""
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
