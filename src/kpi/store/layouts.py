"""How recurring files are laid out, as deliveries have kept it."""

from kpi.store.connection import Store


def latest(store: Store) -> dict[str, str]:
    """The content of the latest description of each code; a withdrawn delivery's figures were wrong, not its layout."""
    rows = store.rows(
        """select code, content from format_description
           qualify row_number() over (partition by code order by delivery_id desc) = 1"""
    )
    return {row["code"]: row["content"] for row in rows}
