"""The finding as a title: "Målet nås för män men inte för kvinnor"."""

from kpi.model import Gender, Status
from kpi.report.attained import Rows, compared, ordered, statuses
from kpi.report.rows import judged, present
from kpi.words import say


def headline(by_gender: Rows) -> str:
    """Without a full stop. Where nothing is judged it says that the nyckeltal is followed, or why it is not judged."""
    found = statuses(by_gender)
    if not found:
        return _unjudged(by_gender)
    genders = compared(found)
    if genders == [Gender.TOTAL]:
        return say(f"headline-total-{found[Gender.TOTAL]}")
    if len(genders) == 1:
        return say(f"headline-one-{found[genders[0]]}", whom=_whom(genders[0]))
    better, other = ordered(found, genders)
    if found[better] == found[other]:
        worse_total = found.get(Gender.TOTAL, found[better])
        if found[better] is Status.MET and worse_total is not Status.MET:
            return say(f"headline-only-total-{worse_total}")
        return say(f"headline-same-{found[better]}", one=_whom(better), other=_whom(other))
    return say(f"headline-{found[better]}-{found[other]}", met=_whom(better), missed=_whom(other))


def _whom(gender: Gender) -> str:
    return say(f"for-gender-{gender}")


def _unjudged(by_gender: Rows) -> str:
    row = judged(by_gender)
    if not any(present(one.value) for one in by_gender.values()):
        return say("headline-no-outcome")
    if not present(row.target_code):
        return say("headline-followed")
    return say("headline-unjudged", reason=say(f"reason-{row.reason}") if present(row.reason) else "none")
