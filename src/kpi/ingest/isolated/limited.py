"""The limits that a child puts on itself before it opens a file. The kernel keeps them, also in native code."""

import signal
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform != "win32":
    import resource


def limit(seconds: float, memory: int) -> None:
    """End this process after `seconds`, let it take `memory` bytes more, and write no file. Not on Windows."""
    if sys.platform == "win32":
        return
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    with suppress(ValueError, OSError):  # macOS has the name but not the limit
        most = _taken() + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _taken() -> int:
    """The address space that the process has now: libraries are mapped long before they are used."""
    with suppress(OSError):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        return pages * resource.getpagesize()
    return 0
