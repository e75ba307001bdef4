"""The real files of a region, read without any format file: every value that they hold, and the figures of the file."""

from pathlib import Path

import pandas as pd
import pytest
from ingest_store import ACTOR, fill
from layout_reading import figures

from accepting import stored
from kpi.cli import main
from kpi.ingest.look import Asked, Looked, answered, look
from kpi.ingest.plan import commit_plan, read_plan
from kpi.ingest.units import commit_units, read_units
from kpi.ingest.upload import Checked, check_looked
from kpi.model import DeliveryKind
from kpi.settings import settings
from kpi.store import Store
from real_files import FILES, MUNICIPALITIES, Real
from shared import SHARED, needs_shared

pytestmark = needs_shared
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
