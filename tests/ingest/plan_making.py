"""A made-up plan with a steering model of four levels that no text has, as files to read and to break."""

from pathlib import Path

UNITS = frozenset({"0000", "0099", "n1"})

FILES = {
    "plan.toml": """\
[plan]
kod = "sjobo-2030"
namn = "Sjöbos plan"
organisation = "0099"
forsta_ar = 2030
sista_ar = 2033
beslutad_av = "Fullmäktige"
beslutad_den = 2029-11-20
diarienummer = "D 1"
kalla = "Planen"
tolkning = ["sista_ar"]
tolkning_not = "Texten säger fyra år."

[styrmodell]
kod = "fyra"
namn = "Fyra nivåer"

[[styrmodell.niva]]
kod = "vision"
namn = "vision"
namn_plural = "visioner"

[[styrmodell.niva]]
kod = "perspektiv"
namn = "perspektiv"
namn_plural = "perspektiv"

[[styrmodell.niva]]
kod = "mal"
namn = "mål"
namn_plural = "mål"

[[styrmodell.niva]]
kod = "faktor"
namn = "framgångsfaktor"
namn_plural = "framgångsfaktorer"
""",
    "mal.csv": """\
kod;överordnat;nivå;namn;slag;viljeinriktning;sammanfattning;källa;tolkning;tolkning_not
v;;vision;Visionen;;"Vi vill; mycket";;s. 1;;
p1;v;perspektiv;Patient;;;;s. 2;;
m1;p1;mal;Kort väntan;;;Vården ska vara nära.;s. 3;sammanfattning;Kortad.
f1;m1;faktor;Öppet på kvällen;;;;s. 4;;
f2;;faktor;Fri faktor;;;;s. 5;;
""",
    "nyckeltal.csv": """\
nyckeltal;enhet;mål;namn i planen;sort;beslutad av;ansvarig;namn;kortnamn;mått;decimaler;riktning;årsregel;könsuppdelat;varför inte;lägst;högst;andra namn;källa;tolkning;tolkning_not
vantan;0099;f1;Andel som väntar;kortsiktigt;Nämnden;Nämnden;;Väntan;%;1;lägre;kvot;ja;;0;100;N1|Väntetid;s. 6;riktning;Inte sagt.
vantan;n1;f1;Andel som väntar, nämnden;kortsiktigt;Nämnden;;;;;;;;;;;;;s. 6;;
elbilar;0099;m1;Elbilar;långsiktigt;Nämnden;;;Elbilar;bilar;0;högre;sista;nej;Gäller bilar.;0;;;s. 7;;
""",
    "malvarden.csv": """\
kod;nyckeltal;enhet;kön;periodslag;villkor;värde;övre värde;basår;jämförs med;nås år;från år;till år;tolerans;slag;beslutad av;i texten;källa;tolkning;tolkning_not
t1;vantan;0099;;;högst;12,5;;;;;2030;2033;1;;Nämnden;12,5 %;s. 6;;
t2;vantan;0099;K;år;mellan;−1,5;8.25;;;;2030;2033;;målvärde;Nämnden;−1,5–8,25;s. 6;;
t3;vantan;n1;;;skillnaden minskad med;2;;2028;0000;2032;;;;;Nämnden;två mindre;s. 6;värde;Ett tal i ord.
t4;elbilar;0099;;;milstolpe;;;;;2031;;;;;Nämnden;klart 2031;s. 7;;
t5;elbilar;0099;;;förändring minst;40;;2029;;;2030;2033;;;Nämnden;+40 %;s. 7;;
t6;vantan;;;;lägre än jämförelsen;;;;0000;;;;;riktvärde;Staten;bättre än riket;s. 8;;
t7;elbilar;;;;högre än basåret;;;2029;;;;;;riktvärde;Staten;fler än 2029;s. 8;;
""",
    "brott.csv": """\
nyckeltal;enhet;från;orsak
vantan;;2031-03;Nytt system.
elbilar;0099;2032;Ny räkning.
""",
}


def write(folder: Path, files: dict[str, str] | None = None) -> Path:
    """The plan's files in a folder named sjobo."""
    made = folder / "sjobo"
    made.mkdir()
    for name, text in (files or FILES).items():
        (made / name).write_text(text, encoding="utf-8")
    return made
