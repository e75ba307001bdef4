"""What headers are called in the files that regions get, as they are compared."""

from kpi.ingest.layout.layout import PARTS, Role

_CALLED: dict[Role, str] = {
    Role.INDICATOR: "nyckeltal|nyckeltalskod|indikator|indikatorkod|indicator|kpi|variabel|mätetal|nyckeltalsid|ind_id",
    Role.UNIT: "enhet|region|regioner|regionkod|län|länskod|länsnamn|landsting|kommun|kommunkod|organisation|"
    "förvaltning|nämnd|municipality|municipality_id|unit|område|vårdenhet|avdelning",
    Role.GENDER: "kön|gender|sex|kon",
    Role.PERIOD: "period|år|årtal|year|ar|datum|date|tidsperiod|tid|period_label|mätperiod|mätår|månad|kvartal|tertial",
    Role.MONTH: "månad|mån|month|manad",
    Role.QUARTER: "kvartal|kv|quarter",
    Role.TERTIAL: "tertial",
    Role.VALUE: "värde|value|utfall|resultat|mätvärde|varde",
    Role.NUMERATOR: "täljare|numerator|taljare",
    Role.DENOMINATOR: "nämnare|denominator|namnare|n|antal i nämnaren|underlag",
    Role.LOWER: "nedre|undre|nedre gräns|nedre konfidensgräns|ki nedre|ci_low|lower|nedre ki",
    Role.UPPER: "övre|övre gräns|övre konfidensgräns|ki övre|ci_high|upper|övre ki",
    Role.STATUS: "status",
    Role.COMMENT: "kommentar|comment|anmärkning|not|fotnot",
}
HEADERS: dict[Role, frozenset[str]] = {role: frozenset(words.split("|")) for role, words in _CALLED.items()}
WORDS = frozenset().union(*HEADERS.values())
OWN_NUMBERS = frozenset(["organisation", "förvaltning", "nämnd", "område", "vårdenhet", "avdelning"])
"""Headers of units that somebody numbers for themselves: 1 is not Region Stockholm."""
REGION, COUNTRY = "00", "0000"
"""How the codes of regions begin, and those of no municipality; and that of the country."""
MUNICIPALITIES = frozenset(["kommun", "kommunkod"])
"""Headers of units among which Stockholm is the town."""
MEASURES = frozenset(["mått", "måttenhet", "measure"])
"""Headers of the column that says what the nyckeltal is measured in."""


def part(header: str) -> Role | None:
    """Month, quarter or tertial, for the header of a column that stands beside the year."""
    return next((role for role in PARTS if header in HEADERS[role]), None)


def called(header: str) -> Role | None:
    """The role that the header's name says, periods before their parts."""
    return next((role for role, words in HEADERS.items() if header in words and role not in PARTS), None)
