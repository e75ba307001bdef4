"""The app's side: commands from a shell of the same user on the same machine, and from nowhere else."""

import hmac
import queue
import threading
from collections.abc import Callable, Iterator
from ipaddress import ip_address

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from kpi.commands import Command, Result, execute
from kpi.commands.failure import failed
from kpi.remote import address, wire
from kpi.store import Store

LARGEST_BODY = 512 << 20  # bytes; the ingest has its own, lower limits per format
HEARTBEAT_SECONDS = 5
LONGEST_QUESTION = 100
FOREIGN_HEADERS = ("forwarded", "cookie", "origin", "referer", "via", "x-real-ip")
"""Headers that a browser or a proxy adds, and `kpi` never does."""


def command_routes(store_getter: Callable[[], Store]) -> list[Route]:
    """The routes by which `kpi` reaches the store of this process; `store_getter` gives the open store."""

    async def prove(request: Request) -> Response:
        question = request.query_params.get("question", "")[:LONGEST_QUESTION]
        return PlainTextResponse(wire.proof(_near(request), question))

    async def run(request: Request) -> Response:
        token = _near(request)
        given = request.headers.get("authorization", "").encode()
        if not hmac.compare_digest(given, f"Bearer {token}".encode()):
            raise HTTPException(401)
        try:
            command = wire.unpacked(await _body(request))
        except ValueError as error:
            raise HTTPException(400) from error
        return StreamingResponse(_answer(store_getter, command), media_type="application/octet-stream")

    return [
        Route(address.PATH, prove, methods=["GET"], include_in_schema=False),
        Route(address.PATH, run, methods=["POST"], include_in_schema=False),
    ]


def _near(request: Request) -> str:
    """The token, for a request that comes straight from this machine; any other finds nothing here."""
    token = address.token()
    foreign = any(name in FOREIGN_HEADERS or name.startswith("x-forwarded") for name in request.headers)
    if token is None or foreign or not _loopback(request):
        raise HTTPException(404)
    return token


def _loopback(request: Request) -> bool:
    try:
        caller = ip_address(request.client.host if request.client else "")
    except ValueError:
        return False
    return caller.is_loopback


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST_BODY:
            raise HTTPException(413)
    return bytes(body)


def _answer(store_getter: Callable[[], Store], command: Command) -> Iterator[bytes]:
    """Carry it out in a thread of its own, so that the app answers others and a lost shell ends nothing halfway."""
    lines: queue.SimpleQueue[bytes | Result] = queue.SimpleQueue()

    def work() -> None:
        try:
            store = store_getter()
        except Exception as error:
            lines.put(failed(error))
        else:
            lines.put(execute(store, command, lambda what, share: lines.put(wire.progress_line(what, share))))

    threading.Thread(target=work, name="kpi-command").start()
    while True:
        try:
            said = lines.get(timeout=HEARTBEAT_SECONDS)
        except queue.Empty:
            said = b"\n"
        if isinstance(said, Result):
            yield from wire.answered(said)
            return
        yield said
