"""What is served beside the pages."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route

from kpi.launcher import frame, keystrokes, navigation, presentation
from kpi.launcher.open_data import open_routes
from kpi.remote.route import command_routes
from kpi.store.process import the_store


def health(_request: Request) -> PlainTextResponse:
    """Answers when the store does."""
    the_store().rows("select 1")
    return PlainTextResponse("ok")


def routes() -> list[BaseRoute]:
    """Health, the scripts of the page's head, the shell's commands and the open data."""
    scripts = [Route(script.PATH, script.serve) for script in (frame, navigation, keystrokes, presentation)]
    return [Route("/halsa", health), *scripts, *command_routes(the_store), *open_routes(the_store)]
