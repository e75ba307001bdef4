"""What must hold of måluppfyllelse for any numbers: mirrors, scales, and the order of rows."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi.analysis import attain


def judged(kind, value, target=np.nan, **rest):
    found = attain(kind, value, target, **rest)
    return found.status[0], found.reason[0]


tenths = st.integers(-5_000, 5_000).map(lambda n: n / 10)
mirrors = {
    "at_least": "at_most", "change_at_least": "change_at_most", "above_base": "below_base",
    "above_reference": "below_reference",
}  # fmt: skip


@settings(deadline=None)
@given(
    st.tuples(tenths, tenths, tenths, tenths),
    st.sampled_from(sorted(mirrors)),
    st.sampled_from([np.nan, 0.0, 0.5, 3.0]),
)
def test_turning_every_sign_turns_the_kind(numbers, kind, tolerance):
    value, target, base, reference = numbers
    one = attain(kind, value, target, base=base, reference=reference, tolerance=tolerance)
    other = attain(mirrors[kind], -value, -target, base=-base, reference=-reference, tolerance=tolerance)
    assert one.status[0] == other.status[0]
    assert one.reason[0] == other.reason[0]
    assert one.distance[0] == -other.distance[0] or np.isnan(one.distance[0])


@settings(deadline=None)
@given(tenths, tenths, tenths, tenths, tenths)
def test_a_gap_mirrors_with_the_direction(value, reference, base, reference_base, target):
    numbers = (value, reference, base, reference_base)
    lower, higher = (
        attain(
            "gap_reduced_by",
            sign * v,
            target,
            reference=sign * r,
            base=sign * b,
            reference_base=sign * rb,
            direction=way,
        )
        for (v, r, b, rb) in [numbers]
        for sign, way in ((1, "lower"), (-1, "higher"))
    )
    assert (lower.status[0], lower.reason[0]) == (higher.status[0], higher.reason[0])


@settings(deadline=None)
@given(
    tenths, tenths, tenths, tenths, st.sampled_from(["at_most", "below", "between", "below_base", "below_reference"])
)
def test_another_scale_of_measure_changes_no_status(value, target, base, reference, kind):
    def of(scale):
        rest = {"upper": target + 50, "base": base, "reference": reference}
        shown = {name: float(Fraction(repr(number)) * scale) for name, number in rest.items()}
        v, a = (float(Fraction(repr(number)) * scale) for number in (value, target))
        return judged(kind, v, a, **shown)

    assert of(1) == of(1000) == of(Fraction(1, 100))


@settings(deadline=None)
@given(st.permutations(range(12)))
def test_the_order_of_rows_never_matters(order):
    values = np.array([85.5, 85.4, 95, np.nan, 11.02, 11.03, 0.33, 0.34, 16, 15.9, 1, 2])
    kinds = np.array(["at_least"] * 4 + ["change_at_most"] * 2 + ["at_most"] * 2 + ["below"] * 2 + ["milestone"] * 2)
    targets = np.array([95] * 4 + [-42] * 2 + [0.3] * 2 + [16] * 2 + [0] * 2, float)
    straight = attain(kinds, values, targets, base=19.0)
    turned = attain(kinds[order], values[order], targets[order], base=19.0)
    assert (straight.status[order] == turned.status).all()
    assert (straight.reason[order] == turned.reason).all()
