"""Every form there is."""

from kpi.ingest.forms.accounts import ACCOUNTS
from kpi.ingest.forms.assignments import REPORTS
from kpi.ingest.forms.breaks import BREAKS
from kpi.ingest.forms.comments import COMMENTS
from kpi.ingest.forms.effects import EFFECTS
from kpi.ingest.forms.investments import INVESTMENT_USE
from kpi.ingest.forms.judged import JUDGED

FORMS = (COMMENTS, JUDGED, BREAKS, REPORTS, ACCOUNTS, EFFECTS, INVESTMENT_USE)
