"""Where everything is kept: the only place that imports duckdb."""

from kpi.store.connection import Cursor, Store, StoreBusyError, utc_now

__all__ = ["Cursor", "Store", "StoreBusyError", "utc_now"]
