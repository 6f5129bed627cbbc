"""Amounts of money and shares, as offices write them."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from pathwayctl.model.either_form import NumberOrShare
from pathwayctl.model.money import Money

MONEY: TypeAdapter[float] = TypeAdapter(Money)
SHARE: TypeAdapter[int | str] = TypeAdapter(NumberOrShare)


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        (1200, 1200.0),
        (0, 0.0),
        (99.5, 99.5),
        ("$1,200", 1200.0),
        ("1,200.50", 1200.5),
        ("$ 1200", 1200.0),
        ("$1,234,567", 1234567.0),
        (" $12 ", 12.0),
    ],
)
def test_an_amount_may_have_a_dollar_sign_and_commas(written: object, amount: float) -> None:
    assert MONEY.validate_python(written) == amount


@pytest.mark.parametrize(
    "written", [-1, "1200", "$1,20", "12,00", "$", "about $1,200", "$1,200 a year", True, None]
)
def test_what_is_no_clear_amount_is_refused(written: object) -> None:
    with pytest.raises(ValidationError):
        MONEY.validate_python(written)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (24, 24),
        ("15%", "15%"),
        ("15 %", "15%"),
        ("15 percent", "15%"),
        ("015 per cent", "15%"),
        ("100%", "100%"),
        ("15 percent of juniors", "15% of juniors"),
    ],
)
def test_students_are_a_number_or_a_share(written: object, read: int | str) -> None:
    assert SHARE.validate_python(written) == read


@pytest.mark.parametrize("written", ["101%", "15", "15% juniors", "15% of ", "percent", -1, 1.5, True])
def test_what_is_neither_is_refused(written: object) -> None:
    with pytest.raises(ValidationError):
        SHARE.validate_python(written)
