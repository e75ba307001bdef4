"""What a plan says of itself and of the documents around it: vision and values, styrdokument and follow-up documents.

`varden.csv`, `dokumentslag.csv` (who decides each kind, how long it holds, what it builds on), `dokument.csv` and
`uppfoljningsdokument.csv`.
"""

from collections.abc import Iterator, Sequence

from kpi.errors import UserError, wrong
from kpi.ingest import plan_checks as check
from kpi.ingest import plan_values as v
from kpi.ingest.plan_columns import MARKS
from kpi.ingest.plan_lists.plan_list import Codes, PlanList
from kpi.ingest.plan_table import Column, Row
from kpi.model import ValueKind

VALUE_KINDS = {
    "vision": ValueKind.VISION, "värdegrund": ValueKind.FOUNDATION, "kärnvärde": ValueKind.CORE,
    "princip": ValueKind.PRINCIPLE,
}  # fmt: skip


def _coded(rows: Sequence[Row], _codes: Codes) -> list[UserError]:
    return check.repeated(rows, "code")


def _types(rows: Sequence[Row], codes: Codes) -> list[UserError]:
    return [*check.repeated(rows, "code"), *_unknown_foundations(rows, codes), *_circles(rows)]


def _unknown_foundations(rows: Sequence[Row], codes: Codes) -> Iterator[UserError]:
    for row in rows:
        if set(_built_on(row)) - set(codes["document_type"]):
            yield wrong("document-type-unknown", row.place("builds_on"))


def _circles(rows: Sequence[Row]) -> Iterator[UserError]:
    """Kinds of document that rest on themselves, directly or through others."""
    foundations = {row["code"]: _built_on(row) for row in rows}
    for row in rows:
        seen, waiting = set[str](), list(foundations[row["code"]])
        while waiting:
            code = waiting.pop()
            if code not in seen:
                seen.add(code)
                waiting += foundations.get(code, [])
        if row["code"] in seen:
            yield wrong("document-type-circle", row.place("builds_on"))


def _built_on(row: Row) -> list[str]:
    return str(row["builds_on"]).split(v.SEPARATOR) if row["builds_on"] else []


def _documents(rows: Sequence[Row], codes: Codes) -> list[UserError]:
    return [
        *check.repeated(rows, "code"),
        *check.unknown(rows, "type", codes["document_type"], "document-type-unknown"),
        *check.unknown(rows, "replaces", codes["document"], "document-unknown"),
        *(wrong("plan-years-reversed", row.place("last_year")) for row in rows if _reversed(row)),
    ]


def _reversed(row: Row) -> bool:
    first, last = row["first_year"], row["last_year"]
    return first is not None and last is not None and first > last


VALUES = PlanList(
    "varden.csv",
    "plan_value",
    (
        Column("kod", "code", v.code, required=True),
        Column("slag", "kind", v.Choice(VALUE_KINDS), required=True),
        Column("namn", "name", v.text, required=True),
        Column("sammanfattning", "summary", v.text, optional=True, empty=""),
        Column("källa", "source", v.text, empty=""),
        *MARKS,
    ),
    _coded,
)
DOCUMENT_TYPES = PlanList(
    "dokumentslag.csv",
    "document_type",
    (
        Column("kod", "code", v.code, required=True),
        Column("namn", "name", v.text, required=True),
        Column("beslutas av", "decided_by", v.text, empty=""),
        Column("gäller", "validity", v.text, empty=""),
        Column("ses över", "revised", v.text, empty=""),
        Column("utgår från", "builds_on", v.aliases, empty=""),
        Column("sammanfattning", "summary", v.text, optional=True, empty=""),
        Column("källa", "source", v.text, empty=""),
        *MARKS,
    ),
    _types,
)
DOCUMENTS = PlanList(
    "dokument.csv",
    "document",
    (
        Column("kod", "code", v.code, required=True),
        Column("förteckning", "register", v.text, required=True),
        Column("slag", "type", v.code),
        Column("namn", "name", v.text, required=True),
        Column("från år", "first_year", v.year),
        Column("till år", "last_year", v.year),
        Column("dnr", "reference", v.text, empty=""),
        Column("fastställd", "decided_on", v.text, empty=""),
        Column("beslutad av", "decided_by", v.text, empty=""),
        Column("ersätter", "replaces", v.code, optional=True),
        Column("källa", "source", v.text, empty=""),
        *MARKS,
    ),
    _documents,
)
FOLLOW_UP_DOCUMENTS = PlanList(
    "uppfoljningsdokument.csv",
    "follow_up_document",
    (
        Column("kod", "code", v.code, required=True),
        Column("namn", "name", v.text, required=True),
        Column("källa", "source", v.text, empty=""),
        *MARKS,
    ),
    _coded,
)
