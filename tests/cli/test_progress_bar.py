"""The bar of a long piece of work: on a terminal, and wiped out when it is done."""

from __future__ import annotations

import io
import sys

import pytest

from pathwayctl.cli.progress_bar import progress_bar


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_it_grows_and_is_gone_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    show = progress_bar("Making pages")
    for done in range(1, 101):
        show(done, 100)
    drawn = screen.getvalue().split("\r")[1:]
    assert drawn[0] == f"Making pages [{'.' * 30}] 1 of 100"
    assert f"Making pages [{'#' * 15}{'.' * 15}] 50 of 100" in drawn
    assert drawn[-2:] == [" " * len(f"Making pages [{'#' * 30}] 100 of 100"), ""]
    assert len(drawn) < 40  # not once for each step


def test_nobody_is_told_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    quiet = io.StringIO()
    monkeypatch.setattr(sys, "stderr", quiet)
    progress_bar("Making pages")(1, 2)
    assert quiet.getvalue() == ""
