"""The rule of each kind of target once more, in plain fractions; see `naive`."""

from fractions import Fraction


def exact(number):
    return None if number is None or number != number else Fraction(repr(float(number)))  # noqa: PLR0124


def required(target, known):
    """(met, near) by the kind's rule."""
    v, b, r, rb, side = known
    a, upper, kind = exact(target["value"]), exact(target.get("upper_value")), target["kind"]
    own = exact(target.get("tolerance"))
    if kind == "at_least":
        met, off, tenth = v >= a, a - v, abs(a) / 10
    elif kind == "at_most":
        met, off, tenth = v <= a, v - a, abs(a) / 10
    elif kind == "below":
        met, off, tenth = v < a, v - a, abs(a) / 10
    elif kind == "between":
        met = a <= v <= upper
        off, tenth = (a - v, abs(a) / 10) if v < a else (v - upper, abs(upper) / 10)
    elif kind in ("change_at_most", "change_at_least"):
        change = 100 * (v - b) / abs(b)
        met = change <= a if kind == "change_at_most" else change >= a
        off, tenth = abs(change - a), abs(a) / 10
    elif kind == "gap_reduced_by":
        reduced = side * ((b - rb) - (v - r))
        met, off, tenth = reduced >= a, a - reduced, abs(a) / 10
    else:
        other = b if kind.endswith("base") else r
        met, off, tenth = (v < other if kind.startswith("below") else v > other), abs(v - other), Fraction(0)
    allowed = tenth if own is None else own
    return met, not met and allowed > 0 and off <= allowed


def signed_distance(target, known):
    v, b, r, rb, side = known
    a, upper, kind = exact(target["value"]), exact(target.get("upper_value")), target["kind"]
    if kind in ("at_least", "at_most", "below"):
        return v - a
    if kind == "between":
        return v - a if v < a else v - upper if v > upper else Fraction(0)
    if kind.startswith("change"):
        return 100 * (v - b) / abs(b) - a
    if kind == "gap_reduced_by":
        return (v - r) - ((b - rb) - side * a)
    return v - (b if kind.endswith("base") else r)


def cannot(target, known):
    v, b, r, rb, side = known
    kind = target["kind"]
    if v is None:
        return "no_outcome"
    if target["value"] is None and not kind.endswith(("base", "reference")):
        return "no_target"
    if kind == "between" and target.get("upper_value") is None:
        return "no_target"
    if kind.startswith("change") or kind.endswith("base") or kind == "gap_reduced_by":
        if b is None:
            return "no_base"
        if kind.startswith("change") and b == 0:
            return "zero_base"
    if kind.endswith("reference") and r is None:
        return "no_reference"
    if kind == "gap_reduced_by":
        if r is None or rb is None:
            return "no_reference"
        if side is None:
            return "no_direction"
        if side * (b - rb) <= 0:
            return "no_gap"
    return None


def path(target, year, known):
    _, b, r, rb, side = known
    kind, a = target["kind"], exact(target["value"])
    if b is None or not target["base_year"] <= year or not target["base_year"] < target["by_year"]:
        return None
    done = Fraction(year - target["base_year"], target["by_year"] - target["base_year"])
    if kind == "gap_reduced_by":
        return None if None in (r, rb, side, a) else r + (b - rb) - side * a * done
    if kind.endswith("base"):
        level = b
    elif kind.endswith("reference"):
        level = r
    elif a is None or (kind == "between" and target.get("upper_value") is None):
        level = None
    elif kind == "between":
        level = min(max(b, a), exact(target["upper_value"]))
    elif kind.startswith("change"):
        level = b + a * abs(b) / 100
    else:
        level = a
    return None if level is None else b + (level - b) * done


def both(k, m, t):
    """gap, equal_met and total_outside of the rows that `assess_one` made for women, men and totalt."""

    def key(row):
        found = row["outcome"]
        return (row["period_kind"], found["start"], found["through"]) if found else None

    def number(row):
        return row["outcome"]["value"] if row["outcome"] else None

    same = key(k) is not None and key(k) == key(m)
    judged = same and {k["status"], m["status"]} <= {"met", "near", "not_met"}
    out = {"gap": None, "equal_met": k["status"] == m["status"] == "met" if judged else None, "total_outside": None}
    if same and None not in (number(k), number(m)):
        out["gap"] = number(k) - number(m)
        if key(t) == key(k) and number(t) is not None:
            low, high = sorted((number(k), number(m)))
            out["total_outside"] = not low <= number(t) <= high
    return out
