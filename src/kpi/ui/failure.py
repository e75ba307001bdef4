"""What a reader sees when something goes wrong: a user's mistake in one sentence, ours as an apology."""

from kpi.errors import UserError
from kpi.log import log_failure
from kpi.ui.html import show
from kpi.ui.page import head_of_failure
from kpi.words import say


def on_script_error(error: Exception) -> bool:
    """Called by Streamlit for every uncaught error of a page; True: we have shown it."""
    head_of_failure()
    if isinstance(error, UserError):
        show_error(error)
    else:
        show("error", sentence=say("our-fault", reference=log_failure(error)), details=[])
    return True


def show_error(error: UserError, most: int = 20) -> None:
    """The sentence, and below it the findings it sums up."""
    findings = [str(finding) for finding in error.details[:most]]
    if len(error.details) > most:
        findings.append(say("findings-more", n=len(error.details) - most))
    show("error", sentence=str(error), details=findings)
