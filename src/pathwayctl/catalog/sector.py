"""The records of ``sector``: the 17 steps, in five parts, of building on a sector partnership."""

from __future__ import annotations

from pathwayctl.catalog.catalog_entry import CatalogLine, Facilitation, QuestionList
from pathwayctl.catalog.data_records import Number, Record


class GuidePart(Record):
    """One of the five parts, with its title in the guide and what it is for."""

    id: str
    text: str
    number: Number
    title: str

    @property
    def numeral(self) -> str:
        """Its number as the guide writes it: ``IV``."""
        return ("I", "II", "III", "IV", "V")[self.number - 1]


class GuideStep(Record):
    """A step: its title in the guide, and our own reading of what it leaves behind.

    ``sections`` names the sections of a project that hold what it leaves behind, ``refers_to`` the
    numbers of the steps whose work it takes further, and ``behind_you`` the sign by which a project
    that does not start at step 1 can tell that this step needs no doing.
    """

    id: str
    leaves_behind: str
    number: Number
    title: str
    part: Number
    sections: tuple[str, ...]
    behind_you: str
    refers_to: tuple[int, ...] = ()


class SectorGuide(Record):
    """The steps, their parts, and who makes up a sector partnership."""

    parts: tuple[GuidePart, ...]
    steps: tuple[GuideStep, ...]
    members: tuple[CatalogLine, ...]
    concepts: tuple[CatalogLine, ...]
    reflection: QuestionList
    beginning: tuple[CatalogLine, ...]
    facilitation: tuple[Facilitation, ...]
    rules: tuple[CatalogLine, ...]

    def of(self, part: Number) -> tuple[GuideStep, ...]:
        """The steps of one part in their order."""
        return tuple(step for step in self.steps if step.part == part)
