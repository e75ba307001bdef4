"""Reading in a process of its own: it is cut off in time, dies alone, is used again, and leaves nothing behind."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import hostile_packages as made
import pytest
from ingest_files import HEADER, csv, xlsx

from kpi.errors import UserError
from kpi.ingest.isolated import pool
from kpi.ingest.read import sheets
from kpi.ingest.table import Wanted
from kpi.settings import settings

WANTED = Wanted(frozenset(HEADER))
GOOD = xlsx(A=[HEADER, made.ROW])


@pytest.fixture(autouse=True)
def own_workers():
    """No worker from another test, and none left."""
    pool.close()
    yield
    pool.close()


@pytest.fixture
def limited(monkeypatch):
    """Other limits, for as long as the test runs."""

    def put(**environment: str) -> None:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        settings.cache_clear()

    yield put
    monkeypatch.undo()
    settings.cache_clear()


def rows() -> int:
    return len(sheets(GOOD, "fil", WANTED)[0].below(0))


def children() -> list[str]:
    """Commands of this process's children; a zombie has none, and counts as ''."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parent = process.joinpath("stat").read_text().rsplit(")", 1)[1].split()[1]
            command = process.joinpath("cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
        if int(parent) == os.getpid() and ("isolated" in command or not command):
            found.append(command)
    return found


def test_a_worker_is_used_again_and_gone_in_the_end() -> None:
    assert [rows() for _ in range(3)] == [1, 1, 1]
    assert len(children()) == 1
    pool.close()
    assert children() == []


def test_plain_text_is_read_without_a_worker() -> None:
    sheets(csv("sjuktal;0023;2025;K;5,5"), "fil", WANTED)
    assert children() == []


def test_time_is_out(limited) -> None:
    rows()
    content = xlsx(A=[HEADER] * 60_000)
    limited(KPI_READ_SECONDS="0.05")
    started = time.monotonic()
    with pytest.raises(UserError) as refused:
        sheets(content, "fil", WANTED)
    assert refused.value.key == "reading-too-slow"
    assert time.monotonic() - started < 2
    limited(KPI_READ_SECONDS="60")
    assert rows() == 1
    assert len(children()) == 1, "the worker survives its child"


def test_memory_is_out(limited) -> None:
    take = "[b'x' * 10**6 for _ in range(400)]"
    code = f"from kpi.ingest.isolated import job, worker\njob.carry_out = lambda *_: {take}\nworker.main()"
    limited(KPI_READ_MEGABYTES="100")
    pool.put_back(pool.Worker([sys.executable, "-P", "-c", code]))
    with pytest.raises(UserError) as refused:
        rows()
    assert refused.value.key == "reading-too-heavy"
    assert "100 MB" in str(refused.value).replace("\u00a0", " ")


@pytest.mark.parametrize("way", ["os.abort()", "os.kill(os.getpid(), 11)", "os._exit(3)"])
def test_a_reader_that_crashes_dies_alone(way: str) -> None:
    """As a fault in native code would: the child is gone, the worker answers, the app reads on."""
    code = f"import os\nfrom kpi.ingest.isolated import job, worker\njob.carry_out = lambda *_: {way}\nworker.main()"
    crashing = pool.Worker([sys.executable, "-P", "-c", code])
    pool.put_back(crashing)
    with pytest.raises(UserError) as refused:
        rows()
    assert refused.value.key == "reading-too-heavy"
    assert crashing.alive


def test_a_worker_that_was_ended_while_it_waited_is_replaced() -> None:
    rows()
    (waiting,) = children_ids()
    os.kill(waiting, 9)
    time.sleep(0.2)
    assert rows() == 1
    assert len(children()) == 1


def children_ids() -> list[int]:
    listed = subprocess.run(["pgrep", "-P", str(os.getpid()), "-f", "isolated"], capture_output=True, check=False)
    return [int(line) for line in listed.stdout.split()]


def test_a_fault_of_ours_is_not_the_users() -> None:
    code = "from kpi.ingest.isolated import job, worker\njob.carry_out = lambda *_: 1 / 0\nworker.main()"
    pool.put_back(pool.Worker([sys.executable, "-P", "-c", code]))
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        rows()


def test_many_threads_share_two_workers() -> None:
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda _: rows(), range(24))) == [1] * 24
    assert len(children()) <= pool.MOST


def test_a_child_that_is_not_wanted_any_more_ends_with_the_app() -> None:
    """The app is killed while a file is being read: neither worker nor child stays."""
    code = (
        "import time\nfrom kpi.ingest.isolated import pool\n"
        "sleep = 'import time\\nfrom kpi.ingest.isolated import job, worker\\n'"
        " 'job.carry_out = lambda *_: time.sleep(50)\\nworker.main()'\n"
        "import sys\npool.put_back(pool.Worker([sys.executable, '-P', '-c', sleep]))\n"
        "print('begins', flush=True)\n"
        "pool.ask({'task': 'read', 'file': 'f', 'seconds': 50, 'bytes': 10**9}, b'x')\n"
    )
    app = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, env={**os.environ, "KPI_TEST": "borta"}
    )
    assert app.stdout
    app.stdout.readline()
    deadline = time.monotonic() + 10
    while len(of_test()) < 3 and time.monotonic() < deadline:  # the app, its worker, the worker's child
        time.sleep(0.1)
    assert len(of_test()) == 3
    app.kill()
    app.wait()
    app.stdout.close()
    while of_test() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert of_test() == []


def of_test() -> list[str]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if b"KPI_TEST=borta" in process.joinpath("environ").read_bytes():
                found.append(process.name)
        except OSError:
            continue
    return found


def test_it_works_from_a_shell_and_leaves_no_process(tmp_path: Path) -> None:
    file = tmp_path / "fil.xlsx"
    file.write_bytes(GOOD)
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from kpi.ingest.read import sheets\nfrom kpi.ingest.table import Wanted\n"
        "print(len(sheets(Path(sys.argv[1]).read_bytes(), 'fil', Wanted(frozenset()))[0].below(0)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)], capture_output=True, check=True, text=True, timeout=60
    )
    assert (done.stdout.strip(), done.stderr) == ("1", "")


def test_without_fork_the_worker_reads_itself(monkeypatch) -> None:
    """As on Windows."""
    code = "import os\ndel os.fork\nfrom kpi.ingest.isolated import worker\nworker.main()"
    pool.put_back(pool.Worker([sys.executable, "-P", "-c", code]))
    assert [rows(), rows()] == [1, 1]
    with pytest.raises(UserError, match="blad"):
        sheets(made.many_sheets(), "fil", WANTED)
    assert rows() == 1


def test_without_fork_the_app_keeps_the_time(limited, monkeypatch) -> None:
    code = (
        "import os, time\ndel os.fork\nfrom kpi.ingest.isolated import job, worker\n"
        "job.carry_out = lambda *_: time.sleep(60)\nworker.main()"
    )
    monkeypatch.setattr(pool, "GRACE_SECONDS", 0.5)
    pool.put_back(pool.Worker([sys.executable, "-P", "-c", code]))
    limited(KPI_READ_SECONDS="0.5")
    with pytest.raises(UserError) as refused:
        rows()
    assert refused.value.key == "reading-too-slow"
    assert children() == []
