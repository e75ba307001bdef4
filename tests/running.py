"""The app as people run it: a process of its own, on a free port, with its own database."""

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import requests

ROOT = Path(__file__).resolve().parents[1]
PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class RunningApp:
    url: str
    database: Path
    process: subprocess.Popen

    @property
    def output(self) -> str:
        """What the process has said so far."""
        return self.database.with_name("output.txt").read_text(encoding="utf-8")

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(20)


def start(database: Path) -> RunningApp:
    """Start the app and wait until it is healthy. Nothing but the health check is asked of it."""
    port = free_port()
    with database.with_name("output.txt").open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
            cwd=ROOT, env={**os.environ, "KPI_DATABASE": str(database)}, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
    app = RunningApp(f"http://127.0.0.1:{port}", database, process)
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            if requests.get(f"{app.url}/halsa", timeout=5).ok:
                return app
        except requests.RequestException:
            time.sleep(0.1)
    app.stop()
    raise AssertionError(f"the app did not start: {app.output}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
