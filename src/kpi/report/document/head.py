"""What a document says of itself: the facts beneath its title, and the line at the head of each page."""

from kpi.report.briefing.content import Briefing, Occasion
from kpi.words import NO_BREAK_SPACE, day, say

LONGEST = 200  # characters: two lines at the head of a page


def facts(briefing: Briefing) -> tuple[tuple[str, str], ...]:
    """Names and what they are, without those that nothing is known of."""
    rows = [
        ("plan", briefing.plan),
        ("period", briefing.period),
        ("as-of", briefing.as_of),
        *(_occasion(briefing.occasion) if briefing.occasion else ()),
        ("made", day(briefing.made_on)),
    ]
    return tuple((say(f"document-fact-{name}"), text) for name, text in rows if text)


def _occasion(occasion: Occasion) -> tuple[tuple[str, str], ...]:
    return (
        ("meeting", occasion.days),
        ("item", occasion.item),
        ("form", occasion.form),
        ("presenter", occasion.presenter),
    )


def running(briefing: Briefing) -> str:
    """ "Region X · Regionplan 2025 · 2025 · som det var 31 maj 2025"."""
    told = (briefing.organisation, briefing.plan, briefing.period, briefing.as_of)
    # The last, which is short, is not divided between two lines.
    kept = [*told[:-1], told[-1].replace(" ", NO_BREAK_SPACE)]
    line = " · ".join(text.replace("\n", " ") for text in kept if text)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def sentence(headline: str) -> str:
    """A finding with a full stop: on a slide it is a title, here it stands in running text."""
    return headline if not headline or headline.endswith((".", "!", "?", "…")) else f"{headline}."
