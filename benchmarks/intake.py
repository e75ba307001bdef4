"""Intake: a file checked, compared and stored, set against the bare reading of the same file in the same run.

Each measurement runs in a process of its own, so that its memory is its own. Processor time stands beside the clock:
what else the machine does changes it less.
"""

import io
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
from python_calamine import CalamineWorkbook

from benchmarks import intake_files as files
from kpi.ingest.isolated import pool
from kpi.ingest.upload import check, commit
from kpi.settings import ROOT
from kpi.store import Store

GIBIBYTE = 2**30
MOST_MEMORY = 4 * GIBIBYTE
CSV_ROWS, XLSX_ROWS = 10_000_000, 50_000


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock and of the processor, and the most memory in bytes."""

    clock: float
    processor: float
    memory: int


@dataclass(frozen=True, slots=True)
class Intake:
    """Ours and the floor, for so many rows, and the greatest ratio allowed."""

    name: str
    rows: int
    ours: Taken
    floor: Taken
    limit: float

    @property
    def passes(self) -> bool:
        """True when time and memory are within the limits."""
        return self.ours.clock <= self.limit * self.floor.clock and self.ours.memory < MOST_MEMORY

    def line(self) -> str:
        """A row of the printed table."""
        ours, floor = self.ours, self.floor
        times = f"{ours.clock:9.2f}{floor.clock:9.2f}{ours.clock / floor.clock:7.2f}{self.limit:7.2f}"
        work = f"{ours.processor:9.2f}{floor.processor:9.2f}{ours.memory / GIBIBYTE:8.2f}"
        return f"{self.name:<22}{self.rows / ours.clock:>12,.0f}{times}{work}  {'pass' if self.passes else 'FAIL'}"


HEADING = (
    f"\n{'inläsning':<22}{'rader/s':>12}{'vårt s':>9}{'golv s':>9}{'kvot':>7}{'gräns':>7}"
    f"{'cpu':>9}{'golv cpu':>9}{'GiB':>8}"
)


def csv() -> Intake:
    """Ten million rows against DuckDB's `read_csv` into a table of a file."""
    return Intake("semikolon, komma", CSV_ROWS, *_both("csv", CSV_ROWS), limit=3.0)


def xlsx() -> Intake:
    """Fifty thousand rows against calamine's `to_python`."""
    return Intake("arbetsbok", XLSX_ROWS, *_both("xlsx", XLSX_ROWS), limit=2.0)


def _both(kind: str, rows: int) -> tuple[Taken, Taken]:
    with tempfile.TemporaryDirectory(prefix="matning-") as folder:
        file = Path(folder) / f"fil.{kind}"
        file.write_bytes(files.csv(rows) if kind == "csv" else files.xlsx(rows))
        return _apart("ours", file, rows), _apart("floor", file, rows)


def _apart(what: str, file: Path, rows: int) -> Taken:
    command = [sys.executable, "-m", "benchmarks.intake", what, str(file), str(rows)]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return Taken(**json.loads(told))


def _ours(file: Path, rows: int) -> Taken:
    store = Store.open(file.with_suffix(".duckdb"))
    files.fill(store, rows)
    pool.warm()
    for _ in range(2 if file.suffix == ".xlsx" else 1):  # the first workbook waits for the worker to start
        content = file.read_bytes()
        taken = _timed(lambda content=content: _delivered(store, content, file.name))  # type: ignore[misc]
    store.close()
    return taken


def _delivered(store: Store, content: bytes, name: str) -> None:
    checked = check(store, content, name)
    commit(store, checked, files.ACTOR, accepted={each.key: "mätning" for each in checked.warnings})


def _floor(file: Path, _rows: int) -> Taken:
    if file.suffix == ".xlsx":
        content = file.read_bytes()
        return _timed(lambda: CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python())
    with duckdb.connect(str(file.with_suffix(".floor"))) as bare:
        read = "create table t as select * from read_csv(?, delim=';', header=true, decimal_separator=',')"
        return _timed(lambda: bare.execute(read, [str(file)]))


def _timed(use: Callable[[], object]) -> Taken:
    clock, processor = time.perf_counter(), time.process_time()
    use()
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    return Taken(clock, processor, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)


if __name__ == "__main__":
    _, what, path, count = sys.argv
    taken = (_ours if what == "ours" else _floor)(Path(path), int(count))
    print(json.dumps({"clock": taken.clock, "processor": taken.processor, "memory": taken.memory}))
