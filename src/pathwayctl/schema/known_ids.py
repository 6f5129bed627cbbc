"""The ids of a project that a field may refer to, with the names that people know them by."""

from __future__ import annotations

import hashlib
import json
from functools import cached_property
from typing import TYPE_CHECKING, Final

from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex


@dataclass(frozen=True)
class KnownIds:
    """The names of all entries by their ids, and those by kind.

    If they are not ``complete``, a part of the project could not be read, and there may be more of them.
    ``version`` is that of the program, which may know other fields than the one before.
    """

    by_kind: dict[str, dict[str, str]]
    complete: bool
    version: str = ""

    def of(self, kinds: tuple[str, ...]) -> dict[str, str]:
        """The ids of all entries of some kinds, in their order, each with its name."""
        found: dict[str, str] = {}
        for kind in kinds:
            known = self.by_kind.get(kind, {})
            found |= {id_: name if len(kinds) == 1 else f"{name} ({kind})" for id_, name in known.items()}
        return found

    @cached_property
    def digest(self) -> str:
        """What differs as soon as an id or a name does; a schema bears that of the ids in it."""
        text = json.dumps([self.version, self.by_kind], ensure_ascii=False)
        return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def known_ids(index: PlanIndex, version: str) -> KnownIds:
    """The ids in a plan, also those of the occurrences of recurring tasks."""
    by_kind: dict[str, dict[str, str]] = {}
    for entry in index.every_entry:
        by_kind.setdefault(entry.kind, {}).setdefault(entry.id, entry.name)
    return KnownIds(by_kind, not index.unread and not index.refused, version)


NO_PROJECT: Final = KnownIds({}, complete=False)
"""What is known without a project: no id."""
