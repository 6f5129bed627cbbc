"""Schemas to test, and project files as programs see them that read YAML by its 1.2 core schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

from pathwayctl.app import open_project
from pathwayctl.loading.files import read_files
from pathwayctl.schema.known_ids import NO_PROJECT, KnownIds, known_ids
from pathwayctl.schema.project_schema import project_schema
from pathwayctl.source.reading import read

EXAMPLES = sorted(path.parent for path in Path(__file__).parents[2].glob("examples/*/pathway.yaml"))


def schema_of(root: Path | None = None) -> dict[str, Any]:
    """The schema of a project, or the general one."""
    known: KnownIds = NO_PROJECT if root is None else known_ids(open_project(root).index, "test")
    return project_schema(known)


def complaints(schema: dict[str, Any], value: Any) -> list[str]:
    """What is wrong with the contents of a file, each with its place."""
    errors = Draft7Validator(schema).iter_errors(in_json(value))
    return sorted(f"{'/'.join(map(str, one.absolute_path))}: {one.message[:200]}" for one in errors)


def in_json(value: Any) -> Any:
    """Plain data with days as texts."""
    if isinstance(value, dict):
        return {str(key): in_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [in_json(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def contents(root: Path) -> Iterator[tuple[str, Any]]:
    """What each file of a project holds, by its name."""
    files, _ = read_files(root)
    yield from ((file.name, read(file.data).value) for file in files)


def red_in(root: Path, schema: dict[str, Any]) -> Iterable[str]:
    """Every complaint about the files of a project."""
    return [f"{name} {said}" for name, value in contents(root) for said in complaints(schema, value)]
