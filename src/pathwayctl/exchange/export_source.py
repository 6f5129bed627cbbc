"""What is exported, for whom, and from what."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pathwayctl.handouts.sharing import Sharing, shared
from pathwayctl.model.annotations import consented_fields
from pathwayctl.model.vocabulary import Audience
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.loading.project import Loaded
    from pathwayctl.model.base import Model
    from pathwayctl.model.plan import Plan


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What to export, and for whom.

    ``sections`` and ``parties`` (ids of people and organizations) choose a part of the plan; empty means
    all of it. ``preset`` names a ready-made set of columns, ``kinds`` say what a calendar holds, and
    ``bom`` starts a CSV file with a byte-order mark.
    """

    audience: Audience = Audience.PARTNERS
    sections: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    preset: str = ""
    kinds: tuple[str, ...] = ()
    bom: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """The file of a format, and what of the plan it has no place for: a sentence for each."""

    content: bytes
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class ExportSource:
    """What formats are made from, cut down for the audience before any of them sees it.

    ``whole`` is the plan with its dates and nothing left out, and ``loaded`` the files as they were read;
    both are for places and identity, not for texts.
    """

    whole: Context
    loaded: Loaded
    audience: Audience

    @cached_property
    def shown(self) -> Context:
        """The plan and its dates as the audience may see them."""
        return shared(self.whole, self.audience)

    @property
    def original(self) -> Plan:
        """The whole plan, with each recurring task as the single entry that the files have."""
        return self.loaded.as_written or self.loaded.plan

    @cached_property
    def written(self) -> Plan:
        """The same, as the audience may see it."""
        return self._sharing.plan(self.original) if self._sharing else self.original

    def seen(self, entry: Model) -> Model | None:
        """An entry of ``original`` as the audience may see it, or ``None``."""
        sharing = self._sharing
        if sharing is None:
            return entry
        is_open = not (sharing.private or sharing.words or consented_fields(type(entry)))
        return entry if is_open and not getattr(entry, "private", False) else sharing.entry(entry)

    @cached_property
    def unnamed(self) -> frozenset[str]:
        """The ids of people and organizations that the audience may not know."""
        if self.audience is Audience.INTERNAL:
            return frozenset()
        private = [one.id for one in self.original.people if one.private]
        return frozenset([*private, *(one.id for one in self.original.organizations if one.private)])

    @cached_property
    def _sharing(self) -> Sharing | None:
        return None if self.audience is Audience.INTERNAL else Sharing.of(self.original)
