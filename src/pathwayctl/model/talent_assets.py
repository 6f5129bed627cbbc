"""What a region has beside its programs: work-based learning, support services, and equipment (step 11)."""

from typing import ClassVar

from pydantic import Field

from pathwayctl.model.annotations import Name, Note, OccupationId, Provider
from pathwayctl.model.base import Model
from pathwayctl.model.values import Count, Flag, Id, Text
from pathwayctl.model.vocabulary import Word


class AssetKind(Word):
    """What an asset is."""

    WORK_BASED = "work-based", "Work-based learning"
    SUPPORT = "support", "Support service"
    EQUIPMENT = "equipment", "Space or equipment"
    OTHER = "other", "Other"


class Asset(Model):
    """Something in the region that helps people into the critical occupations, other than a program."""

    NOUN: ClassVar[str] = "asset"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="The asset in a few words, such as Child care on Saturdays")
    kind: AssetKind = Field(AssetKind.OTHER, description="work-based, support, equipment, or other")
    provider: Provider | None = Field(None, description="The organization that offers it")
    places: Count | None = Field(None, description="How many people it has room for a year")
    serves: Text | None = Field(None, description="Whom it serves")
    occupations: tuple[OccupationId, ...] = Field(
        (), description="The occupations it helps people into; none for all"
    )
    note: Note = Field(None, description="Your notes")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")
