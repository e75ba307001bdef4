"""A follow-up as the writers get it, made by hand: real ones come from the store, and are tested elsewhere."""

from dataclasses import replace
from datetime import date

from kpi.model import Gender, Status
from kpi.report.briefing.content import (
    Blank,
    Briefing,
    Bullets,
    Cell,
    Distribution,
    Indicator,
    Level,
    Line,
    LineChart,
    Occasion,
    Part,
    Question,
    Quote,
    Section,
    Table,
    Text,
    Value,
)

W, M, T = Gender.WOMEN, Gender.MEN, Gender.TOTAL
EXAMPLE = "Exempel: värdena är påhittade och visar bara hur det ser ut."
YEARS = tuple(str(year) for year in range(2007, 2018))
SICK_WOMEN = (9.6, 8.7, 7.1, 6.5, 6.9, 7.3, 7.4, 7.2, 7.4, 7.5, 6.1)
SICK_MEN = (4.2, 3.8, 3.7, 3.7, 4.0, 4.5, 4.6, 4.5, 3.8, 3.8, 3.3)
SICK_TOTAL = (8.3, 7.5, 6.3, 5.8, 6.2, 6.7, 6.7, 6.6, 6.6, 6.6, 5.5)
LONG_NAME = (
    "Andel invånare 75 år och äldre med tio eller flera läkemedel samtidigt, inskrivna i den kommunala "
    "hemsjukvården, som har fått en fördjupad läkemedelsgenomgång tillsammans med farmaceut under året"
)


def value(
    gender: Gender, name: str, text: str, status: Status | None, note: str = "", *, period: str = "2017"
) -> Value:
    return Value(gender, name, text, period, status, note)


def chart(*lines: Line, periods=YEARS, levels=(), measure="%", decimals=1, notes=()) -> LineChart:
    return LineChart(
        "Tidsserie", f"Linjediagram: {', '.join(line.name for line in lines)} {periods[0]}–{periods[-1]}.",
        tuple(periods), lines, tuple(levels), measure, decimals, tuple(notes),
    )  # fmt: skip


def parts(series: LineChart | None, *, quote: bool = True, units: Table | None = None) -> tuple[Part, ...]:
    explained = (
        Quote(
            "Sjukfrånvaron minskar i hälso- och sjukvården efter att stödet till chefer byggts ut, men "
            "korttidsfrånvaron är fortsatt hög på de medicinska vårdavdelningarna.",
            "HR-direktör, 18 september 2025",
        )
        if quote
        else Blank("Förklaring av ansvarig för nyckeltalet")
    )
    actions = Bullets(
        ("Rehabiliteringsstöd i alla förvaltningar från 1 oktober.", "Uppföljning i nämnden varje tertial.")
    )
    return (
        Part(1, "Tidsserie", (series,) if series else (Blank("Utfall"),)),
        Part(2, "Utvecklingstrend", (Text("Kvinnor: ingen säker förändring (−0,13 procentenheter per år, 95 % "
             "konfidensintervall −0,35 till 0,10)."), Text("Män: ingen säker förändring."))),
        Part(3, "Förklaring till utvecklingen", (explained,)),
        Part(4, "Nedbrytning till enheter", (units,) if units else (), applies=units is not None),
        Part(5, "Riksjämförelse", (Text("Riket: 5,9 % för kvinnor och 3,1 % för män. Plats 7 av 21 regioner."),)),
        Part(6, "Prognos för helår", (Text("Helårsprognos 5,3 % totalt (80 % intervall 5,0–5,6). Målet nås "
             "knappast."),)),
        Part(7, "Förslag till åtgärder", (actions if quote else Blank("Förslag till åtgärder"),)),
    )  # fmt: skip


def units_table(rows: int = 5) -> Table:
    return Table(
        "Sjuktal per förvaltning, 2017",
        ("Enhet", "Kvinnor", "Män", "Målvärde"),
        tuple(
            (
                Cell(f"Område {number}, barn- och ungdomsmedicin"),
                Cell("6,4 %", Status.NOT_MET),
                Cell("", note="skyddat") if number == 2 else Cell("3,0 %", Status.MET),
                Cell("högst 5,0 %"),
            )
            for number in range(1, rows + 1)
        ),
    )


def sick_leave() -> Indicator:
    series = chart(
        Line(W, "Kvinnor", SICK_WOMEN),
        Line(M, "Män", SICK_MEN),
        Line(T, "Totalt", SICK_TOTAL),
        levels=(Level(5.0, "Målvärde högst 5,0 %"),),
        notes=("Ny definition från 2012.",),
    )
    return Indicator(
        "rs-7", "Region Jämtland Härjedalen", "Sjuktal, andel av ordinarie arbetstid",
        "Långsiktigt nyckeltal, beslutat av regionfullmäktige; lägre är bättre.", "högst 5,0 %",
        "Målet nås för män men inte för kvinnor.",
        (
            value(W, "Kvinnor", "6,1 %", Status.NOT_MET, "1,1 procentenheter över målvärdet"),
            value(M, "Män", "3,3 %", Status.MET, "1,7 procentenheter under målvärdet"),
            value(T, "Totalt", "5,5 %", Status.NEAR, "0,5 procentenheter över målvärdet"),
        ),
        parts(series, units=units_table()),
    )  # fmt: skip


def suppressed() -> Indicator:
    series = chart(
        Line(W, "Kvinnor", (287.7, None, 260.1, 251.0)),
        Line(M, "Män", (191.7, None, None, None)),
        periods=("2021", "2022", "2023", "2024"), levels=(Level(250.0, "Riktvärde högst 250"),),
        measure="recept per 1 000 invånare", notes=("Värden för män 2022–2024 är skyddade.",),
    )  # fmt: skip
    return Indicator(
        "rs-3", "Region Jämtland Härjedalen", "Antibiotikarecept per 1 000 invånare", "Nationellt riktvärde.",
        "högst 250", "Målet nås nästan för kvinnor; för män är värdet skyddat.",
        (value(W, "Kvinnor", "251,0", Status.NEAR), value(M, "Män", "", None, "skyddat")),
        parts(series, quote=False),
    )  # fmt: skip


def negative() -> Indicator:
    series = chart(
        Line(T, "Totalt", (0.0, -8.5, -19.0, -24.2, -31.4)), periods=("2019", "2020", "2021", "2022", "2023"),
        levels=(Level(-42.0, "Målvärde högst −42 % jämfört med 2019"),),
    )  # fmt: skip
    return Indicator(
        "rs-17", "Region Jämtland Härjedalen", "Koldioxidutsläpp från tjänsteresor, förändring mot 2019", "", "≤ −42 %",
        "Utsläppen minskar, men målet nås inte.",
        (value(T, "Totalt", "−31,4 %", Status.NOT_MET, "10,6 procentenheter från målvärdet"),), parts(series),
    )  # fmt: skip


def one_value() -> Indicator:
    series = chart(Line(W, "Kvinnor", (4.8,)), Line(M, "Män", (5.1,)), periods=("2024",),
                   levels=(Level(5.0, "Målvärde ≥ 5,0"),), measure="index")  # fmt: skip
    return Indicator(
        "rs-9", "Regionstyrelsen", "Hälsofrämjandeindex för chefer", "", "≥ 5,0",
        "Målet nås för män, nära för kvinnor.",
        (value(W, "Kvinnor", "4,8", Status.NEAR), value(M, "Män", "5,1", Status.MET)), parts(series, quote=False),
    )  # fmt: skip


def no_data(name: str = LONG_NAME) -> Indicator:
    empty = chart(Line(T, "Totalt", (None, None)), periods=("2023", "2024"))
    return Indicator("rs-12", "Region Jämtland Härjedalen", name, "", "", "Det finns inget utfall att bedöma.", (),
                     parts(empty, quote=False))  # fmt: skip


def between() -> Indicator:
    months = tuple(
        f"{month} {year}"
        for year in (2023, 2024)
        for month in ("jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec")
    )
    wave = tuple(92.0 + (at * 7 % 11) / 4 for at in range(24))
    series = chart(Line(W, "Kvinnor", wave), Line(M, "Män", tuple(each - 0.4 for each in wave)),
                   Line(T, "Totalt", tuple(each - 0.2 for each in wave)), periods=months,
                   levels=(Level(90.0, "Målvärde 90–95 %"), Level(95.0, "")))  # fmt: skip
    return Indicator(
        "rs-20", "Region Jämtland Härjedalen", "Disponibla vårdplatser, beläggning", "", "90–95 %", "Målet nås.",
        tuple(value(gender, name, "93,0 %", Status.MET, period="dec 2024")
              for gender, name in ((W, "Kvinnor"), (M, "Män"), (T, "Totalt"))), parts(series, quote=False),
    )  # fmt: skip


def row(number: int, name: str) -> tuple[Cell, ...]:
    return (
        Cell(name, note="RF · långsiktigt"),
        Cell(f"{6 + number % 5},1 %", Status.NOT_MET if number % 3 else Status.MET),
        Cell("", note="skyddat") if number % 7 == 3 else Cell(f"{3 + number % 4},3 %", Status.MET),
        Cell("5,5 %", Status.NEAR),
        Cell("högst 5,0 %"),
        Cell("minskar – förbättras"),
    )


def status_table(names: tuple[str, ...]) -> Table:
    return Table("Status för alla nyckeltal", ("Nyckeltal", "Kvinnor", "Män", "Totalt", "Målvärde", "Utveckling"),
                 tuple(row(number, name) for number, name in enumerate(names)))  # fmt: skip


def questions() -> tuple[Question, Question, Question]:
    goals = Table(
        "Mål, nyckeltal och uppdrag per målområde", ("Målområde", "Nyckeltal", "Uppdrag"),
        tuple((Cell(name), Cell(str(count)), Cell(str(count + 2))) for name, count in
              (("Hälso- och sjukvård", 9), ("Tandvård", 2), ("Stödverksamhet", 6), ("Ledningsprocesser", 8))),
    )  # fmt: skip
    counts = ((W, (2, 2, 1, 1)), (M, (4, 1, 0, 1)), (T, (8, 4, 3, 2)))
    return (
        Question("Vilka övergripande mål, uppdrag och nyckeltal finns för sakområdet i regionstyrelsens plan, "
                 "regionplan och övriga övergripande styrdokument?",
                 "17 nyckeltal har målvärde, 10 följs utan målvärde och 25 uppdrag pågår.",
                 ("Fyra målområden berörs.", "17 nyckeltal har målvärde 2025.", "25 uppdrag, varav 3 delas med hälso- "
                  "och sjukvårdsnämnden."), goals, (Text("Planen gäller 2025–2027."), goals)),
        Question("Hur ser måluppfyllelsen ut?", "8 av 17 målvärden nås; kvinnor når färre än män.",
                 ("Antibiotikarecept når målet för män men inte för kvinnor.",
                  "Leverantörstroheten är 9 procentenheter från målet och försämras.",
                  "Koldioxidutsläppen minskar men målet nås inte.",
                  "Sjuktalet når målet för män men inte för kvinnor."),
                 Distribution("Måluppfyllelse", "Staplar: av 17 målvärden totalt är 8 uppnådda, 4 nära, 3 ej uppnådda "
                              "och 2 går ej att bedöma.", counts), (Text("Bedömt per kön."),)),
        Question("Om övergripande mål och uppdrag inte ser ut att kunna uppfyllas – vilka åtgärder genomförs eller "
                 "behöver genomföras?", "Två åtgärder pågår; för leverantörstroheten saknas förslag.",
                 ("Rehabiliteringsstöd i alla förvaltningar från 1 oktober.", "Resfria möten som förval."), None,
                 (Quote("Vi behöver ett samlat stöd.", "Regiondirektör, 2 maj 2025"), Blank("Förslag till åtgärder"))),
    )  # fmt: skip


def briefing(**changes: object) -> Briefing:
    indicators = (sick_leave(), suppressed(), negative(), one_value(), no_data(), between())
    made = Briefing(
        subject="Regionstyrelsens plan och budget 2025: miljöbokslut", organisation="Region Jämtland Härjedalen",
        plan="Regionstyrelsens plan och budget 2025", period="2025", as_of="som det var 31 maj 2025",
        made_on=date(2025, 5, 31), example=EXAMPLE,
        occasion=Occasion("Regionstyrelsen", date(2025, 5, 27), "27–28 maj 2025", "Miljöbokslut 2024", "muntlig",
                          "Hållbarhetschefen"),
        questions=questions(), status_table=status_table(tuple(each.name for each in indicators)),
        indicators=indicators, sections=(Section("Hållbarhet", (Text("Miljömässig hållbarhet: se miljöbokslutet."),)),),
        proposal=("lägga informationen till handlingarna",), missing=("Förklaring till Antibiotikarecept",),
        sources=("Kolada (RKA), nyckeltal U79173, hämtat 2025-05-20.", "Regionens HR-system, leverans 2025-05-12.")
    )  # fmt: skip
    return replace(made, **changes)


def many(count: int = 60) -> Briefing:
    indicators = tuple(
        replace(sick_leave(), code=f"x-{number}", name=f"Nyckeltal {number}, {sick_leave().name.lower()}")
        for number in range(1, count + 1)
    )
    return briefing(indicators=indicators, status_table=status_table(tuple(each.name for each in indicators)))
