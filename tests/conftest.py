"""What tests of all rooms share: small projects on disk."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ("browser.fixtures", "rendered_pages")

# A run says the same each time. To look for more, now and then: HYPOTHESIS_PROFILE=search
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", derandomize=False, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

# The examples are in the repository of pathwayctl itself, whose history is none of theirs.
os.environ["GIT_CEILING_DIRECTORIES"] = str(Path(__file__).resolve().parents[1])

HEAD = "pathwayctl: 1\nproject:\n  name: Example\n  start: 2027-01-04\n"
MakeProject = Callable[..., Path]


@pytest.fixture
def make_project(tmp_path: Path) -> MakeProject:
    """Write a project: ``make_project({"work.yaml": "tasks: []"})``; a main file is added if need be."""

    def make(files: dict[str, str | bytes] | None = None) -> Path:
        root = tmp_path / "project"
        for name, text in {"pathway.yaml": HEAD, **(files or {})}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return root

    return make
