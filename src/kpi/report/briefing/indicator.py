"""One nyckeltal: the finding in a sentence, its values, and the seven parts that a follow-up must contain."""

from collections.abc import Callable, Sequence
from typing import Any

from kpi.model import CommentKind, Gender, Status
from kpi.report.answer import distance
from kpi.report.attained import Rows
from kpi.report.briefing.actions import action_blocks
from kpi.report.briefing.chart import line_chart
from kpi.report.briefing.content import Blank, Block, Bullets, Indicator, Part, Text, Value
from kpi.report.briefing.headline import headline
from kpi.report.briefing.material import Key, Material
from kpi.report.briefing.said import said
from kpi.report.comparison_table import comparison
from kpi.report.country import comparable, country_sentences
from kpi.report.forecast import forecast_sentences
from kpi.report.forecast_table import forecast_table, refusals
from kpi.report.judged_forecast import judged_forecasts
from kpi.report.rows import judged, outcome_period, present, subject_name, value_text
from kpi.report.targets import target_signs
from kpi.report.trend_lines import trend_lines, why_no_trend
from kpi.report.units_table import units_table
from kpi.store.plans import unit_name
from kpi.words import day, period, say

Blocks = list[Block]


def indicator(material: Material, key: Key) -> Indicator:
    """Everything there is to say about it, in the order that the follow-up has."""
    rows = material.rows(key)
    row = judged(rows)
    parts = [Part(number, say(f"part-{name}"), tuple(make(material, key)), name != "units" or bool(material.units[key]))
             for number, (name, make) in enumerate(_PARTS.items(), start=1)]  # fmt: skip
    return Indicator(
        code=key[0], unit=key[1], name=subject_name(material.follow, row), described=_described(row),
        target=target_signs(row, reference_name(material, row)) or say("status-none"), headline=headline(rows),
        values=tuple(_value(material, gender, one) for gender, one in rows.items()), parts=tuple(parts),
    )  # fmt: skip


def reference_name(material: Material, row: Any) -> str:
    """The unit that the target compares with; empty where it compares with none."""
    return unit_name(material.follow.units, row.reference) if present(row.reference) else ""


def _described(row: Any) -> str:
    term = say("described-term", term=say(f"term-{row.term}").capitalize())
    parts = [term, say("described-decided", decider=row.decided_by), say(f"direction-{row.direction}")]
    return " · ".join([*parts, say("described-responsible", who=row.responsible)] if row.responsible else parts)


def _value(material: Material, gender: Gender, row: Any) -> Value:
    which = outcome_period(row)
    notes = [distance(row, reference_name(material, row))]
    if row.status == Status.UNJUDGED and present(row.reason):
        notes.append(say(f"reason-{row.reason}"))
    if row.so_far:
        notes.append(say("so-far"))
    return Value(
        gender, say(f"gender-{gender}"), value_text(row), period(which) if which else "",
        Status(row.status) if present(row.status) else None, " · ".join(note for note in notes if note),
    )  # fmt: skip


def _series(material: Material, key: Key) -> Blocks:
    chart = line_chart(material.follow, *key)
    if chart is None:
        return [Text(say("chart-empty"))]
    return [chart]


def _trend(material: Material, key: Key) -> Blocks:
    lines = trend_lines(material.rows(key), material.gaps.get(key))
    split = judged(material.rows(key))
    reason = str(split.no_split_reason).rstrip(".") if not split.split_by_gender else ""
    unsplit: Blocks = [Text(say("split-missing", reason=f"{reason}."))] if reason else []
    return [Bullets(tuple(lines)) if lines else Text(why_no_trend(material.rows(key))), *unsplit]


def _explanation(material: Material, key: Key) -> Blocks:
    return _quotes(said(material.follow, *key, CommentKind.EXPLANATION), "blank-explanation", material.rows(key))


def _units(material: Material, key: Key) -> Blocks:
    parts = material.units[key]
    name = subject_name(material.follow, judged(material.rows(key)))
    return [units_table(name, parts)] if parts else [Text(say("no-units"))]


def _country(material: Material, key: Key) -> Blocks:
    rows = material.rows(key)
    found = {gender: material.standings[*key, gender] for gender in rows}
    found = {gender: standing for gender, standing in found.items() if comparable(standing)}
    if not found:
        return [Text(say("no-comparison"))]
    name = subject_name(material.follow, judged(rows))
    sentences = country_sentences(found)
    return [*([Text(" ".join(sentences))] if sentences else []), comparison(name, rows, found)]


def _forecast(material: Material, key: Key) -> Blocks:
    rows, found = material.rows(key), material.outlooks[key]
    theirs = judged_forecasts(material.follow, *key, found)
    table = forecast_table(subject_name(material.follow, judged(rows)), judged(rows), found, theirs)
    sentences = forecast_sentences(found)
    blocks: Blocks = [Text(" ".join(sentences))] if sentences else []
    blocks += [table] if table else []
    blocks += [Text(text) for text in refusals(found)]
    for one in theirs:
        words = say("forecast-judged", gender=say(f"gender-{one.gender}"), year=str(one.year),
                    value=one.value_words(judged(rows)), reason=one.reason)  # fmt: skip
        blocks.append(Text(f"{words} {say('forecast-judged-signed', who=one.judged_by, date=day(one.judged_on))}"))
    return blocks


def _actions(material: Material, key: Key) -> Blocks:
    found = material.actions.get(key, [])
    if not found and key not in material.findings:
        return [Text(say("actions-not-needed"))]
    blocks: Blocks = [block for one in found for block in action_blocks(one)]
    return _quotes(blocks, "blank-action", material.rows(key))


def _quotes(found: Sequence[Block], blank: str, rows: Rows) -> Blocks:
    return [*found] or [Blank(say(blank, name=str(judged(rows).short_name)))]


_PARTS: dict[str, Callable[[Material, Key], Blocks]] = {
    "series": _series, "trend": _trend, "explanation": _explanation, "units": _units, "country": _country,
    "forecast": _forecast, "actions": _actions,
}  # fmt: skip
"""The seven parts of text 003, "Uppföljning", in its order."""
