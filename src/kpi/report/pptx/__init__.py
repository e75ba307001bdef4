"""Slides for an item that is presented orally: a title, one slide per question, and an appendix."""

from datetime import datetime, time
from io import BytesIO

from kpi.report.briefing.content import Briefing
from kpi.report.pptx.clean import clean
from kpi.report.pptx.deck import Deck
from kpi.report.pptx.default import default_look
from kpi.report.pptx.first_slide import add_first
from kpi.report.pptx.indicator import add_indicator
from kpi.report.pptx.listed import add_sources, add_status_table
from kpi.report.pptx.parts import add_sections
from kpi.report.pptx.questions import add_question
from kpi.report.pptx.runs import LANGUAGE
from kpi.report.pptx.template import template_look


def slides(briefing: Briefing, *, template: bytes | None = None, appendix: bool = True) -> bytes:
    """The briefing as a PowerPoint file with charts that can be edited.

    template: the region's own .pptx or .potx, whose layouts, fonts and colours are used (docs/presentationsmall.md);
    appendix: with the status table, each nyckeltal's parts and the sources. Raises `UserError` when the template
    is no PowerPoint file or has no layout with a title to use.
    """
    deck = Deck(briefing, default_look() if template is None else template_look(template))
    add_first(deck)
    for question in briefing.questions:
        add_question(deck, question, appendix=appendix)
    if appendix:
        add_status_table(deck)
        for indicator in briefing.indicators:
            add_indicator(deck, indicator)
        add_sections(deck, briefing.sections)
        add_sources(deck)
    _describe(deck)
    written = BytesIO()
    deck.look.presentation.save(written)
    return written.getvalue()


def _describe(deck: Deck) -> None:
    """The file's own properties: what it is, whose, and in which language."""
    properties, briefing = deck.look.presentation.core_properties, deck.briefing
    properties.title = clean(briefing.subject)[:255]
    properties.author = properties.last_modified_by = clean(briefing.organisation)[:255]
    properties.subject = clean(" · ".join((briefing.plan, briefing.period, briefing.as_of)))[:255]
    properties.language = LANGUAGE
    properties.comments = clean(briefing.example)[:255]
    properties.keywords = properties.category = ""
    properties.created = properties.modified = datetime.combine(briefing.made_on, time())
    properties.revision = 1
