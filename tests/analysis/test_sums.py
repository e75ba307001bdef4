"""Sums and means of decimals against fractions: whole numbers where they can be had, and where they cannot."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi.analysis.sums import means, sums

NUMBERS = st.one_of(
    st.integers(-(10**6), 10**6).map(lambda whole: whole / 10),
    st.integers(-(10**9), 10**9).map(lambda whole: whole / 1000),
    st.floats(-1e6, 1e6),
    st.sampled_from([0.0, 0.1, 0.2, 1e-7, 1e15, 1e22, 1e300, 2.0**53 + 1, 9007199254740993.0]),
)


def exact(values, size=1):
    return float(sum(Fraction(repr(value)) for value in values) / size)


@settings(deadline=None)
@given(st.lists(st.lists(NUMBERS, min_size=1, max_size=12), min_size=1, max_size=6))
def test_sums_and_means_are_those_of_the_decimals(groups):
    values = np.array([value for group in groups for value in group])
    sizes = np.array([len(group) for group in groups])
    first = np.cumsum(sizes) - sizes
    assert sums(values, first).tolist() == [exact(group) for group in groups]
    assert means(values, first).tolist() == [exact(group, len(group)) for group in groups]


def test_a_float_sum_would_be_wrong():
    values = np.array([0.1, 0.2, 19.0, 1.1, 2.2])
    assert sums(values, np.array([0, 2, 3])).tolist() == [0.3, 19.0, 3.3]


@pytest.mark.parametrize("make", [sums, means])
def test_a_group_with_a_missing_value_has_none(make):
    found = make(np.array([1.0, np.nan, 2.0, 4.0]), np.array([0, 2]))
    assert np.isnan(found).tolist() == [True, False]
