"""How PowerPoint and Excel write a chart's numbers: with a true minus, and the percent sign as Swedes set it.

The decimal sign is the reader's: a format holds a point, and an Office in Swedish shows a comma.
"""

from kpi.report.pptx.clean import clean
from kpi.words import NO_BREAK_SPACE, PERCENT

_SWEDISH = "[$-41D]"  # LibreOffice then writes a comma wherever it runs; Office follows its own language


def number_format(decimals: int, measure: str, after: str = "") -> str:
    """For values with so many decimals: `#,##0.0" %";"−"#,##0.0" %"`. `after`: what follows the value."""
    digits = "#,##0" + ("." + "0" * decimals if decimals > 0 else "")
    words = (f"{NO_BREAK_SPACE}%" if clean(measure) == PERCENT else "") + after
    suffix = f'"{words}"' if words else ""
    return f'{_SWEDISH}{digits}{suffix};{_SWEDISH}"−"{digits}{suffix}'


def axis_decimals(low: float, high: float, decimals: int) -> int:
    """Enough decimals for the steps of an axis over these values: about five of them, none written alike."""
    step = (high - low or abs(high) or 1.0) / 5
    needed = 0
    while step < 0.8 and needed < 6:  # noqa: PLR2004 - five steps of 0,8 are still unlike in whole numbers
        step, needed = step * 10, needed + 1
    return max(needed, 0) if needed > decimals else min(needed, decimals)
