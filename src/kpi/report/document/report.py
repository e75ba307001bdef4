"""The written report: the three questions, the sections, every nyckeltal with its seven parts, and what is decided."""

from collections.abc import Iterator

from kpi.report.briefing.content import Briefing, Bullets, Cell, Indicator, Part, Question, Table, Text, Value
from kpi.report.document.head import facts, running, sentence
from kpi.report.document.parts import Document, Facts, Gaps, Heading, Item, Lead, Numbered, Opening
from kpi.report.document.plain import plainly
from kpi.words import say


def report_document(briefing: Briefing) -> Document:
    """The report of a follow-up, as a document. Shows every block of it, and nothing else."""
    briefing = plainly(briefing)
    return Document(
        kind=say("document-report"),
        title=briefing.subject,
        organisation=briefing.organisation,
        running=running(briefing),
        example=briefing.example,
        contents=True,
        head=(Facts(facts(briefing)),),
        body=tuple(_body(briefing)),
    )


def _body(briefing: Briefing) -> Iterator[Item]:
    for question in briefing.questions:
        yield from _question(question)
        if question is briefing.questions[1] and not _shows(briefing, briefing.status_table):
            yield briefing.status_table
    for section in briefing.sections:
        yield Heading(1, section.heading)
        yield from section.blocks
    if briefing.indicators:
        yield Heading(1, say("document-indicators"))
    for indicator in briefing.indicators:
        yield from _indicator(indicator)
    yield from _ending(briefing)


def _question(question: Question) -> Iterator[Item]:
    yield Heading(1, question.question)
    yield Lead(sentence(question.headline))
    yield from question.blocks


def _shows(briefing: Briefing, table: Table) -> bool:
    """Whether a question's own blocks already have the table."""
    return any(table == block for question in briefing.questions for block in question.blocks)


def _indicator(indicator: Indicator) -> Iterator[Item]:
    yield Heading(2, indicator.name)
    yield Lead(sentence(indicator.headline))
    target = indicator.target and say("document-target", target=indicator.target)
    told = (indicator.described, target)
    yield from (Opening(text) for text in told if text)
    if indicator.values:
        yield _values(indicator)
    for part in indicator.parts:
        yield from _part(part)


def _values(indicator: Indicator) -> Table:
    """The latest values; without a column of statuses where nothing is judged and nothing is said of it."""
    judged = any(value.status or value.note for value in indicator.values)
    names = ("gender", "outcome", "period", "status")[: 4 if judged else 3]
    caption = say("document-values", name=indicator.name)
    rows = tuple(_value(value)[: len(names)] for value in indicator.values)
    return Table(caption, tuple(say(f"document-value-{name}") for name in names), rows)


def _value(value: Value) -> tuple[Cell, ...]:
    return Cell(value.name), Cell(value.text), Cell(value.period), Cell("", value.status, value.note)


def _part(part: Part) -> Iterator[Item]:
    yield Heading(3, say("document-part", number=str(part.number), heading=part.heading))
    yield from part.blocks
    if not part.blocks:
        yield Text(say("document-part-nothing" if part.applies else "document-part-not-applied"))


def _ending(briefing: Briefing) -> Iterator[Item]:
    yield Heading(1, say("document-proposal"))
    yield Numbered(briefing.proposal)
    if briefing.missing:
        yield Heading(1, say("document-missing"))
        yield Text(say("document-missing-told", n=len(briefing.missing)))
        yield Gaps(briefing.missing)
    if briefing.sources:
        yield Heading(1, say("document-sources"))
        yield Bullets(briefing.sources)
