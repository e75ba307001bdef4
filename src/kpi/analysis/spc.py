"""XmR control charts: limits per phase, marked points and by which rule, variation and assurance; many series at once.

Statistical process control as in NHS "Making Data Count"; docs/methods.md has the rules, which `spc_rules` applies
within the limits of `spc_limits`. A single series is the case of one.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from kpi.analysis.arrays import BoolArray, FloatArray, IntArray, ObjectArray, either
from kpi.analysis.blocks import Block, by_length, on_all_cores
from kpi.analysis.spc_limits import limits
from kpi.analysis.spc_rules import SmallInts, marks, places
from kpi.analysis.trend_words import signs
from kpi.model import Direction

FEWEST = 12
RUN, SHORT_RUN = 7, 6


class Variation(StrEnum):
    """What a point says; the latest point's is the series'."""

    COMMON_CAUSE = "common_cause"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    HIGH = "high"
    LOW = "low"


class Assurance(StrEnum):
    """Whether values within the limits always, never, or now and then reach the target."""

    CONSISTENT_PASS = "consistent_pass"  # noqa: S105 (a word of the method)
    CONSISTENT_FAIL = "consistent_fail"
    INCONSISTENT = "inconsistent"


class ChartReason(StrEnum):
    """Why a phase has no limits, and its points no label."""

    TOO_FEW = "too_few"


@dataclass(frozen=True)
class Charts:
    """The charts of m series of n points.

    phase (m, n): each point's phase as an index into mean_of and reach_of, which hold one element per phase, NaN where
    it has too few values. rule (m, n): `spc_rules.Rule` numbers; side (m, n): which way the point's signal goes, −1, 0
    or 1; since (m, n): the position where that signal begins, −1 without one. better (m,): the direction as −1, 0, 1.
    assurance (m,): an `Assurance`, or None without a target, a direction or limits.
    """

    phase: IntArray
    mean_of: FloatArray
    reach_of: FloatArray
    rule: SmallInts
    side: SmallInts
    since: SmallInts
    better: IntArray
    assurance: ObjectArray

    @property
    def mean(self) -> FloatArray:
        """(m, n): the mean at each point, NaN where the phase is too short."""
        return self.mean_of[self.phase]

    @property
    def lower(self) -> FloatArray:
        """(m, n): the lower limit at each point, likewise."""
        return (self.mean_of - self.reach_of)[self.phase]

    @property
    def upper(self) -> FloatArray:
        """(m, n): the upper limit at each point, likewise."""
        return (self.mean_of + self.reach_of)[self.phase]

    @property
    def labels(self) -> ObjectArray:
        """(m, n): each point's `Variation`, None where `reason` says why."""
        return _said(self.side * self.better[:, None], self.side, self._short)

    @property
    def reason(self) -> ObjectArray:
        """(m, n): a `ChartReason` where the point's phase has no limits, else None."""
        return either(self._short, ChartReason.TOO_FEW.value)

    @property
    def variation(self) -> ObjectArray:
        """(m,): the latest point's `Variation`, None where the latest phase is too short."""
        last = self.side[:, -1]
        return _said(last * self.better, last, np.isnan(self.mean_of[self.phase[:, -1]]))

    @property
    def _short(self) -> BoolArray:
        return np.isnan(self.mean_of)[self.phase]


def control_charts(
    values: ArrayLike, *, starts: ArrayLike | None = None, breaks: ArrayLike = False, target: ArrayLike = np.nan,
    direction: ArrayLike = Direction.NEUTRAL.value, screen: bool = True, fix_after: int | None = None, run: int = RUN,
) -> Charts:  # fmt: skip
    """The chart of each series: values (m, n), or (n,) for one, in the order of time.

    starts: the points' first days, (n,) or (m, n), checked for repetition and order. breaks: True where a phase begins,
    (n,) or (m, n): declared breaks only, none is ever found. target and direction: one, or one per series; NaN is no
    target. screen: moving ranges of at least 3.267 times their mean are left out once. fix_after: the phase's first so
    many values make its limits, at least twelve. run: seven points make a trend or a shift, or six. A phase needs
    twelve values. Raises `ValueError` for NaN or infinity among the values, for starts that do not rise, for fix_after
    below twelve, for another run and for an unknown direction.
    """
    block = np.atleast_2d(np.asarray(values, np.float64))
    _check(block, starts, fix_after, run)
    phase, first = _phases(block, np.asarray(breaks, bool))
    sizes = np.diff(np.append(first, block.size))
    mean, reach = np.full(len(first), np.nan), np.full(len(first), np.nan)
    rule, side, since = (np.full(block.shape, empty, kind) for empty, kind in ((0, "i1"), (0, "i1"), (-1, "i4")))
    position = (first % max(block.shape[1], 1)).astype(np.int32)
    long = np.flatnonzero(sizes >= FEWEST)

    def chart(block_of: Block) -> None:
        its, points = long[block_of.rows], np.ascontiguousarray(block_of.of(block.reshape(-1)).T)
        within = limits(points, screen=screen, fix_after=fix_after)
        mean[its], reach[its] = within.mean, within.reach
        found = marks(places(points, *within), run)
        begins = found.since + (found.since >= 0) * position[its]
        for into, what in ((rule, found.rule), (side, found.side), (since, begins)):
            block_of.put(into.reshape(-1), what.T)

    on_all_cores(chart, by_length(first[long], sizes[long]))
    better = np.broadcast_to(signs(np.atleast_1d(np.asarray(direction, object))), len(block))
    last = phase[:, -1]
    assurance = assured(mean[last], reach[last], better, np.asarray(target, np.float64))
    return Charts(phase, mean, reach, rule, side, since, better, assurance)


def assured(mean: FloatArray, reach: FloatArray, better: IntArray, target: FloatArray) -> ObjectArray:
    """`Assurance` of each series by its last limits; None without a direction (better is 0), limits or a target."""
    beyond = (target > mean + reach).astype(int) - (target < mean - reach).astype(int)
    words = [Assurance.INCONSISTENT.value, Assurance.CONSISTENT_FAIL.value, Assurance.CONSISTENT_PASS.value]
    known = np.isfinite(target + mean) & (better != 0)
    return either(known, np.array(words, object)[beyond * better])


def _check(block: FloatArray, starts: ArrayLike | None, fix_after: int | None, run: int) -> None:
    if not block.shape[1]:
        raise ValueError("a chart needs values")
    if not np.isfinite(block).all():
        raise ValueError("a value is missing: leave out the periods without one")
    if starts is not None and not (np.diff(np.atleast_2d(np.asarray(starts)), axis=1) > np.zeros(1, "i8")).all():
        raise ValueError("a period is repeated or out of order")
    if fix_after is not None and fix_after < FEWEST:
        raise ValueError(f"fix_after is {fix_after}; limits need at least {FEWEST} values")
    if run not in (RUN, SHORT_RUN):
        raise ValueError(f"a run is of {RUN} or {SHORT_RUN} points, not {run}")


def _phases(block: FloatArray, breaks: BoolArray) -> tuple[IntArray, IntArray]:
    """Each point's phase, numbered over all series, and where each phase starts in the flat block."""
    if not breaks.any():
        return np.broadcast_to(np.arange(len(block))[:, None], block.shape), np.arange(len(block)) * block.shape[1]
    begins = np.array(np.broadcast_to(breaks, block.shape))
    begins[:, :1] = True
    return (np.cumsum(begins.reshape(-1)) - 1).reshape(block.shape), np.flatnonzero(begins.reshape(-1))


def _said(better: SmallInts, side: SmallInts, short: BoolArray) -> ObjectArray:
    words = np.array([Variation.COMMON_CAUSE.value, Variation.HIGH.value, Variation.LOW.value], object)[side]
    words[better > 0], words[better < 0] = Variation.IMPROVEMENT.value, Variation.CONCERN.value
    words[short] = None
    return words
