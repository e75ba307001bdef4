"""XML as office packages hold it: element by element, and never with a document type.

Entities are declared in a document type, and both ways in which they harm (a bomb that unfolds, a file or an address
that is fetched) need one. Office programs never write any, so one is refused before anything is read.
"""

from collections.abc import Callable
from xml.parsers import expat

from kpi.errors import Place, wrong
from kpi.ingest.readers.broken import told_as

START_BYTES = 4096
_TYPE = b"<!DOCTYPE"
_JOINT = "}"
Attributes = dict[str, str]


def refuse_type(start: bytes, file: str) -> None:
    """Raise `UserError` if a part that another parser will read begins with a document type."""
    if _TYPE in start[:START_BYTES].upper():
        raise wrong("xml-has-type", Place(file=file))


def walk(
    data: bytes, file: str, begin: Callable[[str, Attributes], None], end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:  # fmt: skip
    """Call `begin` and `end` with each element's name, and `text` between; namespaces are left out of all names."""

    def refuse(*_: object) -> None:
        raise wrong("xml-has-type", Place(file=file))

    parser = expat.ParserCreate(namespace_separator=_JOINT)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda name, given: begin(_local(name), {_local(key): given[key] for key in given})
    if end:
        closing = end
        parser.EndElementHandler = lambda name: closing(_local(name))
    if text:
        parser.CharacterDataHandler = text
    with told_as("workbook-broken", file):
        parser.Parse(data, True)


def _local(name: str) -> str:
    return name.rpartition(_JOINT)[2]
