"""Text from people as a document can hold it: no control characters, no marks that turn the direction of the page."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar
from unicodedata import category

REPLACEMENT = "\ufffd"
# Overrides of direction would let one text turn the text beside it. Non-characters are not allowed in XML.
_TURNING = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_NOT_TEXT = {"\ufffe", "\uffff"}
_LINES = str.maketrans(
    {"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "}
)

Told = TypeVar("Told")


def plain(text: str) -> str:
    """The text with line breaks as "\\n", tabs as spaces, and each character that is no text replaced by "�"."""
    text = text.replace("\r\n", "\n").translate(_LINES)
    return text if text.isprintable() else "".join(_character(mark) for mark in text if mark not in _TURNING)


def plainly(told: Told) -> Told:
    """A dataclass, or a tuple of them, with every text in it made plain."""
    return _plainly(told)  # type: ignore[no-any-return]


def _character(mark: str) -> str:
    bad = mark in _NOT_TEXT or (category(mark) in {"Cc", "Cs"} and mark != "\n")
    return REPLACEMENT if bad else mark


def _plainly(told: Any) -> Any:
    if type(told) is str:
        return plain(told)
    if isinstance(told, tuple):
        return tuple(_plainly(one) for one in told)
    if is_dataclass(told) and not isinstance(told, type):
        return replace(told, **{field.name: _plainly(getattr(told, field.name)) for field in fields(told)})
    return told
