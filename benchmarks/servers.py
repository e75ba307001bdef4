"""Ours and the floor's servers, each a process of its own, stopped when the measuring ends."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kpi.settings import ROOT

STARTS_WITHIN = 60  # seconds
LOCAL = ["--server.address", "127.0.0.1", "--server.headless", "true", "--browser.gatherUsageStats", "false"]


@contextmanager
def server(script: Path, extra: Mapping[str, str], folder: Path = ROOT) -> Iterator[tuple[str, int]]:
    """Run a script under Streamlit; gives its address and process number.

    Ours starts in the repository's root and follows its `.streamlit/config.toml`. The floor is bare Streamlit: it
    starts in a folder without one, and has Streamlit's own settings.
    """
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port), *LOCAL],
        cwd=folder, env={**os.environ, **extra}, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait(f"{address}/_stcore/health", process)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait(timeout=20)


def resident_kilobytes(pid: int) -> int:
    """The process's memory in RAM, as Linux counts it."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmRSS:")))


def _free_port() -> int:
    """A port in 8700–8799, apart from the app's own."""
    for port in range(8700, 8800):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    raise RuntimeError("no free port in 8700–8799")


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"{address}: the server stopped with {process.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own address
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(address)
