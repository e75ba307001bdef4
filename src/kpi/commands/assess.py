"""`kpi assess`: måluppfyllelse as a table for a terminal, as JSON or as CSV."""

import json

import pandas as pd

from kpi.commands.attainment_text import as_text
from kpi.commands.command import Command, Progress, Result
from kpi.commands.selection import selected
from kpi.export.about import About, about
from kpi.export.formats import to_csv
from kpi.export.table import Table
from kpi.export.tables import attainment
from kpi.store import Store
from kpi.words import say


def run(store: Store, command: Command, progress: Progress) -> Result:
    """Assess the selection and present it."""
    arguments = command.arguments
    progress(say("cli-doing-assess"), 0)
    follow = selected(store, arguments)
    what = about(store, follow, arguments["as_of"])
    match arguments["format"]:
        case "json":
            return Result(stdout=as_json(attainment(follow), what))
        case "csv":
            return Result(stdout=to_csv(attainment(follow)).decode())
        case _:
            return Result(stdout=as_text(follow, what, arguments.get("width")))


def as_json(table: Table, what: About) -> str:
    """Every row with its exact values, under what the follow-up is."""
    rows = [
        {name: None if pd.isna(value) else value for name, value in row.items()}
        for row in table.frame.astype(object).to_dict("records")
    ]
    top = {
        "plan": {"kod": what.plan, "namn": what.plan_name},
        "period": {"kod": what.period, "namn": what.period_name},
        "läge": "exempel" if what.example else "verkliga",
        "exempel": what.example,
        "anmärkning": say("export-example") if what.example else None,
        "per": what.as_of or None,
        "databasversion": what.version,
        "rader": rows,
    }
    return json.dumps(top, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
