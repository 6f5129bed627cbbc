"""Whoever does what the comments of a new project say has a project that passes ``validate --strict``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from scaffold_filling import filled
from scaffold_projects import COMBINATIONS, examined, files_of, with_samples

from pathwayctl.diagnostics import Severity

MORE_THAN_SAMPLES: Final = {
    "PW514": "pathways come with another guide",
    "PW527": "one use of the skills is shown, and there are several purposes",
    "PW534": "one employer is shown, and a partnership has several",
    "PW584": "two rungs of the ladder are shown",
    "PW588": "frameworks come with another guide",
    "PW618": "the last milestone waits for one task more, the sample",
    "PW622": "guides together leave tasks with much time",
    "PW640": "measures come with another guide",
    "PW645": "one milestone is shown, and the last ones are in college",
}
"""Notes that stay if each kind of entry has only its sample, and why."""


@pytest.mark.parametrize("combination", COMBINATIONS)
def test_filled_in_as_its_comments_say_it_is_clean(tmp_path: Path, combination: str) -> None:
    project = examined(tmp_path / "new", filled(files_of(combination)))
    assert [one for one in project.findings if one.severity is not Severity.NOTE] == []
    assert {one.code for one in project.findings} <= MORE_THAN_SAMPLES.keys()
    assert project.schedule.tasks


def test_only_fields_are_filled_in_that_the_files_name() -> None:
    files = files_of("+".join(COMBINATIONS[-1].split("+")))
    named = set(re.findall(r"[a-z_]+", " ".join(files.values())))
    before: set[str] = set()
    for text in files.values():
        before |= set(_keys(yaml.safe_load(with_samples(text))))
    after = set(_keys(yaml.safe_load(filled(files)["pathway.yaml"])))
    assert after - before - named == set()


def _keys(value: Any) -> Iterator[str]:
    """The fields of all entries."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield str(key)
            yield from _keys(inner)
    elif isinstance(value, list):
        for one in value:
            yield from _keys(one)
