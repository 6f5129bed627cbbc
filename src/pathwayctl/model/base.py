"""The base class of every model.

Modules with models do without ``from __future__ import annotations``: pydantic would have to compile the
text of every annotation, of which there are a thousand.
"""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen record: unknown keys are errors, and nothing changes after loading.

    ``NOUN`` names the kind of entry in messages, if it has an id. ``SUBJECT`` starts a message about an
    entry that has no name. ``BELONGS_TO`` is the field for the entry that this one is a part of: where that
    one is private, this one is too. ``ALONE`` is the field that a single value in place of the whole group
    stands for.
    """

    NOUN: ClassVar[str] = ""
    SUBJECT: ClassVar[str] = ""
    BELONGS_TO: ClassVar[str] = ""
    ALONE: ClassVar[str] = ""

    model_config = ConfigDict(
        frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True, hide_input_in_errors=True
    )
