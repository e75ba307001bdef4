"""What a form is: its headings, where its rows are stored, and what must hold of them."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from kpi.errors import UserError
from kpi.ingest.forms.known import Known
from kpi.ingest.plan_rows import frame
from kpi.ingest.plan_table import Column, Row
from kpi.model import DeliveryKind

Values = Mapping[str, Any]


def as_they_are(values: Values) -> dict[str, Any]:
    """For forms whose fields are the table's columns."""
    return dict(values)


@dataclass(frozen=True)
class Form:
    """One kind of form.

    name: `form-<name>` is what users call it. key: the table's columns that say what a row is about; a later row with
    the same ones takes its place. check: finds what is wrong with the rows, and puts the codes of what they name in
    their place. stored: a row's values as columns of `table`. begun: the fields that an empty form has filled in for
    each thing that the plan lists; a row with nothing more says nothing.
    """

    name: str
    table: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    check: Callable[[Sequence[Row], Known], list[UserError]]
    stored: Callable[[Values], dict[str, Any]] = as_they_are
    delivery: DeliveryKind = DeliveryKind.REPORTS
    begun: tuple[str, ...] = ()

    @property
    def needed(self) -> frozenset[str]:
        """The headings that make a table this form."""
        return frozenset(column.header for column in self.columns if not column.optional)

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading, in order."""
        return tuple(column.header for column in self.columns)


@dataclass(frozen=True)
class Filled:
    """A form that has been read and found whole. `table` has the columns of the store's table.

    texts: its cells as they were written, in the order of the form's headings, for each row of `table`. content: the
    file as it came, which is kept; empty for what comes with the system.
    """

    form: Form
    file: str
    sha256: str
    table: pd.DataFrame
    texts: tuple[tuple[str, ...], ...] = ()
    content: bytes = field(default=b"", repr=False)


def written(form: Form, *rows: Values) -> Filled:
    """What somebody has written on a page: the rows themselves are the content."""
    table = frame(form.stored(values) for values in rows)
    return Filled(form, "", hashlib.sha256(table.to_csv().encode()).hexdigest(), table)
