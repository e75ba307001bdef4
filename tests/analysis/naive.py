"""The same assessment once more, one row at a time in plain Python fractions: written from docs/methods.md, sharing
nothing with `kpi.analysis`, slow and plain on purpose."""

from datetime import date, timedelta
from fractions import Fraction

from naive_rules import cannot, exact, path, required, signed_distance

GENDERS = "KMT"
LENGTH = {"day": 0, "month": 1, "quarter": 3, "tertial": 4, "half_year": 6, "year": 12, "school_year": 12}
LENGTH |= {f"years_{n}": 12 * n for n in range(2, 11)}
MAIN = ["year", "month", "quarter", "tertial", "half_year", "school_year", "day", *(f"years_{n}" for n in range(2, 11))]


def last_day(start, kind):
    if kind == "day":
        return start
    months = start.year * 12 + start.month - 1 + LENGTH[kind]
    return date(months // 12, months % 12 + 1, 1) - timedelta(days=1)


class Book:
    """All observations, to be asked."""

    def __init__(self, observations):
        self.rows = {}
        for one in observations:
            start = date.fromisoformat(one["period_start"])
            hidden = one.get("status") == "suppressed"
            gone = one.get("status") in ("suppressed", "missing", "not_applicable")
            numbers = {name: None if gone else exact(one.get(name)) for name in ("value", "numerator", "denominator")}
            row = {**numbers, "start": start, "end": last_day(start, one["period_kind"]), "hidden": hidden}
            key = one["indicator"], one["unit"], one["gender"], one["period_kind"]
            self.rows.setdefault(key, []).append(row)

    def series(self, where, kind, until):
        found = [
            row
            for row in self.rows.get((*where, kind), [])
            if row["end"] <= until and (row["value"] is not None or row["hidden"])
        ]
        return sorted(found, key=lambda row: row["end"])

    def main_kind(self, indicator, unit, until):
        for kind in MAIN:
            if any(self.series((indicator, unit, gender), kind, until) for gender in GENDERS):
                return kind
        return "year"


def part_year(parts, year, kind, rule):
    """What the parts of one year make: value, reason, whole, last day, hole."""
    count = 12 // LENGTH[kind]
    by_number = {part["start"].month // LENGTH[kind] + (1 if LENGTH[kind] > 1 else 0): part for part in parts}
    if kind == "month":
        by_number = {part["start"].month: part for part in parts}
    reached = max(by_number)
    whole = reached == count
    hole = rule != "last" and set(by_number) != set(range(1, reached + 1))
    end = by_number[reached]["end"]
    used = [by_number[reached]] if rule == "last" else list(by_number.values())
    if any(part["hidden"] for part in used):
        return None, "suppressed", whole, end, hole
    values = [part["value"] for part in used]
    if rule == "sum":
        value = None if hole else sum(values)
    elif rule in ("mean", "last"):
        value = sum(values) / len(values)
    else:
        value = ratio(used)
        if value is None:
            return None, "no_denominator", whole, end, hole
    return value, "incomplete_year" if hole else None, whole, end, hole


def ratio(parts):
    if any(part["numerator"] is None or part["denominator"] is None for part in parts):
        return None
    above, below = sum(part["numerator"] for part in parts), sum(part["denominator"] for part in parts)
    weighted = sum(part["value"] * part["denominator"] for part in parts)
    if below <= 0:
        return None
    if above == 0:
        return Fraction(0) if weighted == 0 else None
    for power in range(-9, 10):
        scale = Fraction(10) ** power
        if Fraction(89126, 100_000) <= weighted / above / scale <= Fraction(112_201, 100_000):
            return scale * above / below
    return None


def combined_years(book, where, rule, until):
    out = []
    for kind in ("month", "quarter", "tertial"):
        rows = book.series(where, kind, until)
        for year in {row["start"].year for row in rows}:
            parts = [row for row in rows if row["start"].year == year]
            out.append((year, kind, part_year(parts, year, kind, rule)))
    return out


def outcome(book, where, kind, until, *, rule, combine):
    """dict(value, why, start, year, so_far, through, part_kind) or None."""
    rows = book.series(where, kind, until)
    direct = None
    if rows:
        last = rows[-1]
        why = "suppressed" if last["hidden"] else None
        direct = {"value": last["value"], "why": why, "start": last["start"], "year": last["end"].year,
                  "so_far": False, "through": None, "part_kind": None}  # fmt: skip
    made = combined_years(book, where, rule, until) if combine and kind == "year" else []
    if not made:
        return direct
    year, part_kind, (value, why, whole, through, _) = max(
        made, key=lambda one: (one[0], one[2][3], not one[2][4], LENGTH[one[1]])
    )
    if direct and direct["year"] >= year:
        return direct
    if why is None and not whole:
        why = "incomplete_year" if year < until.year else "year_not_over" if rule == "sum" else None
    return {"value": value, "why": why, "start": date(year, 1, 1), "year": year, "so_far": not whole,
            "through": through, "part_kind": part_kind}  # fmt: skip


def full_value(book, where, kind, start, *, until, rule):
    """The value of exactly that period, a year made of all its parts if need be."""
    for row in book.series(where, kind, until):
        if row["start"] == start:
            return row["value"]
    if kind == "year":
        whole = [
            (LENGTH[part_kind], value)
            for year, part_kind, (value, why, done, _, _) in combined_years(book, where, rule, until)
            if year == start.year and done and why is None
        ]
        return max(whole)[1] if whole else None
    return None


def same_parts(book, where, found, rule):
    for year, kind, (value, why, _, through, _) in combined_years(book, where, rule, found["through"]):
        if (year, kind, through) == (found["year"], found["part_kind"], found["through"]) and why is None:
            return value
    return None


def holds(target, subject, gender):
    return (
        target["indicator"] == subject["indicator"]
        and target.get("unit") in (None, subject["unit"])
        and target.get("gender") in (None, gender)
        and (target["origin"] == "guideline" or target["plan"] == subject["plan"])
    )


def specificity(target, year, chosen):
    first = target.get("first_year") or -(10**9)
    last = target.get("last_year") or 10**9
    covers, covers_chosen = first <= year <= last, first <= chosen <= last
    away = 0 if covers or covers_chosen else (first - chosen if chosen < first else chosen - last)
    return (
        target["origin"] == "guideline", not covers, not covers and not covers_chosen, away,
        away > 0 and last < chosen, target.get("unit") is None, target.get("gender") is None,
        # Few years before many, many before half open, half open before open.
        (target.get("first_year") is None) + (target.get("last_year") is None),
        last - first if target.get("first_year") and target.get("last_year") else 0,
    )  # fmt: skip


def assess_one(subject, gender, targets, book, until):
    """The row of one subject and gender, as a dict."""
    rule, side = subject["year_rule"], {"lower": 1, "higher": -1}.get(subject["direction"])
    where = (subject["indicator"], subject["unit"], gender)
    could = [target for target in targets if holds(target, subject, gender)]
    if not could:
        kind = book.main_kind(subject["indicator"], subject["unit"], until)
        found = outcome(book, where, kind, until, rule=rule, combine=False)
        return {"status": None, "reason": found["why"] if found else "no_outcome", "period_kind": kind,
                "target": None, "outcome": found, "distance": None, "pace": None, "path": None}  # fmt: skip
    outcomes = {t["code"]: outcome(book, where, t["period_kind"], until, rule=rule, combine=True) for t in could}

    def rank(target):
        found = outcomes[target["code"]]
        return specificity(target, found["year"] if found else until.year, until.year)

    could.sort(key=lambda target: (rank(target), target["code"]))
    target, best = could[0], [one for one in could if rank(one) == rank(could[0])]
    names = ("period_kind", "kind", "value", "upper_value", "base_year", "reference", "by_year", "tolerance")
    contents = {tuple(one.get(name) for name in names) for one in best}
    found = outcomes[target["code"]]
    out = {"status": "unjudged", "period_kind": target["period_kind"], "target": target["code"], "outcome": found,
           "distance": None, "pace": None, "path": None}  # fmt: skip
    if len(contents) > 1:
        return {**out, "target": "several", "reason": "ambiguous_target"}
    if target["kind"] == "milestone":
        return {**out, "reason": "milestone"}
    why = found["why"] if found else "no_outcome"
    year = found["year"] if found else until.year
    outside = year < (target.get("first_year") or 0) or year > (target.get("last_year") or 10**9)
    if outside and why not in ("no_outcome", "suppressed"):
        return {**out, "reason": "outside_target_years"}
    v = found["value"] if found else None
    b, r, rb = compared(book, where, target, found, until=until, rule=rule)
    known = v, b, r, rb, side
    cause = why or cannot(target, known)
    if target.get("by_year") and year < target["by_year"]:
        out |= {"status": None, "path": path(target, year, known)}
        cause_shown = why if v is None else None
    else:
        cause_shown = cause
    if cause is None:
        out["distance"] = signed_distance(target, known)
        met, near = required(target, known)
        if out["status"]:
            out["status"] = "met" if met else "near" if near else "not_met"
        goal_year = target.get("by_year") or target.get("last_year")
        if goal_year and not (met and out["status"]):
            end = last_day(found["start"], target["period_kind"])
            left = Fraction(goal_year * 12 + 12 - (end.year * 12 + end.month), 12)
            out["pace"] = -out["distance"] / left if left > 0 and not met else None
    return {**out, "reason": cause_shown, "base": b, "reference": r}


def compared(book, where, target, found, *, until, rule):
    kind, base_year = target["period_kind"], target.get("base_year")
    indicator, _, gender = where
    other = (indicator, target.get("reference"), gender)
    start = found["start"] if found else date(until.year, 1, 1) if kind == "year" else None
    year = found["year"] if found else until.year
    if start is None:
        return None, None, None
    base = base_start = None
    if base_year:
        base_start = date(start.year + base_year - year, start.month, start.day)
        base = full_value(book, where, kind, base_start, until=until, rule=rule)
    reference = reference_base = None
    if target.get("reference"):
        if found and found["so_far"]:
            reference = same_parts(book, other, found, rule)
        else:
            reference = full_value(book, other, kind, start, until=until, rule=rule)
        if base_start:
            reference_base = full_value(book, other, kind, base_start, until=until, rule=rule)
    return base, reference, reference_base
