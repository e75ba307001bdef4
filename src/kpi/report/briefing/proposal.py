"""Förslag till beslut, which follows from the statuses."""

from kpi.report.briefing.content import Blank, Text
from kpi.report.briefing.measures import actions, at_risk
from kpi.report.briefing.selection import Selection
from kpi.report.rows import judged, subject_name
from kpi.words import say


def proposal(chosen: Selection) -> tuple[Text | Blank, ...]:
    """What the board may decide: the proposed measures, or to lägga informationen till handlingarna.

    A goal at risk for which nobody has proposed anything is a `Blank`: the decision is not the system's to make up.
    """
    board = chosen.material.board
    points: list[Text | Blank] = []
    for key in at_risk(chosen):
        row = judged(chosen.material.rows(key))
        name = subject_name(chosen.material.follow, row)
        proposed = actions(chosen, key)
        for one in proposed:
            who = one.responsible or str(row.responsible) or "none"
            points.append(Text(say("proposal-measure", name=name, text=one.text, who=who)))
        if not proposed:
            points.append(Blank(say("blank-proposal", name=name)))
    late = [one for one in chosen.assignments if one.late]
    points += [Text(say("proposal-assignment", name=one.heading, who=one.responsible)) for one in late]
    archive = Text(say("proposal-archive" if not points else "proposal-note", board=board))
    return (*points, archive) if points else (archive,)
