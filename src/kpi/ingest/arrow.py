"""PyArrow, which ships types for a part of itself only: taken as untyped, in one place."""

from typing import Any

import pyarrow
import pyarrow.compute
import pyarrow.csv
import pyarrow.parquet

pa: Any = pyarrow
pc: Any = pyarrow.compute
pq: Any = pyarrow.parquet
csv: Any = pyarrow.csv
ipc: Any = pa.ipc
