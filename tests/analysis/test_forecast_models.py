"""The recursion against statsmodels, with the same smoothing parameters and start values."""

import numpy as np
import pytest
from statsmodels.tsa.exponential_smoothing import ets

from kpi.analysis.forecast_choice import predict
from kpi.analysis.forecast_filter import responses, run
from kpi.analysis.forecast_fit import fits
from kpi.analysis.forecast_mixture import Mixture
from kpi.analysis.forecast_models import Model, models

RNG = np.random.default_rng(4)


def series(period, years=5):
    count = 14 if period == 1 else years * period + 2
    return 50 + RNG.normal(size=count) + 0.2 * np.arange(count) + 3 * np.sin(np.arange(count) * 2 * np.pi / period)


def one(model, at):
    """The same model with one set of smoothing parameters."""
    return Model(model.name, (model.grid[at],), model.trend, model.season, model.theta)


def starts(model, values, period):
    """The least squares start values, and the errors and forecasts that the recursion then has."""
    known = np.ones(len(values), bool)
    done = run(model, values[:, None], known, period=period, origins=[len(values)], steps=7)
    errors, ahead = done.errors[0], done.ahead[len(values)][0]
    found = np.linalg.lstsq(-errors[1:].T, errors[0], rcond=None)[0]
    return found, errors[0] + found @ errors[1:], ahead[0] + found @ ahead[1:]


CASES = [
    (period, model, at)
    for period in (1, 4, 12)
    for model in models(period)
    for at in sorted({0, len(model.grid) // 2, len(model.grid) - 1})
    if not model.theta
]


@pytest.mark.parametrize(("period", "model", "at"), CASES, ids=lambda part: getattr(part, "name", str(part)))
def test_errors_and_forecasts_are_those_of_statsmodels(period, model, at):
    model, values = one(model, at), series(period)
    alpha, beta, gamma, phi = model.grid[0]
    alpha = min(max(alpha, 1e-12), 1 - 1e-12)  # theirs divides by α and by 1 − α
    found, errors, ahead = starts(model, values, period)
    theirs = ets.ETSModel(
        values, error="add", trend="add" if model.trend else None, damped_trend=model.trend,
        seasonal="add" if model.season else None, seasonal_periods=period if model.season else None,
        initialization_method="known", initial_level=found[0], initial_trend=found[1] if model.trend else None,
        initial_seasonal=np.append(0, found[1 + model.trend :]) if model.season else None,
    )  # fmt: skip
    own = {
        "smoothing_level": alpha, "smoothing_trend": beta, "smoothing_seasonal": gamma, "damping_trend": phi,
    }  # fmt: skip
    fitted = theirs.smooth(np.array([own[name] for name in theirs.param_names]))
    assert np.allclose(np.asarray(fitted.resid), errors, atol=1e-9)
    assert np.allclose(np.asarray(fitted.forecast(7)), ahead, atol=1e-9)


def test_an_error_answers_as_in_the_recursion_itself():
    period, steps = 4, 6
    model = Model("any", ((0.4, 0.1, 0.3, 0.9),), trend=True, season=True)
    shocks = RNG.normal(size=(steps, 40))
    paths = np.zeros_like(shocks)
    for moment in range(steps):
        paths[moment:] += responses(model, period, steps)[0, : steps - moment, None] * shocks[moment]
    level, trend, season = np.zeros(40), np.zeros(40), np.zeros((period, 40))
    for moment in range(steps):
        moved = level + 0.9 * trend
        assert np.allclose(paths[moment], moved + season[moment % period] + shocks[moment])
        level, trend = moved + 0.4 * shocks[moment], 0.9 * trend + 0.1 * shocks[moment]
        season[moment % period] += 0.3 * shocks[moment]


def test_the_mean_model_is_the_textbook_one():
    """Student's t with n − 1 degrees of freedom around the mean, s·√(1 + 1/n)."""
    values = RNG.normal(size=(9, 1))
    found = fits(models(1)[0], values, 1, {9: np.ones(1)})[9]
    assert found.centre[0, 0] == pytest.approx(values.mean())
    assert found.scale[0, 0] == pytest.approx(values.std(ddof=1) * np.sqrt(1 + 1 / 9))
    assert found.df[0, 0] == 8


def test_a_line_is_the_textbook_regression():
    values = (RNG.normal(size=10) + 0.4 * np.arange(10))[:, None]
    line = Model("line", ((0.0, 0.0, 0.0, 1.0),), trend=True)
    found = fits(line, values, 1, {10: np.array([0.0, 1.0])})[10]
    slope, start = np.polyfit(np.arange(10), values[:, 0], 1)
    left = values[:, 0] - start - slope * np.arange(10)
    spread = np.sqrt((left**2).sum() / 8 * (1 + 1 / 10 + (11 - 4.5) ** 2 / 82.5))
    assert found.centre[0, 0] == pytest.approx(start + 11 * slope)
    assert found.scale[0, 0] == pytest.approx(spread)


def test_theta_is_half_way_between_the_mean_and_the_line_at_first():
    """With α = 0 the level does not move: what is forecast is a line with half the least squares slope."""
    values = (RNG.normal(size=8) + np.arange(8))[:, None]
    still = Model("theta", ((0.0, 0.0, 0.0, 1.0),), theta=True)
    found = fits(still, values, 1, {8: np.ones(1)})[8]
    slope = np.polyfit(np.arange(8), values[:, 0], 1)[0]
    assert found.centre[0, 0] == pytest.approx(values.mean() + slope / 2 * (8 - 3.5))


def test_a_missing_value_is_passed_over():
    values = np.array([[3.0], [5.0], [np.nan], [4.0], [6.0], [2.0]])
    found = fits(models(1)[0], values, 1, {6: np.ones(1)})[6]
    assert found.centre[0, 0] == pytest.approx(4.0)
    assert found.df[0, 0] == 4


def test_a_mixture_has_the_quantiles_that_its_probabilities_tell():
    mixture = Mixture(*(np.array([row]) for row in ([0.3, 0.7], [0.0, 2.0], [1.0, 0.2], [3.0, 9.0])))
    for share in (0.025, 0.1, 0.5, 0.9, 0.975):
        assert mixture.below(mixture.quantile(share))[0] == pytest.approx(share, abs=1e-9)


def test_too_short_a_series_is_refused():
    with pytest.raises(ValueError, match="too few"):
        predict(np.arange(4.0)[:, None], 1, np.ones(1))
