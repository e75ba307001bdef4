"""What a short series can say of its year: the same part of earlier years, and nothing of how sure that is."""

import numpy as np

from kpi.analysis.arrays import FloatArray
from kpi.analysis.forecast_task import Task
from kpi.model import YearRule


def by_earlier_years(task: Task) -> float:
    """The year's value from the earlier years that have all their parts; NaN where there is none, or nothing is done.

    A sum is what is done divided by the mean share that the same parts had of earlier years. The other rules add what
    the year's value came to lie above or below its value so far, in the mean.
    """
    earlier, now = _years(task)
    shares = task.share
    if not task.so_far or not len(earlier) or shares is None:
        return float("nan")
    if task.rule is YearRule.SUM:
        total = earlier.sum(axis=1)
        if (total <= 0).any():
            return float("nan")
        share = float((earlier[:, : task.so_far].sum(axis=1) / total).mean())
        return float(now.sum() / share) if share > 0 else float("nan")
    if task.rule is YearRule.LAST:
        return float(now[-1] + (earlier[:, -1] - earlier[:, task.so_far - 1]).mean())
    if not shares[: task.so_far].sum() > 0:
        return float("nan")
    part = shares[: task.so_far] / shares[: task.so_far].sum()
    return float(part @ now + (earlier @ shares - earlier[:, : task.so_far] @ part).mean())


def _years(task: Task) -> tuple[FloatArray, FloatArray]:
    """The earlier years with all their parts (years, period), and the parts of the year that are done."""
    behind = task.history[: len(task.history) - task.so_far]
    years = behind[: len(behind) // task.period * task.period].reshape(-1, task.period)
    return years[np.isfinite(years).all(axis=1)], task.history[len(behind) :]
