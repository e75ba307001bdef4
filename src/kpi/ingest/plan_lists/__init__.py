"""What a plan's folder may hold beside goals, nyckeltal and targets: a file each, one module per subject."""

from kpi.ingest.plan_lists.every import LISTS, Lists, list_faults, list_marks, list_tables, read_lists

__all__ = ["LISTS", "Lists", "list_faults", "list_marks", "list_tables", "read_lists"]
