"""Reading the keys of a format description, so that whatever is wrong is told with the file and the key."""

import codecs
import re
from collections.abc import Iterable
from typing import Any, TypeVar, overload

from kpi.errors import Place, UserError, wrong
from kpi.words import listing

_UNSET: Any = object()
T = TypeVar("T")


class Keys:
    """The keys of one part of the file; `finish` refuses those that nobody asked for."""

    def __init__(self, file: str, content: dict[str, Any], path: str = "") -> None:
        self.file, self.path = file, path
        self._content = content
        self._asked: set[str] = set()

    def fault(self, key: str, at: str, **arguments: Any) -> UserError:
        """The error `key` about the key `at` of the file."""
        return wrong(key, Place(file=self.file), name=self._full(at), **arguments)

    def text(self, name: str, default: Any = _UNSET) -> str:
        """A text."""
        return str(self._take(name, str, "text", default))

    @overload
    def number(self, name: str, default: int) -> int: ...
    @overload
    def number(self, name: str, default: None) -> int | None: ...
    def number(self, name: str, default: int | None) -> int | None:
        """A whole number."""
        found = self._take(name, int, "number", default)
        return None if found is None else int(found)

    def word(self, name: str, known: Iterable[str]) -> str:
        """One of the known words."""
        found, known = self.text(name), list(known)
        if found not in known:
            raise self.fault("format-word-unknown", name, value=found, known=listing(known))
        return found

    def encoding(self, name: str) -> str:
        """The name of a text encoding."""
        found = self.text(name)
        try:
            codecs.lookup(found)
        except LookupError as error:
            raise self.fault("format-encoding-unknown", name, value=found) from error
        return found

    def pattern(self, name: str, default: Any = _UNSET) -> re.Pattern[str] | None:
        """A regular expression."""
        found = self._take(name, str, "text", default)
        try:
            return None if found is None else re.compile(found)
        except re.error as error:
            raise self.fault("format-not-a-pattern", name, value=found) from error

    def several(self, name: str, default: Any = _UNSET) -> list[str]:
        """A list of texts."""
        found = self._take(name, (list, tuple), "list", default)
        if not all(isinstance(each, str) for each in found):
            raise self.fault("format-key-kind", name, kind="list")
        return list(found)

    def texts(
        self, name: str, allowed: Iterable[str] | None = None, needed: Iterable[str] = (),
        words: Iterable[str] | None = None, default: Any = _UNSET,
    ) -> dict[str, str]:  # fmt: skip
        """A table of texts by key."""
        part = Keys(self.file, self._take(name, dict, "table", default), self._full(name))
        keys = list(part._content)
        for unknown in [key for key in keys if allowed is not None and key not in list(allowed)]:
            raise part.fault("format-key-unknown", unknown)
        for missing in [key for key in needed if key not in keys]:
            raise part.fault("format-key-missing", missing)
        return {key: part.text(key) if words is None else part.word(key, words) for key in keys}

    def part(self, name: str) -> "Keys":
        """A table of its own."""
        return Keys(self.file, self._take(name, dict, "table", {}), self._full(name))

    def parts(self, name: str, default: Any = _UNSET) -> list["Keys"]:
        """A list of tables."""
        found = self._take(name, (list, tuple), "tables", default)
        if not all(isinstance(each, dict) for each in found):
            raise self.fault("format-key-kind", name, kind="tables")
        return [Keys(self.file, each, f"{self._full(name)}[{i}]") for i, each in enumerate(found, start=1)]

    def finish(self) -> None:
        """Raise `UserError` for the first key that nobody asked for: most likely it is misspelt."""
        for name in self._content:
            if name not in self._asked:
                raise self.fault("format-key-unknown", name)

    def _full(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def _take(self, name: str, kind: Any, said: str, default: Any) -> Any:
        self._asked.add(name)
        if name not in self._content:
            if default is _UNSET:
                raise self.fault("format-key-missing", name)
            return default
        found = self._content[name]
        if not isinstance(found, kind) or isinstance(found, bool):
            raise self.fault("format-key-kind", name, kind=said)
        return found
