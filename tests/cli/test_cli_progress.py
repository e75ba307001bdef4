"""Progress: nothing for what is quick, a bar on a terminal, a line per step elsewhere."""

import io
import time

import pytest

from kpi.commands import progress
from kpi.commands.progress import Shown


class _Terminal(io.StringIO):
    def isatty(self):
        return True


def _until(said):
    """Wait for what another thread is to say, however busy the machine."""
    end = time.monotonic() + 30
    while not said():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.fixture(autouse=True)
def hasty(monkeypatch):
    monkeypatch.setattr(progress, "BAR_SECONDS", 0.1)
    monkeypatch.setattr(progress, "LINE_SECONDS", 0.1)
    monkeypatch.setattr(progress, "TICK_SECONDS", 0.02)


@pytest.mark.parametrize("out", [io.StringIO(), _Terminal()])
def test_what_is_quick_says_nothing(out):
    with Shown(out) as shown:
        shown("Läser", 0.5)
    assert out.getvalue() == ""


def test_elsewhere_each_step_is_one_line():
    out = io.StringIO()
    with Shown(out) as shown:
        for step in ("Läser", "Jämför"):
            for share in (0.1, 0.5, 0.9):
                shown(step, share)
                time.sleep(0.1)
    assert out.getvalue() == "Läser\nJämför\n"


def test_a_terminal_gets_a_bar_that_is_gone_afterwards():
    out = _Terminal()
    with Shown(out) as shown:
        for share, words in ((0.25, "25 %"), (7.0, "100 %")):
            shown("Läser", share)
            _until(lambda words=words: words in out.getvalue())
    told = out.getvalue()
    assert "Läser" in told
    assert told.endswith("\r")
