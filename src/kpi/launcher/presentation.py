"""The script of presentation mode: keys, buttons and swipes between slides that are already loaded."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse

PATH = "/bilder.js"


def serve(_request: Request) -> FileResponse:
    """The script, for the page's head."""
    return FileResponse(Path(__file__).with_suffix(".js"), media_type="text/javascript")
