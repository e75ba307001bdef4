"""Text from people and files, as it may stand in a slide: nothing that XML forbids, nothing that turns text around."""

import re
import unicodedata

# C0 and C1 controls, unpaired surrogates and non-characters cannot stand in XML; marks of direction change the order
# in which what follows is read, figures too.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_BREAKS = re.compile(r"[ \t\r\n\v\f\u2028\u2029]+")
# A workbook takes what begins so for a formula or an address.
_ACTIVE = re.compile(r"(=|\{=|[a-z]+://|mailto:|internal:|external:)", re.IGNORECASE)


def clean(text: str) -> str:
    """One line of text: marks that do not belong in it are left out, and line breaks are spaces."""
    text = _FORBIDDEN.sub("", _BREAKS.sub(" ", text))
    return unicodedata.normalize("NFC", text).strip(" ")


def inert(text: str) -> str:
    """A text that a workbook keeps as it is: what it would run or link to follows a no-break space."""
    text = clean(text)
    return f"\u00a0{text}" if _ACTIVE.match(text) else text
