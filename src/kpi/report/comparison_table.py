"""A nyckeltal beside the country, or another region, as a table."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kpi.model import Gender
from kpi.report.attained import Rows
from kpi.report.briefing.content import Cell, Table
from kpi.report.country import difference_words, rank_words, verdict_words
from kpi.report.rows import outcome_period, present, value_text
from kpi.words import period, quantity, say


def comparison(title: str, by_gender: Rows, found: Mapping[Gender, Any]) -> Table:
    """One row per gender of `found` (`kpi.analysis.comparison.COLUMNS`): both values, difference, verdict and place."""
    names = ("gender", "own", "country", "difference", "verdict", "rank", "period")
    lines = []
    for gender, standing in found.items():
        row = by_gender[gender]
        which = outcome_period(row)
        lines.append((
            *_beside(gender, row, standing), difference_words(standing, row), verdict_words(standing, row),
            rank_words(standing), period(which) if which else "–",
        ))  # fmt: skip
    caption = say("comparison-caption", name=title, other=say("the-country"))
    return _table(caption, [say(f"column-{name}") for name in names], lines)


def comparison_with(title: str, by_gender: Rows, found: Mapping[Gender, Any], name: str) -> Table:
    """The same beside another unit, whose name is given."""
    lines = [
        (*_beside(gender, row, found[gender]), difference_words(found[gender], row, name),
         verdict_words(found[gender], row, name))
        for gender, row in by_gender.items()
    ]  # fmt: skip
    headings = [
        say("column-gender"), say("column-own"), name,
        say("column-difference-with", name=name), say("column-verdict"),
    ]  # fmt: skip
    return _table(say("comparison-caption", name=title, other=name), headings, lines)


def _beside(gender: Gender, row: Any, standing: Any) -> tuple[str, str, str]:
    theirs = quantity(standing.reference_value, int(row.decimals), row.measure)
    return say(f"gender-{gender}"), value_text(row), theirs if present(standing.reference_value) else "–"


def _table(caption: str, headings: Sequence[str], lines: Iterable[tuple[str, ...]]) -> Table:
    return Table(caption, tuple(headings), tuple(tuple(Cell(text) for text in line) for line in lines))
