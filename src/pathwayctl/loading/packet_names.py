"""Packets of the project's own: whether a folder can have their ids as its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.diagnostics import Path, Problem, Rule
from pathwayctl.writing import HANDOUTS_FOLDER, folder_for, is_reserved

if TYPE_CHECKING:
    from pathwayctl.model.plan import Plan

TAKEN_NAME: Final = Rule("PW236")
RESERVED_NAME: Final = Rule("PW237")


def unusable_names(plan: Plan) -> Iterator[Problem]:
    """Packets whose ids cannot be the names of their folders."""
    if not plan.packets:
        return
    parties = (*(person.id for person in plan.people), *(one.id for one in plan.organizations))
    taken = {HANDOUTS_FOLDER, *map(folder_for, parties)}
    for place, packet in enumerate(plan.packets):
        path: Path = ("packets", place, "id")
        hint = f"Give the packet another id: {packet.id}-packet."
        if packet.id in taken:
            message = f"The packet “{packet.title}” would get the folder “{packet.id}” of other pages."
            yield TAKEN_NAME.at(path, message, hint)
        elif is_reserved(packet.id):
            message = f"Windows does not allow a folder with the name “{packet.id}”."
            yield RESERVED_NAME.at(path, message, hint)
