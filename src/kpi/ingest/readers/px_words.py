"""The keywords of a PC-Axis file: KEYWORD[language]("variable","value")="text","text"; until DATA.

Source: Statistics Sweden, PC-Axis file format 2013. Quotation marks cannot stand within a text, so a text ends at the
next one; texts that follow each other without a comma are one text, divided over lines.
"""

import codecs
import re
from dataclasses import dataclass, field

from kpi.errors import Place, wrong
from kpi.ingest.kind import BOM

# Possessive throughout: text that fits no keyword is given up at once and not tried in every other way.
_KEYWORD = re.compile(r'\s*+([A-Z][A-Z0-9_-]*+)(?:\[([^\]"]*+)\])?+(?:\(((?:[^()"]|"[^"]*+")*+)\))?+\s*+=\s*+')
_WORDS = re.compile(r'((?:[^";]|"[^"]*+")*+);')
_WORD = re.compile(r'"([^"]*)"|(,)|([^\s",]+)')
_DECLARED = re.compile(rb'\b(CHARSET|CODEPAGE)\s*=\s*"([\w-]{1,30})"')
_START = 4096
_DOS, _WINDOWS = "cp850", "cp1252"
# Encodings of text; Python also has codecs that unpack or unescape, and those are not asked for by a file.
_TEXT = re.compile(r"utf_?8(_sig)?|cp\d{3,5}|iso8859_\d{1,2}|latin_?1|ascii|mac_\w+|koi8_r")


@dataclass(frozen=True, slots=True)
class Words:
    """Keywords in the file's own language: (keyword, variable, value) to its texts. `data` is all that follows DATA."""

    data: str
    said: dict[tuple[str, ...], list[str]] = field(default_factory=dict)

    def get(self, keyword: str, *of: str) -> list[str]:
        """The texts of a keyword; none when it is not there."""
        return self.said.get((keyword, *of), [])

    def one(self, keyword: str, *of: str) -> str:
        """The first text of a keyword, or ""."""
        return next(iter(self.get(keyword, *of)), "")


def words(content: bytes, file: str) -> Words:
    """All keywords. Raises `UserError` where the text does not have the form."""
    text = _decoded(content, file)
    said: dict[tuple[str, ...], list[str]] = {}
    at = 0
    while found := _KEYWORD.match(text, at):
        keyword, language, of = found.groups()
        if keyword == "DATA":
            return Words(text[found.end() :], said)
        given = _WORDS.match(text, found.end())
        if not given:
            break
        at = given.end()
        if not language:  # the other languages say the same again
            said[(keyword, *_texts(of or ""))] = _texts(given[1])
    row = text.count("\n", 0, at) + 1
    raise wrong("px-broken", Place(file=file, row=row, value=text[at : at + 80].strip().partition("\n")[0]))


def _texts(written: str) -> list[str]:
    found: list[str] = []
    joined = False
    for quoted, comma, bare in _WORD.findall(written):
        if comma:
            joined = False
        elif joined:
            found[-1] += quoted or bare
        else:
            found.append(quoted or bare)
            joined = True
    return [text.replace("\r", "").replace("\n", " ").strip() for text in found]


def _decoded(content: bytes, file: str) -> str:
    encoding = "utf-8-sig" if content.startswith(BOM) else _encoding(content, file)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise wrong("px-encoding", Place(file=file), encoding=encoding) from error


def _encoding(content: bytes, file: str) -> str:
    """CODEPAGE names it; otherwise CHARSET="ANSI" is Windows, and no word at all is DOS, unless it is plainly UTF-8."""
    declared = {name: value.decode() for name, value in _DECLARED.findall(content[:_START])}
    if page := declared.get(b"CODEPAGE"):
        try:
            name = codecs.lookup(page).name.replace("-", "_")
        except LookupError:
            name = ""
        if not _TEXT.fullmatch(name):
            raise wrong("px-encoding", Place(file=file), encoding=page)
        return name
    if declared.get(b"CHARSET", "").upper() == "ANSI":
        return _WINDOWS
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _DOS
    return "utf-8"
