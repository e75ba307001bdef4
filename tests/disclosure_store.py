"""A store with small numbers in it, and what anybody would look for who wants to know them.

Kvinnor 3 of 41, män 50 of 60, totalt 53 of 101; a ward with 4 cases of 33; a ward under a clinic without a number; a
month with 2 of 31, with and without the year beside it; a base year with 4 of 90; a count without numerator.
"""

import re

from accepting import stored
from kpi.ingest.plan import commit_plan, read_plan
from kpi.ingest.units import commit_units, read_units
from kpi.ingest.upload import check
from kpi.model import Actor

ACTOR = Actor("Anna Analytiker", may_write=True)
PLAN = """[plan]
kod = "prov"
namn = "Prov"
organisation = "r"
forsta_ar = 2025
sista_ar = 2027
beslutad_av = "Fullmäktige"

[styrmodell]
kod = "en"
namn = "En nivå"

[[styrmodell.niva]]
kod = "mal"
namn = "mål"
namn_plural = "mål"
"""
UNITS = """kod;namn;slag;överordnad;andra namn
0000;Riket;riket;;
r;Region R;region;0000;
s;Region S;region;0000;
a;Avdelning A;enhet;r;
b;Avdelning B;enhet;r;
c;Avdelning C;enhet;r;
g;Klinik G;enhet;s;
g1;Avdelning G1;enhet;g;
h;Klinik H;enhet;s;
"""
GOALS = "kod;överordnat;nivå;namn;källa\nm;;mal;Målet;s. 1\n"
INDICATORS = """nyckeltal;enhet;mål;namn i planen;sort;beslutad av;ansvarig;namn;kortnamn;mått;decimaler;riktning;\
årsregel;könsuppdelat;varför inte;röjandegräns;källa
kon;r;m;Könen;kortsiktigt;Nämnden;;;Könen;%;1;lägre;kvot;ja;;;s. 1
enhet;r;m;Enheterna;kortsiktigt;Nämnden;;;Enheterna;%;1;lägre;kvot;ja;;5;s. 1
enhet;a;m;Avdelningen;kortsiktigt;Nämnden;;;;;;;;;;;s. 1
glapp;s;m;Glappet;kortsiktigt;Nämnden;;;Glappet;%;1;lägre;kvot;ja;;;s. 1
manad;r;m;Månaderna;kortsiktigt;Nämnden;;;Månaderna;%;1;lägre;kvot;ja;;;s. 1
delar;r;m;Delarna;kortsiktigt;Nämnden;;;Delarna;%;1;lägre;kvot;ja;;;s. 1
fler;r;m;Tio;kortsiktigt;Nämnden;;;Tio;%;1;lägre;kvot;ja;;10;s. 1
bas;r;m;Basåret;kortsiktigt;Nämnden;;;Basåret;%;1;lägre;kvot;ja;;;s. 1
antal;r;m;Antalet;kortsiktigt;Nämnden;;;Antalet;fall;0;lägre;summa;ja;;100;s. 1
"""
TARGETS = """kod;nyckeltal;enhet;villkor;värde;basår;jämförs med;nås år;från år;till år;beslutad av;i texten;källa
t1;kon;;högst;11;;;;2025;2027;Nämnden;11 %;s. 1
t2;enhet;;förändring högst;-10;2024;;;2025;2027;Nämnden;−10 %;s. 1
t3;manad;;lägre än jämförelsen;;;0000;;2025;2027;Nämnden;lägre;s. 1
t4;fler;;högst;17;;;2027;;;Nämnden;17 %;s. 1
t5;bas;;förändring högst;-10;2024;;;2025;2027;Nämnden;−10 %;s. 1
t6;antal;;högst;2000;;;;2025;2027;Nämnden;2 000;s. 1
t7;delar;;högst;50;;;;2025;2027;Nämnden;50 %;s. 1
"""


def months(name, above, below):
    """A year of months with 2 of 31 in May."""
    return [
        (name, "r", f"2025-{month:02d}", "T", *((2, 31) if month == 5 else (above + month, below + month)))
        for month in range(1, 13)
    ]


def _year_of(rows):
    return [(*rows[0][:2], "2025", "T", sum(row[4] for row in rows), sum(row[5] for row in rows))]


FIGURES = [  # nyckeltal, unit, period, gender, numerator, denominator
    ("kon", "r", "2025", "K", 3, 41), ("kon", "r", "2025", "M", 50, 60), ("kon", "r", "2025", "T", 53, 101),
    *(("kon", "r", str(year), gender, n, d) for year in range(2020, 2025)
      for gender, n, d in (("K", 21, 200), ("M", 28, 200), ("T", 49, 400))),
    ("enhet", "a", "2025", "T", 4, 33), ("enhet", "b", "2025", "T", 17, 71), ("enhet", "c", "2025", "T", 26, 83),
    ("enhet", "r", "2025", "T", 47, 187),
    *(("enhet", unit, "2024", "T", n, 200) for unit, n in (("a", 61), ("b", 65), ("c", 63))),
    ("enhet", "r", "2024", "T", 189, 600),
    ("glapp", "g1", "2025", "T", 3, 107), ("glapp", "h", "2025", "T", 58, 209), ("glapp", "s", "2025", "T", 61, 316),
    *months("manad", 129, 400), *_year_of(months("manad", 129, 400)),
    *months("delar", 229, 500),
    ("fler", "r", "2025", "K", 9, 77), ("fler", "r", "2025", "M", 44, 89), ("fler", "r", "2025", "T", 53, 166),
    ("bas", "r", "2024", "K", 4, 90), ("bas", "r", "2024", "M", 59, 97), ("bas", "r", "2024", "T", 63, 187),
    ("bas", "r", "2025", "K", 36, 91), ("bas", "r", "2025", "M", 52, 98), ("bas", "r", "2025", "T", 88, 189),
]  # fmt: skip
COUNTS = [  # nyckeltal, unit, period, gender, value
    ("antal", "r", "2025", "K", 87), ("antal", "r", "2025", "M", 4171), ("antal", "r", "2025", "T", 4258),
    ("antal", "r", "2024", "K", 2311), ("antal", "r", "2024", "M", 2419), ("antal", "r", "2024", "T", 4730),
]  # fmt: skip
HIDDEN = [
    ("kon", "r", "2025", "K"), ("kon", "r", "2025", "M"), ("enhet", "a", "2025", "T"), ("enhet", "b", "2025", "T"),
    ("glapp", "g1", "2025", "T"), ("glapp", "h", "2025", "T"), ("manad", "r", "2025-05", "T"),
    ("manad", "r", "2025-01", "T"), ("delar", "r", "2025-05", "T"), ("fler", "r", "2025", "K"),
    ("fler", "r", "2025", "M"), ("bas", "r", "2024", "K"), ("bas", "r", "2024", "M"), ("antal", "r", "2025", "K"),
    ("antal", "r", "2025", "M"),
]  # fmt: skip
_SIZES = {row[:4]: row[4:] for row in FIGURES}
VALUES = {row[:4]: 100 * row[4] / row[5] for row in FIGURES} | {row[:4]: row[4] for row in COUNTS}
DENOMINATORS = {float(_SIZES[key][1]) for key in HIDDEN if key in _SIZES}
"""All different from every number that may be shown."""
REMARKS = {f"{_SIZES[key][0]} av {_SIZES[key][1]}" for key in HIDDEN if key in _SIZES}


def _secrets():
    """Everything that would tell a hidden number: value, distance to the target and the pace, gap, change."""
    made = {f"{key} value": VALUES[key] for key in HIDDEN}
    for name, target in (("kon", 11), ("fler", 17), ("antal", 2000)):
        women, men = (VALUES[name, "r", "2025", gender] for gender in "KM")
        made |= {f"{name} gap": women - men, f"{name} K distance": women - target, f"{name} M distance": men - target}
        made |= {f"{name} K pace": (target - women) / 2, f"{name} M pace": (target - men) / 2}
    for unit, name, gender in (("a", "enhet", "T"), ("r", "bas", "K"), ("r", "bas", "M")):
        before, now = (VALUES[name, unit, year, gender] for year in ("2024", "2025"))
        change = 100 * (now - before) / before
        made |= {f"{name} {gender} change": change, f"{name} {gender} change distance": change + 10}
    whole = [sum(row[at] for row in FIGURES if row[0] == "delar") for at in (4, 5)]
    return made | {"delar year": 100 * whole[0] / whole[1], "delar distance": 100 * whole[0] / whole[1] - 50}


SECRETS = _secrets()


DOCUMENTS = """kod;förteckning;slag;namn;från år;till år;dnr;fastställd;beslutad av;källa
planen;Planer;;Planen;2025;;;;Fullmäktige;
"""


def fill(store, folder):
    """Units, the plan and the outcomes, each as a delivery."""
    plan = folder / "prov"
    plan.mkdir()
    files = {"plan.toml": PLAN, "mal.csv": GOALS, "nyckeltal.csv": INDICATORS, "malvarden.csv": TARGETS,
             "dokument.csv": DOCUMENTS}  # fmt: skip
    for name, text in files.items():
        (plan / name).write_text(text, encoding="utf-8")
    (folder / "units.csv").write_text(UNITS, encoding="utf-8")
    commit_units(store, read_units(folder / "units.csv"), ACTOR)
    commit_plan(store, read_plan(plan, {line.split(";")[0] for line in UNITS.splitlines()[1:]}), ACTOR)
    deliver(store, FIGURES, COUNTS)


def deliver(store, figures, counts=()):
    """Outcomes as one delivery; each says in its comment what it is made of."""
    lines = ["nyckeltal;enhet;period;kön;värde;täljare;nämnare;kommentar"]
    lines += [f"{';'.join(row[:4])};{_swedish(100 * row[4] / row[5])};{row[4]};{row[5]};{row[4]} av {row[5]}"
              for row in figures]  # fmt: skip
    lines += [f"{';'.join(map(str, row))};;;" for row in counts]
    return stored(store, check(store, "\n".join(lines).encode(), "utfall.csv"), ACTOR)


def _swedish(number):
    return str(number).replace(".", ",")


def given_away(numbers):
    """Names of the secrets among exact numbers."""
    seen = [abs(number) for number in numbers if number == number]  # noqa: PLR0124 - not NaN
    found = {name for name, secret in SECRETS.items() if any(abs(number - abs(secret)) < 1e-4 for number in seen)}
    return found | {f"denominator {number}" for number in DENOMINATORS & set(seen)}


def said(text):
    """Names of the secrets that a text says, rounded as it rounds: with a decimal at least, or in the thousands."""
    plain = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3})", "", text).replace("−", "-")
    told = {(abs(float(n.replace(",", "."))), len(n.partition(",")[2])) for n in re.findall(r"-?\d+(?:,\d+)?", plain)}
    certain = [(number, decimals) for number, decimals in told if decimals or number > 1000]
    return {name for name, secret in SECRETS.items() if any(round(abs(secret), n) == number for number, n in certain)}
