"""An example of each section for the page of fields: the most telling short entry of the example projects."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

ROOT: Final = Path(__file__).resolve().parents[2]
LINES: Final = 12
"""Lines that an example may have; a section that stands once is cut there."""


def example_of(section: str, *, is_list: bool) -> str:
    """The section with one entry, or with its first fields, as an example project has it, if any has."""
    whole = list(_entries(section)) if is_list else [_first_fields(text) for text in _bodies(section)]
    found = [text for text in whole if text.count("\n") < LINES] or [_cut(text) for text in whole]
    if not found:
        return ""
    best = max((text for text in found if "#" not in text), key=lambda text: (len(_told(text)), -len(text)))
    return f"{section}:\n{textwrap.indent(best, '  ')}"


def _told(text: str) -> dict[str, Any]:
    """The fields of an example; a field of an entry that is a list of entries counts once."""
    told = YAML(typ="safe").load(text)
    found: dict[str, Any] = told[0] if isinstance(told, list) else told
    return found


def _entries(section: str) -> Iterator[str]:
    for text, node in _sections(section):
        for item in node.value if isinstance(node, SequenceNode) else ():
            lines = text.splitlines()[item.start_mark.line : item.end_mark.line + 1]
            own = _within(lines, item)
            if own and not any(line.lstrip().startswith("tasks:") for line in own.splitlines()):
                yield own


def _within(lines: list[str], item: Node) -> str:
    """The lines of an entry, without what follows it."""
    if item.end_mark.column <= item.start_mark.column and len(lines) > 1:
        lines = lines[:-1]
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines = lines[:-1]
    text = textwrap.dedent("\n".join(lines))
    return text if text.startswith("- ") else ""


def _cut(entry: str) -> str:
    """An entry without the fields for which there is no room."""
    return "- " + textwrap.indent(_first_fields(textwrap.dedent(f"  {entry[2:]}")), "  ")[2:]


def _bodies(section: str) -> Iterator[str]:
    for text, node in _sections(section):
        if isinstance(node, MappingNode) and not node.flow_style:
            lines = text.splitlines()[node.start_mark.line : node.end_mark.line + 1]
            if node.end_mark.column == 0 and len(lines) > 1:
                lines = lines[:-1]
            kept = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
            yield textwrap.dedent("\n".join(kept))


def _first_fields(body: str) -> str:
    """As many whole fields of a mapping as there is room for."""
    fields: list[list[str]] = []
    for line in body.splitlines():
        if line[:1].strip():
            fields.append([])
        fields[-1].append(line)
    kept: list[str] = []
    for field in fields:
        if len(kept) + len(field) < LINES:
            kept += field
    return "\n".join(kept)


@cache
def _documents() -> tuple[tuple[str, MappingNode], ...]:
    files = sorted((ROOT / "examples").rglob("*.yaml"))
    read = [(file, file.read_text("utf-8")) for file in files if "baselines" not in file.parts]
    composed = ((text, YAML().compose(text)) for file, text in read if "build" not in file.parts)
    return tuple((text, node) for text, node in composed if isinstance(node, MappingNode))


def _sections(section: str) -> Iterator[tuple[str, Node]]:
    for text, document in _documents():
        for key, value in document.value:
            if key.value == section:
                yield text, value
