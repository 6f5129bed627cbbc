"""Each kind of gap that the evidence knows has its words, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pathwayctl.evidence
from pathwayctl.evidence.gap import WORK_OPEN
from pathwayctl.guidance.registry import wordings

_NAMED = re.compile(r"(?:\bGap\(|_people\(|_occupations\(\w+, |_duty\(\w+, )\s*\"([a-z-]+)\"")
_ROLES = {"no-decision-maker", "no-doer"}  # named by the role
_OF_TASKS = {"incomplete-tasks", "untimed-tasks", "open-tasks", WORK_OPEN}


def test_every_kind_of_gap_has_words() -> None:
    folder = Path(next(iter(pathwayctl.evidence.__path__)))
    kinds = {kind for file in folder.rglob("*.py") for kind in _NAMED.findall(file.read_text("utf-8"))}
    assert kinds | _ROLES | _OF_TASKS == set(wordings())
