"""A made-up follow-up of sixty nyckeltal: a chart, two tables and the seven parts of each."""

from datetime import date

from kpi.model import Gender, Status
from kpi.report.briefing.content import (
    Blank,
    Briefing,
    Bullets,
    Cell,
    Indicator,
    Level,
    Line,
    LineChart,
    Part,
    Question,
    Quote,
    Table,
    Text,
    Value,
)

INDICATORS = 60
YEARS = tuple(str(year) for year in range(2010, 2026))
GENDERS = ((Gender.WOMEN, "Kvinnor", 6.0), (Gender.MEN, "Män", 3.0), (Gender.TOTAL, "Totalt", 5.0))


def made_report() -> Briefing:
    """The follow-up, the same every time."""
    asked = Question("Hur ser måluppfyllelsen ut?", "Inget mål nås.", (), None, (Bullets(("En punkt.", "En till.")),))
    rows = tuple((Cell(f"Nyckeltal {at}"), Cell("6,1 %", Status.NEAR), Cell("5,0 %")) for at in range(INDICATORS))
    return Briefing(
        subject="Mätning", organisation="Region Mätning", plan="Plan 2025", period="2025", as_of="i dag",
        made_on=date(2025, 1, 1), example="Påhittade värden.", occasion=None, questions=(asked, asked, asked),
        status_table=Table("Status", ("Nyckeltal", "Utfall", "Mål"), rows),
        indicators=tuple(_indicator(at) for at in range(INDICATORS)), sections=(), proposal=(Text("Inget."),),
        missing=("Åtgärder",), sources=("En källa.",),
    )  # fmt: skip


def _indicator(at: int) -> Indicator:
    lines = tuple(
        Line(gender, name, tuple(start + (at * 7 + year * 3) % 11 / 10 for year in range(len(YEARS))))
        for gender, name, start in GENDERS
    )
    chart = LineChart("Tidsserie", "Linjer", YEARS, lines, (Level(5.0, "Mål högst 5,0 %"),), "%", 1, ())
    units = tuple((Cell(f"Enhet {unit}"), Cell("5,1 %", Status.NEAR), Cell("5,0 %")) for unit in range(8))
    blocks = (
        chart,
        Bullets(("Kvinnor: ingen säker förändring.", "Män: ingen säker förändring.")),
        Quote("Sjukfrånvaron är i stort sett oförändrad. " * 6, "Chef, 1 maj 2025"),
        Table("Enheter", ("Enhet", "Utfall", "Mål"), units),
        Text("Riket hade 6,0 %."),
        Text("Prognosen är 5,4 %."),
        Blank("åtgärder"),
    )
    parts = tuple(Part(number, f"Del {number}", (block,)) for number, block in enumerate(blocks, 1))
    values = tuple(Value(gender, name, "6,1 %", "2025", Status.NEAR, "nära") for gender, name, _ in GENDERS)
    return Indicator(f"m-{at}", "m", f"Nyckeltal {at}", "Kortsiktigt.", "≤ 5,0 %", "Målet nås nästan.", values, parts)
