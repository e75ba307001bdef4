"""A proposed measure as a report tells it: the proposal itself, its facts, and what has become of it."""

from kpi.report.actions import Action
from kpi.report.briefing.content import Block, Bullets, Quote


def action_blocks(one: Action) -> list[Block]:
    """The proposal word for word, who is responsible and by when, how far it has come, and each follow-up."""
    facts = [*one.facts, *one.state]
    return [Quote(one.text, one.signed), Bullets(tuple(facts)), *(Quote(step.words, step.signed) for step in one.steps)]
