"""The words of Streamlit's own frame in Swedish: a small script, served by us, that replaces the English ones.

Covering them with a style sheet would leave the English names to screen readers.
"""

import json
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from kpi.words import say

PATH = "/sv.js"
WHOLE = {
    "Skip to main content": "frame-skip",
    "Sidebar": "frame-sidebar",
    "Collapse sidebar": "frame-sidebar-hide",
    "Expand sidebar": "frame-sidebar-show",
    "Open": "frame-open",
    "Close": "frame-close",
    "Clear value": "frame-clear",
    "Choose an option": "frame-choose",
    "Choose options": "frame-choose-many",
    "Select all": "frame-all",
    "Clear all": "frame-clear-all",
    "No results": "frame-no-results",
    "Upload": "frame-upload",
    "file upload": "frame-upload",
    "Add files": "frame-upload-more",
    "add icon": "frame-upload-more",
    "600MB per file": "frame-upload-hint",
    "Press Enter to apply": "frame-press-enter",
    "Running...": "frame-running",
    "Stop": "frame-stop",
    "Stop script": "frame-stop",
    "Connecting": "frame-connecting",
    "Fullscreen": "frame-fullscreen",
    "Close fullscreen": "frame-fullscreen-close",
    "Add row": "frame-row-add",
    "Delete row(s)": "frame-row-delete",
    "Clear selection": "frame-row-none",
    "Show/hide columns": "frame-columns",
    "Download as CSV": "frame-download",
    "Search": "frame-search",
    "Connection error": "frame-connection-error",
    "Page not found": "frame-page-not-found",
}
"""Streamlit's texts and names, each with the message that replaces it."""
STARTS = {"Remove ": "frame-remove"}
"""Beginnings of names that end with something of the user's."""


@cache
def script() -> str:
    """The script with the catalogue's words in it."""
    words = {english: say(key) for english, key in WHOLE.items()}
    starts = {english: f"{say(key)} " for english, key in STARTS.items()}
    source = (Path(__file__).parent / "frame.js").read_text(encoding="utf-8")
    return source.replace('"WORDS"', json.dumps(words)).replace('"STARTS"', json.dumps(starts))


def serve(_request: Request) -> Response:
    """The script, for the page's head."""
    return Response(script(), media_type="text/javascript", headers={"Cache-Control": "max-age=3600"})
