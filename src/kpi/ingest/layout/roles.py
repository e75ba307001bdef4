"""Which column is what: guessed from headers and from what stands below them."""

import numpy as np

from kpi.ingest import periods
from kpi.ingest.layout.layout import NUMBERS, Doubt, Kind, Role
from kpi.ingest.layout.seen import Seen
from kpi.ingest.layout.words import MEASURES, called, part
from kpi.model import PeriodKind

KEYS = (Role.GENDER, Role.PERIOD, Role.UNIT, Role.INDICATOR)
_FREE_TEXT = 0.5  # more distinct texts per row than this is prose
_FEW_ROWS = 20

Roles = dict[str, Role]


def guess(columns: list[Seen]) -> tuple[Roles, list[Doubt]]:
    """The role of every column whose header says no period, gender or unit, and the columns that are in doubt."""
    left = [column for column in columns if not column.spread and column.filled]
    chosen = _keys(left)
    keys = list(chosen.values())
    roles: Roles = {column.header: role for role, column in chosen.items()}
    left = [column for column in left if column.header not in roles]
    if Role.PERIOD in chosen:
        roles |= _part(chosen[Role.PERIOD], left)
    left = [column for column in left if column.header not in roles and not any(_explains(key, column) for key in keys)]
    roles |= {column.header: Role.IGNORED for column in columns if not column.spread and not column.filled}
    spread = any(column.spread for column in columns)
    named, doubts = _numbers([column for column in left if column.numeric], Role.INDICATOR in chosen, spread)
    roles |= named
    roles |= _texts([column for column in left if not column.numeric], chosen, keys, doubts)
    ignored = {column.header: Role.IGNORED for column in columns if not column.spread and column.header not in roles}
    return roles | ignored, doubts


def _keys(columns: list[Seen]) -> dict[Role, Seen]:
    """The column that holds each key: the surest, and of periods the finest."""
    chosen: dict[Role, Seen] = {}
    for role in KEYS:
        free = [column for column in columns if column not in chosen.values() and column.could_be(role)]
        if free:
            chosen[role] = max(free, key=lambda one: _sureness(one, role))
    return chosen


def _sureness(column: Seen, role: Role) -> tuple[float, float]:
    """The finest of several periods; of a unit's code and its name the code: Stockholm is a region and a town."""
    better = {Role.PERIOD: float(len(column.filled)), Role.UNIT: float(column.coded)}.get(role, 0.0)
    return better, column.could_be(role)


def _explains(key: Seen, column: Seen) -> bool:
    """The column only says again, in other words, what a key says: a region's name beside its code."""
    plain = not column.numeric or called(column.header) in KEYS
    return len(column.filled) > 1 and plain and key.decides(column)


def _part(period: Seen, left: list[Seen]) -> Roles:
    """A month, quarter or tertial beside a year."""
    parsed = [periods.parse(text) for text in period.filled]
    if not all(found is not None and found.kind is PeriodKind.YEAR for found in parsed):
        return {}
    parts = [(column.header, part(column.header)) for column in left if not period.decides(column)]
    return next(({header: role} for header, role in parts if role), {})


def _numbers(left: list[Seen], has_indicator: bool, spread: bool) -> tuple[Roles, list[Doubt]]:
    """Columns of numbers: by their names; those without a telling name are the nyckeltal's own values."""
    roles = {column.header: role for column in left if (role := called(column.header)) in NUMBERS}
    rest = [column for column in left if column.header not in roles]
    if spread or Role.VALUE in roles.values():
        doubts = [Doubt(Kind.COLUMN, column.header) for column in rest]
        return roles | {column.header: Role.IGNORED for column in rest}, doubts
    alone = has_indicator and len(rest) == 1
    if len(rest) > 1 and roles:  # which of the nyckeltal they belong to is not to be seen
        measures = {column.header: Role.MEASURE for column in rest}
        return measures | dict.fromkeys(roles, Role.IGNORED), [Doubt(Kind.COLUMN, header) for header in roles]
    return roles | {column.header: Role.VALUE if alone else Role.MEASURE for column in rest}, []


def _texts(left: list[Seen], chosen: dict[Role, Seen], keys: list[Seen], doubts: list[Doubt]) -> Roles:
    """Columns of text: status, comment, or what tells one nyckeltal from another."""
    superfluous = Role.INDICATOR in chosen and _unique(keys)
    roles: Roles = {}
    for column in left:
        role, alone = called(column.header), len(column.filled) == 1
        if role in (Role.STATUS, Role.COMMENT):
            roles[column.header] = role
        elif superfluous or (alone and (Role.INDICATOR in chosen or column.header in MEASURES)):
            roles[column.header] = Role.IGNORED
        elif _is_prose(column):
            roles[column.header] = Role.IGNORED
            doubts.append(Doubt(Kind.COLUMN, column.header))
        else:
            roles[column.header] = Role.SERIES
    return roles


def _is_prose(column: Seen) -> bool:
    rows = len(column.distinct.codes)
    return rows > _FEW_ROWS and len(column.filled) > _FREE_TEXT * rows


def _unique(keys: list[Seen]) -> bool:
    """The keys alone tell all rows apart."""
    codes = np.stack([key.distinct.codes for key in keys], axis=1)
    return len(np.unique(codes, axis=0)) == len(codes)
