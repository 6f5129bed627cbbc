"""The tables that lengths are drawn from, against what is known of the distributions."""

from __future__ import annotations

from math import comb, exp, lgamma, log

import numpy as np
import pytest

from pathwayctl.simulation.distributions import LEVELS, lengths, quantiles
from pathwayctl.simulation.draws import Draws

SHARES = (np.arange(LEVELS) + 0.5) / LEVELS
EXPECTED_LEVELS = [2657, 2808, 153, 646, 1500, 607]
PEAKS = (0.0, 0.1, 1 / 3, 0.5, 0.62, 0.9, 1.0)


@pytest.mark.parametrize("alpha", [1, 2, 3, 4, 5])
def test_the_quantiles_of_pert_where_its_distribution_is_a_polynomial(alpha: int) -> None:
    # With whole alpha and beta the incomplete beta function is a binomial sum (Abramowitz and Stegun,
    # Handbook of Mathematical Functions, 1964, 26.5.24); here alpha + beta = 6.
    x = quantiles("pert", (alpha - 1) / 4)
    below = sum(comb(5, j) * x**j * (1 - x) ** (5 - j) for j in range(alpha, 6))
    assert np.abs(below - SHARES).max() < 1e-6


@pytest.mark.parametrize("peak", PEAKS)
def test_the_quantiles_of_pert_by_adding_up_its_density(peak: float) -> None:
    alpha, beta = 1 + 4 * peak, 5 - 4 * peak
    scale = lgamma(6) - lgamma(alpha) - lgamma(beta)
    steps, wanted = 20_000, [204, 2047, 3276, 3891]  # about 5, 50, 80 and 95 percent
    x = quantiles("pert", peak)
    for level in wanted:
        width = x[level] / steps
        middles = ((n + 0.5) * width for n in range(steps))
        below = sum(exp(scale + (alpha - 1) * log(m) + (beta - 1) * log(1 - m)) for m in middles) * width
        assert below == pytest.approx(SHARES[level], abs=2e-5)


@pytest.mark.parametrize("peak", PEAKS)
def test_mean_and_variance_of_pert(peak: float) -> None:
    # Mean (a + 4m + b) / 6 of Malcolm et al. (1959); variance (mean - a)(b - mean) / 7 of Vose (2008).
    x, mean = quantiles("pert", peak), (4 * peak + 1) / 6
    assert x.mean() == pytest.approx(mean, abs=5e-6)
    assert x.var() == pytest.approx(mean * (1 - mean) / 7, rel=1e-3)


@pytest.mark.parametrize("peak", PEAKS)
def test_the_triangle_against_its_closed_form(peak: float) -> None:
    x = quantiles("triangular", peak)
    with np.errstate(divide="ignore", invalid="ignore"):
        below = np.where(x < peak, x**2 / peak, 1 - (1 - x) ** 2 / (1 - peak))
    assert np.abs(below - SHARES).max() < 1e-12
    assert x.mean() == pytest.approx((1 + peak) / 3, abs=1e-5)
    assert x.var() == pytest.approx((1 - peak + peak**2) / 18, rel=1e-3)


def test_lengths_are_in_parts_of_a_day() -> None:
    table = lengths("pert", 2, 4, 12, 256)
    assert table.mean() / 256 == pytest.approx((2 + 16 + 12) / 6, abs=1e-3)
    assert 2 * 256 <= table[0] < table[-1] <= 12 * 256
    assert (np.diff(table) >= 0).all()


def test_the_bits_are_those_that_are_promised() -> None:
    draws = Draws(1)
    other, first = draws.levels(["length b", "length a"], 0, 6).tolist()
    assert first == EXPECTED_LEVELS != other
    assert draws.levels(["length a"], 4, 2).tolist() == [EXPECTED_LEVELS[4:]]
    assert Draws(2).levels(["length a"], 0, 6).tolist() != [EXPECTED_LEVELS]


def test_draws_are_even_and_do_not_know_of_each_other() -> None:
    draws, runs = Draws(7), 1 << 16
    one, other = draws.levels(["length a", "length b"], 0, runs)
    # 64 by 64 fields, 16 draws in each on average: chi-square with 4095 degrees of freedom.
    fields = np.bincount(one // 64 * 64 + other // 64, minlength=4096)
    chi = ((fields - 16) ** 2 / 16).sum()
    assert abs(chi - 4095) < 5 * (2 * 4095) ** 0.5
    happens = draws.happens("risk a", 0.3, 0, runs)
    assert abs(happens.mean() - 0.3) < 5 * (0.21 / runs) ** 0.5
    assert draws.happens("risk a", 1, 0, runs).all()
    assert not draws.happens("risk a", 0, 0, runs).any()
    assert (draws.happens("risk a", 0.3, 400, 40) == happens[400:440]).all()
