"""Outcome and forecast against the year's frame, in words: per area, per cost type, per month."""

from collections.abc import Sequence
from decimal import Decimal

from kpi.analysis.budget.accounts import Accounts, Standing
from kpi.analysis.budget.plan import Budget, Cell, Item
from kpi.model import BudgetSection, MoneyUnit
from kpi.report.economy.money import (
    NONE,
    Grid,
    in_unit,
    money,
    money_with_unit,
    months,
    one_unit,
    percent,
    printed,
    with_unit,
    written,
)
from kpi.report.economy.printed import name
from kpi.words import MONTHS, listing, say

MOST_NAMED = 4


def followed(plan: Budget, year: int) -> list[Item]:
    """The areas and totals that have a frame of the year."""
    return [item for item in plan.of(BudgetSection.AREA) if year in plan.years(item.code)]


def leading(items: Sequence[Item]) -> Item:
    """The one that is told of first: the first total, else the first of all."""
    return next((item for item in items if item.sum_of), items[0])


def areas(found: Accounts) -> Grid:
    """Every area and total: frame, accumulated outcome, its share, forecast and deviation."""
    rows = [(name(found.plan, item), found.of(item.code)) for item in followed(found.plan, found.year)]
    return _grid(say("economy-column-area"), rows)


def cost_types(found: Accounts, code: str) -> Grid:
    """One area or total by cost type; those without a frame other than zero and without outcome are left out."""
    plan = found.plan
    standings = [(text, found.of(code, cost_type)) for cost_type, text in plan.cost_types.items()]
    told = [
        (text, one)
        for text, one in standings
        if (one.frame is not None and one.frame.amount) or one.months or one.forecasts
    ]
    return _grid(say("economy-column-cost-type"), told)


def by_month(found: Accounts, code: str) -> Grid:
    """The months that have been reported: their own outcome, accumulated, and the year's forecast when they ended."""
    one = found.of(code)
    unit = unit_of(one)
    rows = [
        [MONTHS[at - 1], money(own, unit), money(total, unit), money(one.forecasts.get(at), unit)]
        for at, (own, total) in enumerate(zip(one.months, one.running, strict=True), start=1)
    ]
    names = ("month-outcome", "accumulated", "year-forecast")
    return Grid([say("economy-column-month"), *(in_unit(say(f"economy-column-{each}"), unit) for each in names)], rows)


def unit_of(one: Standing) -> MoneyUnit:
    """The frame's unit."""
    return one.frame.unit if one.frame else MoneyUnit.MKR


def sentence(found: Accounts, code: str) -> str:
    """How an area or total stands: accumulated and forecast against the frame."""
    one = found.of(code)
    unit, about = unit_of(one), {"name": found.plan.items[code].name, "year": str(found.year)}
    about["frame"] = with_unit(one.frame)
    if one.accumulated is None and one.forecast is None:
        return say("economy-nothing-reported", **about)
    parts = []
    if one.accumulated is not None:
        amount, share = money_with_unit(one.accumulated, unit), percent(one.share)
        through = months(len(one.months))
        parts.append(say("economy-accumulated-sentence", amount=amount, share=share, months=through, **about))
    if one.forecast is not None:
        amount = money_with_unit(one.forecast, unit)
        key = "economy-forecast-after" if parts else "economy-forecast-sentence"
        parts.append(say(key, amount=amount, how=deviation_words(one), **about))
    return " ".join(parts)


def deviation_words(one: Standing) -> str:
    """8,4 Mkr sämre än budget (0,4 % av ramen)."""
    if not one.deviation:
        return say("economy-as-budget")
    amount = money_with_unit(abs(one.deviation), unit_of(one))
    which = say("economy-worse" if one.deviation < 0 else "economy-better")
    if one.deviation_percent is None:
        return say("economy-deviation", amount=amount, which=which)
    return say("economy-deviation-share", amount=amount, which=which, share=percent(abs(one.deviation_percent)))


def lacking(found: Accounts) -> list[str]:
    """What keeps later months from counting, for each area: months that some of its cost types lack."""
    told = []
    for item in followed(found.plan, found.year):
        one = found.of(item.code)
        if one.lacking and not item.sum_of:
            month = MONTHS[len(one.months)]
            told.append(say("economy-lacking", name=item.name, month=month, what=_named(found.plan, one.lacking)))
    return told


def _named(plan: Budget, cells: Sequence[Cell]) -> str:
    names = [plan.cost_types[cost_type] if cost_type else say("economy-net") for _, cost_type in cells]
    more = len(names) - MOST_NAMED
    return listing(names if more <= 0 else [*names[:MOST_NAMED], say("economy-more", n=more)])


def _grid(first: str, standings: Sequence[tuple[str, Standing]]) -> Grid:
    unit = one_unit(one.frame for _, one in standings if one.frame)
    columns = {"frame": unit, "accumulated-through": unit, "share": None,
               "forecast-made": unit, "deviation": unit, "deviation-percent": None}  # fmt: skip
    headings = [in_unit(say(f"economy-column-{each}"), its) for each, its in columns.items()]
    return Grid([first, *headings], [_row(text, one, named=unit is None) for text, one in standings])


def _row(text: str, one: Standing, *, named: bool) -> list[str]:
    return [
        text,
        with_unit(one.frame) if named else printed(one.frame),
        _at(one, one.accumulated, months(len(one.months)) if one.months else "", named=named),
        percent(one.share),
        _at(one, one.forecast, MONTHS[max(one.forecasts) - 1] if one.forecasts else "", named=named),
        _deviation(one, named=named),
        percent(one.deviation_percent),
    ]


def _at(one: Standing, kronor: Decimal | None, when: str, *, named: bool) -> str:
    if kronor is None:
        return NONE
    return say("economy-amount-when", amount=written(kronor, unit_of(one), named=named), when=when)


def _deviation(one: Standing, *, named: bool) -> str:
    if one.deviation is None:
        return NONE
    amount = written(one.deviation, unit_of(one), named=named)
    if not one.deviation:
        return say("economy-deviation-none", amount=amount)
    which = say("economy-worse" if one.deviation < 0 else "economy-better")
    return say("economy-deviation", amount=amount, which=which)
