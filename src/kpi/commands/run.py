"""Carry out a command on an open store."""

from importlib import import_module
from typing import TYPE_CHECKING

from kpi.commands.command import Command, Progress, Result, silent
from kpi.commands.failure import failed

if TYPE_CHECKING:
    from kpi.store import Store

# One module per command, imported when asked for: `kpi --help` must not wait for pandas.
MODULES = {
    "init": "init",
    "upload": "upload",
    "fetch": "fetch",
    "deliveries": "deliveries",
    "withdraw": "withdrawal",
    "restore": "withdrawal",
    "remove-examples": "withdrawal",
    "assess": "assess",
    "export": "export",
    "report": "report",
    "check": "check",
    "backup": "backup",
}


def execute(store: "Store", command: Command, progress: Progress = silent) -> Result:
    """Do what the command says and answer, errors included: nothing but an interruption is raised."""
    try:
        module = import_module(f"kpi.commands.{MODULES[command.name]}")
        result: Result = module.run(store, command, progress)
    except Exception as error:
        return failed(error)
    return result
