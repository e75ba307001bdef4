"""What a follow-up said at every moment of a long history, it says again when asked as of that moment."""

import random
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from store_making import WRITER, deliver, moment, outcome

from kpi.follow_up import follow_up
from kpi.ingest.plan import FILES, commit_plan, read_plan
from kpi.ingest.targets_by_hand import check_targets, commit_targets, editable
from kpi.ingest.units import commit_units, read_units
from kpi.ingest.upload import check, commit
from kpi.model import DataMode, ObservationStatus, Origin, Period
from kpi.settings import settings
from kpi.store import Store, deliveries
from kpi.store.deliveries import restore, spanned, withdraw
from kpi.store.observations import observations
from kpi.store.plans import targets

KINDS = ["deliver", "upload", "plan", "targets", "withdraw", "restore"]
CHANGES = 200
WHOLE = 20  # every how many changes the whole follow-up is compared, and right around every withdrawal; what it is
# made of, after each change
# Shares and an index: röjandekontroll, which hides in earlier states what is hidden now, has nothing to hide.
FOLLOWED = ("halsosamtal", "hfi_chefer", "leverantorstrohet", "saker_mjukvara")
PLAN, ASKED = "rs-2025", Period.year(2025)
FRAMES = ("units", "targets", "breaks", "comments", "judged_forecasts", "observations", "assessed")


@pytest.fixture
def clock(monkeypatch):
    """Every reading is another time, and now and then an earlier one: the computer's clock has been set back."""
    dice, now = random.Random(1), moment(2025, 1, 1)

    def read():
        nonlocal now
        now += timedelta(hours=dice.choice((-3, 1, 2, 5)))
        return now

    monkeypatch.setattr(deliveries, "utc_now", read)


def _narrowed(folder):
    """The shipped plan with a few nyckeltal only, as lines of its files; its agenda is about others as well."""
    source = settings().data / "plans" / PLAN
    files = {
        name: (source / name).read_text(encoding="utf-8")
        for name in FILES
        if name != "arenden.csv" and (source / name).exists()
    }
    for name, column in (("nyckeltal.csv", 0), ("malvarden.csv", 1)):
        head, *lines = files[name].splitlines()
        kept = [line for line in lines if line.split(";")[column] in FOLLOWED]
        assert len({line.split(";")[column] for line in kept}) >= 2
        files[name] = "\n".join([head, *kept, ""])
    folder.mkdir()
    return files


def _plan(dice, folder, files):
    """The plan with targets decided anew."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    head, *lines = files["malvarden.csv"].splitlines()
    at = head.split(";").index("värde")
    cells = [line.split(";") for line in lines]
    for line in cells:
        line[at] = str(dice.randint(5, 95)) if line[at] else ""
    (folder / "malvarden.csv").write_text("\n".join([head, *map(";".join, cells), ""]), encoding="utf-8")
    return read_plan(folder)


class Analyst:
    """Somebody who changes the store at random."""

    def __init__(self, store, folder):
        self.store, self.dice, self.folder = store, random.Random(200), folder / PLAN
        self.files = _narrowed(self.folder)
        self.standing, self.withdrawn, self.plans, self.done = [], [], [], []
        register = read_units(settings().data / "units.csv")
        few = register.table[register.table["code"].isin(["0000", "0023", "rs"])]
        assert len(few) == 3
        commit_units(store, replace(register, table=few.reset_index(drop=True)), WRITER)
        commit_plan(store, _plan(self.dice, self.folder, self.files), WRITER)

    def decide(self):
        """What the next change is, at random."""
        what = self.dice.choices(KINDS, [66, 5, 5, 6, 9, 9])[0]
        lacking = (what == "withdraw" and not self.standing) or (what == "restore" and not self.withdrawn)
        return "deliver" if lacking else what

    def act(self, what):
        getattr(self, f"_{what}")()
        self.done.append(what)

    def _deliver(self):
        keys = [(code, gender, year) for code in FOLLOWED for gender in "KMT" for year in range(2021, 2026)]
        rows = [self._row(*key) for key in self.dice.sample(keys, self.dice.randint(1, 20))]
        self.standing.append(deliver(self.store, rows, self.dice.choice(list(Origin))))

    def _row(self, code, gender, year):
        status = self.dice.choice([None] * 6 + [ObservationStatus.PRELIMINARY, "missing", "removed", "removed"])
        value = None if status in ("missing", "removed") else float(self.dice.randint(1, 99))
        return outcome(value, code, gender=gender, year=year, status=status, comment=self.dice.choice([None, "prov"]))

    def _upload(self):
        lines = [f"halsosamtal;0023;{year};{g};{self.dice.randint(1, 99)},5" for year in (2024, 2025) for g in "KMT"]
        content = "\n".join(["nyckeltal;enhet;period;kön;värde", *lines, ""]).encode()
        checked = check(self.store, content, "utfall.csv")
        accepted = {each.key: "prov" for each in checked.warnings}
        self.standing.append(commit(self.store, checked, WRITER, accepted=accepted))

    def _plan(self):
        self.standing.append(commit_plan(self.store, _plan(self.dice, self.folder, self.files), WRITER))

    def _targets(self):
        """By hand, a nyckeltal's target changed, removed or added, each new one from a year of its own."""
        code = self.dice.choice(FOLLOWED)
        before = editable(self.store, PLAN, code, "0023")
        year = str(1900 + len(self.done))
        new = {"villkor": "minst", "värde": f"{self.dice.randint(5, 95)}", "från år": year, "slag": "målvärde",
               "beslutad av": "Prov", "i texten": "prov"}  # fmt: skip
        after = self.dice.choice(
            [before.assign(värde=f"{len(self.done)},25"), before.iloc[1:], pd.concat([before, pd.DataFrame([new])])]
        )
        checked = check_targets(self.store, PLAN, code, before, after)
        if checked is None:  # there was none to change
            self._deliver()
        else:
            self.standing.append(commit_targets(self.store, checked, WRITER, "prov"))

    def _withdraw(self):
        self.withdrawn.append(self._taken(self.standing))
        withdraw(self.store, self.withdrawn[-1], WRITER, "prov")

    def _restore(self):
        self.standing.append(self._taken(self.withdrawn))
        restore(self.store, self.standing[-1], WRITER, "prov")

    def _taken(self, ids):
        return ids.pop(self.dice.randrange(len(ids)))


@dataclass
class Told:
    """What was said right after a change."""

    when: datetime
    read: dict
    whole: dict


@pytest.mark.slow
def test_every_moment_of_two_hundred_changes_is_told_as_it_was(tmp_path, clock):
    store = Store.open(tmp_path / "kpi.duckdb")
    analyst = Analyst(store, tmp_path)
    told = _told_all_along(store, analyst)
    assert min(analyst.done.count(what) for what in KINDS) >= 3
    moments = [each.when for each in told]
    assert moments == sorted(set(moments))
    for each in told:
        _assert_same(each.read, _read(store, each.when))
        if each.whole:
            _assert_same(each.whole, _whole(store, each.when))
    statuses = [tuple(each.whole["assessed"]["status"]) for each in told if each.whole]
    assert len(statuses) > CHANGES / WHOLE + analyst.done.count("withdraw")
    assert len(set(statuses)) > len(statuses) / 3
    store.close()


def _told_all_along(store, analyst):
    told = []
    for change in range(CHANGES):
        what = analyst.decide()
        around = what == "withdraw"
        if around:
            told[-1].whole = told[-1].whole or _whole(store)
        analyst.act(what)
        told.append(Told(spanned(store)[1], _read(store), _whole(store) if around or change % WHOLE == 0 else {}))
    return told


def _read(store, as_of=None):
    """What every follow-up rests on: outcomes and targets."""
    return {"outcomes": observations(store, DataMode.REAL, as_of), "targets": targets(store, as_of)}


def _whole(store, as_of=None):
    found = follow_up(store, PLAN, ASKED, DataMode.REAL, as_of=as_of)
    parts = {name: getattr(found, name) for name in FRAMES}
    return parts | {name: getattr(found.plan, name) for name in ("levels", "goals", "subjects", "interpretations")}


def _assert_same(then, again):
    assert then.keys() == again.keys()
    for name, frame in then.items():
        assert_frame_equal(frame, again[name], obj=str(name))


def test_what_is_hidden_is_known_to_the_store_as_of_then(store):
    """The store itself gives small numbers as they were, those hidden since included; hiding is for what shows them."""
    first = deliver(store, [outcome(20.0, numerator=2.0, denominator=10.0)])
    then, shown = spanned(store)[1], observations(store, DataMode.REAL)
    deliver(store, [outcome(None, status="suppressed")])
    withdraw(store, first, WRITER, "prov")
    assert observations(store, DataMode.REAL)["status"].tolist() == ["suppressed"]
    assert_frame_equal(observations(store, DataMode.REAL, then), shown)
    assert shown[["delivery_id", "value", "numerator"]].values.tolist() == [[first, 20.0, 2.0]]
    assert shown["period_start"].tolist() == [pd.Timestamp(date(2024, 1, 1))]
