"""The time zone of a project's meetings: its own, or that of the state or territory whose holidays it has."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from pathwayctl.model.plan import Plan

_STATES: Final = {
    "America/New_York": "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
    "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
    "America/Denver": "CO ID MT NM UT WY",
    "America/Phoenix": "AZ",
    "America/Los_Angeles": "CA NV OR WA",
    "America/Anchorage": "AK",
    "Pacific/Honolulu": "HI",
    "America/Puerto_Rico": "PR VI",
    "Pacific/Guam": "GU MP",
    "Pacific/Pago_Pago": "AS",
}
"""The zone in which most people of a state or territory live (49 CFR part 71); some states lie in two."""


@cache
def _zones() -> Mapping[str, str]:
    return {f"US-{state}": zone for zone, states in _STATES.items() for state in states.split()}


def time_zone_of(plan: Plan) -> str | None:
    """The name of the time zone of a plan, such as ``America/Denver``; ``None`` if it is not known."""
    own = plan.project.time_zone
    return own if own and is_time_zone(own) else _zones().get(plan.calendar.holidays)


def is_time_zone(name: str) -> bool:
    """Whether the time zone database of this machine has a zone."""
    from zoneinfo import available_timezones

    return name in available_timezones()


def time_zone_meant(text: str) -> str | None:
    """The zone that a text such as ``mountain``, ``MST``, or ``denver`` means, or ``None``."""
    from zoneinfo import available_timezones

    plain = text.strip().casefold().removeprefix("us/").removesuffix(" time").removesuffix(" standard")
    if plain in _COLLOQUIAL:
        return _COLLOQUIAL[plain]
    city = plain.replace(" ", "_").rpartition("/")[2]
    zones = (zone for zone in sorted(available_timezones()) if "/" in zone)
    return next((zone for zone in zones if zone.casefold().rpartition("/")[2] == city), None)


_COLLOQUIAL: Final = {
    word: zone
    for zone, words in {
        "America/New_York": "eastern est edt et",
        "America/Chicago": "central cst cdt ct",
        "America/Denver": "mountain mst mdt mt",
        "America/Los_Angeles": "pacific pst pdt pt",
        "America/Anchorage": "alaska akst akdt",
        "Pacific/Honolulu": "hawaii hst",
    }.items()
    for word in words.split()
}
