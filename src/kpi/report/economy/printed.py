"""The plan's own tables, as printed: by year, and by area and cost type.

Where the parts of a total give another sum, it stands beside.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby

from kpi.analysis.budget.plan import Budget, Cell, Figure, Item
from kpi.analysis.budget.sums import Against, Check
from kpi.model import BudgetSection, MoneyUnit
from kpi.report.economy.money import NONE, Grid, in_unit, money, one_unit, printed, with_unit
from kpi.words import say

Differing = Mapping[tuple[Cell, int], Check]


def differing(found: Sequence[Check]) -> Differing:
    """The totals whose parts give another sum, by cell and year."""
    return {(one.cell, one.year): one for one in found if one.differs and one.against is not Against.SAME}


def by_year(plan: Budget, items: Sequence[Item], off: Differing) -> Grid:
    """Items by the years for which any of them has a figure."""
    years = sorted({year for item in items for year in plan.years(item.code)})
    figures = [plan.figures.get(((item.code, None), year)) for item in items for year in years]
    unit = one_unit(figure for figure in figures if figure)
    headings = [in_unit(str(year), unit) for year in years]
    rows = [
        [name(plan, item), *(cell(plan, (item.code, None), year, off, named=unit is None) for year in years)]
        for item in items
    ]  # fmt: skip
    return Grid([say("economy-column-item"), *headings], rows)


def area_unit(plan: Budget, year: int) -> MoneyUnit | None:
    """What the areas' frames of a year are written in; None where they differ."""
    areas = {item.code for item in plan.of(BudgetSection.AREA)}
    return one_unit(figure for ((code, _), at), figure in plan.figures.items() if at == year and code in areas)


def by_cost_type(plan: Budget, year: int, off: Differing) -> list[Grid]:
    """The areas' frames of a year: a table for each set of cost types that follows upon another."""
    items = [item for item in plan.of(BudgetSection.AREA) if year in plan.years(item.code)]
    named, grids = area_unit(plan, year) is None, []
    for types, group in groupby(items, key=lambda item: plan.types(item.code, year)):
        rows = [
            [name(plan, item), *(cell(plan, (item.code, one), year, off, named=named) for one in (*types, None))]
            for item in group
        ]  # fmt: skip
        names = [plan.cost_types[one] for one in types]
        grids.append(Grid([say("economy-column-area"), *names, say("economy-net")], rows))
    return grids


def cell(plan: Budget, place: Cell, year: int, off: Differing, *, named: bool) -> str:
    """A figure as printed, with the sum of its parts where that is another; `named`: with its unit."""
    figure = plan.figures.get((place, year))
    text = with_unit(figure) if named else printed(figure)
    check = off.get((place, year))
    if figure is None or check is None:
        return text
    return say("economy-parts-give", printed=text, computed=money(check.computed, figure.unit))


def name(plan: Budget, item: Item) -> str:
    """The item's name; of a part "varav …", of a part's part "därav …"."""
    if not item.part_of:
        return item.name
    # An abbreviation keeps its capitals.
    lower = item.name if item.name[1:2].isupper() else item.name[:1].lower() + item.name[1:]
    return say("economy-thereof" if plan.items[item.part_of].part_of else "economy-of-which", name=lower)


def amounts(plan: Budget, item: Item) -> str:
    """An item's figures with unit and years, equal ones together: "20 Mkr (2025–2027)"; nothing where it has none."""
    figures = [(year, plan.figures[(item.code, None), year]) for year in plan.years(item.code)]
    texts = [_years_of(figure, [year for year, _ in same]) for figure, same in groupby(figures, key=lambda one: one[1])]
    return ", ".join(texts) or NONE


def _years_of(figure: Figure, years: Sequence[int]) -> str:
    span = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    return say("economy-amount-years", amount=with_unit(figure), years=span)
