"""What a reader sees when something goes wrong: a user's mistake in one sentence, ours as an apology."""

import streamlit as st

from kpi.errors import UserError
from kpi.launcher.log import log_failure
from kpi.ui.html import show
from kpi.words import say


def on_script_error(error: Exception) -> bool:
    """Called by Streamlit for every uncaught error of a page; True: we have shown it."""
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


def stop(error: UserError) -> None:
    """Show the error instead of the rest of the page."""
    show_error(error)
    st.stop()
