"""Wilson's, Byar's and exact limits beside those that PHEindicatormethods expects, to 1e-6."""

import numpy as np
import pytest
from python_calamine import CalamineWorkbook

from kpi.analysis.intervals import byars, rates, wilson
from shared import SHARED, needs_shared

FOLDER = SHARED / "oracles" / "intervals"
pytestmark = needs_shared
CONFIDENCE = {"95%": 0.95, "99.8%": 0.998}


def rows(file, sheet):
    header, *found = CalamineWorkbook.from_path(FOLDER / file).get_sheet_by_name(sheet).to_python()
    return [dict(zip(header, row, strict=True)) for row in found]


def numbers(found, name):
    return np.array([np.nan if row[name] == "" else row[name] for row in found], float)


def agree(found, limits, lower="lowercl", upper="uppercl", scale=1.0):
    for limit, name in zip(limits, (lower, upper), strict=True):
        np.testing.assert_allclose(limit * scale, numbers(found, name), rtol=0, atol=1e-6)  # NaN equals NaN
        np.testing.assert_allclose(limit * scale, numbers(found, name), rtol=1e-6)


@pytest.mark.parametrize("confidence", CONFIDENCE)
def test_byars_and_wilson(confidence):
    found = [row for row in rows("testdata_Byars_Wilson.xlsx", "testdata_B_W") if row["confidence"] == confidence]
    of_counts = [row for row in found if row["method"] == "Byars"]
    of_shares = [row for row in found if row["method"] == "Wilson"]
    assert len(of_counts) >= 3
    assert len(of_shares) == 3
    agree(of_counts, byars(numbers(of_counts, "x"), CONFIDENCE[confidence]))
    agree(of_shares, wilson(numbers(of_shares, "x"), numbers(of_shares, "n"), CONFIDENCE[confidence]))


@pytest.mark.parametrize(
    ("file", "sheet", "method"),
    [("Proportion", "Prop", wilson), ("Rate", "Rate", rates)],
)
@pytest.mark.parametrize(("confidence", "columns"), [(0.95, "95_0cl"), (0.998, "99_8cl")])
def test_by_area(file, sheet, method, confidence, columns):
    found = rows(f"testdata_{file}.xlsx", f"testdata_{sheet}")
    assert len(found) > 15
    limits = method(numbers(found, "Numerator"), numbers(found, "Denominator"), confidence)
    agree(found, limits, f"lower{columns}", f"upper{columns}", numbers(found, "multiplier"))


@pytest.mark.parametrize(
    ("file", "sheet", "method"),
    [("Proportion", "Prop_g", wilson), ("Rate", "Rate_g", rates)],
)
def test_of_groups_with_gaps(file, sheet, method):
    """A missing numerator or denominator has no limits in the expected results either."""
    found = rows(f"testdata_{file}.xlsx", f"testdata_{sheet}")
    limits = method(numbers(found, "Numerator"), numbers(found, "Denominator"))
    assert np.isnan(limits[0]).sum() >= 3
    agree(found, limits, scale=numbers(found, "multiplier"))
