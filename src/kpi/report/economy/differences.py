"""Where printed and computed figures differ, in words: every comparison that was made, and those that do not agree."""

from collections.abc import Sequence

from kpi.analysis.budget.plan import Budget, Cell
from kpi.analysis.budget.sums import Against, Check
from kpi.report.economy.money import Grid, money_with_unit, with_unit
from kpi.words import count_word, listing, say

MOST_NAMED = 4


def sentence(found: Sequence[Check]) -> str:
    """How many comparisons were made, how many differ, and how many of those rounding cannot explain."""
    compared = [one for one in found if one.computed is not None]
    off = [one for one in compared if one.differs]
    if not compared:
        return say("economy-nothing-compared")
    if not off:
        return say("economy-all-agree", n=len(compared))
    worse = sum(not one.rounding_explains for one in off)
    return say("economy-some-differ", n=len(off), all=len(compared), worse=worse, worse_count=count_word(worse))


def differences(plan: Budget, found: Sequence[Check]) -> Grid:
    """Those that differ, the ones that rounding cannot explain first."""
    off = sorted((one for one in found if one.differs), key=lambda one: one.rounding_explains)
    columns = ("figure", "printed", "compared", "computed", "difference", "rounding")
    return Grid([say(f"economy-column-{each}") for each in columns], [_row(plan, one) for one in off])


def incomparable(plan: Budget, found: Sequence[Check]) -> list[str]:
    """Totals that cannot be computed, since a part has no figure."""
    return [say("economy-part-missing", figure=_figure(plan, one)) for one in found if one.computed is None]


def _row(plan: Budget, one: Check) -> list[str]:
    unit = one.printed.unit
    computed, difference = one.computed, one.difference
    if computed is None or difference is None:
        raise ValueError(one)
    return [
        _figure(plan, one), with_unit(one.printed), _compared(plan, one), money_with_unit(computed, unit),
        money_with_unit(difference, unit),
        say("economy-rounding-can" if one.rounding_explains else "economy-rounding-cannot"),
    ]  # fmt: skip


def _figure(plan: Budget, one: Check) -> str:
    code, cost_type = one.cell
    item = plan.items[code]
    what = f"{item.name}, {plan.cost_types[cost_type]}" if cost_type else item.name
    return say("economy-figure", name=what, year=str(one.year), table=say(f"economy-section-{item.section}"))


def _compared(plan: Budget, one: Check) -> str:
    if one.against is Against.COST_TYPES:
        return say("economy-against-cost_types")
    reversed_ = all(sign < 0 for sign, _ in one.terms)
    names = [_term(plan, 1 if reversed_ else sign, cell) for sign, cell in one.terms]
    shown = names if len(names) <= MOST_NAMED else [*names[:MOST_NAMED], say("economy-more", n=len(names) - MOST_NAMED)]
    if one.against is Against.PARTS:
        return say("economy-against-parts", parts=listing(shown))
    table = say(f"economy-section-{plan.items[one.terms[0][1][0]].section}")
    return say("economy-against-reversed" if reversed_ else "economy-against-same", parts=listing(shown), table=table)


def _term(plan: Budget, sign: int, cell: Cell) -> str:
    name = plan.items[cell[0]].name
    return name if sign > 0 else say("economy-minus", name=name)
