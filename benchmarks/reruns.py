"""What the server alone costs: each page's rerun, memory over many, and many sessions at once."""

import statistics
import time
from concurrent.futures import ThreadPoolExecutor

from benchmarks.bench import AREA_PAGE, Bench
from benchmarks.figures import REPETITIONS, spread
from benchmarks.servers import resident_kilobytes
from benchmarks.session import open_session, rerun

PAGES = {
    "översikt": ("", "period=2025"),
    "målområde": (AREA_PAGE, "period=2025"),
    "nyckeltal": ("nyckeltal", "period=2025&kod=nyckeltal_1&enhet=0023"),
}
NEW_PERIODS = range(2022, 2016, -1)
RERUNS, SESSIONS, PER_SESSION = 200, 20, 5


def server_time(bench: Bench) -> None:
    """Print each page's rerun, and the overview's for a period that nobody has asked for."""
    print(f"\n{'server, ms per omkörning':<34}{'median (kvartiler)':>22}{'kB':>8}{'element':>9}")
    with open_session(bench.ours) as session:
        for name, (page, query) in PAGES.items():
            rerun(session, page, query)
            runs = [rerun(session, page, query) for _ in range(REPETITIONS)]
            times = spread([run.milliseconds for run in runs])
            print(f"{name:<34}{times:>22}{runs[-1].bytes / 1000:8.0f}{len(runs[-1].messages):9}")
        first = [rerun(session, "", f"period={year}").milliseconds for year in NEW_PERIODS]
        print(f"{'översikt, ny period':<34}{spread(first):>22}")


def memory(bench: Bench) -> None:
    """Print how the process grows over many reruns of one session, in two halves."""
    seen = [resident_kilobytes(bench.ours_pid)]
    pages = list(PAGES.values())
    with open_session(bench.ours) as session:
        for _half in range(2):
            for number in range(RERUNS // 2):
                rerun(session, *pages[number % len(pages)])
            seen.append(resident_kilobytes(bench.ours_pid))
    start, middle, end = (kilobytes / 1024 for kilobytes in seen)
    print(f"\nminne: {start:.0f} MB, efter {RERUNS // 2} omkörningar {middle:.0f} MB, efter {RERUNS} {end:.0f} MB")


def at_once(bench: Bench) -> None:
    """Print the time of a rerun when many sessions ask together, each as soon as it has its answer."""
    started = time.perf_counter()
    with ThreadPoolExecutor(SESSIONS) as pool:
        times = [one for many in pool.map(lambda _: _asks(bench), range(SESSIONS)) for one in many]
    each = SESSIONS * PER_SESSION / (time.perf_counter() - started)
    print(f"\n{SESSIONS} sessioner samtidigt: median {statistics.median(times):.0f} ms, {each:.0f} omkörningar/s")


def _asks(bench: Bench) -> list[float]:
    with open_session(bench.ours) as session:
        return [rerun(session, *PAGES["översikt"]).milliseconds for _ in range(PER_SESSION)]
