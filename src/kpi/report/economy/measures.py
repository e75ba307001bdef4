"""The åtgärdsplan: planned and achieved effect per year, and what each measure means."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from kpi.analysis.budget.plan import Budget, Item
from kpi.analysis.budget.used import Against, Effect, ItemYear, against
from kpi.report.economy.money import NONE, Grid, in_unit, money_with_unit, one_unit, with_unit, written
from kpi.report.economy.printed import Differing, cell, name
from kpi.words import period, say

Effects = Mapping[ItemYear, Effect]


def planned_and_achieved(
    plan: Budget, items: Sequence[Item], effects: Effects, until_year: int, off: Differing
) -> Grid:  # fmt: skip
    """Per measure and total: the plan's years, and beside those that have begun what has been achieved."""
    figures = {
        (item.code, year): plan.figures[(item.code, None), year] for item in items for year in plan.years(item.code)
    }
    unit, sums = one_unit(figures.values()), amounts(effects)
    columns = [
        (kind, year)
        for year in sorted({year for _, year in figures})
        for kind in ("planned", "achieved")
        if kind == "planned" or year <= until_year
    ]

    def one(item: Item, kind: str, year: int) -> str:
        if kind == "planned":
            return cell(plan, (item.code, None), year, off, named=unit is None)
        return told(against(plan, item.code, year, sums), named=unit is None)

    headings = [in_unit(say(f"economy-{kind}-in", year=str(year)), unit) for kind, year in columns]
    rows = [[name(plan, item), *(one(item, kind, year) for kind, year in columns)] for item in items]
    return Grid([say("economy-column-measure"), *headings], rows)


def amounts(effects: Effects) -> dict[ItemYear, Decimal]:
    """Kronor by measure and year."""
    return {key: effect.amount for key, effect in effects.items()}


def told(found: Against | None, *, named: bool) -> str:
    """What has been reported, `named`: with its unit; of a total that is not whole, of how many parts."""
    if found is None or found.reported is None:
        return NONE
    amount = written(found.reported, found.planned.unit, named=named)
    whole = found.told == found.parts
    return amount if whole else say("economy-told-of", amount=amount, told=found.told, parts=found.parts)


def meaning(items: Sequence[Item], effects: Effects, until_year: int) -> Grid:
    """What each measure means, and what was last said of it."""
    rows = [
        [item.name, *(text or NONE for text in (item.category, item.description, item.consequence)),
         _latest(item, effects, until_year)]
        for item in items if not item.sum_of
    ]  # fmt: skip
    columns = ("measure", "level", "meaning", "consequence", "follow-up")
    return Grid([say(f"economy-column-{each}") for each in columns], rows)


def _latest(item: Item, effects: Effects, until_year: int) -> str:
    said = [effect for (code, year), effect in effects.items() if code == item.code and year <= until_year]
    if not said:
        return say("economy-not-reported")
    last = max(said, key=lambda effect: effect.period.end)
    return say("economy-report-of", period=period(last.period), text=last.text or NONE)


def sentence(plan: Budget, items: Sequence[Item], effects: Effects, year: int) -> str:
    """How much of the year's planned effect has been achieved; nothing where the plan has none."""
    totals = [item for item in items if item.sum_of] or list(items)
    found = against(plan, totals[-1].code, year, amounts(effects)) if totals else None
    if found is None:
        return ""
    planned = with_unit(found.planned)
    if found.reported is None:
        return say("economy-effect-none", year=str(year), planned=planned)
    amount = money_with_unit(found.reported, found.planned.unit)
    return say(
        "economy-effect-sentence", year=str(year), planned=planned, amount=amount, told=found.told, parts=found.parts
    )
