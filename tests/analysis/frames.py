"""Small frames for the tests of the analysis, made by hand: only what differs is said."""

from datetime import date

import pandas as pd

SUBJECT = {
    "plan": "p", "goal": "g", "indicator": "i", "unit": "u", "position": 1, "direction": "lower", "year_rule": "sum",
    "split_by_gender": True, "measure": "%",
}  # fmt: skip
TARGET = {
    "code": "t", "plan": "p", "indicator": "i", "unit": None, "gender": None, "period_kind": "year", "kind": "at_most",
    "value": None, "upper_value": None, "base_year": None, "reference": None, "by_year": None, "first_year": None,
    "last_year": None, "tolerance": None, "origin": "plan",
}  # fmt: skip
OBSERVATION = {
    "indicator": "i", "unit": "u", "gender": "T", "period_kind": "year", "period_start": "2025-01-01", "value": None,
    "numerator": None, "denominator": None, "lower": None, "upper": None, "status": None, "delivery_id": 1,
}  # fmt: skip


def _frame(template, rows):
    return pd.DataFrame([{**template, **row} for row in rows], columns=list(template))


def subjects(*rows):
    return _frame(SUBJECT, rows or ({},))


def targets(*rows):
    return _frame(TARGET, rows)


def observations(*rows):
    made = _frame(OBSERVATION, rows)
    made["period_start"] = pd.to_datetime(made["period_start"])
    return made


def yearly(values, **rest):
    """One yearly observation per {year: value}."""
    return [{"period_start": f"{year}-01-01", "value": value, **rest} for year, value in values.items()]


def monthly(year, values, **rest):
    """Months from January on; None leaves a hole."""
    return [
        {"period_kind": "month", "period_start": date(year, month, 1).isoformat(), "value": value, **rest}
        for month, value in enumerate(values, 1)
        if value is not None
    ]


def row(frame, gender="T", subject=0):
    return frame[frame["gender"].eq(gender) & frame["subject"].eq(subject)].iloc[0]
