"""Random subjects with targets and outcomes on a coarse grid, so that boundaries, ties, gaps and nulls are all met."""

import random

KINDS = [
    "at_least", "at_most", "below", "between", "change_at_most", "change_at_least", "below_base", "above_base",
    "below_reference", "above_reference", "gap_reduced_by", "milestone",
]  # fmt: skip
CHANGES = [-42.0, 0.0, 50.0, -3.1, -120.0, 200.0]
DIRECTIONS = ["higher", "higher", "lower", "lower", "neutral"]
TOLERANCES = [None, None, None, None, 0.0, 0.5, 5.0, 40.0]
CHANGE_TOLERANCES = [None, 0.5, 40.0, 400.0]
YEARS = range(2018, 2026)
PARTS = {"month": range(1, 13), "quarter": range(1, 13, 3), "tertial": range(1, 13, 4)}


def value(rng):
    return rng.choice([0.0, 1.9, 19.0, 11.02, 10.0, 10.0, 9.5, 10.5, 11.0, -3.1, -34.8, rng.randint(-300, 300) / 10])


def observation(rng, where, kind, start):
    one = {**where, "period_kind": kind, "period_start": start}
    one["value"] = value(rng)
    if rng.random() < 0.8:
        one["denominator"] = rng.choice([0.0, 50.0, 200.0, 1000.0])
        one["numerator"] = one["value"] * one["denominator"] / 100 if rng.random() < 0.9 else 3.0
    one["status"] = rng.choices([None, "preliminary", "suppressed", "missing"], [85, 5, 6, 4])[0]
    if one["status"] == "missing" or rng.random() < 0.03:
        one["value"] = None
    return one


def series(rng, indicator, unit, gender):
    out = []
    if rng.random() < 0.75:
        stop = rng.choice([*YEARS, 2024, 2025, 2025])
        out += [("year", f"{year}-01-01") for year in YEARS if year <= stop and rng.random() < 0.8]
    for kind in rng.sample(sorted(PARTS), rng.choice([0, 0, 1, 1, 2])):
        year, whole = rng.choice([2023, 2024, 2025, 2025]), rng.random() < 0.5
        reached = 12 if whole else rng.randint(1, 12)
        keep = rng.choice([1.0, 1.0, 0.9])
        for at, last in ((2019, 12), (year, reached)):
            out += [(kind, f"{at}-{m:02d}-01") for m in PARTS[kind] if m <= last and rng.random() < keep]
    if rng.random() < 0.15:
        out += [("years_3", f"{year}-01-01") for year in range(2016, 2024)]
    where = {"indicator": indicator, "unit": unit, "gender": gender}
    return [observation(rng, where, *key) for key in out]


def full_series(rng, indicator, unit, gender, reached):
    """Nothing missing or hidden: every year, or every month of 2019 and of 2025 up to `reached`."""
    where = {"indicator": indicator, "unit": unit, "gender": gender}
    keys = [("year", f"{year}-01-01") for year in YEARS]
    if reached:
        keys = [("month", f"{y}-{m:02d}-01") for y, last in ((2019, 12), (2025, reached)) for m in range(1, last + 1)]
    found = [observation(rng, where, *key) for key in keys]
    return [
        {
            **one,
            "status": None,
            "value": one["value"] or 1.0,
            "denominator": 200.0,
            "numerator": 2 * (one["value"] or 1.0),
        }
        for one in found
    ]


def target(rng, indicator, number):
    kind = rng.choice([*KINDS, "gap_reduced_by", "gap_reduced_by"])
    low = value(rng) if kind != "gap_reduced_by" else rng.choice([0.5, 2.0, 10.0])
    first, last = sorted(rng.choices(YEARS, k=2))
    origin = rng.choice(["plan", "plan", "guideline"])
    return {
        "code": f"{indicator}-{number}", "plan": rng.choice(["p", "p", "p", "p", "q"]) if origin == "plan" else None,
        "indicator": indicator, "unit": rng.choice([None, None, None, None, "u", "u", "w"]),
        "gender": rng.choice([None] * 6 + ["K", "M", "T"]),
        "period_kind": rng.choices(["year", "month", "tertial", "years_3"], [88, 6, 4, 2])[0], "kind": kind,
        "value": None if rng.random() < 0.03 else rng.choice(CHANGES) if "change" in kind else low,
        "upper_value": low + rng.choice([0.0, 0.5, 5.0, 30.0]) if rng.random() < 0.95 else None,
        "base_year": rng.choice([None, 2018, *[2019] * 8]),
        "reference": rng.choice([None, "riket", "riket", "riket", "riket"]),
        "by_year": rng.choice([*[None] * 6, 2022, 2025, 2027]),
        "first_year": rng.choice([None, None, None, first]), "last_year": rng.choice([None, None, None, last]),
        "tolerance": rng.choice(CHANGE_TOLERANCES if "change" in kind else TOLERANCES), "origin": origin,
    }  # fmt: skip


def batch(seed, size=40):
    """Subjects, targets and observations as lists of dicts; every indicator is a case of its own."""
    rng = random.Random(seed)
    subjects, targets, observations = [], [], []
    for number in range(size):
        indicator = f"i{number}"
        subjects.append({
            "plan": "p", "indicator": indicator, "unit": "u", "direction": rng.choice(DIRECTIONS),
            "year_rule": rng.choice(["sum", "mean", "last", "ratio"]), "split_by_gender": True,
        })  # fmt: skip
        targets += [target(rng, indicator, k) for k in range(rng.choice([0, 1, 1, 2, 2, 2, 3]))]
        full, reached = rng.random() < 0.7, rng.choice([0, 0, 5, 12])
        for unit in ("u", "riket", "w"):
            for gender in "KMT":
                where = indicator, unit, gender
                observations += full_series(rng, *where, reached) if full else series(rng, *where)
    rng.shuffle(observations)
    return subjects, targets, observations
