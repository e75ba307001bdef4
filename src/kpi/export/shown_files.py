"""What is kept of an agenda item that was shown: its files, and its figures and texts apart from any layout."""

import io
import json
import zipfile
from dataclasses import asdict
from datetime import date

from kpi.export.briefing_files import DocumentForm, document_name, written
from kpi.export.formats import to_csv
from kpi.export.names import ascii_name, unaccented
from kpi.export.parts import of_keys
from kpi.export.tables import attainment
from kpi.model import AgendaForm
from kpi.report.briefing.compose import compose
from kpi.report.briefing.content import Briefing
from kpi.report.briefing.material import Material, Scope

FIGURES, CONTENT = "siffror.csv", "uppfoljning.json"
_FILES = {
    AgendaForm.ORAL: [DocumentForm.SLIDES],
    AgendaForm.WRITTEN: [DocumentForm.REPORT, DocumentForm.MEMO, DocumentForm.PDF],
}
"""What is handed out at the meeting; all of it where the plan does not say how the item is told."""


def shown_files(material: Material, scope: Scope, form: AgendaForm) -> tuple[str, bytes]:
    """A ZIP's name and content: the item's files, every assessed figure as exact as it is, and all that was said.

    The same material and scope give the same figures and texts. Raises `UserError` as `written` does.
    """
    made = compose(material, scope)
    parts = {document_name(made, each): written(made, each) for each in _FILES.get(form, list(DocumentForm))}
    parts[FIGURES] = to_csv(attainment(of_keys(material.follow, scope.keys)))
    parts[CONTENT] = json.dumps(asdict(made), default=date.isoformat, ensure_ascii=False, indent=1).encode()
    return _name(made), _zipped(parts, made.made_on)


def _name(made: Briefing) -> str:
    when = made.occasion.first_day.isoformat() if made.occasion else made.period
    return f"{ascii_name('exempel' if made.example else '', when, unaccented(made.subject)[:60], 'visat')}.zip"


def _zipped(parts: dict[str, bytes], made_on: date) -> bytes:
    """Dated by the day, not by the clock: the same parts are then the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            about = zipfile.ZipInfo(name, (made_on.year, made_on.month, made_on.day, 0, 0, 0))
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, content)
    return out.getvalue()
