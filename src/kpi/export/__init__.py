"""Tables of a follow-up as files: CSV, Parquet and XLSX."""
