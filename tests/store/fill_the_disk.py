"""Change a store until there is no more room, and go on when there is; every figure is printed as JSON.

The limit on the size of a file stands for the full disk: the same calls fail in the same places, and no rights are
needed. Arguments: the database, the limit in bytes, and after how many bytes of log DuckDB writes it into the file.
"""

import json
import logging
import random
import resource
import signal
import sys
from pathlib import Path

from store_making import WRITER, deliver, outcome, registers

from kpi.errors import UserError
from kpi.model import DataMode
from kpi.store import Store
from kpi.store.backup import back_up
from kpi.store.check import findings
from kpi.store.deliveries import deliveries, withdraw
from kpi.store.kept_files import folder, keep
from kpi.store.observations import observations

path, limit, threshold = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
dice = random.Random(3)
store = Store.open(path)
with store.cursor() as cursor:
    cursor.execute(f"set global checkpoint_threshold = '{threshold}'")


def rows() -> list[dict]:
    texts = (dice.randbytes(500).hex() for _ in range(150))
    return [outcome(dice.random(), year=1850 + at, comment=text) for at, text in enumerate(texts)]


def told(change) -> str:
    """The error's name; empty when all went well."""
    try:
        change()
    except UserError as error:
        return error.key
    except OSError as error:
        return type(error).__name__
    return ""


def state() -> list:
    shown, made = observations(store, DataMode.REAL), deliveries(store)
    withdrawn = sum(delivery.withdrawn_at is not None for delivery in made)
    return [len(made), withdrawn, float(shown["value"].sum()), findings(store)]


class Unmoved(logging.Handler):
    """Counts the changes that were stored though there was no room to move them from the log into the database."""

    seen = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.seen += 1


unmoved = Unmoved()
logging.getLogger("kpi").addHandler(unmoved)
registers(store)
first = deliver(store, rows())
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, unlimited[1]))
start, stored, refused = state(), 0, ""
for _ in range(200):
    if refused := told(lambda: deliver(store, rows())):
        break
    before, stored = state(), stored + 1
found = {
    "unmoved": unmoved.seen,
    "stored": [start[0] + stored, before[0]],
    "refused": refused,
    "before": before,
    "after": state(),
    "again": told(lambda: deliver(store, rows())),
    "withdrawn": told(lambda: withdraw(store, first, WRITER, "x" * limit)),
    "kept": told(lambda: keep(store, dice.randbytes(2 * limit), "0" * 64)),
    "backup": told(
        lambda: back_up(store, folder(path), path.parent / "kopia", force=False, tell=lambda share: None) and None
    ),
    "unchanged": state(),
}
resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
found["freed"] = [told(lambda: deliver(store, rows())), told(lambda: withdraw(store, first, WRITER, "prov"))]
found["finally"] = state()
store.close()
store = Store.open(path)
found["reopened"] = state()
store.close()
print(json.dumps(found))
