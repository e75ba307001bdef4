"""Storing a form: a delivery like any other."""

from collections.abc import Sequence
from typing import Any

from kpi.errors import Place, wrong
from kpi.ingest.forms.compare import compared
from kpi.ingest.forms.form import Filled
from kpi.model import Actor, Origin
from kpi.store import Store
from kpi.store.deliveries import Manifest, insert, record, require_write
from kpi.store.kept_files import keep


def commit_form(
    store: Store, form: Filled, actor: Actor, origin: Origin = Origin.USER, *, reason: str = "",
    shown: Sequence[str] | None = None,
) -> int:  # fmt: skip
    """Store a form as one delivery and return its id; what a user has sent is kept as it came.

    `shown` is what it was said to change (`compared`). Raises `UserError`, and stores nothing, when the actor may not
    write, or when the store has changed so that it would change something else.
    """
    subject = form.file or form.form.name
    manifest = Manifest(form.form.delivery, subject, origin, form.file, form.sha256, len(form.table), reason)

    def write(cursor: Any, delivery_id: int) -> None:
        # Inside the transaction no other writer can come between the comparison and the rows.
        if shown is not None and list(shown) != compared(store, form):
            raise wrong("store-changed", Place(file=form.file))
        insert(cursor, form.form.table, form.table, delivery_id)

    require_write(actor)
    if form.content and origin is Origin.USER:
        keep(store, form.content, form.sha256)
    return record(store, manifest, actor, write)
