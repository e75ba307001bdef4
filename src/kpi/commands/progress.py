"""How far a command has come, on stderr, when it takes its time."""

import threading
from typing import Self, TextIO

from tqdm import tqdm

from kpi.words import say

BAR_SECONDS, LINE_SECONDS, TICK_SECONDS = 1.0, 3.0, 0.5
"""A bar after a second; lines later, since a log is read afterwards and a short command needs none."""


class Shown:
    """A bar on a terminal; elsewhere one plain line for each thing that is being done."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._share, self._what = 0.0, say("cli-doing-anything")
        self._said = ""
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._show, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *failure: object) -> None:
        self._over.set()
        self._thread.join()

    def __call__(self, what: str, share: float) -> None:
        """Take note; the thread of its own shows it."""
        self._share, self._what = min(max(share, 0.0), 1.0), what

    def _show(self) -> None:
        terminal = self._out.isatty()
        if not self._over.wait(BAR_SECONDS if terminal else LINE_SECONDS):
            self._bar() if terminal else self._lines()

    def _bar(self) -> None:
        form = "{desc}  {percentage:3.0f} % |{bar}| {elapsed}"
        with tqdm(total=1.0, file=self._out, leave=False, bar_format=form, delay=0) as bar:
            while True:
                bar.n = self._share
                bar.set_description_str(self._what)
                if self._over.wait(TICK_SECONDS):
                    return

    def _lines(self) -> None:
        while True:
            if self._what != self._said:
                self._said = self._what
                print(self._what, file=self._out, flush=True)
            if self._over.wait(TICK_SECONDS):
                return
