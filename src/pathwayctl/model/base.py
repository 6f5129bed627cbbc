"""What every model has in common."""

from __future__ import annotations

from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen record: unknown keys are mistakes, and nothing changes after loading.

    ``NOUN`` is what an entry of this kind is called, where others refer to it by its id.
    """

    NOUN: ClassVar[str] = ""

    model_config = ConfigDict(
        frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True, hide_input_in_errors=True
    )
