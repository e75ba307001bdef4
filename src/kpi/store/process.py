"""The store of this process: opened once, shared by all threads."""

import threading
from pathlib import Path

from kpi.settings import settings
from kpi.store.connection import Store

_opening = threading.Lock()
_opened: dict[Path, Store] = {}


def the_store() -> Store:
    """The store that the settings name. Raises `StoreBusyError` when another process holds it."""
    path = settings().database
    with _opening:
        if path not in _opened:
            _opened[path] = Store.open(path)
        return _opened[path]


def close_the_store() -> None:
    """Let go of the file, as when the app stops."""
    with _opening:
        for store in _opened.values():
            store.close()
        _opened.clear()
