"""New projects for the tests: every combination of guides, with and without their samples."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Final

from pathwayctl.app import Project, open_project
from pathwayctl.model.vocabulary import Guide
from pathwayctl.scaffolds import lay_out, scaffold

START: Final = date(2027, 1, 4)
TERMS: Final = {
    "college": "Bluestem Community College",
    "school-district": "Cedar Valley School District",
    "region": "northern Colorado",
    "industry": "advanced manufacturing",
}
COMBINATIONS: Final = tuple(
    "+".join(chosen) for size in range(1, len(Guide) + 1) for chosen in combinations(tuple(Guide), size)
)
"""All fifteen, such as ``ccrs+sector``."""

_SAMPLE: Final = re.compile(r"( *)# ((?:- |[a-z_-]+:(?: |$)).*)")
"""A commented entry of a list, or a commented field."""
_MORE: Final = re.compile(r"( *)# ( .*)")


def files_of(
    combination: str, name: str = "Pathways", terms: Mapping[str, str] = TERMS, start: date = START
) -> dict[str, str]:
    return scaffold(combination.split("+"), name, start, terms)


def examined(folder: Path, files: Mapping[str, str]) -> Project:
    assert lay_out(folder, files) is None
    return open_project(folder)


def with_samples(text: str) -> str:
    """A file of a new project after somebody took away the # of every commented entry and field."""
    lines: list[str] = []
    inside = False
    for line in text.splitlines():
        sample = _SAMPLE.fullmatch(line) or (_MORE.fullmatch(line) if inside else None)
        inside = sample is not None
        if sample is None:
            lines.append(line)
            continue
        if lines[-1].endswith(": []"):
            lines[-1] = lines[-1].removesuffix(" []")
        lines.append(sample[1] + sample[2])
    return "\n".join(lines) + "\n"
