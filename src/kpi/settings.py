"""Paths and environment, read once, failing loudly."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CC_BY = "http://creativecommons.org/licenses/by/4.0/"
"""Naming the source: the terms of the figures that come from Kolada and others allow no freer licence."""
_READ_SECONDS, _READ_MEGABYTES = "60", "850"
KOLADA = "https://api.kolada.se/v3"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are. `address_file` tells a shell how to reach the running app; only its user may read it.

    `kolada` is the base address of Kolada's API, without a slash at its end.
    What open data says of itself: `address`, where the public reaches the app (empty: nowhere yet); `licence`, its
    address at Creative Commons or elsewhere; `contact`, an e-mail address (empty: none is given).
    """

    database: Path
    data: Path
    read_seconds: float  # how long reading one file may take
    read_bytes: int  # and how much memory: as given, and with the libraries loaded, below a gigabyte
    kolada: str = KOLADA
    address: str = ""
    licence: str = CC_BY
    contact: str = ""

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
    """The settings of this process, from the environment.

    `KPI_DATABASE` names another database file, `KPI_KOLADA` another Kolada; `KPI_READ_SECONDS` and
    `KPI_READ_MEGABYTES` are the limits of time and memory for reading one file; `KPI_ADDRESS`, `KPI_LICENCE` and
    `KPI_CONTACT` are said in the catalogue of open data.
    Raises `FileNotFoundError` and `ValueError`.
    """
    database = Path(os.environ.get("KPI_DATABASE") or ROOT / "data" / "kpi.duckdb").expanduser().absolute()
    if not database.parent.is_dir():
        raise FileNotFoundError(f"KPI_DATABASE: mappen {database.parent} finns inte")
    return Settings(
        database=database,
        data=ROOT / "data",
        read_seconds=float(os.environ.get("KPI_READ_SECONDS") or _READ_SECONDS),
        read_bytes=int(os.environ.get("KPI_READ_MEGABYTES") or _READ_MEGABYTES) * 1024 * 1024,
        kolada=(os.environ.get("KPI_KOLADA") or KOLADA).rstrip("/"),
        address=os.environ.get("KPI_ADDRESS", "").strip().rstrip("/"),
        licence=os.environ.get("KPI_LICENCE", "").strip() or CC_BY,
        contact=os.environ.get("KPI_CONTACT", "").strip(),
    )
