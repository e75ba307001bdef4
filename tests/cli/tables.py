"""What a database holds, to be compared before and after."""

import duckdb


def contents(path):
    """Every table's rows, sorted."""
    with duckdb.connect(str(path), read_only=True) as connection:
        names = [row[0] for row in connection.execute("select table_name from information_schema.tables").fetchall()]
        return {name: connection.table(name).order("all").fetchall() for name in sorted(names)}
