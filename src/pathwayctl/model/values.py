"""Single values of a project: ids, texts, days, durations, links, and the codes of standards.

A text that cannot be read raises ``PydanticCustomError`` whose type names the mistake
(``duration``, ``link`` ...); ``loading.shape`` turns that into a finding.
This module knows nothing of files or lines.
"""

from __future__ import annotations

import re
from datetime import date, time
from functools import lru_cache
from typing import Annotated, Any, Final

from pydantic import Field, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from pathwayctl.model.json_forms import by_type, either, group_schema, text_schema
from pathwayctl.model.money import Money as Money
from pathwayctl.model.vocabulary import LinkType
from pathwayctl.quick_dataclass import dataclass

ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SEEN_PATTERN: Final = r"\S"
"""A text of spaces and line breaks alone prints as a hole, so it counts as no text."""
MOST_DAYS: Final = 100_000
"""The longest duration or lag, in days: far beyond any plan, and small enough that sums never overflow."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """The text format of a field: its name, an example, and its source."""

    name: str
    example: str
    source: str


ONET_PATTERN: Final = r"^(1[1-9]|[2-5]\d)-\d{4}(\.\d{2})?$"
SOC_PATTERN: Final = r"^(1[1-9]|[2-5]\d)-\d{4}$"
SCED_PATTERN: Final = r"^\d{5}$"
CTID_PATTERN: Final = r"^ce-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
PERKINS_PATTERN: Final = r"^(1S[12]|2S[1-3]|3S1|4S1|5S[1-4]|[123]P1)$"
CIP_PATTERN: Final = r"^\d{2}(\.\d{2}(\d{2})?)?$"
NAICS_PATTERN: Final = r"^(\d{2,6}|31-33|44-45|48-49)$"
FIRST_DAY_PATTERN: Final = r"^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$"
EMAIL_PATTERN: Final = r"^[^@\s<>:]+@[^@\s<>:]+\.[^@\s<>:]+$"
LINK_PATTERN: Final = r'^https?://[^\s<>"]+$'
COLOR_PATTERN: Final = r"^#[0-9a-fA-F]{6}$"

PATTERNS: Final[dict[str, Pattern]] = {
    ID_PATTERN: Pattern("an id", "dana-ruiz", "lower-case letters and digits joined by hyphens"),
    ONET_PATTERN: Pattern("an occupation code", "51-4041.00", "SOC 2018 or O*NET-SOC"),
    SOC_PATTERN: Pattern("an occupation code", '"51-4041"', "SOC 2018"),
    SCED_PATTERN: Pattern("a school course code", '"13052"', "SCED, five digits"),
    CTID_PATTERN: Pattern(
        "a Credential Transparency identifier", "ce-1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed", "ce- and a UUID"
    ),
    PERKINS_PATTERN: Pattern("a Perkins V indicator", "1S1", "Perkins V core indicators"),
    CIP_PATTERN: Pattern("a program code", '"48.0501"', "CIP 2020"),
    NAICS_PATTERN: Pattern("an industry code", '"3327"', "NAICS 2022"),
    FIRST_DAY_PATTERN: Pattern("a month and a day", "07-01", "month-day, up to day 28"),
    EMAIL_PATTERN: Pattern("an e-mail address", "dana@example.org", "name@domain"),
    LINK_PATTERN: Pattern("a web address", "https://example.org", "http or https"),
    COLOR_PATTERN: Pattern("a color", '"#1c4a73"', "in quotes, # and six digits or letters from a to f"),
}

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=100)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000, pattern=SEEN_PATTERN)]
FirstDay = Annotated[str, StringConstraints(pattern=FIRST_DAY_PATTERN)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=SEEN_PATTERN)]
Email = Annotated[str, StringConstraints(pattern=EMAIL_PATTERN, max_length=254)]
Color = Annotated[str, StringConstraints(pattern=COLOR_PATTERN)]
WebAddress = Annotated[str, StringConstraints(pattern=LINK_PATTERN, max_length=2_000)]
OnetCode = Annotated[str, StringConstraints(pattern=ONET_PATTERN)]
SocCode = Annotated[str, StringConstraints(pattern=SOC_PATTERN)]
ScedCode = Annotated[str, StringConstraints(pattern=SCED_PATTERN)]
Ctid = Annotated[str, StringConstraints(pattern=CTID_PATTERN)]
PerkinsIndicator = Annotated[str, StringConstraints(pattern=PERKINS_PATTERN)]
CipCode = Annotated[str, StringConstraints(pattern=CIP_PATTERN)]
NaicsCode = Annotated[str, StringConstraints(pattern=NAICS_PATTERN)]
Flag = Annotated[bool, Field(strict=True)]
Count = Annotated[int, Field(strict=True, ge=0, le=1_000_000_000)]
Percent = Annotated[int, Field(strict=True, ge=0, le=100)]
Points = Annotated[int, Field(strict=True, ge=0, le=5)]
Importance = Annotated[int, Field(strict=True, ge=0, le=1000)]
Grade = Annotated[int, Field(strict=True, ge=1, le=16)]
StepNumber = Annotated[int, Field(strict=True, ge=1, le=17)]
Stars = Annotated[int, Field(strict=True, ge=1, le=4)]
Year = Annotated[int, Field(strict=True, ge=1900, le=2199)]
Rate = Annotated[float, Field(strict=True, ge=-1e9, le=1e9)]
Units = Annotated[float, Field(strict=True, gt=0, le=10_000)]
Chance = Annotated[float, Field(strict=True, ge=0, le=1)]


@dataclass(frozen=True, slots=True)
class Duration:
    """A duration in whole working days (``d``) or working weeks (``w``) of the calendar."""

    amount: int
    unit: str

    def days(self, week: int) -> int:
        """The length in working days, for a calendar whose working week has ``week`` days."""
        return self.amount * week if self.unit == "w" else self.amount


@dataclass(frozen=True, slots=True)
class Estimate:
    """A planned duration (``likely``), with ``low`` and ``high`` for a three-point estimate."""

    low: Duration
    likely: Duration
    high: Duration


@dataclass(frozen=True, slots=True)
class Lag:
    """Time between two linked tasks, negative for a lead; units ``d``, ``w``, ``ed`` and ``ew``."""

    amount: int
    unit: str

    @property
    def elapsed(self) -> bool:
        """Whether it counts calendar days, including weekends and holidays."""
        return self.unit.startswith("e")

    def days(self, week: int) -> int:
        """Its length: calendar days if elapsed, else working days of a ``week``-day week."""
        per_week = 7 if self.elapsed else week
        return self.amount * per_week if self.unit.endswith("w") else self.amount


NO_LAG: Final = Lag(0, "d")


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of ``depends_on``: the predecessor, the kind of link, and the lag."""

    predecessor: str
    type: LinkType
    lag: Lag


@dataclass(frozen=True, slots=True)
class Assignment:
    """Someone who does a task, and how many of their units a day go to it."""

    resource: str
    units: float


_THREE: Final = dict.fromkeys(("low", "likely", "high"))
_ID = re.compile(ID_PATTERN)
_DURATION = re.compile(r"(\d{1,6})(d|w)")
_LINK = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:\s+(FS|SS|FF|SF)(?:\s*([+-])\s*(\d{1,6})(d|w|ed|ew))?)?")
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


@lru_cache(maxsize=4096)
def _duration(text: str) -> Duration | None:
    found = _DURATION.fullmatch(text)
    if not found or int(found[1]) * (7 if found[2] == "w" else 1) > MOST_DAYS:
        return None
    return Duration(int(found[1]), found[2])


def read_duration(value: object) -> Duration:
    """``10d`` or ``2w``; raises ``duration`` for anything else."""
    found = _duration(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("duration", "{value}", {"value": str(value)})
    return found


def read_estimate(value: object) -> Estimate:
    """``10d`` or ``{low: 5d, likely: 10d, high: 20d}``; raises ``duration`` or ``estimate``."""
    try:
        if isinstance(value, dict):
            if value.keys() != _THREE.keys():
                raise PydanticCustomError("estimate", "a three-point estimate needs low, likely, and high")
            return _estimate(value["low"], value["likely"], value["high"])
        return _estimate(value, value, value)
    except TypeError:  # a list or a group of fields where a length should be
        raise PydanticCustomError("duration", "{value}", {"value": str(value)}) from None


@lru_cache(maxsize=4096)
def _estimate(low: object, likely: object, high: object) -> Estimate:
    """Read each distinct estimate once; plans repeat the same few many times."""
    found = Estimate(read_duration(low), read_duration(likely), read_duration(high))
    if not found.low.days(5) <= found.likely.days(5) <= found.high.days(5):
        raise PydanticCustomError("estimate", "low, likely, and high are not in order")
    return found


def read_link(value: object) -> Link:
    """``kickoff``, ``kickoff SS`` or ``kickoff FS+3d``; raises ``link`` for anything else."""
    link = _link(value) if isinstance(value, str) else None
    if link is None:
        raise PydanticCustomError("link", "{value}", {"value": str(value)})
    return link


@lru_cache(maxsize=65536)
def _link(text: str) -> Link | None:
    found = _LINK.fullmatch(text.strip())
    if not found:
        return None
    predecessor, kind, sign, amount, unit = found.groups()
    if amount is None:
        return Link(predecessor, LinkType[kind or "FS"], NO_LAG)
    lag = Lag(int(sign + amount), unit)
    return Link(predecessor, LinkType[kind], lag) if abs(lag.days(7)) <= MOST_DAYS else None


def read_day(value: object) -> date:
    """A calendar day, ``2027-01-04``; raises ``day`` for anything else."""
    if type(value) is date:
        return value
    try:
        if isinstance(value, str) and len(value) == 10:
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("day", "{value}", {"value": str(value)})


def read_time(value: object) -> time:
    """A time of day on the 24-hour clock, ``"14:30"``; raises ``time`` for anything else."""
    found = _TIME.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise PydanticCustomError("time", "{value}", {"value": str(value)})
    return time(int(found[1]), int(found[2]))


def read_assigned(value: object) -> tuple[Assignment, ...]:
    """``{dana-ruiz: 0.5}``, or a list of ids that means 1 each; raises ``assigned``."""
    pairs: list[tuple[Any, Any]]
    if isinstance(value, dict):
        pairs = list(value.items())
    elif isinstance(value, list):
        pairs = [(name, 1) for name in value]
    else:
        raise PydanticCustomError("assigned", "this is neither a list nor a mapping")
    try:
        found = tuple([_assignment(name, units) for name, units in pairs])
    except TypeError:  # a list or a group of fields where an id or a share should be
        found = tuple([_assignment.__wrapped__(name, units) for name, units in pairs])
    if len({name for name, _ in pairs}) < len(pairs):
        raise PydanticCustomError("assigned", "the same id appears twice")
    return found


@lru_cache(maxsize=4096, typed=True)
def _assignment(name: object, units: object) -> Assignment:
    """Read each distinct assignment once; plans repeat the same few many times."""
    if not isinstance(name, str) or not _ID.fullmatch(name):
        raise PydanticCustomError("assigned", "“{name}” is not an id", {"name": str(name)})
    if isinstance(units, bool) or not isinstance(units, int | float) or not 0 < units <= 10_000:
        raise PydanticCustomError("assigned", "“{units}” is not a share of a day", {"units": str(units)})
    return Assignment(name, float(units))


_DURATION_SCHEMA: Final = text_schema(_DURATION.pattern)
_ESTIMATE_SCHEMA: Final = group_schema(dict.fromkeys(_THREE, _DURATION_SCHEMA))
LINK_FORM: Final = r"(?:\s+(?:FS|SS|FF|SF)(?:\s*[+-]\s*\d{1,6}(?:d|w|ed|ew))?)?"
"""What may follow the id in ``depends_on``."""
DAY_SCHEMA: Final = text_schema(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")

Day = Annotated[date, PlainValidator(read_day), WithJsonSchema(DAY_SCHEMA)]
TimeOfDay = Annotated[time, PlainValidator(read_time), WithJsonSchema(text_schema(_TIME.pattern))]
Remaining = Annotated[Duration, PlainValidator(read_duration), WithJsonSchema(_DURATION_SCHEMA)]
Estimated = Annotated[
    Estimate,
    PlainValidator(read_estimate),
    WithJsonSchema(
        by_type("object", group_schema(dict.fromkeys(_THREE, _DURATION_SCHEMA)), _DURATION_SCHEMA)
    ),
]
DependsOn = Annotated[
    Link, PlainValidator(read_link), WithJsonSchema(text_schema(rf"\s*{ID_PATTERN[1:-1]}{LINK_FORM}\s*"))
]
_ID_SCHEMA: Final = {"type": "string", "pattern": ID_PATTERN}
Assigned = Annotated[
    tuple[Assignment, ...],
    PlainValidator(read_assigned),
    WithJsonSchema(
        either(
            {"type": "array", "items": _ID_SCHEMA},
            {
                "type": "object",
                "propertyNames": _ID_SCHEMA,
                "additionalProperties": {"type": "number", "exclusiveMinimum": 0, "maximum": 10_000},
            },
        )
    ),
]
