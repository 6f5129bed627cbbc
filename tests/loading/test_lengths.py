"""What was likely meant by a length of time or a dependency that cannot be read."""

from __future__ import annotations

import pytest

from pathwayctl.loading.lengths import length_complaint, link_complaint

LONG = "longer than 100,000 days"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("kickoff fs+3d", "kickoff FS+3d"),
        ("Kickoff ss", "kickoff SS"),
        ("kickoff+3d", "kickoff FS+3d"),
        ("kickoff -2 weeks", "kickoff FS-2w"),
        ("kickoff FF + 3", "kickoff FF+3d"),
        ("Kickoff", "kickoff"),
    ],
)
def test_a_dependency_that_was_nearly_right(written: str, meant: str) -> None:
    assert link_complaint(written) == ("is not a dependency", f"Did you mean {meant}?")


@pytest.mark.parametrize(
    "written", ["the big idea", "kickoff FS+3m", "kickoff FS+1.5d", "ä FS+9d", "a_b", ""]
)
def test_a_dependency_that_cannot_be_guessed(written: str) -> None:
    assert link_complaint(written) == ("is not a dependency", "")


@pytest.mark.parametrize("written", ["kickoff FS+99999w", "kickoff ss-9999999ed"])
def test_a_wait_that_is_too_long(written: str) -> None:
    assert link_complaint(written) == (f"asks for a wait {LONG}", "Correct the number.")


@pytest.mark.parametrize(
    ("written", "meant"), [("3", "3d"), ("3 days", "3d"), ("2 Weeks", "2w"), ("1 D", "1d")]
)
def test_a_length_that_was_nearly_right(written: str, meant: str) -> None:
    assert length_complaint(written) == ("is not a length of time", f"Did you mean {meant}?")


@pytest.mark.parametrize("written", ["3m", "1.5d", "3ed", "", "soon", "-3d"])
def test_a_length_that_cannot_be_guessed(written: str) -> None:
    assert length_complaint(written) == ("is not a length of time", "")


def test_a_length_that_is_too_long() -> None:
    assert length_complaint("999999w") == (f"is {LONG}", "Correct the number.")
