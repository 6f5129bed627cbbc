"""The command line as a user meets it, run inside the tests' own process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from pathwayctl.cli.main import run

_WISHES = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "SOURCE_DATE_EPOCH", "PYTHONIOENCODING")


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command has ended, and what it has said."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def runner(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs commands, ``run("validate", "my-project")``, where nobody has set anything in the environment."""
    for name in _WISHES:
        monkeypatch.delenv(name, raising=False)

    def run_it(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["pathwayctl", *words])
        capsys.readouterr()
        code = run()
        shown = capsys.readouterr()
        return Ran(code, shown.out, shown.err)

    return run_it
