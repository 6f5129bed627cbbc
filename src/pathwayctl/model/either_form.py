"""Values and groups that may be written in one of two forms, such as a task or a day."""

import re
from datetime import date
from typing import Annotated, Any, ClassVar, Final

from pydantic import PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError, PydanticKnownError

from pathwayctl.model.base import Model
from pathwayctl.model.json_forms import by_type, either, text_schema
from pathwayctl.model.values import DAY_SCHEMA, ID_PATTERN, Id, read_day

_ID: Final = re.compile(ID_PATTERN)
_SHARE: Final = re.compile(r"(\d{1,3}) ?(?:%|percent|per cent)( of \S[^\n]{0,80})?")


def read_id_or_day(value: object) -> str | date:
    """An id or a calendar day, ``launch-day`` or ``2027-08-16``; raises what a wrong id raises."""
    if type(value) is date:
        return value
    if not isinstance(value, str):
        raise PydanticKnownError("string_type")
    try:
        return read_day(value)
    except PydanticCustomError:
        if len(value) <= 100 and _ID.fullmatch(value):
            return value
    raise PydanticKnownError("string_pattern_mismatch", {"pattern": ID_PATTERN})


def read_number_or_share(value: object) -> int | str:
    """A number of people, or a share, ``15%`` or ``15 percent of juniors``; raises as a wrong number does."""
    if isinstance(value, str) and (found := _SHARE.fullmatch(value)) and int(found[1]) <= 100:
        return f"{int(found[1])}%{found[2] or ''}"
    if type(value) is not int:
        raise PydanticKnownError("int_type")
    if value < 0:
        raise PydanticKnownError("greater_than_equal", {"ge": 0})
    return value


IdOrDay = Annotated[
    Id | date,
    PlainValidator(read_id_or_day),
    WithJsonSchema(either(DAY_SCHEMA, {"type": "string", "pattern": ID_PATTERN})),
]
NumberOrShare = Annotated[
    int | str,
    PlainValidator(read_number_or_share),
    WithJsonSchema(by_type("string", text_schema(_SHARE.pattern), {"type": "integer", "minimum": 0})),
]


class Titled(Model):
    """A group of fields that may also be written as its title alone."""

    ALONE: ClassVar[str] = "title"

    @model_validator(mode="before")
    @classmethod
    def _from_title(cls, value: Any) -> Any:
        return {"title": value} if isinstance(value, str) else value
