"""Follow-ups that are hard to set: long, empty, single, suppressed, many, negative, hostile."""

from collections.abc import Callable
from dataclasses import replace

from kpi.report.briefing.content import Briefing, Table
from report.briefing_sample import (
    LONG_NAME,
    M,
    T,
    W,
    between,
    briefing,
    many,
    negative,
    no_data,
    one_value,
    parts,
    sick_leave,
    status_table,
    suppressed,
    units_table,
)

LONG = "Mycket " * 60
WORD = "Fördjupningsuppföljningsplaneringsunderlag" * 4
HOSTILE = "\x00\x07=HYPERLINK(1)\u202e<b>fet</b>&amp;\ud800\n\t_x0041_ \u200f{fel}" + "😀" * 3


def long() -> Briefing:
    """Everything that people name is as long as can be."""
    asked = briefing().questions
    series = sick_leave().parts[0].blocks[0]
    hard = replace(
        sick_leave(), name=LONG_NAME * 3, headline=LONG, unit=LONG, parts=parts(series, units=units_table(40))
    )
    rows = status_table(tuple(f"{number} {LONG_NAME}" for number in range(30)))
    counts = ((W, (40, 1, 1, 8)), (M, (1, 1, 40, 1)), (T, (0, 0, 0, 0)))
    questions = (
        replace(asked[0], headline=LONG, points=(LONG, *(f"Punkt {at}: {LONG_NAME}" for at in range(9))), picture=rows),
        replace(asked[1], points=asked[1].points * 4, picture=replace(asked[1].picture, counts=counts)),
        replace(asked[2], question=LONG, points=(LONG * 3, WORD)),
    )
    return briefing(
        subject=LONG, organisation="Region " + LONG, plan=LONG, example="Exempel " + LONG, status_table=rows,
        indicators=(hard, no_data(LONG * 4), no_data(WORD)), questions=questions,
        sources=tuple(f"Källa {number} {LONG_NAME}" for number in range(20)),
    )  # fmt: skip


def hostile() -> Briefing:
    """Control characters, marks of direction, markup and formulas wherever people write."""
    series = sick_leave().parts[0].blocks[0]
    lines = tuple(replace(line, name=f"=1+{line.name}{HOSTILE}") for line in series.lines)
    drawn = replace(series, alt=HOSTILE, lines=lines, periods=tuple(f"=cmd|{HOSTILE}{each}" for each in series.periods),
                    measure=HOSTILE, notes=(HOSTILE,),
                    levels=(replace(series.levels[0], words=f"http://{HOSTILE}"),))  # fmt: skip
    made = replace(sick_leave(), name=HOSTILE, headline=HOSTILE, unit=HOSTILE, parts=parts(drawn, units=units_table(3)))
    asked = replace(briefing().questions[0], headline=HOSTILE, question=HOSTILE, points=(HOSTILE, "", "\x00"))
    return briefing(subject=HOSTILE, organisation=HOSTILE, plan=HOSTILE, as_of=HOSTILE, example=HOSTILE,
                    sources=(HOSTILE,), indicators=(made,), status_table=status_table((HOSTILE, "", HOSTILE)),
                    questions=(asked, *briefing().questions[1:]))  # fmt: skip


def empty() -> Briefing:
    """Nothing at all is known."""
    asked = tuple(replace(each, headline="", points=(), picture=None, blocks=()) for each in briefing().questions)
    bare = replace(no_data("Utan allt"), parts=())
    return briefing(questions=asked, indicators=(bare,), status_table=Table("", (), ()), sources=(), example="",
                    occasion=None, plan="", period="", as_of="")  # fmt: skip


def only(*indicators) -> Callable[[], Briefing]:
    return lambda: briefing(indicators=indicators)


CASES: dict[str, Callable[[], Briefing]] = {
    "usual": briefing,
    "long": long,
    "hostile": hostile,
    "empty": empty,
    "no-data": only(no_data()),
    "one-value": only(one_value()),
    "suppressed": only(suppressed()),
    "negative": only(negative()),
    "months": only(between()),
    "sixty": lambda: many(60),
}
