"""A briefing from what is known and what it is to be about."""

from datetime import date

from kpi.report.briefing.content import Blank, Block, Briefing
from kpi.report.briefing.indicator import indicator
from kpi.report.briefing.material import Material, Scope
from kpi.report.briefing.proposal import proposal
from kpi.report.briefing.questions import questions
from kpi.report.briefing.sections import sections
from kpi.report.briefing.selection import Selection
from kpi.words import day, listing, period, say


def compose(material: Material, scope: Scope) -> Briefing:
    """Everything that a writer lays out. Pure: the same material and scope give the same briefing."""
    chosen = Selection(material, scope)
    asked, decided = questions(chosen), proposal(chosen)
    indicators = tuple(indicator(material, key) for key in scope.chosen)
    told = sections(chosen)
    blocks = [*(block for one in asked for block in one.blocks), *decided,
              *(block for one in told for block in one.blocks),
              *(block for one in indicators for part in one.parts for block in part.blocks)]  # fmt: skip
    return Briefing(
        subject=scope.subject, organisation=material.organisation, plan=material.follow.plan.name,
        period=period(material.follow.period), as_of=_as_of(material), made_on=material.made_on,
        example=say("briefing-example") if material.example else "", occasion=scope.occasion, questions=asked,
        status_table=chosen.status_table, indicators=indicators, sections=told, proposal=decided,
        missing=_missing(blocks), sources=_sources(chosen),
    )  # fmt: skip


def _as_of(material: Material) -> str:
    if material.as_of:
        return say("briefing-as-of", day=day(date.fromisoformat(material.as_of)))
    return say("briefing-now", day=day(material.made_on))


def _missing(blocks: list[Block]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(block.text for block in blocks if isinstance(block, Blank)))


def _sources(chosen: Selection) -> tuple[str, ...]:
    """The plan's own source, and in which deliveries the outcomes came."""
    follow = chosen.material.follow
    deliveries = sorted(
        follow.observations.merge(chosen.assessed[["indicator"]].drop_duplicates())["delivery_id"].unique()
    )
    found = [say("briefing-source-plan", source=str(follow.plan.about["source"]))]
    if deliveries:
        found.append(say("briefing-source-deliveries", n=len(deliveries), numbers=listing(map(str, deliveries))))
    return (*found, *chosen.material.sources)
