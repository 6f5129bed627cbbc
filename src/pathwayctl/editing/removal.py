"""Edits that remove an entry together with everything that refers to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pathwayctl.diagnostics import Path
from pathwayctl.editing.edits import RemovePlaces
from pathwayctl.loading.fields import field_at
from pathwayctl.model.references import Reference

_TASKS: Final = "tasks"


@dataclass
class Removal:
    """What goes when an entry is removed, as paths in the plan.

    ``entries`` are whole entries: the one itself, and those that cannot be without it, such as an
    invitation to a person. ``mentions`` are fields and items of lists in other entries.
    """

    entries: dict[Path, str] = field(default_factory=dict)
    mentions: list[Reference] = field(default_factory=list)

    def holds(self, path: Path) -> bool:
        """Whether a path is inside an entry that goes."""
        return any(path[:end] in self.entries for end in range(2, len(path) + 1))


def removal_of(
    path: Path,
    ids: Mapping[str, Path],
    mentions_of: Callable[[str], Iterable[Reference]],
) -> Removal:
    """Everything that goes with the entry at a path.

    ``ids`` has the path of each entry by its id, and ``mentions_of`` finds the places that name an id.
    """
    removal = Removal()
    waiting = [path]
    while waiting:
        here = waiting.pop(0)
        if removal.holds(here):
            continue
        inside = [id_ for id_, other in ids.items() if other[: len(here)] == here]
        removal.entries[here] = next((id_ for id_ in inside if ids[id_] == here), "")
        for id_ in inside:
            for mention in mentions_of(id_):
                holder = mention.path[:-1]
                if _is_needed(mention.path) and holder and isinstance(holder[-1], int):
                    waiting.append(holder)
                else:
                    removal.mentions.append(mention)
    removal.mentions = [one for one in removal.mentions if not removal.holds(one.path)]
    removal.entries = {one: id_ for one, id_ in removal.entries.items() if not removal.holds(one[:-1])}
    return removal


def removal_edit(removal: Removal, written: Callable[[Path], Any]) -> RemovePlaces:
    """The edit that makes a removal; ``written`` returns the plain data at a path of the plan."""
    places = dict.fromkeys(removal.entries)
    for mention in removal.mentions:
        holder, last = mention.path[:-1], mention.path[-1]
        is_key = isinstance(last, int) and isinstance(written(holder), dict)  # assigned: {dana-ruiz: 0.5}
        places[(*holder, mention.id) if is_key else mention.path] = None
    return RemovePlaces(tuple(places))


def apart(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Those of some paths, the last place first, that can be removed at once, and those that must wait.

    What is removed at once is in different lists and entries, and moves none of those that wait.
    """
    now: list[Path] = []
    later: list[Path] = []
    around: set[Path] = set()
    for path in paths:
        (later if path[:-1] in around else now).append(path)
        around.update(path[:end] for end in range(1, len(path)))
    return now, later


def in_order(path: Path) -> tuple[tuple[bool, int, str], ...]:
    """Sorts paths as their places are in lists; texts and numbers can both be at the same depth."""
    return tuple((isinstance(part, str), part if isinstance(part, int) else 0, str(part)) for part in path)


def _is_needed(path: Path) -> bool:
    """Whether an entry cannot be without the field at a path."""
    found = field_at(path) if isinstance(path[-1], str) else None
    return found is not None and found.is_required()
