"""An error as the shell tells it: one line, or a reference number whose details stand in the log."""

import os
import secrets
import traceback
from datetime import UTC, datetime

from kpi.commands.command import Result
from kpi.commands.text import one_line
from kpi.errors import UserError
from kpi.settings import settings
from kpi.words import say

MOST_DETAILS = 20
USERS_ERROR, OUR_ERROR = 1, 2


def failed(error: Exception) -> Result:
    """The answer to a command that raised `error`."""
    if isinstance(error, UserError):
        return Result(stderr=_told(error), exit_code=USERS_ERROR)
    return Result(stderr=say("cli-our-error", reference=log(error)) + "\n", exit_code=OUR_ERROR)


def log(error: Exception) -> str:
    """Write an error of ours to the log file; returns its reference number."""
    reference = secrets.token_hex(4)
    details = "".join(traceback.format_exception(error))
    entry = f"{datetime.now(UTC).isoformat()} {reference}\n{details}\n"
    try:
        file = os.open(settings().log_file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    except OSError:  # a log that cannot be written must not hide the reference number
        return reference
    with os.fdopen(file, "a", encoding="utf-8", errors="backslashreplace") as log_file:
        log_file.write(entry)
    return reference


def _told(error: UserError) -> str:
    lines = [one_line(str(error))]
    lines += [f"  {one_line(str(detail))}" for detail in error.details[:MOST_DETAILS]]
    if len(error.details) > MOST_DETAILS:
        lines.append("  " + say("cli-more-findings", n=len(error.details) - MOST_DETAILS))
    return "\n".join(lines) + "\n"
