"""The real files of a region, read without any format file: as many values as they hold, and the figures of the file.

The figures below are read off the files by hand.
"""

from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import pytest
from ingest_store import ACTOR, fill
from layout_reading import figures

from accepting import stored
from kpi.cli import main
from kpi.ingest.layout import Role
from kpi.ingest.layout.answers import Answers, New
from kpi.ingest.look import Asked, Looked, answered, look
from kpi.ingest.plan import commit_plan, read_plan
from kpi.ingest.units import commit_units, read_units
from kpi.ingest.upload import Checked, check_looked
from kpi.model import DeliveryKind
from kpi.settings import settings
from kpi.store import Store
from shared import SHARED, needs_shared

pytestmark = needs_shared
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
    options: tuple[str, ...] = field(default=())


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
each_file = pytest.mark.parametrize("real", FILES, ids=lambda real: Path(real.path).stem)


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Store]:
    """Stores of the shipped units and plan, without and with some towns, one of which is called Stockholm."""
    found = {}
    for towns in (False, True):
        opened = Store.open(tmp_path_factory.mktemp("real") / "kpi.duckdb")
        commit_units(opened, read_units(settings().data / "units.csv"), ACTOR)
        commit_plan(opened, read_plan(settings().data / "plans" / "rs-2025"), ACTOR)
        if towns:
            rows = [(code, name, "municipality", "0000", "") for code, name in MUNICIPALITIES.items()]
            frame = pd.DataFrame(rows, columns=["code", "name", "kind", "parent", "aliases"])
            fill(opened, "unit", frame, DeliveryKind.UNITS)
        found[towns] = opened
    return found


def opened(store: Store, real: Real) -> tuple[Looked | Asked, bytes, str]:
    path = SHARED / "data" / real.path
    content = path.read_bytes()
    return look(store, content, path.name), content, path.name


def checked(store: Store, real: Real) -> Checked:
    found, _, _ = opened(store, real)
    assert isinstance(found, Asked)
    columns = {doubt.about for doubt in found.understood.doubts if doubt.kind == "column"}
    assert columns == real.asked
    found = answered(store, found, real.answers)
    assert isinstance(found, Looked)
    return check_looked(store, found, b"")


@each_file
def test_every_value_of_a_real_file_is_read_as_it_stands(stores: dict[bool, Store], real: Real) -> None:
    store = stores[real.towns]
    read = checked(store, real)
    assert len(read.rows) == real.values
    assert read.rows_read == len(read.rows) + sum(each.rows for each in read.left_out)
    assert read.rows["indicator"].nunique() == real.nyckeltal
    assert real.figures <= figures(read)
    # The next file of the layout goes straight in, and this one changes nothing.
    stored(store, read, ACTOR)
    again, _, _ = opened(store, real)
    assert isinstance(again, Looked)
    assert check_looked(store, again, b"").unchanged == real.values


@each_file
def test_a_real_file_goes_in_from_the_shell(
    real: Real, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KPI_DATABASE", str(tmp_path / "kpi.duckdb"))
    monkeypatch.setenv("KPI_NAME", "Test Testsson")
    settings.cache_clear()
    try:
        assert main(["init"]) == 0
        names = [f"--named={code}=" for code in MUNICIPALITIES if real.towns and code != "0180"]
        # No towns come with the system: a unit that does stands in for one of them.
        names += ["--named=0180=rs"] if real.towns else []
        path = str(SHARED / "data" / real.path)
        given = [
            "upload",
            path,
            "--new-indicators",
            "--measure",
            "enheter",
            "--accept",
            "stämmer",
            *real.options,
            *names,
        ]
        capsys.readouterr()
        assert main(["upload", path]) == 1
        assert "nyckeltal" in capsys.readouterr().err
        assert main(given) == 0
        told = capsys.readouterr().out
        assert "Sparat som leverans" in told
        kept = 37 if real.towns else real.values
        assert f"{kept:,} utfall".replace(",", " ") in told.replace("\u00a0", " ")
    finally:
        settings.cache_clear()
