"""The list of deliveries, one delivery's details, and withdrawing it."""

import pandas as pd
import streamlit as st

from kpi.errors import UserError
from kpi.ingest.file_name import harmless
from kpi.local_name import kept_name
from kpi.model import Actor, Delivery, Origin
from kpi.store.deliveries import acknowledgements, contents, deliveries, restore, withdraw, withdraw_examples
from kpi.store.kept_files import is_kept, kept
from kpi.store.process import the_store
from kpi.ui.failure import show_error
from kpi.ui.html import show
from kpi.words import local_time, number, say


def list_of_deliveries() -> None:
    """All deliveries, newest first, withdrawn ones marked."""
    found = deliveries(the_store())
    if not found:
        show("quiet", text=say("history-empty"))
        return
    headings = [say(f"column-{name}") for name in ("delivery", "when", "who", "what", "file", "rows", "state")]
    show("table", caption=say("page-history"), headings=headings, rows=[_line(one) for one in found], cards=True)


def details(actor: Actor) -> None:
    """One delivery: everything known of it, what it holds, and the button that withdraws or restores it."""
    found = {one.id: one for one in deliveries(the_store())}
    if not found:
        return
    show("heading", text=say("details-heading"))
    chosen = st.selectbox(
        say("details-choose"), list(found), index=_asked(list(found)),
        format_func=lambda number_: say("details-option", id=str(number_), file=found[number_].file_name),
    )  # fmt: skip
    delivery = found[chosen]
    show("list", items=_facts(delivery, actor))
    held = contents(the_store(), delivery.id)
    if held:
        rows = [[say(f"table-{name}"), number(count)] for name, count in held.items()]
        show("table", caption=say("details-holds"), headings=[say("column-what"), say("column-rows")], rows=rows,
             cards=False)  # fmt: skip
    if actor.may_write:
        # A warning names values, also such as röjandekontroll hides.
        _acknowledged(delivery.id)
        _file_button(delivery)
        _withdraw_or_restore(delivery, actor)


def _asked(numbers: list[int]) -> int:
    """The place in the list of the delivery that the address names, as the origin of a figure; else the newest's."""
    asked = st.query_params.get("leverans", "")
    return numbers.index(int(asked)) if asked.isdigit() and int(asked) in numbers else 0


def _acknowledged(delivery_id: int) -> None:
    """What was unusual about the delivery, and why it was stored all the same."""
    found = acknowledgements(the_store(), delivery_id)
    if found:
        headings = [say(f"column-{name}") for name in ("unusual", "rows", "why")]
        rows = [[one.example, number(one.rows), one.reason] for one in found]
        show("table", caption=say("details-acknowledged"), headings=headings, rows=rows, cards=True)


def _file_button(delivery: Delivery) -> None:
    """The file as it came, where it was kept: those that came with the system were not."""
    store, sha256 = the_store(), delivery.file_sha256
    if is_kept(store, sha256):
        st.download_button(
            say("details-file"), data=lambda: kept(store, sha256), file_name=harmless(delivery.file_name),
            mime="application/octet-stream",
        )  # fmt: skip


def examples_button(actor: Actor) -> None:
    """One button removes the examples."""
    examples = [one for one in deliveries(the_store()) if one.origin is Origin.EXAMPLE and one.withdrawn_at is None]
    if not (examples and actor.may_write):
        return
    show("heading", text=say("examples-heading"))
    show("quiet", text=say("examples-text"))
    if st.button(say("examples-button")):
        _do(lambda: withdraw_examples(the_store(), _named(actor), say("examples-reason")))


def _withdraw_or_restore(delivery: Delivery, actor: Actor) -> None:
    withdrawn = delivery.withdrawn_at is not None
    reason = st.text_input(say("reason-label"), key=f"reason_{delivery.id}", max_chars=300)
    if st.button(say("restore-button" if withdrawn else "withdraw-button"), key=f"event_{delivery.id}"):
        change = restore if withdrawn else withdraw
        _do(lambda: change(the_store(), delivery.id, _named(actor), reason))


def _do(change: object) -> None:
    try:
        change()  # type: ignore[operator]
    except UserError as error:
        show_error(error)
    else:
        st.rerun()


def _named(actor: Actor) -> Actor:
    return actor if actor.name else Actor(kept_name() or say("local-user"), actor.may_write)


def _line(one: Delivery) -> list[object]:
    state = say("state-withdrawn", who=one.withdrawn_by) if one.withdrawn_at else say(f"origin-{one.origin}")
    return [
        str(one.id), local_time(one.created_at), one.actor, say(f"delivery-{one.kind}", subject=one.subject),
        one.file_name, number(one.rows), state,
    ]  # fmt: skip


def _facts(one: Delivery, actor: Actor) -> list[str]:
    facts = [
        say("fact-made", when=local_time(one.created_at), who=one.actor),
        say("fact-file", file=one.file_name, rows=number(one.rows)),
    ]
    if actor.may_write:
        # Who knows all of a file but one protected number could try numbers until the hash is right.
        facts.append(say("fact-hash", hash=one.file_sha256))
    if one.reason:
        facts.append(say("fact-reason", reason=one.reason))
    if one.withdrawn_at is not None:
        facts.append(
            say("fact-withdrawn", when=local_time(pd.Timestamp(one.withdrawn_at).to_pydatetime()),
                who=one.withdrawn_by, reason=one.withdrawn_reason or "–")
        )  # fmt: skip
    return facts
