"""One reader per kind of file: bytes to `Grid`s. They run in a child process (`kpi.ingest.isolated`) without pandas."""
