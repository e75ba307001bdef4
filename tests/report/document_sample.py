"""Follow-ups to lay out: a likely one with realistic figures, and those that try a writer."""

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

K, M, T = Gender.WOMEN, Gender.MEN, Gender.TOTAL
YEARS = tuple(str(year) for year in range(2014, 2026))
SEVEN = (
    "Tidsserie",
    "Utvecklingstrend",
    "Förklaring till utvecklingen",
    "Nedbrytning till olika enheters delar av målvärdet",
    "Riksjämförelse",
    "Prognos för måluppfyllelse på helår",
    "Förslag till åtgärder för att nå målet",
)

SICK_LEAVE = LineChart(
    title="Sjuktal, andel av ordinarie arbetstid",
    alt="Sjuktalet 2014–2025 för kvinnor, män och totalt. Kvinnor 6,1 %, män 3,3 % och totalt 5,5 % år 2025. "
    "Målvärdet är högst 5,0 %.",
    periods=YEARS,
    lines=(
        Line(K, "Kvinnor", (9.6, 8.7, 7.1, 6.5, 6.9, 7.3, 7.4, 7.2, 7.4, 7.5, 6.8, 6.1)),
        Line(M, "Män", (4.2, 3.8, 3.7, 3.7, 4.0, 4.5, None, 4.5, 3.8, 3.8, 3.5, 3.3)),
        Line(T, "Totalt", (8.3, 7.5, 6.3, 5.8, 6.2, 6.7, 6.7, 6.6, 6.6, 6.6, 6.0, 5.5)),
    ),
    levels=(Level(5.0, "Målvärde högst 5,0 %"),),
    measure="%",
    decimals=1,
    notes=("Mäns värde för 2020 är skyddat: det bygger på färre än fem personer.",),
)
SOLIDITY = LineChart(
    title="Soliditet",
    alt="Soliditeten 2014–2025, totalt. Den var −36,2 % år 2025. Målvärdet är minst −34,8 %.",
    periods=YEARS,
    lines=(Line(T, "Totalt", (-52.1, -51.0, -49.4, -48.8, -47.5, -47.9, -43.0, -39.6, -37.7, -38.4, -37.0, -36.2)),),
    levels=(Level(-34.8, "Målvärde minst −34,8 %"),),
    measure="%",
    decimals=1,
    notes=(),
)
ONE_VALUE = LineChart(
    title="Antibiotikarecept per 1 000 invånare",
    alt="Ett värde: 238,7 recept per 1 000 invånare totalt 2025.",
    periods=("2025",),
    lines=(Line(K, "Kvinnor", (287.7,)), Line(M, "Män", (191.7,)), Line(T, "Totalt", (238.7,))),
    levels=(Level(250.0, "Riktvärde högst 250"),),
    measure="recept per 1 000 invånare",
    decimals=1,
    notes=("Ett enda värde finns: ingen utveckling kan visas.",),
)
NO_DATA = LineChart(
    title="Källsortering",
    alt="Inga värden finns.",
    periods=YEARS,
    lines=(Line(T, "Totalt", (None,) * len(YEARS)),),
    levels=(),
    measure="%",
    decimals=0,
    notes=("Inga värden har lämnats.",),
)
ATTAINED = Distribution(
    title="Måluppfyllelse, antal nyckeltal",
    alt="För kvinnor är 2 uppnådda, 2 nära, 1 ej uppnått och 1 kan ej bedömas. För män är 4 uppnådda, 1 nära och 1 "
    "kan ej bedömas. Totalt är 8 uppnådda, 4 nära, 3 ej uppnådda och 2 kan ej bedömas.",
    counts=((K, (2, 2, 1, 1)), (M, (4, 1, 0, 1)), (T, (8, 4, 3, 2))),
)
STATUS_TABLE = Table(
    "Måluppfyllelse per nyckeltal, 2025",
    ("Nyckeltal", "Kvinnor", "Män", "Totalt", "Målvärde", "Utveckling"),
    (
        (
            Cell("Sjuktal, andel av ordinarie arbetstid", note="Regionstyrelsen, kortsiktigt"),
            Cell("6,1 %", Status.NOT_MET),
            Cell("3,3 %", Status.MET),
            Cell("5,5 %", Status.NEAR),
            Cell("högst 5,0 %"),
            Cell("ingen säker förändring"),
        ),
        (
            Cell("Soliditet", note="Regionfullmäktige, finansiellt"),
            Cell("–"),
            Cell("–"),
            Cell("−36,2 %", Status.NOT_MET),
            Cell("minst −34,8 %"),
            Cell("ökar – förbättras"),
        ),
        (
            Cell("Antibiotikarecept per 1 000 invånare", note="Nationellt riktvärde"),
            Cell("287,7", Status.NOT_MET),
            Cell("191,7", Status.MET),
            Cell("238,7", Status.MET),
            Cell("högst 250"),
            Cell("för få värden"),
        ),
        (
            Cell("Källsortering vid regionens samtliga verksamheter"),
            Cell("skyddat", note="färre än fem"),
            Cell("skyddat", note="färre än fem"),
            Cell("saknas", Status.UNJUDGED),
            Cell("minst 42 %"),
            Cell("–"),
        ),
    ),
)


def parts(chart: LineChart) -> tuple[Part, ...]:
    """The seven parts, of every kind of block."""
    units = Table(
        "Utfall per enhet, 2025",
        ("Enhet", "Kvinnor", "Män", "Målvärde"),
        (
            (Cell("Område barn och unga vuxna"), Cell("7,0 %", Status.NOT_MET), Cell("4,1 %", Status.MET), Cell("5,0")),
            (Cell("Område diagnostik, teknik och service"), Cell("5,2 %", Status.NEAR), Cell("skyddat"), Cell("5,0")),
        ),
    )
    quote = Quote(
        "Sjukfrånvaron bland kvinnor har minskat tredje året i rad, främst i långa fall.\nKorttidsfrånvaron är "
        "oförändrad.",
        "HR-chef, 18 september 2025",
    )
    blocks = (
        (chart, Text("Tolv årsvärden, 2014–2025.")),
        (Bullets(("Kvinnor: ingen säker förändring.", "Män: ingen säker förändring, −0,04 procentenheter per år.")),),
        (quote,),
        (units,),
        (Text("Riket hade 6,0 % totalt; regionen har plats 7 av 21."),),
        (Text("Helårsprognosen är 5,4–5,7 % totalt. Målvärdet nås inte med den."),),
        (Blank("förslag till åtgärder för kvinnor, skrivs av HR-chefen"),),
    )
    return tuple(
        Part(number, heading, told, applies=number != 4 or chart is SICK_LEAVE)
        for number, (heading, told) in enumerate(zip(SEVEN, blocks, strict=True), 1)
    )


def indicator(code: str, name: str, chart: LineChart, values: tuple[Value, ...], headline: str) -> Indicator:
    """One nyckeltal."""
    described = "Kortsiktigt nyckeltal, beslutat av regionstyrelsen. Lägre är bättre. Källa: HR-systemet."
    return Indicator(code, "rs", name, described, "≤ 5,0 %", headline, values, parts(chart))


SICK = indicator(
    "sjuktal",
    "Sjuktal, andel av ordinarie arbetstid",
    SICK_LEAVE,
    (
        Value(K, "Kvinnor", "6,1 %", "2025", Status.NOT_MET, "1,1 procentenheter över målvärdet"),
        Value(M, "Män", "3,3 %", "2025", Status.MET, "1,7 procentenheter under målvärdet"),
        Value(T, "Totalt", "5,5 %", "2025", Status.NEAR, "0,5 procentenheter över målvärdet"),
    ),
    "Målet nås för män men inte för kvinnor.",
)
SOLID = indicator(
    "soliditet",
    "Soliditet",
    SOLIDITY,
    (Value(T, "Totalt", "−36,2 %", "2025", Status.NOT_MET, "1,4 procentenheter under målvärdet"),),
    "Målet nås inte, men soliditeten förbättras.",
)
ANTIBIOTICS = indicator(
    "antibiotika",
    "Antibiotikarecept per 1 000 invånare",
    ONE_VALUE,
    (
        Value(K, "Kvinnor", "287,7", "2025", Status.NOT_MET, ""),
        Value(M, "Män", "191,7", "2025", Status.MET, ""),
        Value(T, "Totalt", "238,7", "2025", Status.MET, ""),
    ),
    "Riktvärdet nås för män och totalt men inte för kvinnor.",
)
SORTING = indicator("kallsortering", "Källsortering", NO_DATA, (), "Inget utfall finns, så målet kan inte bedömas.")

QUESTIONS = (
    Question(
        "Vilka övergripande mål, uppdrag och nyckeltal finns för sakområdet?",
        "Sakområdet har två övergripande mål, tre uppdrag och fyra nyckeltal.",
        ("Två övergripande mål", "Tre uppdrag, varav ett är klart", "Fyra nyckeltal, alla med målvärde"),
        None,
        (
            Text("Målen står i Regionstyrelsens plan och budget 2025."),
            Bullets(("Ändamålsenlig kompetens för effektivt stöd till verksamhet och utveckling", "God ekonomi")),
        ),
    ),
    Question(
        "Hur ser måluppfyllelsen ut?",
        "Inget av de fyra målen nås för kvinnor; två nås för män.",
        ("Sjuktalet når målet för män men inte för kvinnor", "Soliditeten är 1,4 procentenheter under målvärdet"),
        ATTAINED,
        (ATTAINED, Text("Ett nyckeltal kan inte bedömas, eftersom utfall saknas.")),
    ),
    Question(
        "Vilka åtgärder genomförs eller behöver genomföras?",
        "Två åtgärder pågår; för kvinnors sjuktal finns inget förslag.",
        ("Rehabiliteringen tidigareläggs", "Betalningsrutinen ses över"),
        None,
        (
            Bullets(("Tidigare rehabilitering, pågår till 31 december 2025", "Översyn av betalningsrutinen, pågår")),
            Blank("åtgärder för att minska kvinnors sjuktal"),
        ),
    ),
)

SAMPLE = Briefing(
    subject="Stödverksamhet",
    organisation="Region Jämtland Härjedalen",
    plan="Regionstyrelsens plan och budget 2025",
    period="2025",
    as_of="som det var 31 maj 2025",
    made_on=date(2025, 5, 20),
    example="Exempel: utfallen är påhittade och får inte användas som underlag för beslut.",
    occasion=Occasion(
        "Regionstyrelsen", date(2025, 5, 27), "27–28 maj 2025", "Uppsiktsplikt", "skriftlig", "Regiondirektören"
    ),
    questions=QUESTIONS,
    status_table=STATUS_TABLE,
    indicators=(SICK, SOLID, ANTIBIOTICS, SORTING),
    sections=(
        Section(
            "Uppdrag",
            (
                Table(
                    "Uppdrag och läge",
                    ("Uppdrag", "Beslutat av", "Ansvarig", "Läge"),
                    (
                        (
                            Cell("Ta fram kompetensförsörjningsplan"),
                            Cell("Regionfullmäktige"),
                            Cell("Regiondirektören"),
                            Cell("Pågår", note="Redovisat 30 april 2025"),
                        ),
                    ),
                ),
            ),
        ),
        Section("Ekonomi", (Text("Nettokostnaden är 412,6 miljoner kronor, 3,1 miljoner under budget."),)),
        Section(
            "Ekonomisk, social och miljömässig hållbarhet", (Blank("bedömning av miljömässig hållbarhet, skrivs här"),)
        ),
    ),
    proposal=(
        Text("Regionstyrelsen godkänner uppföljningen."),
        Text("Regiondirektören får i uppdrag att återkomma med åtgärder för att minska kvinnors sjuktal."),
        Blank("förslag till beslut om miljömässig hållbarhet"),
    ),
    missing=("Förslag till åtgärder för kvinnors sjuktal", "Bedömning av miljömässig hållbarhet"),
    sources=("Regionstyrelsens plan och budget 2025", "HR-systemet, uttag 31 maj 2025", "Kolada, 2 maj 2025"),
)

# What people can paste into a text field: markup of Word, Typst and HTML, control characters, turned direction.
HOSTILE = (
    '#panic(1) #read("/etc/passwd") $x^2$ *fet* _kursiv_ `kod` = Rubrik\n- punkt @ref <etikett> // kommentar \\ '
    "<w:p/> ]]> &amp; <script>alert(1)</script> {{ mall }} a\x00b\x07c\x1b[0m \u202eomvänt\u202c "
    "\u05e9\u05dc\u05d5\u05dd "
    "\ud800 \uffff 😀 你好 “fi” 'x' -- --- ... ~ 1/2 https://example.org/#a"
)
ENDLESS = "Mycketlångtord" * 120


def hostile() -> Briefing:
    """The sample with hostile and endless text in every place that people write in."""
    sick = replace(SICK, name=f"Sjuktal {HOSTILE}", headline=HOSTILE, described=ENDLESS)
    chart = replace(SICK_LEAVE, title=HOSTILE, alt=HOSTILE, levels=(Level(5.0, HOSTILE),), notes=(HOSTILE, ENDLESS))
    parts_ = (replace(sick.parts[0], blocks=(chart, Quote(HOSTILE, ENDLESS), Blank(HOSTILE), Bullets((ENDLESS,)))),)
    table = Table(HOSTILE, (HOSTILE, "Kvinnor"), ((Cell(ENDLESS), Cell(HOSTILE, Status.NEAR, HOSTILE)),))
    return replace(
        SAMPLE,
        subject=HOSTILE,
        organisation=HOSTILE,
        status_table=table,
        indicators=(replace(sick, parts=(*parts_, *sick.parts[1:])),),
        proposal=(Text(HOSTILE), Blank(ENDLESS)),
        missing=(HOSTILE,),
        sources=(ENDLESS,),
    )


def many(count: int = 60) -> Briefing:
    """A whole plan: as many nyckeltal, each with a name of its own."""
    kinds = (SICK, SOLID, ANTIBIOTICS, SORTING)
    named = tuple(
        replace(kinds[n % 4], code=f"n{n}", name=f"{kinds[n % 4].name}, nyckeltal {n + 1}") for n in range(count)
    )
    rows = tuple((Cell(one.name), *STATUS_TABLE.rows[n % 4][1:]) for n, one in enumerate(named))
    return replace(SAMPLE, indicators=named, status_table=replace(STATUS_TABLE, rows=rows))


def long_names() -> Briefing:
    """Names as long as the plans have them, in more columns than there is room for."""
    name = "Andel medarbetare i hälso- och sjukvårdsförvaltningens kompetensförsörjningsområden med arbetsmiljöansvar"
    headings = ("Nyckeltal", "Kvinnor", "Män", "Totalt", "Målvärde", "Utveckling", "Riksgenomsnitt", "Helårsprognos")
    row = (Cell(name), *STATUS_TABLE.rows[0][1:], Cell("6,0 %"), Cell("5,4–5,7 %"))
    return replace(
        SAMPLE,
        subject=f"{name} samt uppsikt över bolag, kommunalförbund och privata utförare",
        status_table=Table("Måluppfyllelse", headings, (row,) * 5),
        indicators=(replace(SICK, name=name),),
    )


def empty() -> Briefing:
    """Nothing to follow up: no nyckeltal, sections, gaps, sources, occasion or example."""
    bare = tuple(replace(question, points=(), blocks=()) for question in QUESTIONS)
    return replace(
        SAMPLE,
        example="",
        occasion=None,
        questions=bare,
        status_table=replace(STATUS_TABLE, rows=()),
        indicators=(),
        sections=(),
        proposal=(Text("Regionstyrelsen lägger informationen till handlingarna."),),
        missing=(),
        sources=(),
    )


CASES = {"sample": SAMPLE, "hostile": hostile(), "long_names": long_names(), "empty": empty()}
