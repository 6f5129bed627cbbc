"""Fields that take one word of a vocabulary, or a list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BeforeValidator
from pydantic_core import PydanticKnownError

if TYPE_CHECKING:
    from pathwayctl.model.vocabulary import Word


def one_or_more(vocabulary: type[Word]) -> BeforeValidator:
    """A single word of a vocabulary as a list of one; raises ``enum`` for another word, at its own place."""

    def listed(value: object) -> object:
        if not isinstance(value, str):
            return value
        if value not in tuple(vocabulary):
            raise PydanticKnownError("enum", {"expected": ", ".join(vocabulary)})
        return [value]

    return BeforeValidator(listed)
