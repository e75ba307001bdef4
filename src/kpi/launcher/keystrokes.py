"""The script that keeps what is typed in a table while a cell opens."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse

PATH = "/tangenter.js"


def serve(_request: Request) -> FileResponse:
    """The script, for the page's head."""
    return FileResponse(Path(__file__).with_suffix(".js"), media_type="text/javascript")
