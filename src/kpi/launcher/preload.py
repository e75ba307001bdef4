"""The parts of Streamlit's script that our pages need, named in the page's head.

Streamlit asks for them only when the first content has arrived, one wave after another; named here they come together
with the rest, while the server is still at work. Their names carry hashes, so they are looked up where Streamlit lies.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

EVERYWHERE = ("Html",)
CHARTS = "PlotlyChart"
PATHS_WITH_CHARTS = ("/malomrade", "/nyckeltal")
_STATIC = Path(str(getattr(find_spec("streamlit"), "origin", ""))).parent / "static"
_IMPORTED = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')


def links(path: str) -> str:
    """Elements for the head of the page at that path."""
    return _links((*EVERYWHERE, CHARTS) if path.startswith(PATHS_WITH_CHARTS) else EVERYWHERE)


@cache
def _links(parts: tuple[str, ...]) -> str:
    index = (_STATIC / "index.html").read_text(encoding="utf-8")
    found = dict.fromkeys(name for part in parts for name in _with_imports(part))
    wanted = [name for name in found if name not in index]
    return "".join(f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in wanted)


def _with_imports(part: str) -> Iterator[str]:
    """The file of a part and all that it imports. A part that this Streamlit does not have is left out."""
    waiting, seen = [file.name for file in (_STATIC / "static" / "js").glob(f"{part}.*.js")], set[str]()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            yield name
            waiting += _IMPORTED.findall((_STATIC / "static" / "js" / name).read_text(encoding="utf-8"))
