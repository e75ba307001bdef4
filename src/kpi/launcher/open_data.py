"""Open data at stable addresses under /data/: anybody may read them, from any page."""

from collections.abc import Callable
from email.utils import format_datetime

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from kpi.errors import UserError, wrong
from kpi.export.formats import FileFormat
from kpi.export.open_data import Dataset
from kpi.export.open_files import CATALOGUE, PREFIX, OpenFile, OpenFiles, address
from kpi.follow_up import has_outcomes
from kpi.model import DataMode
from kpi.settings import settings
from kpi.store import Store
from kpi.ui.html import render, style
from kpi.words import say

THREADS = 2
"""Of all that the server has: however many ask for files, there are threads left for the pages."""
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
OPEN = {"Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache"}


def open_routes(store: Callable[[], Store]) -> list[Route]:
    """Everything under /data/. What is asked for is looked up by its whole name; nothing is read from the disk."""
    files, limiter = OpenFiles(store), CapacityLimiter(THREADS)

    def answer(request: Request) -> Response:
        place = request.path_params["place"]
        if place == "":
            return _index(files, store)
        try:
            file = files.catalogue(_base(request)) if place == CATALOGUE else files.file(place)
        except UserError as error:
            return PlainTextResponse(str(error), 503)
        return _not_found() if file is None else _given(request, file)

    async def serve(request: Request) -> Response:
        return await to_thread.run_sync(answer, request, limiter=limiter)

    return [
        Route(PREFIX.rstrip("/"), lambda _: RedirectResponse(PREFIX, 308), include_in_schema=False),
        Route(PREFIX + "{place:path}", serve, methods=["GET"], include_in_schema=False),
    ]


def _given(request: Request, file: OpenFile) -> Response:
    headers = {
        **OPEN,
        "ETag": f'"{file.tag}"',
        "Last-Modified": format_datetime(file.changed, usegmt=True),
        "Content-Disposition": f'attachment; filename="{file.name}"',
    }
    if _has_it(request, headers):
        return Response(status_code=304, headers=headers)
    return Response(file.content, headers=headers, media_type=file.media_type)


def _has_it(request: Request, headers: dict[str, str]) -> bool:
    """The tag says it where one is given; else the date, which must be the very same: a restored backup is older."""
    tags = request.headers.get("if-none-match")
    if tags is None:
        return request.headers.get("if-modified-since") == headers["Last-Modified"]
    return any(tag.strip().removeprefix("W/") in ("*", headers["ETag"]) for tag in tags.split(","))


def _index(files: OpenFiles, store: Callable[[], Store]) -> Response:
    html = render(
        "open_data", style=style(False), rows=[(one, _links(one)) for one in files.datasets()],
        licence=settings().licence, catalogue=CATALOGUE, empty=not has_outcomes(store(), DataMode.REAL),
    )  # fmt: skip
    return HTMLResponse(html, headers={"Cache-Control": "no-cache"})


def _links(dataset: Dataset) -> list[tuple[str, str, str]]:
    """Address, what it shows and what it is called, of each file."""
    forms = [(form, say(f"open-form-{form}")) for form in FileFormat]
    return [(address(dataset, form), word, say("open-as", title=dataset.title, form=word)) for form, word in forms]


def _not_found() -> Response:
    return PlainTextResponse(say("open-not-found", index=PREFIX), 404)


def _base(request: Request) -> str:
    """Where the public reaches the app; on this machine alone, where it was reached now. Raises `UserError`."""
    if settings().address:
        return settings().address
    host = request.headers.get("host", "")
    name, _, port = host.rpartition(":") if host.rpartition(":")[2].isdecimal() else (host, "", "")
    if name not in LOOPBACK:
        raise wrong("open-no-address")
    return f"http://{name}:{port}" if port else f"http://{name}"
