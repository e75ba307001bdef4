"""A target in words and in signs: "minst 95 %", "≥ 95 %"."""

from typing import Any

import pandas as pd

from kpi.model import TargetKind
from kpi.words import difference, number, quantity, say

SIGNS = {TargetKind.AT_LEAST: "≥", TargetKind.AT_MOST: "≤", TargetKind.BELOW: "<"}
_CHANGE = {TargetKind.CHANGE_AT_MOST: "≤", TargetKind.CHANGE_AT_LEAST: "≥"}
_WITH_BASE = (TargetKind.CHANGE_AT_MOST, TargetKind.CHANGE_AT_LEAST, TargetKind.BELOW_BASE, TargetKind.ABOVE_BASE)


def _target_number(value: float, decimals: int) -> str:
    """With the decimals it needs: ≥ 95, not 95,0; −34,8 keeps its own."""
    needed = next((n for n in range(decimals) if round(value, n) == value), decimals)
    return number(value, needed)


def target_level(row: Any) -> str:
    """The target's own number with its measure, "95 %"; empty for kinds without one."""
    if pd.isna(row.target_value):
        return ""
    change = row.target_kind in _CHANGE
    text = _target_number(row.target_value, max(row.decimals, 2))
    if row.target_kind == TargetKind.BETWEEN:
        return text  # the measure follows the upper limit
    if row.target_kind == TargetKind.GAP_REDUCED_BY:
        return difference(row.target_value, len(text.partition(",")[2]), row.measure)
    return quantity_text(text, "%" if change else row.measure)


def quantity_text(text: str, measure: str) -> str:
    """A number already in words with its percent sign."""
    return text + quantity(0, 0, measure)[1:]


def in_sentence(unit_name: str) -> str:
    """A unit's name inside a sentence: only the country is no proper name there."""
    country = say("the-country")
    return country if unit_name.casefold() == country else unit_name


def target_signs(row: Any, unit_name: str = "") -> str:
    """For a table's column: ≥ 95 %, ≤ −42 % mot 2019, < riket. Empty without a target.

    `row` carries target_kind, target_value, target_upper, base_year, decimals and measure; `unit_name` names the
    unit compared with.
    """
    if not isinstance(row.target_kind, str) or not row.target_kind:
        return ""
    kind, level = TargetKind(row.target_kind), target_level(row)
    base = "" if pd.isna(row.base_year) else str(int(row.base_year))
    if kind in SIGNS:
        return f"{SIGNS[kind]}\u00a0{level}"
    if kind in _CHANGE:
        return say("target-change-signs", sign=_CHANGE[kind], level=level, base=base)
    upper = "" if pd.isna(row.target_upper) else _target_number(row.target_upper, max(row.decimals, 2))
    return say(
        f"target-signs-{kind.value}", level=level, base=base, reference=in_sentence(unit_name),
        upper=quantity_text(upper, row.measure),
    )  # fmt: skip


def target_words(row: Any, unit_name: str = "") -> str:
    """For a sentence: "minst 95 %", "minskning med minst 42 % jämfört med 2019", "lägre än riket"."""
    if not isinstance(row.target_kind, str) or not row.target_kind:
        return say("target-words-none")
    kind, level = TargetKind(row.target_kind), target_level(row)
    base = "" if pd.isna(row.base_year) else str(int(row.base_year))
    upper = "" if pd.isna(row.target_upper) else _target_number(row.target_upper, max(row.decimals, 2))
    if kind is TargetKind.CHANGE_AT_MOST and row.target_value < 0:
        amount = quantity_text(_target_number(-row.target_value, 2), "%")
        return say("target-words-decrease", amount=amount, base=base)
    if kind is TargetKind.CHANGE_AT_LEAST and row.target_value < 0:
        return say("target-words-change_floor", level=level, base=base)
    return say(
        f"target-words-{kind.value}", level=level, base=base, reference=in_sentence(unit_name),
        upper=quantity_text(upper, row.measure),
    )  # fmt: skip
