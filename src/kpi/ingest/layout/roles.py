"""Which column is what: guessed from headers and from what stands below them."""

import numpy as np

from kpi.ingest import periods
from kpi.ingest.layout.layout import NUMBERS, PARTS, Doubt, Kind, Role
from kpi.ingest.layout.seen import Seen
from kpi.ingest.layout.words import COUNTRY, MEASURES, REGION, called, part
from kpi.model import Period, PeriodKind

KEYS = (Role.GENDER, Role.PERIOD, Role.UNIT, Role.INDICATOR)
_FREE_TEXT = 0.5  # more distinct texts per row than this is prose
_FEW_ROWS = 20

Roles = dict[str, Role]


def guess(columns: list[Seen]) -> tuple[Roles, list[Doubt]]:
    """The role of every column whose header says no period, gender or unit, and the columns that are in doubt."""
    left = [column for column in columns if not column.spread and column.filled]
    chosen = keys_of(left)
    keys = list(chosen.values())
    roles: Roles = {column.header: role for role, column in chosen.items()}
    left = [column for column in left if column.header not in roles]
    if Role.PERIOD in chosen and (beside := _part(chosen[Role.PERIOD], left)):
        roles |= beside
        keys += [column for column in left if column.header in beside]
    left = [
        column
        for column in left
        if column.header not in roles and not any(_explains(role, key, column) for role, key in chosen.items())
    ]
    roles |= {column.header: Role.IGNORED for column in columns if not column.spread and not column.filled}
    spread = any(column.spread for column in columns)
    named, doubts = _numbers([column for column in left if column.numeric], Role.INDICATOR in chosen, spread)
    roles |= named
    roles |= _texts([column for column in left if not column.numeric], chosen, keys, doubts)
    ignored = {column.header: Role.IGNORED for column in columns if not column.spread and column.header not in roles}
    return roles | ignored, doubts


def keys_of(columns: list[Seen]) -> dict[Role, Seen]:
    """The column that holds each key: the surest, and of periods and units the finest."""
    chosen: dict[Role, Seen] = {}
    for role in KEYS:
        free = [column for column in columns if column not in chosen.values() and column.could_be(role)]
        if free:
            chosen[role] = max(free, key=lambda one: _sureness(one, role))
    return chosen


def _sureness(column: Seen, role: Role) -> tuple[float, ...]:
    """The finest of those named for it; of a unit's code and its name the code: Stockholm is a region and a town."""
    named, sure = called(column.header) is role, column.could_be(role)
    if role is Role.PERIOD:
        return named, len(column.filled), -column.coarseness, sure
    if role is Role.UNIT:
        meant = {codes or text for codes, text in zip(column.units, column.distinct.texts, strict=True) if text}
        return named, len(meant), column.coded, sure
    return (sure,)


def _explains(role: Role, key: Seen, column: Seen) -> bool:
    """The column only says again, in other words, what a key says: a region's name beside its code."""
    plain = not column.numeric or called(column.header) in KEYS
    if not plain or not (len(column.filled) > 1 or column.could_be(role)):
        return False
    if role is Role.UNIT:
        return _explains_unit(key, column)
    return key.decides(column) and (role is not Role.PERIOD or _says_no_more(key, column))


def _says_no_more(period: Seen, column: Seen) -> bool:
    """ "2024" or "jan" beside "2024-01" says nothing more; "dec" beside "2023" does, whatever decides it."""
    pairs = [(periods.parse(its), text) for its, text in period.texts_beside(column) if text]
    return all(its is not None and _less(text, its) for its, text in pairs)


def _less(text: str, period: Period) -> bool:
    """The text is the period, a longer one that it lies within, or for several years together one of them."""
    its = periods.parse(text) or periods.parse(f"{text} {period.start.year}")
    if its is None or its == period:
        return its is not None
    outer, inner = (period, its) if period.kind.pooled else (its, period)
    return outer.start <= inner.start and inner.end <= outer.end and not its.kind.pooled


def _explains_unit(key: Seen, column: Seen) -> bool:
    """A unit may go under several names; but two regions on one row contradict each other."""
    pairs = key.units_beside(column)
    if all(mine and mine == other for mine, other in pairs):
        return True
    regions = [(mine, other) for mine, other in pairs if mine != other and _region(mine) and _region(other)]
    return not regions and key.decides(column)


def _region(codes: frozenset[str]) -> bool:
    return len(codes) == 1 and all(code.startswith(REGION) and code != COUNTRY for code in codes)


def _part(period: Seen, left: list[Seen]) -> Roles:
    """A month, quarter or tertial beside a year: the finest."""
    parsed = [periods.parse(text) for text in period.filled]
    if not all(found is not None and found.kind is PeriodKind.YEAR for found in parsed):
        return {}
    parts = {role: column.header for column in left if (role := part(column.header))}
    return next(({parts[role]: role} for role in PARTS if role in parts), {})


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
        elif alone and column.header in MEASURES:
            roles[column.header] = Role.IGNORED
        elif superfluous or _is_prose(column) or (alone and Role.INDICATOR in chosen):
            # "65+" all through may be what the nyckeltal is about.
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
