"""Upload, withdraw, restore and fetch over and over with the production's own commands, until killed.

Each line of input begins a child, which says its process id once it has the store open; the line is the number of the
turn, so that no two turns deliver the same. What takes long to import is imported once.
"""

import itertools
import os
import sys

import kpi.commands.fetch
import kpi.commands.upload
import kpi.commands.withdrawal  # noqa: F401 - before the children are made
from kpi.commands import Command, execute
from kpi.store import Store
from kpi.store.process import the_store

UPLOAD = {"file": "utfall.csv", "format": None, "dry_run": False, "reason": "", "accept": "prov", "column": [],
          "named": [], "sheets": "", "dates": "", "new_indicators": False, "measure": None, "year_rule": "mean",
          "indicator": "", "unit": "", "gender": "", "period": ""}  # fmt: skip
FETCH = {"search": "", "indicator": "sjuktal", "id": "N60030", "units": "0023,0000", "years": "2023-2024",
         "direction": "", "measure": "", "dry_run": False, "reason": ""}  # fmt: skip


def content(number: int) -> bytes:
    """A table that no other upload has."""
    rows = [f"soliditet;0023;{year};{g};{number % 90},{number % 97}" for year in range(1980, 2024) for g in "KMT"]
    return "\n".join(["nyckeltal;enhet;period;kön;värde", *rows, f"energi;0023;2024;T;{number}", ""]).encode()


def done(store: Store, name: str, arguments: dict, file: bytes = b"") -> None:
    result = execute(store, Command(name, arguments, "Prov", file))
    if result.exit_code:
        sys.exit(result.stderr)


def go_on(turn: int) -> None:
    store = the_store()
    print(os.getpid(), flush=True)
    for step in itertools.count():
        done(store, "upload", UPLOAD, content(turn * 1000 + step))
        newest = {"id": store.rows("select max(id) as id from delivery")[0]["id"], "reason": "prov"}
        done(store, "withdraw", newest)
        done(store, "restore", newest)
        done(store, "fetch", FETCH)


for line in sys.stdin:
    child = os.fork()
    if not child:
        go_on(int(line))
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print("ended", ended, flush=True)
