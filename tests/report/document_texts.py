"""Everything that a follow-up says, gathered without the writers, to be looked for in what they wrote."""

import re
from dataclasses import fields, is_dataclass

from kpi.model import Status
from kpi.report.briefing.content import Briefing, Distribution, LineChart, Table

# What a report does not show: what is for slides, for the address of a page, or drawn and not written.
UNSAID = {"points", "picture", "code", "unit", "first_day", "made_on", "meeting", "alt", "number"}


def said(told) -> list[str]:
    """Every text of a part of a follow-up."""
    if isinstance(told, Status) or (isinstance(told, Table) and not told.rows):
        return []
    if isinstance(told, LineChart):
        return [told.title if has_values(told) else told.alt, *told.notes]
    if isinstance(told, str):
        return [told] if told else []
    if isinstance(told, tuple):
        return [text for one in told for text in said(one)]
    if is_dataclass(told):
        return [text for field in fields(told) if field.name not in UNSAID for text in said(getattr(told, field.name))]
    return []


def has_values(chart: LineChart) -> bool:
    return any(value is not None for line in chart.lines for value in line.values)


def blocks(briefing: Briefing) -> list:
    """Every block that a report lays out, in its order, without the status table's own place."""
    found = [block for question in briefing.questions for block in question.blocks]
    found += [block for section in briefing.sections for block in section.blocks]
    return found + [block for one in briefing.indicators for part in one.parts for block in part.blocks]


def charts(briefing: Briefing) -> list[LineChart | Distribution]:
    """Every chart that has something to draw, in the report's order."""
    drawn = [block for block in blocks(briefing) if isinstance(block, LineChart | Distribution)]
    return [one for one in drawn if isinstance(one, Distribution) or has_values(one)]


def tables(briefing: Briefing) -> list[Table]:
    """The tables that are blocks, and the status table."""
    return [briefing.status_table, *(block for block in blocks(briefing) if isinstance(block, Table))]


def headings(briefing: Briefing) -> list[tuple[int, str]]:
    """The report's headings as the brief has them: questions, sections, nyckeltal with seven parts, the ending."""
    found = [(1, question.question) for question in briefing.questions]
    found += [(1, section.heading) for section in briefing.sections]
    found += [(1, "Nyckeltal")] if briefing.indicators else []
    for one in briefing.indicators:
        found += [(2, one.name), *((3, f"{part.number}. {part.heading}") for part in one.parts)]
    found += [(1, "Förslag till beslut")]
    found += [(1, "Kvar att fylla i")] if briefing.missing else []
    return found + ([(1, "Källor")] if briefing.sources else [])


def squeezed(text: str) -> str:
    """Without white space and hyphenation: where a line ends is the writer's."""
    return re.sub(r"[\s\u200b\u00ad]+", "", text)
