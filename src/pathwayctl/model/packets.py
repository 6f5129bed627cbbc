"""Packets of the project's own: which pages go together, in which order, and under which title."""

from typing import ClassVar

from pydantic import Field

from pathwayctl.model.annotations import Name
from pathwayctl.model.base import Model
from pathwayctl.model.values import Id, Text
from pathwayctl.model.vocabulary import MeetingKind


class Packet(Model):
    """Pages that are handed out together. A packet with the id of a built-in one replaces it."""

    NOUN: ClassVar[str] = "packet"

    id: Id = Field(description="A short, unique name, used with render --packet")
    title: Name = Field(description="The packet’s title")
    about: Text | None = Field(None, description="What it is for, in a sentence")
    cover: Text | None = Field(None, description="Text for its first page, such as a welcome")
    logo: Text | None = Field(None, description="An image file of the project for its first page")
    meetings: tuple[MeetingKind, ...] = Field(
        (), description="Kinds of meetings whose agendas the packet starts with"
    )
    handouts: tuple[Text, ...] = Field((), description="The ids of its handouts, in order")
    titles: dict[Text, Text] = Field({}, description="Other titles for some of them: {4b: Our schedule}")
