"""What is unusual about a delivery, and why it is right all the same."""

import streamlit as st

from kpi.ingest.findings import Warned
from kpi.ingest.upload import Checked
from kpi.ui.html import show
from kpi.words import say

SHOWN = 20


def accept(checked: Checked) -> dict[str, str]:
    """Asks for a word of why on each kind of warning; what has been written, by the warning's key."""
    if not checked.warnings:
        return {}
    show("heading", text=say("accept-heading"))
    show("quiet", text=say("accept-text"))
    return {each.key: _why(each, checked.sha256) for each in checked.warnings}


def _why(warned: Warned, sha256: str) -> str:
    title = say(f"warning-{warned.key}", n=warned.count)
    show("subheading", text=title)
    examples = [str(one) for one in warned.examples[:SHOWN]]
    if len(examples) > 1:
        with st.expander(say("accept-more", n=len(examples))):
            show("list", items=examples)
    else:
        show("list", items=examples)
    # The file's own: what was written about one file must not be said of the next.
    return st.text_input(f"{say('accept-why')} ({title})", key=f"why_{warned.key}_{sha256}", max_chars=300)
