"""A file in, what it will change, what is wrong with it, then one button."""

from kpi.ingest.forms.form import Filled
from kpi.model import Actor
from kpi.ui.chosen_file import chosen_file
from kpi.ui.forms import form_outcome, form_preview
from kpi.ui.outcome import outcome_of
from kpi.ui.preview import preview
from kpi.ui.upload import store_button
from kpi.ui.view import View


def deliver(actor: Actor, view: View) -> None:
    """The file that is chosen, of outcomes or a form; and, after storing, what has become of it."""
    chosen = chosen_file()
    if isinstance(chosen, Filled):
        form_preview(chosen, actor)
    elif chosen is not None:
        preview(chosen, view)
        store_button(chosen, actor)
    outcome_of(view)
    form_outcome()
