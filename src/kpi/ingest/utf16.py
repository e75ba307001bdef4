"""UTF-16, which Excel calls Unicode text: two bytes for each character, with or without a mark of their order."""

import codecs

from kpi.errors import Place, wrong

_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_SAMPLE = 4096
_MOSTLY = 0.4  # of every other byte: figures, separators and most letters have a zero there


def order(content: bytes) -> str | None:
    """The name of the encoding if the bytes are UTF-16, else None."""
    for mark, name in _MARKS.items():
        if content.startswith(mark):
            return name
    for name, rest in (("utf-16-le", content[1:_SAMPLE:2]), ("utf-16-be", content[:_SAMPLE:2])):
        if len(rest) > 1 and rest.count(0) > _MOSTLY * len(rest):
            return name
    return None


def as_utf8(content: bytes, encoding: str, file: str) -> bytes:
    """The same text in UTF-8. Raises `UserError` where the bytes are no such text."""
    try:
        text = content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise wrong("file-not-text", Place(file=file)) from error
    return text.encode()
