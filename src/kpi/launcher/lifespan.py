"""Starting and stopping: the store is opened before the first page, and its address is left for the shell."""

import gc
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from kpi.ingest.isolated import pool as readers
from kpi.launcher import warmth
from kpi.log import configure
from kpi.remote import address
from kpi.store.process import close_the_store, the_store

Serving = Callable[[], tuple[str | None, int]]
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def lifespan(serving: Serving) -> Callable[[Any], AbstractAsyncContextManager[dict[str, Any]]]:
    """A lifespan for the app. `serving` tells the address and port, known only once the server has started."""

    @asynccontextmanager
    async def run(_app: Any) -> AsyncIterator[dict[str, Any]]:
        configure()
        store = the_store()
        warmth.warm(store)
        readers.warm()
        # Everything imported so far lives as long as the process: keep the collector off it.
        gc.freeze()
        host, port = serving()
        address.write(f"http://{_near(host)}:{port}")
        logging.getLogger(__name__).info("started on %s:%s", host, port)
        try:
            yield {}
        finally:
            address.remove()
            readers.close()
            close_the_store()

    return run


def _near(host: str | None) -> str:
    """The name by which this machine reaches the app, as it stands in an address."""
    near = host if host in LOOPBACK else LOOPBACK[0]
    return f"[{near}]" if ":" in str(near) else str(near)
