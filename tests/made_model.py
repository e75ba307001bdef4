"""A made-up steering model that no text has: four levels with names of their own, in files alone."""

from pathlib import Path

UNITS = """kod;namn;slag;överordnad;andra namn
0000;Riket;riket;;
0099;Region Sjöbo;region;0000;
sjon;Sjönämnden;nämnd;0099;
"""
HEADER = """
[plan]
kod = "sjobo-2022"
namn = "Sjöbos kompass 2022–2025"
organisation = "0099"
forsta_ar = 2022
sista_ar = 2025
beslutad_av = "Regionfullmäktige"
beslutad_den = 2021-11-20
kalla = "Påhittad"
foregangare = "sjobo-2018"
summering = true

[styrmodell]
kod = "kompass"
namn = "Kompassen"

[[styrmodell.niva]]
kod = "riktning"
namn = "riktning"
namn_plural = "riktningar"

[[styrmodell.niva]]
kod = "lofte"
namn = "löfte"
namn_plural = "löften"
antal = 3

[[styrmodell.niva]]
kod = "delmal"
namn = "delmål"
namn_plural = "delmål"

[[styrmodell.niva]]
kod = "steg"
namn = "steg"
namn_plural = "steg"
antal = 40
"""
GOALS = """kod;överordnat;nivå;namn;slag;sammanfattning;tjänar;källa
hav;;riktning;Ett levande hav;;;;
fisk;hav;lofte;Fisken åter;;;;
rom;fisk;delmal;Rom i vassen;;Lekplatser skyddas.;;
vass;rom;steg;Vassen orörd;;;;
natur;hav;lofte;Natur nära;;;;
stig;;delmal;Stigar utan trappor;;;;
gran;;riktning;Gränslöst;;;sjobo-2018:land;
brygga;gran;lofte;Bryggor åt alla;;;ingen-plan:dröm;
""".replace("dröm", "drom")
_DEFINED = "namn;kortnamn;mått;decimaler;riktning;årsregel;könsuppdelat;varför inte"
INDICATORS = f"""nyckeltal;enhet;mål;namn i planen;sort;beslutad av;ansvarig;{_DEFINED};källa
lekplatser;0099;vass;Lekplatser;långsiktigt;Regionfullmäktige;;;Lekplatser;platser;0;högre;sista;nej;Platser räknas.;
simkunniga;0099;fisk;Simkunniga;kortsiktigt;Sjönämnden;;;Simkunniga;%;1;högre;kvot;ja;;
simkunniga;sjon;fisk;Simkunniga i nämndens skolor;kortsiktigt;Sjönämnden;;;;;;;;;;
"""
TARGETS = """kod;nyckeltal;enhet;villkor;värde;från år;till år;beslutad av;i texten;källa
lekplatser_2022;lekplatser;0099;minst;12;2022;2025;Regionfullmäktige;minst tolv;
simkunniga_2022;simkunniga;;minst;90;2022;2025;Sjönämnden;90 %;
"""
ASSIGNMENTS = """kod;mål;rubrik;beslutad av;ansvarig;klart senast;källa
rojning;rom;Röj strandkanten;Sjönämnden;Sjönämnden;2023-05-01;
"""
VALUES = """kod;slag;namn;sammanfattning;källa
dromd;vision;Sjöbo vid havet;;
"""
TYPES = """kod;namn;beslutas av;gäller;ses över;utgår från;källa
kompass;Kompass;Regionfullmäktige;fyra år;;;
karta;Kartor;Sjönämnden;ett år;;kompass;
"""
DOCUMENTS = """kod;förteckning;slag;namn;från år;till år;dnr;fastställd;beslutad av;ersätter;källa
karta_2022;Kartor;karta;Karta 2022;2022;2022;;;Sjönämnden;karta_2021;
karta_2021;Kartor;karta;Karta 2021;2021;2021;;;Sjönämnden;;
"""
FOLLOWING = "kod;namn;källa\nloggbok;Loggbok;\n"
FILES = {
    "plan.toml": HEADER, "mal.csv": GOALS, "nyckeltal.csv": INDICATORS, "malvarden.csv": TARGETS,
    "uppdrag.csv": ASSIGNMENTS, "varden.csv": VALUES, "dokumentslag.csv": TYPES, "dokument.csv": DOCUMENTS,
    "uppfoljningsdokument.csv": FOLLOWING,
}  # fmt: skip
BEFORE = {
    "plan.toml": """
[plan]
kod = "sjobo-2018"
namn = "Sjöbos plan 2018–2021"
organisation = "0099"
forsta_ar = 2018
sista_ar = 2021
beslutad_av = "Regionfullmäktige"

[styrmodell]
kod = "enkel"
namn = "Mål"

[[styrmodell.niva]]
kod = "mal"
namn = "mål"
namn_plural = "mål"
""",
    "mal.csv": "kod;överordnat;nivå;namn;källa\nland;;mal;Hela landet;\n",
    "nyckeltal.csv": f"""nyckeltal;enhet;mål;namn i planen;sort;beslutad av;ansvarig;{_DEFINED};källa
simkunniga;0099;land;Simkunniga;långsiktigt;Regionfullmäktige;;;Simkunniga;%;1;högre;kvot;ja;;
""",
    "malvarden.csv": """kod;nyckeltal;enhet;villkor;värde;från år;till år;beslutad av;i texten;källa
simkunniga_2018;simkunniga;0099;minst;60;2018;2021;Regionfullmäktige;60 %;
""",
}
"""The plan before it: one level, and a nyckeltal that both follow."""
OUTCOMES = """nyckeltal;enhet;period;kön;värde
simkunniga;0099;2021;K;64
simkunniga;0099;2021;M;58
simkunniga;0099;2021;T;61
simkunniga;0099;2022;K;92
simkunniga;0099;2022;M;85
simkunniga;0099;2022;T;88
lekplatser;0099;2022;T;12
"""


def written(folder: Path, files: dict[str, str]) -> Path:
    """The files in a new folder, which is returned."""
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder
