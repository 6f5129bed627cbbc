"""The page about exports names each format once, in its table of what is carried over."""

from __future__ import annotations

import re
from pathlib import Path

from pathwayctl.exchange.registry import EXPORTS
from pathwayctl.exchange.whole_json import _DATED

PAGE = Path("docs/exchange.md").read_text(encoding="utf-8")


def test_each_format_has_a_row() -> None:
    table = PAGE.partition("## What is carried over")[2]
    assert sorted(re.findall(r"^\| `(\w+)`", table, re.MULTILINE)) == sorted(EXPORTS)


def test_each_field_of_a_dated_task_is_explained() -> None:
    (row,) = re.findall(r"^\| `schedule\.tasks` \|.*$", PAGE, re.MULTILINE)
    assert {*re.findall(r"`(\w+)`", row)} == {*_DATED}
