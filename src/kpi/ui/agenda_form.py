"""Choosing on a page what an item concerns, stored as a delivery like everything else."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import streamlit as st

from kpi.ingest.forms.meetings import chosen_links
from kpi.ingest.forms.storing import commit_form
from kpi.model import LinkKind
from kpi.report.meetings import AgendaItem
from kpi.store.process import the_store
from kpi.ui.access import current_actor
from kpi.ui.html import show
from kpi.ui.upload import ask_name
from kpi.ui.view import View, load
from kpi.ui.written import round_of, save_button
from kpi.words import say


def links_form(items: Sequence[AgendaItem], view: View) -> None:
    """For those who may write, beside real outcomes and today's state: which nyckeltal and goals an item concerns."""
    actor = current_actor()
    if view.example or not actor.may_write or not items:
        return
    with st.expander(say("agenda-change")):
        show("quiet", text=say("agenda-change-text"))
        headings = {item.code: item.heading for item in items}
        code = st.selectbox(say("column-item"), list(headings), format_func=headings.__getitem__, key="agenda-item")
        item = next(item for item in items if item.code == code)
        before = {LinkKind.INDICATOR: item.direct, LinkKind.GOAL: item.goals}
        names = _names(view)
        chosen = {
            kind: st.multiselect(
                say(f"agenda-concerns-{kind}"), list(names[kind]), [each for each in held if each in names[kind]],
                format_func=names[kind].__getitem__, placeholder=say("agenda-choose"),
                key=f"agenda-{kind}-{code}-{round_of('agenda')}",
            )
            for kind, held in before.items()
        }  # fmt: skip
        actor = ask_name(actor, "name-agenda")

        def store() -> None:
            links = chosen_links(
                view.plan, item.code, before=before, chosen=chosen, author=actor.name,
                written_on=datetime.now(UTC).date(),
            )  # fmt: skip
            commit_form(the_store(), links, actor)

        save_button(say("agenda-save"), "agenda", store)


def _names(view: View) -> Mapping[LinkKind, dict[str, str]]:
    """What may be chosen: the plan's nyckeltal and goals, by code, in its order."""
    plan = load(view).plan
    return {
        LinkKind.INDICATOR: dict(plan.subjects[["indicator", "short_name"]].to_numpy()),
        LinkKind.GOAL: dict(plan.goals[["code", "name"]].to_numpy()),
    }
