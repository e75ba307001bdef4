"""A process that holds the database open and serves the shell's commands, and nothing else."""

import asyncio
import contextlib
import socket

import uvicorn
from starlette.applications import Starlette

from kpi.remote import address
from kpi.remote.route import command_routes
from kpi.store.process import close_the_store, the_store


async def serve() -> None:
    listening = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listening.getsockname()[1]}"

    @contextlib.asynccontextmanager
    async def lifespan(_app):
        the_store()
        address.write(url)
        print("ready", flush=True)
        yield
        address.remove()
        close_the_store()

    app = Starlette(routes=command_routes(the_store), lifespan=lifespan)
    await uvicorn.Server(uvicorn.Config(app, log_level="error")).serve(sockets=[listening])


asyncio.run(serve())
