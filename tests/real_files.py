"""The real files with outcomes, what has to be answered about them, and figures read off them by hand.

No towns come with the system: `MUNICIPALITIES` are those of the one file that has some.
"""

from dataclasses import dataclass

from kpi.ingest.layout import Role
from kpi.ingest.layout.answers import Answers, New

MUNICIPALITIES = {
    "0180": "Stockholm", "1280": "Malmö", "1480": "Göteborg", "0319": "Älvkarleby", "0562": "Finspång",
    "0687": "Tranås", "1082": "Karlshamn", "1083": "Sölvesborg", "1885": "Lindesberg", "1984": "Arboga",
    "2084": "Avesta",
}  # fmt: skip
NEW = New(measure="enheter")
ZOONOTIC = "j09_influensa_orsakad_av_identifierat_zoonotiskt_eller_pande"
SEASONAL = "j10_influensa_orsakad_av_identifierat_sasongsinfluensavirus"
UNIDENTIFIED = "j11_influensa_virus_ej_identifierat"
DAILY = "n06ba12_lisdexamfetamin_15_19_patienter_1000_invanare"


@dataclass(frozen=True)
class Real:
    """A file: what is asked about its columns, the answers, and figures that it holds."""

    path: str
    asked: set[str]
    answers: Answers
    values: int
    nyckeltal: int
    figures: set[tuple[str, str, str, str, float]]
    towns: bool = False
    options: tuple[str, ...] = ()


FILES = [
    Real(
        "adhd/adhd_15-19.xlsx", set(), Answers(new=NEW), 66 * 19, 1,
        {
            ("adhd_lakemedel_15_19", "0000", "M", "2006", 9.55), ("adhd_lakemedel_15_19", "0000", "T", "2024", 82.54),
            ("adhd_lakemedel_15_19", "0023", "M", "2006", 5.47), ("adhd_lakemedel_15_19", "0023", "K", "2024", 109.3),
            ("adhd_lakemedel_15_19", "0023", "T", "2017", 31.66), ("adhd_lakemedel_15_19", "0001", "K", "2024", 100.07),
            ("adhd_lakemedel_15_19", "0025", "T", "2024", 95.84),
        },
    ),
    Real(
        "adhd/adhd_medication_2006-2024.csv", set(), Answers(new=NEW), 25_080, 20,
        {
            (DAILY, "0023", "M", "2024", 39.78), (DAILY, "0023", "K", "2024", 55.33),
            (DAILY, "0023", "T", "2024", 47.37),
            ("n06ba02_dexamfetamin_10_14_patienter_1000_invanare", "0025", "K", "2024", 1.09),
            ("n06ba02_dexamfetamin_20_24_patienter_1000_invanare", "0025", "T", "2024", 1.98),
            ("c02ac02_guanfacin_5_9_patienter_1000_invanare", "0000", "M", "2006", 0.0),
        },
    ),
    Real(
        "messy/Statistikdatabasen_2020-07-28 11 46 15.csv", set(), Answers(new=NEW), 3 * 924, 3,
        {
            (ZOONOTIC, "0000", "M", "2018", 11.2), (SEASONAL, "0000", "M", "2018", 341.2),
            (UNIDENTIFIED, "0000", "K", "2018", 13.3), (ZOONOTIC, "0023", "M", "2018", 6.9),
            (ZOONOTIC, "0023", "K", "2018", 0.0), (SEASONAL, "0023", "M", "2017", 141.0),
            (SEASONAL, "0001", "K", "2018", 417.3), (UNIDENTIFIED, "0009", "K", "1998", 240.0),
        },
    ),
    Real(
        "messy/KPI.xlsx", set(),
        Answers(constants={Role.UNIT: "0000", Role.GENDER: "T"}, new=NEW), 1317, 3,
        {
            ("inflation_kpif_index_1987_100", "0000", "T", "jan 1987", 98.21),
            ("inflation_kpif_index_1987_100", "0000", "T", "feb 1987", 98.5),
            ("inflation_kpif_index_1987_100", "0000", "T", "mars 2024", 260.53),
            ("inflation_kpif_manadsforandring_1987_100", "0000", "T", "jan 1988", 0.5),
            ("inflation_kpif_manadsforandring_1987_100", "0000", "T", "jan 2024", -0.3),
            ("inflation_kpif", "0000", "T", "feb 1988", 4.9),
        },
        options=("--unit", "0000", "--gender", "T"),
    ),
    Real(
        "kolada/regions_long.csv", set(), Answers(new=NEW), 22_596, 105,
        {
            ("bef_folkmangd", "0001", "T", "2024", 2_473_307.0), ("bef_folkmangd", "0000", "T", "2017", 10_120_242.0),
            ("bef_folkmangd", "0023", "T", "2011", 126_299.0), ("bef_andel_80", "0023", "T", "2020", 6.0),
            ("medicinsk_bedomning", "0023", "T", "2024", 72.0), ("medicinsk_bedomning", "0023", "T", "2021", 63.6),
            # The publisher calls these missing; the file says 0, and nothing in it tells otherwise.
            ("u79119", "0023", "T", "2016", 0.0), ("u79119", "0023", "T", "2017", 0.0),
            ("u79119", "0000", "T", "2016", 81.1),
        },
    ),
    Real(
        "kolada/values_examples.csv", {"count", "municipality_type"},
        Answers(columns={"count": Role.IGNORED, "municipality_type": Role.IGNORED}, new=NEW), 303, 3,
        {
            ("n00945", "0180", "T", "2000", 31.32959689), ("n00945", "1280", "T", "2000", 28.36722648),
            ("n00945", "1480", "T", "2009", 35.93542642), ("n03703", "0180", "T", "2019", 1285.0),
            ("n03703", "1280", "T", "2016", 882.0),
        },
        towns=True, options=("--column", "count=läses inte", "--column", "municipality_type=läses inte"),
    ),
]  # fmt: skip
