"""Every form there is."""

from kpi.ingest.forms.assignments import REPORTS
from kpi.ingest.forms.breaks import BREAKS
from kpi.ingest.forms.comments import COMMENTS
from kpi.ingest.forms.judged import JUDGED

FORMS = (COMMENTS, JUDGED, BREAKS, REPORTS)
