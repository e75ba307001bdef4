"""Control charts on a nyckeltal's page: the chart of each gender, what its marks mean, and every marked value."""

import itertools
from dataclasses import dataclass
from typing import Any

import streamlit as st

from kpi.appearance import Mark, palette
from kpi.charts.control import ControlPoint, control_figure, extent
from kpi.charts.flags import Flag, wrapped
from kpi.charts.series import Level, Measure
from kpi.frames import period_of, records
from kpi.model import Gender, PeriodKind
from kpi.report.control import Point, Signal, control_points, declared_breaks, rule_words
from kpi.report.rows import present
from kpi.report.targets import target_signs
from kpi.ui.charts import Chart, draw
from kpi.ui.comment_form import event_form
from kpi.ui.comments import Shown
from kpi.ui.events import Event, events_of
from kpi.ui.html import dark, render, show
from kpi.ui.subject import Subject, once_of
from kpi.ui.view import View
from kpi.words import period, quantity, say

MOST_SHOWN = 8  # marked values; more are a click away
_PERSONS = (Gender.WOMEN, Gender.MEN)
_BOTH = "".join(_PERSONS)


@dataclass(frozen=True, slots=True)
class GenderChart:
    """One gender's chart with what stands below it, as HTML."""

    gender: Gender
    chart: Chart
    key: str
    marked: int
    table: str


def control_charts(subject: Subject, view: View) -> None:
    """The charts of the chosen genders whose development is told by one, and the events that somebody has noted."""
    charted = [gender for gender, row in subject.by_gender.items() if row.trend_method == "xmr"]
    genders = _choose(charted)
    if genders:
        for shown in once_of(_made, subject, view, tuple(genders)):
            _show(shown, several=len(charted) > 1)
        show("quiet", text=say("control-season"))
    if events := once_of(_events, subject, view):
        st.html(events)
    if charted:
        event_form(subject, view)


def _choose(charted: list[Gender]) -> list[Gender]:
    """Women and men beside each other unless the address says otherwise; the choice is only offered where there is one.

    It stands in the address, like every choice.
    """
    both = [gender for gender in charted if gender in _PERSONS]
    names = {gender.value: say(f"gender-{gender}") for gender in charted}
    if len(both) == len(_PERSONS):
        names = {_BOTH: say("control-both"), **names}
    if len(names) <= 1:
        return charted
    asked = st.query_params.get("kon", "")
    chosen = asked if asked in names else next(iter(names))
    show("choice", label=say("control-choice"), parameter="kon", names=names, chosen=chosen)
    return [gender for gender in charted if gender.value in chosen]


def _show(shown: GenderChart, *, several: bool) -> None:
    if several:
        show("subheading", text=say("control-heading", gender=say(f"gender-{shown.gender}-lower")))
    draw(shown.chart, f"control-{shown.gender}")
    st.html(shown.key)
    if shown.marked > MOST_SHOWN:
        with st.expander(say("control-marked", n=shown.marked)):
            st.html(shown.table)
    elif shown.marked:
        st.html(shown.table)


def _events(subject: Subject, _view: View) -> str:
    events = events_of(subject.follow_up, subject.indicator, subject.unit)
    if not events:
        return ""
    shown = [Shown(_event_words(event), event.signed) for event in events]
    return render("subheading", text=say("events-heading")) + render("comments", comments=shown)


def _event_words(event: Event) -> str:
    return say("control-flag-event", start=period(event.period), text=event.text)


def _made(subject: Subject, view: View, genders: tuple[Gender, ...]) -> list[GenderChart]:
    found = {gender: control_points(subject.follow_up, subject.by_gender[gender]) for gender in genders}
    drawn = {gender: [_drawn(point, subject.row) for point in points] for gender, points in found.items()}
    span = [edge for points in drawn.values() for edge in extent(points)]
    made = []
    for gender, points in found.items():
        row = subject.by_gender[gender]
        flags = _flags(subject, points)
        figure = control_figure(
            drawn[gender], gender, Measure(str(row.measure), int(row.decimals)), level=_level(row), flags=flags,
            span=span, example=view.example, dark=dark(),
        )  # fmt: skip
        marked = [(point, point.signal) for point in points if point.signal]
        phases = _phases(points, row)
        cut = tuple(flag.text for flag in flags if flag.is_break and " ".join(wrapped(flag.text)) != flag.text)
        chart = Chart(figure, _alt(subject, gender, points, phases, view), cut)
        made.append(
            GenderChart(
                gender,
                chart,
                _key(marked, phases),
                len(marked),
                _table(subject, gender, marked),
            )
        )
    return made


def _drawn(point: Point, row: Any) -> ControlPoint:
    lines = [say("control-said", period=period(point.period), value=_value(point.value, row))]
    if point.signal:
        lines += [_rule_since(point.signal), say(f"control-meaning-{point.signal.variation}")]
    return ControlPoint(
        point.period, point.value, point.phase, point.mean, point.lower, point.upper,
        str(point.signal.variation) if point.signal else "", "<br>".join(lines),
    )  # fmt: skip


def _rule_since(signal: Signal) -> str:
    return say("control-said-rule", rule=rule_words(signal), since=period(signal.since))


def _value(value: float | None, row: Any, more: int = 0) -> str:
    return "–" if value is None else quantity(value, int(row.decimals) + more, str(row.measure))


def _level(row: Any) -> Level | None:
    """The target, where the limits are held against it."""
    if not present(row.trend_assurance):
        return None
    return Level(float(row.target_value), say("control-target", target=target_signs(row)))


def _flags(subject: Subject, points: list[Point]) -> list[Flag]:
    """The declared breaks and the events within the chart, in the order of time."""
    follow_up, kind = subject.follow_up, points[0].period.kind
    first, last = points[0].period.start, points[-1].period.end
    flags = [
        Flag(item.period_start.date(), say("control-flag-break", start=_at(item.period_start, kind),
             reason=item.reason), is_break=True)
        for item in records(declared_breaks(follow_up, subject.indicator, subject.unit))
    ] + [
        Flag(event.period.start, _event_words(event))
        for event in events_of(follow_up, subject.indicator, subject.unit)
    ]  # fmt: skip
    return sorted((flag for flag in flags if first <= flag.start <= last), key=lambda flag: flag.start)


def _at(start: Any, kind: PeriodKind) -> str:
    which = period_of(start, kind.value)
    return period(which) if which else ""


def _phases(points: list[Point], row: Any) -> list[str]:
    """Each phase's mean and limits in words."""
    lines = []
    for _, group in itertools.groupby(points, lambda point: point.phase):
        phase = list(group)
        words = {"first": period(phase[0].period), "last": period(phase[-1].period), "n": len(phase)}
        if phase[0].mean is None:
            lines.append(say("control-phase-short", **words))
        else:
            edges = {name: _value(getattr(phase[0], name), row, 1) for name in ("mean", "lower", "upper")}
            lines.append(say("control-phase", **words, **edges))
    return lines


def _key(marked: list[tuple[Point, Signal]], phases: list[str]) -> str:
    signs: dict[str, Mark] = palette(dark()).variation
    used = dict.fromkeys(str(signal.variation) for _, signal in marked)
    marks = [(signs[meaning], say(f"control-meaning-{meaning}")) for meaning in used]
    text = say("control-band") if marked else say("control-band-none")
    return render("control_key", text=text, marks=marks, phases=phases)


def _table(subject: Subject, gender: Gender, marked: list[tuple[Point, Signal]]) -> str:
    """Every marked value, the latest first: which rule, since when, and what it means."""
    row = subject.by_gender[gender]
    lines = [
        [period(point.period), _value(point.value, row), rule_words(signal), period(signal.since),
         say(f"control-meaning-{signal.variation}")]
        for point, signal in reversed(marked)
    ]  # fmt: skip
    headings = [
        say("column-period"),
        *(say(f"control-column-{name}") for name in ("value", "rule", "since", "meaning")),
    ]
    caption = say("control-marked-caption", name=subject.title, gender=say(f"gender-{gender}-lower"))
    return render("table", caption=caption, headings=headings, rows=lines, cards=True)


def _alt(subject: Subject, gender: Gender, points: list[Point], phases: list[str], view: View) -> str:
    row, first, last = subject.by_gender[gender], points[0], points[-1]
    words = say(
        "control-alt", name=subject.title, gender=say(f"gender-{gender}-lower"), n=len(points),
        from_value=_value(first.value, row), first=period(first.period), to_value=_value(last.value, row),
        last=period(last.period), phases=" ".join(phases), marked=sum(point.signal is not None for point in points),
    )  # fmt: skip
    target = [say("control-alt-target", target=target_signs(row))] if _level(row) else []
    flags = [f"{flag.text.rstrip('.')}." for flag in _flags(subject, points)]
    example = [f"{say('example-word')}."] if view.example else []
    return " ".join([*example, words, *target, *flags])
