"""Jämställdhet: are the targets met both for women and for men, and do the gaps narrow?"""

from kpi.ui.downloads import equality_downloads
from kpi.ui.equality import equality, subtitle
from kpi.ui.page import head
from kpi.ui.view import current_view
from kpi.words import say

view = current_view()

head(say("page-equality"), subtitle(view))
equality(view)
equality_downloads(view)
