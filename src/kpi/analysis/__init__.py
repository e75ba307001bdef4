"""What outcomes mean: attainment, the gap between women and men, and trend. Pure functions over arrays and frames.

No database, no clock and no texts here: a status or a reason is a code that `kpi.words` puts into a sentence.
`assess` is the one table that pages, exports and the command line present; docs/methods.md tells its rules.
"""

from kpi.analysis.assess import assess
from kpi.analysis.attainment import Attainment, attain
from kpi.analysis.summary import summarise
from kpi.analysis.trend import Points, TrendReason, Verdict, trends

__all__ = ["Attainment", "Points", "TrendReason", "Verdict", "assess", "attain", "summarise", "trends"]
