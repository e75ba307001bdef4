"""What each command of the shell does, on an open store: the same whether a shell or a running app has it open."""

from kpi.commands.command import Command, Progress, Result, silent
from kpi.commands.run import execute

__all__ = ["Command", "Progress", "Result", "execute", "silent"]
