"""The tjänsteskrivelse that goes with a report: the matter, the proposed decision, the findings, what is attached."""

from collections.abc import Iterator

from kpi.report.briefing.content import Blank, Briefing, Bullets, Text
from kpi.report.document.head import running, sentence
from kpi.report.document.parts import Document, Facts, Heading, Item, Numbered, Told
from kpi.report.document.plain import plainly
from kpi.words import day, say

TO_SIGN = ("signature-name", "signature-role")


def memo_document(briefing: Briefing) -> Document:
    """The tjänsteskrivelse of a follow-up. What only a person knows stands as gaps to fill in."""
    briefing = plainly(briefing)
    return Document(
        kind=say("document-memo"),
        title=briefing.subject,
        organisation=briefing.organisation,
        running=running(briefing),
        example=briefing.example,
        contents=False,
        head=(Facts(_facts(briefing)),),
        body=tuple(_body(briefing)),
    )


def _facts(briefing: Briefing) -> tuple[tuple[str, Told], ...]:
    """The item's own name stands as the title does, so it is not repeated here."""
    occasion = briefing.occasion
    rows: list[tuple[str, Told]] = [
        ("made", day(briefing.made_on)),
        ("number", Blank(say("document-gap-number"))),
        ("meeting", occasion.days if occasion else ""),
        ("item", occasion.item if occasion and occasion.item != briefing.subject else ""),
        ("officer", Blank(say("document-gap-officer"))),
    ]
    return tuple((say(f"document-fact-{name}"), text) for name, text in rows if text)


def _body(briefing: Briefing) -> Iterator[Item]:
    yield Heading(1, say("document-matter"))
    yield from _matter(briefing)
    yield Heading(1, say("document-proposal"))
    yield Numbered(briefing.proposal)
    yield Heading(1, say("document-summary"))
    yield from (Text(sentence(question.headline)) for question in briefing.questions)
    yield Heading(1, say("document-judgement"))
    for question in briefing.questions[1:]:
        yield Heading(2, question.question)
        yield Bullets(question.points) if question.points else Text(sentence(question.headline))
    yield from _attached(briefing)
    yield from _closing()


def _matter(briefing: Briefing) -> Iterator[Item]:
    if briefing.subject == briefing.plan:
        yield Text(say("document-matter-plan", plan=briefing.plan, period=briefing.period))
    else:
        yield Text(say("document-matter-told", subject=briefing.subject, plan=briefing.plan, period=briefing.period))
    if briefing.occasion:
        yield Text(say("document-matter-shown", days=briefing.occasion.days))
    if briefing.example:
        yield Text(briefing.example)


def _attached(briefing: Briefing) -> Iterator[Item]:
    yield Heading(1, say("document-attached"))
    report = say("document-attached-report", subject=briefing.subject, day=day(briefing.made_on))
    yield Bullets((report, *briefing.sources))


def _closing() -> Iterator[Item]:
    yield Heading(1, say("document-extract"))
    yield Blank(say("document-gap-extract"))
    yield Heading(1, say("document-signature"))
    yield from (Blank(say(f"document-gap-{name}")) for name in TO_SIGN)
