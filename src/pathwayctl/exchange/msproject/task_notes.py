"""The notes of a task in Microsoft Project: its outcome, its detail, and what it needs, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathwayctl.model.work import Task


def notes_of(task: Task) -> str:
    """The notes as they are exported."""
    return "\n".join(filter(None, (task.outcome, task.detail, *_needs(task))))


def detail_in(notes: str, task: Task) -> str:
    """The detail in notes that came back: without the outcome before it and what the task needs after it."""
    lines = [line for line in notes.split("\n") if line not in _needs(task)]
    outcome = (task.outcome or "").split("\n")
    if lines[: len(outcome)] == outcome:
        del lines[: len(outcome)]
    return "\n".join(lines).strip()


def _needs(task: Task) -> list[str]:
    return [f"Needs: {one}" for one in task.resources]
