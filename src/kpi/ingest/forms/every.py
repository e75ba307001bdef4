"""Every form there is."""

from kpi.ingest.forms.accounts import ACCOUNTS
from kpi.ingest.forms.action_follow_ups import ACTION_FOLLOW_UPS
from kpi.ingest.forms.assignments import REPORTS
from kpi.ingest.forms.breaks import BREAKS
from kpi.ingest.forms.comments import COMMENTS
from kpi.ingest.forms.effects import EFFECTS
from kpi.ingest.forms.internal_control import CONTROL_POINTS, CONTROL_REPORTS
from kpi.ingest.forms.investments import INVESTMENT_USE
from kpi.ingest.forms.judged import JUDGED
from kpi.ingest.forms.locks import LOCKS
from kpi.ingest.forms.meetings import AGENDA_CHANGES, AGENDA_LINKS, MEETING_CHANGES
from kpi.ingest.forms.oversight import OVERSIGHT_REPORTS

FORMS = (
    COMMENTS, ACTION_FOLLOW_UPS, JUDGED, BREAKS, REPORTS, CONTROL_POINTS, CONTROL_REPORTS, OVERSIGHT_REPORTS, LOCKS,
    ACCOUNTS, EFFECTS, INVESTMENT_USE, MEETING_CHANGES, AGENDA_CHANGES, AGENDA_LINKS,
)  # fmt: skip
