"""Ordered migrations: each a function, recorded when applied, one transaction each.

Add the next as a new function below; never change one that has been released.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import duckdb

Migration = Callable[[duckdb.DuckDBPyConnection], None]
_ALL: list[Migration] = []


def migration(function: Migration) -> Migration:
    """Register the next migration."""
    _ALL.append(function)
    return function


@migration
def foundation(cursor: duckdb.DuckDBPyConnection) -> None:
    """Deliveries, plans, indicators, targets, units and observations."""
    cursor.execute(_sql("0001_foundation.sql"))


@migration
def disclosure_threshold(cursor: duckdb.DuckDBPyConnection) -> None:
    """From which number on an indicator's numerators and denominators may be shown."""
    cursor.execute(_sql("0002_disclosure_threshold.sql"))


@migration
def judged_forecast(cursor: duckdb.DuckDBPyConnection) -> None:
    """What the responsible person expects of the year, beside what is computed."""
    cursor.execute(_sql("0003_judged_forecast.sql"))


@migration
def intake(cursor: duckdb.DuckDBPyConnection) -> None:
    """Warnings that were acknowledged, and how recurring files are laid out."""
    cursor.execute(_sql("0004_intake.sql"))


@migration
def source_link(cursor: duckdb.DuckDBPyConnection) -> None:
    """Which nyckeltal are fetched from elsewhere, and what they are called there."""
    cursor.execute(_sql("0005_source_link.sql"))


@migration
def assignments(cursor: duckdb.DuckDBPyConnection) -> None:
    """Uppdrag, and what has become of them."""
    cursor.execute(_sql("0006_assignments.sql"))


@migration
def economy(cursor: duckdb.DuckDBPyConnection) -> None:
    """The money that a plan's tables print, and accounts, effects and investments as reported."""
    cursor.execute(_sql("0007_economy.sql"))


@migration
def steering(cursor: duckdb.DuckDBPyConnection) -> None:
    """Vision and values, styrdokument, and how plans and their goals hang together."""
    cursor.execute(_sql("0008_steering.sql"))


@migration
def control(cursor: duckdb.DuckDBPyConnection) -> None:
    """Intern kontroll and uppsikt, and what their follow-ups found."""
    cursor.execute(_sql("0009_control.sql"))


@migration
def reporting(cursor: duckdb.DuckDBPyConnection) -> None:
    """The year's reporting points, and the periods that are closed."""
    cursor.execute(_sql("0010_reporting.sql"))


@migration
def targets_one_by_one(cursor: duckdb.DuckDBPyConnection) -> None:
    """Targets that are changed or removed after their plan was read in."""
    cursor.execute(_sql("0011_targets_one_by_one.sql"))


@migration
def texts(cursor: duckdb.DuckDBPyConnection) -> None:
    """Drafts of texts about nyckeltal, and measures that are followed to their effect."""
    cursor.execute(_sql("0012_texts.sql"))


@migration
def meetings(cursor: duckdb.DuckDBPyConnection) -> None:
    """The year's meetings, what stands on their agendas, and what users have changed of it."""
    cursor.execute(_sql("0013_meetings.sql"))


@migration
def shown(cursor: duckdb.DuckDBPyConnection) -> None:
    """What was shown of agenda items, and kept."""
    cursor.execute(_sql("0014_shown.sql"))


def _sql(name: str) -> str:
    return (Path(__file__).parent / "sql" / name).read_text(encoding="utf-8")


NEWEST = len(_ALL)


def applied(connection: duckdb.DuckDBPyConnection) -> int:
    """How many migrations the database has seen; 0 for an empty one."""
    tables = connection.execute(
        "select count(*) from information_schema.tables where table_name = 'migration'"
    ).fetchone()
    if not tables or not tables[0]:
        return 0
    newest = connection.execute("select coalesce(max(number), 0) from migration").fetchone()
    return int(newest[0]) if newest else 0


def migrate(connection: duckdb.DuckDBPyConnection) -> None:
    """Apply what is missing, in order."""
    connection.execute(
        """create table if not exists migration
           (number integer not null, name varchar not null, applied_at timestamp not null)"""
    )
    for number, function in enumerate(_ALL, start=1):
        if number <= applied(connection):
            continue
        connection.begin()
        try:
            function(connection)
            connection.execute(
                "insert into migration values (?, ?, ?)",
                [number, function.__name__, datetime.now(UTC).replace(tzinfo=None)],
            )
        except BaseException:
            connection.rollback()
            raise
        connection.commit()
