"""The files of baselines in edits: one is saved with an edit, and a task is renamed in all of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pathwayctl.editing.draft import Draft, DraftFile
from pathwayctl.editing.edits import CannotEditError, SaveBaseline
from pathwayctl.editing.references import Use, is_named, rename_in
from pathwayctl.loading.files import TextFile, baseline_file, baseline_names, read_baseline
from pathwayctl.source.reading import read


def save_baseline(draft: Draft, edit: SaveBaseline) -> None:
    """Save a baseline. Raises ``CannotEditError`` if there is one of its name."""
    if edit.name in draft.baselines or edit.name in baseline_names(draft.root):
        raise CannotEditError(f"There is a baseline “{edit.name}” already.", "Choose another name.")
    file = baseline_file(edit.name)
    draft.baselines[edit.name] = DraftFile(file, None, edit.text, read(edit.text.encode()).value)


def rename_in_baselines(draft: Draft, old: str, new: str) -> None:
    """Rename a task in each baseline that has it. Raises ``CannotEditError`` if one cannot be changed."""
    for name in baseline_names(draft.root):
        file = _opened(draft, name)
        tasks = file.value.get("tasks")
        if not isinstance(tasks, dict) or old not in tasks:
            continue
        if new in tasks:
            raise CannotEditError(
                f"The baseline “{name}” has another task with the id “{new}”.", "Choose another id."
            )
        rename_in(file, list(_uses(tasks, old)), old, new)
        draft.baselines[name] = file


def _opened(draft: Draft, name: str) -> DraftFile:
    """The file of a baseline, which an edit before this one may have changed."""
    if name in draft.baselines:
        return draft.baselines[name]
    found = read_baseline(draft.root, name)
    reading = read(found.data) if isinstance(found, TextFile) else None
    if not isinstance(found, TextFile) or reading is None or not reading.whole or reading.gaps:
        raise CannotEditError(
            f"The baseline “{name}” cannot be read in full, so the task cannot be renamed in it.",
            f"Save it again, or remove it: pathwayctl baseline drop {name}",
        )
    value = reading.value if isinstance(reading.value, dict) else {}
    return DraftFile(found.name, found.data, found.data.decode("utf-8-sig"), value)


def _uses(tasks: dict[str, Any], old: str) -> Iterator[Use]:
    """Every place that names a task in a baseline: its own line, the tasks in it, and links to it."""
    for id_, fields in tasks.items():
        if not isinstance(fields, dict):
            continue
        if fields.get("in") == old:
            yield Use(("tasks", id_, "in"), on_key=False)
        links = fields.get("depends_on")
        for number, link in enumerate(links if isinstance(links, list) else []):
            if isinstance(link, str) and is_named(link, old):
                yield Use(("tasks", id_, "depends_on", number), on_key=False)
    yield Use(("tasks", old), on_key=True)
