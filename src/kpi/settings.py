"""Paths and environment, read once, failing loudly."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KOLADA = "https://api.kolada.se/v3"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are. `address_file` tells a shell how to reach the running app; only its user may read it.

    `kolada` is the base address of Kolada's API, without a slash at its end.
    """

    database: Path
    data: Path
    kolada: str = KOLADA

    @property
    def address_file(self) -> Path:
        """Written by the app while it holds the database open."""
        return self.database.with_name(self.database.name + ".app")

    @property
    def name_file(self) -> Path:
        """The local user's name, asked once and kept beside the database."""
        return self.database.with_name(self.database.name + ".namn")

    @property
    def log_file(self) -> Path:
        """Errors of ours, with their reference numbers."""
        return self.database.with_name(self.database.name + ".log")


@cache
def settings() -> Settings:
    """The settings of this process: `KPI_DATABASE` names another database file, `KPI_KOLADA` another Kolada."""
    database = Path(os.environ.get("KPI_DATABASE") or ROOT / "data" / "kpi.duckdb").expanduser().absolute()
    if not database.parent.is_dir():
        raise FileNotFoundError(f"KPI_DATABASE: mappen {database.parent} finns inte")
    kolada = (os.environ.get("KPI_KOLADA") or KOLADA).rstrip("/")
    return Settings(database=database, data=ROOT / "data", kolada=kolada)
