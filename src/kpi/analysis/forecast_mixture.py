"""A predictive distribution: Student's t distributions, weighed together, within what is possible."""

from dataclasses import dataclass, replace

import numpy as np
from scipy.special import stdtr, stdtrit

from kpi.analysis.arrays import FloatArray

_HALVINGS = 40


@dataclass(frozen=True)
class Mixture:
    """weight, centre, scale and df are (s, g): g distributions for each of s quantities; the weights sum to 1."""

    weight: FloatArray
    centre: FloatArray
    scale: FloatArray
    df: FloatArray

    @property
    def mean(self) -> FloatArray:
        """(s,): the mean of each mixture."""
        return np.asarray((self.weight * self.centre).sum(axis=1))

    def below(self, limit: FloatArray) -> FloatArray:
        """(s,): the probability of a value below each mixture's own limit."""
        return np.asarray((self.weight * stdtr(self.df, (limit[:, None] - self.centre) / self.scale)).sum(axis=1))

    def quantile(self, share: float) -> FloatArray:
        """(s,): the value that `share` of each mixture lies below, found by halving."""
        each = self.centre + stdtrit(self.df, share) * self.scale
        low, high = each.min(axis=1), each.max(axis=1)
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            under = self.below(middle) < share
            low, high = np.where(under, middle, low), np.where(under, high, middle)
        return np.asarray((low + high) / 2)

    def around_mean(self, factor: FloatArray) -> "Mixture":
        """The same distributions around one centre, their mean, each as wide as `factor` (s,) times before."""
        centre = np.broadcast_to(self.mean[:, None], self.centre.shape)
        return replace(self, centre=centre, scale=self.scale * factor[:, None])

    def moved(self, factor: FloatArray, shift: FloatArray) -> "Mixture":
        """The mixtures of factor·x + shift, with one positive factor and one shift (s,) for each."""
        scale = self.scale * factor[:, None]
        return replace(self, centre=self.centre * factor[:, None] + shift[:, None], scale=scale)

    def row(self, number: int) -> "Mixture":
        """One of them."""
        return Mixture(*(part[number : number + 1] for part in (self.weight, self.centre, self.scale, self.df)))


def weighed(mixtures: list[Mixture], weights: FloatArray) -> Mixture:
    """One mixture of several, `weights` (models, s) summing to 1 over the models."""
    pairs = zip(mixtures, weights, strict=True)
    weight = np.concatenate([one.weight * its[:, None] for one, its in pairs], axis=1)
    parts = (np.concatenate([getattr(one, name) for one in mixtures], axis=1) for name in ("centre", "scale", "df"))
    return Mixture(weight, *parts)
