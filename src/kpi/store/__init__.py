"""Where everything is kept: the only place that imports duckdb."""

from kpi.store.connection import Store, StoreBusyError, utc_now

__all__ = ["Store", "StoreBusyError", "utc_now"]
