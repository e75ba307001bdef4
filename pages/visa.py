"""Visa: a follow-up on the screen in the meeting room, one thought per slide."""

from kpi.ui.presentation.page import presentation
from kpi.ui.view import current_view

presentation(current_view())
