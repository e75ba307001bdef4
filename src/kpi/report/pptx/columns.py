"""Pieces in columns: parts whole where they can be, words beside tables, or broken where they must be."""

from collections.abc import Sequence
from dataclasses import replace

from kpi.report.pptx.pieces import HEADING, Piece

_LESS_AIR = 0.5
_SHARES = [share / 10 for share in range(3, 11)]  # of the height, tried so that columns are of about the same length


def columns_of(parts: Sequence[Sequence[Piece]], height: float, most: int) -> list[list[Piece]]:
    """The parts in columns no higher than the height; with less air where they are more than `most` otherwise."""
    columns = _packed(parts, height, most)
    if len(columns) > most:
        columns = min(columns, _packed([_closer(part) for part in parts], height, most), key=len)
    return columns


def _closer(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with less air between them."""
    return [replace(piece, before=piece.before * _LESS_AIR) for piece in pieces]


def _packed(parts: Sequence[Sequence[Piece]], height: float, most: int) -> list[list[Piece]]:
    """The parts in columns: whole where they can be, words beside tables, or broken; at best `most` of equal height."""
    words = [part for part in parts if all(isinstance(each.content, tuple) for each in part)]
    large = [part for part in parts if part not in words]
    pieces = [[piece] for part in parts for piece in part]
    for share in range(3, 11):
        if len(whole := _columns(parts, height * share / 10)) <= most and _within(whole, height):
            return whole
    apart = [*_columns(words, height), *_columns(large, height)]
    if len(apart) <= most and _within(apart, height):
        return apart
    broken = (_columns(pieces, height * share / 10) for share in range(3, 11))
    return next((columns for columns in broken if len(columns) <= most), _columns(pieces, height))


def _within(columns: Sequence[Sequence[Piece]], height: float) -> bool:
    return all(_height(column) <= height for column in columns)


def _height(pieces: Sequence[Piece]) -> float:
    return sum(piece.height + (piece.before if at else 0) for at, piece in enumerate(pieces))


def _columns(groups: Sequence[Sequence[Piece]], limit: float) -> list[list[Piece]]:
    """The groups one under the other; a new column begins where one would reach below the limit."""
    columns: list[list[Piece]] = [[]]
    for at, group in enumerate(groups):
        follows = groups[at + 1][:1] if len(group) == 1 and _is_heading(group[0]) else ()
        if columns[-1] and _height([*columns[-1], *group, *follows]) > limit:
            columns.append([])
        columns[-1] += group
    return [column for column in columns if column]


def _is_heading(piece: Piece) -> bool:
    return isinstance(piece.content, tuple) and len(piece.content) == 1 and piece.content[0].size == HEADING
