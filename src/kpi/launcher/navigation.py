"""The script that lets our links and choices lead through the running session."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse

PATH = "/lankar.js"


def serve(_request: Request) -> FileResponse:
    """The script, for the page's head."""
    return FileResponse(Path(__file__).with_suffix(".js"), media_type="text/javascript")
