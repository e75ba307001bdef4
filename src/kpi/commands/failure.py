"""An error as the shell tells it: one line, or a reference number whose details stand in the log."""

import secrets

from kpi.commands.command import Result
from kpi.commands.text import one_line
from kpi.errors import UserError
from kpi.log import log_failure
from kpi.words import say

MOST_DETAILS = 20
USERS_ERROR, OUR_ERROR = 1, 2


def failed(error: Exception) -> Result:
    """The answer to a command that raised `error`."""
    if isinstance(error, UserError):
        return Result(stderr=_told(error), exit_code=USERS_ERROR)
    return Result(stderr=say("cli-our-error", reference=_logged(error)) + "\n", exit_code=OUR_ERROR)


def _logged(error: Exception) -> str:
    try:
        return log_failure(error)
    except OSError:  # a log that cannot be written must not hide that something went wrong
        return secrets.token_hex(4)


def _told(error: UserError) -> str:
    lines = [one_line(str(error))]
    lines += [f"  {one_line(str(detail))}" for detail in error.details[:MOST_DETAILS]]
    if len(error.details) > MOST_DETAILS:
        lines.append("  " + say("cli-more-findings", n=len(error.details) - MOST_DETAILS))
    return "\n".join(lines) + "\n"
