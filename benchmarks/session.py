"""A reader without a browser: one websocket session, to see what the server alone costs."""

import json
import time
from dataclasses import dataclass
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect


@dataclass(frozen=True, slots=True)
class Rerun:
    """One run of a page's script: its time until the last message, its messages, and their size."""

    milliseconds: float
    messages: list[ForwardMsg]
    bytes: int

    def charts(self) -> list[dict[str, Any]]:
        """The Plotly figures that the page sent."""
        elements = [message.delta.new_element for message in self.messages if message.HasField("delta")]
        return [json.loads(one.plotly_chart.spec) for one in elements if one.HasField("plotly_chart")]


def open_session(address: str) -> ClientConnection:
    """A new session, as a browser opens it."""
    where = address.replace("http://", "ws://") + "/_stcore/stream"
    return connect(where, origin=address, subprotocols=["streamlit"], max_size=None)  # type: ignore[arg-type]


def rerun(session: ClientConnection, page: str, query: str = "") -> Rerun:
    """Ask for a page and wait until its script has finished."""
    asked = BackMsg()
    asked.rerun_script.query_string = query
    asked.rerun_script.page_name = page
    started = time.perf_counter()
    session.send(asked.SerializeToString())
    messages, size = [], 0
    while True:
        content = session.recv(timeout=60)
        size += len(content)
        message = ForwardMsg.FromString(content)
        messages.append(message)
        if message.HasField("script_finished"):
            return Rerun((time.perf_counter() - started) * 1000, messages, size)
