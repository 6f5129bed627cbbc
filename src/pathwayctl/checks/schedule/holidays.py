"""Public holidays of the calendar: codes that are unknown, or that are also the code of a US state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.project import NO_HOLIDAYS
from pathwayctl.scheduling.public_holidays import code_meant, holidays_known, place_of, state_with_code

UNKNOWN_HOLIDAYS: Final = Rule("PW418")
STATE_OR_COUNTRY: Final = Rule("PW437")

_AMERICAN: Final = "USD"


@check(UNKNOWN_HOLIDAYS, STATE_OR_COUNTRY)
def holidays(index: PlanIndex) -> Iterator[Problem]:
    """A holiday code that is unknown, or that likely means another place."""
    code, path = index.plan.calendar.holidays, ("calendar", "holidays")
    if not holidays_known(code):
        yield UNKNOWN_HOLIDAYS.at(path, f"The holidays of {quoted(code)} are not known.", _instead(code))
        return
    state = state_with_code(code)
    if state and index.plan.project.currency == _AMERICAN:
        message = f"The holidays of {quoted(code)} are those of {place_of(code)}, not of {state}."
        yield STATE_OR_COUNTRY.at(path, message, f"For {state}, write holidays: US-{code}.")


def _instead(code: str) -> str:
    """What to write instead of an unknown code; empty if there is no suggestion."""
    country = code.partition("-")[0]
    if code.lower() == NO_HOLIDAYS:
        return f"Write holidays: {NO_HOLIDAYS}."
    if meant := code_meant(code):
        return f"Write holidays: {meant}."
    if country != code and holidays_known(country):
        return f"Write holidays: {country} for the whole country, or correct what follows the hyphen."
    return ""
