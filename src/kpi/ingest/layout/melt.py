"""From any layout to the long one: a row per outcome, with the places that its cells were taken from."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.errors import Place, wrong
from kpi.ingest.distinct import Distinct
from kpi.ingest.layout import dates, names
from kpi.ingest.layout.grid import Headed
from kpi.ingest.layout.layout import LEFT_OUT, NUMBERS, Layout, Role
from kpi.ingest.layout.seen import MARKS, Seen
from kpi.ingest.layout.understand import Understood
from kpi.ingest.registers import Register, Registers
from kpi.ingest.shaped import LeftOut
from kpi.ingest.table import Cells, Table, single_spaced
from kpi.words import listing, say

_PRELIMINARY = "(p)"
Key = tuple[str, str, str, str]  # what headers say of period, gender, unit and series


@dataclass(frozen=True, slots=True)
class Molten:
    """The outcomes as a table of the long layout; `titles` say which column of the file each of its columns is."""

    table: Table
    titles: dict[str, str | NDArray[np.object_]]
    left_out: tuple[LeftOut, ...]
    around: tuple[str, ...]


def melted(read: Understood, known: Registers) -> Molten:
    """All tables below each other. Raises `UserError` when no column holds values."""
    pieces = [piece for one in read.tables for piece in _pieces(one, read.layout)]
    if not pieces:
        raise wrong("no-values-column", Place(file=read.file))
    frame = pd.concat(pieces, ignore_index=True).sort_values(["sheet", "row"], kind="stable", ignore_index=True)
    told: list[LeftOut] = [*read.left_out]
    frame = _without(frame, _says_nothing(frame), say("left-out-blank"), told)
    for column, answers, register, key in (
        ("nyckeltal", read.layout.indicators, known.indicator, "left-out-indicator"),
        ("enhet", read.layout.units, known.unit, "left-out-unit"),
    ):
        meant = _meant(frame[column], answers, register)
        # A blank cell is no name that somebody has chosen not to read: it stays, and is a finding.
        out = meant.eq(LEFT_OUT) & frame[column].str.strip().ne("")
        which = listing(f"”{text}”" for text in frame.loc[out, column].drop_duplicates().head(3))
        frame = _without(frame.assign(**{column: meant}), out, say(key, names=which), told)
    around = tuple(text for one in read.tables for text in one.around)
    return Molten(_table(frame, read), _titles(frame, read.layout), tuple(told), around)


def _without(frame: pd.DataFrame, out: "pd.Series[bool]", reason: str, told: list[LeftOut]) -> pd.DataFrame:
    if not out.any():
        return frame
    told.append(LeftOut(int(out.sum()), reason))
    return frame[~out].reset_index(drop=True)


def _meant(texts: "pd.Series[str]", answers: dict[str, str], register: Register) -> "pd.Series[str]":
    """Codes for the names that are known; the others stand, and become findings."""
    distinct = Distinct(texts)
    found = [names.code(text, answers, register) for text in distinct.texts]
    kept = [text if code is None else code for text, code in zip(distinct.texts, found, strict=True)]
    return pd.Series(distinct.spread(kept), index=texts.index, dtype="str")


def _pieces(one: Headed, layout: Layout) -> list[pd.DataFrame]:
    """One frame for each combination that the headers of value columns say."""
    groups = _groups(one, layout)
    keys = _keys(one, layout)
    return [_piece(one, layout, keys, key, columns) for key, columns in groups.items()]


def _groups(one: Headed, layout: Layout) -> dict[Key, dict[str, Seen]]:
    """The value columns by what their headers say: for each, the column of the value, the numerator and so on."""
    groups: dict[Key, dict[str, Seen]] = {}
    beside: list[tuple[Key, str, Seen]] = []
    for column in one.columns:
        role = column.said.role if column.spread else layout.columns.get(column.header, Role.IGNORED)
        if role not in NUMBERS:
            continue
        said, field = column.said, NUMBERS[role]
        series = said.series if column.spread or role is Role.MEASURE else ""
        key = (said.period, said.gender, said.unit, series) if column.spread else ("", "", "", series)
        if field == "värde":
            _put(groups.setdefault(key, {}), field, column, one)
        else:
            beside.append((key, field, column))
    for key, field, column in beside:
        same = [held for its, held in groups.items() if its[:3] == key[:3] and key[3] in ("", its[3])]
        if len(same) != 1:
            raise wrong("column-without-value", Place(one.table.file, one.sheet, column=" ".join(column.texts)))
        _put(same[0], field, column, one)
    return groups


def _put(held: dict[str, Seen], field: str, column: Seen, one: Headed) -> None:
    if field in held:
        both = listing(f"”{' '.join(each.texts)}”" for each in (held[field], column))
        raise wrong("columns-alike", Place(one.table.file, one.sheet), columns=both)
    held[field] = column


def _keys(one: Headed, layout: Layout) -> dict[str, "pd.Series[str] | str"]:
    """What each row, the sheet or the whole file says of the unit, the period and the gender."""
    by_role = {layout.columns[c.header]: c for c in one.columns if c.header in layout.columns}
    found: dict[str, pd.Series[str] | str] = {}
    for role, name in ((Role.UNIT, "enhet"), (Role.GENDER, "kön"), (Role.PERIOD, "period")):
        if role in by_role:
            found[name] = by_role[role].cells.text.str.strip()
        elif layout.sheet is role:
            found[name] = single_spaced(one.sheet)
        else:
            found[name] = layout.constants.get(role, "")
    if Role.PERIOD in by_role:
        found["period"] = dates.texts(by_role[Role.PERIOD].cells, layout.dates, dates.part(by_role))
    for role, name in ((Role.STATUS, "status"), (Role.COMMENT, "kommentar")):
        found[name] = by_role[role].cells.text.str.strip() if role in by_role else ""
    return found


def _piece(
    one: Headed, layout: Layout, keys: dict[str, "pd.Series[str] | str"], key: Key, columns: dict[str, Seen]
) -> pd.DataFrame:
    period, gender, unit, header = key
    rows = len(one.table)
    frame = pd.DataFrame(dict(keys), index=range(rows)).astype("str")
    for name, told in (("period", dates.header(period, layout.dates)), ("kön", gender), ("enhet", unit)):
        if told:
            frame[name] = told
    frame["nyckeltal"] = pd.Series(names.series(one, layout, header), dtype="str")
    for field, column in columns.items():
        frame[field], preliminary = _marked(column.cells)
        frame[f"{field} tal"] = np.nan if column.cells.number is None else column.cells.number
        if field == "värde":
            frame["status"] = frame["status"].mask(preliminary & frame["status"].eq(""), "preliminärt")
            frame["rubrik"] = " ".join(column.texts)
    return frame.assign(row=one.table.rows, sheet=one.sheet)


def _marked(cells: Cells) -> tuple["pd.Series[str]", "pd.Series[bool]"]:
    """The texts with one sign for "no value", and without the mark of preliminary values, which is told apart."""
    text = cells.text.str.strip()
    text = text.mask(text.isin(MARKS - {".."} - {"."}), "..")
    preliminary = text.str.endswith(_PRELIMINARY)
    return text.mask(preliminary, text.str.removesuffix(_PRELIMINARY).str.rstrip()), preliminary


def _says_nothing(frame: pd.DataFrame) -> "pd.Series[bool]":
    """No number, no sign and no status: the cell is left blank for a period that has not come, or a unit without."""
    held = [name for name in dict.fromkeys(NUMBERS.values()) if name in frame]
    blank = pd.concat([frame[name].fillna("").eq("") for name in held], axis=1).all(axis=1)
    return blank & frame["status"].eq("")


def _table(frame: pd.DataFrame, read: Understood) -> Table:
    fields = [name for name in dict.fromkeys(NUMBERS.values()) if name in frame]
    named = ["nyckeltal", "enhet", "period", "kön", *fields]
    named += [name for name in ("status", "kommentar") if frame[name].ne("").any()]
    columns = [
        Cells(frame[name].fillna("").astype("str"), frame[f"{name} tal"].to_numpy(float) if name in fields else None)
        for name in named
    ]
    sheets = frame["sheet"].to_numpy(object)
    return Table(read.file, "", named, columns, frame["row"].to_numpy(np.int64), sheets)


def _titles(frame: pd.DataFrame, layout: Layout) -> dict[str, str | NDArray[np.object_]]:
    titles: dict[str, str | NDArray[np.object_]] = {"värde": frame["rubrik"].to_numpy(object)}
    for role, name in (
        (Role.UNIT, "enhet"),
        (Role.GENDER, "kön"),
        (Role.PERIOD, "period"),
        (Role.INDICATOR, "nyckeltal"),
    ):
        if held := layout.having(role):
            titles[name] = held[0]
    return titles
