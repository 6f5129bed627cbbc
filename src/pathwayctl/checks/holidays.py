"""The calendar's public holidays: places that are not known, or that share their code with a US state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.sources import OURS
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.project import NO_HOLIDAYS
from pathwayctl.scheduling.holidayplaces import code_meant, place_of, state_with_code
from pathwayctl.scheduling.workdays import holidays_known

UNKNOWN_HOLIDAYS: Final = Rule(
    "PW418",
    Severity.ERROR,
    "Holidays of a place that is not known",
    "The days off are looked up by country and state; with an unknown code none would be taken off.",
    "Write a country such as US, a country and state such as US-CO, or none.",
    OURS,
    bad="""\
calendar: {holidays: US-XX}
""",
    good="""\
calendar: {holidays: US-CO}
""",
)
STATE_OR_COUNTRY: Final = Rule(
    "PW437",
    Severity.WARNING,
    "Holidays of a country whose code is also that of a state",
    "Two letters alone are a country. A US state is written with the country before it.",
    "Write US- before the code of the state, such as US-CO.",
    f"{OURS}; ISO 3166-1 (countries) and ISO 3166-2:US (states)",
    bad="""\
calendar: {holidays: CO}
""",
    good="""\
calendar: {holidays: US-CO}
""",
)
RULES: Final = (UNKNOWN_HOLIDAYS, STATE_OR_COUNTRY)

_AMERICAN: Final = "USD"


def holidays(facts: Facts) -> Iterator[Problem]:
    """A code of holidays that nothing is known of, or that likely means another place."""
    code, path = facts.plan.calendar.holidays, ("calendar", "holidays")
    if not holidays_known(code):
        yield UNKNOWN_HOLIDAYS.at(path, f"The holidays of {quoted(code)} are not known.", _instead(code))
        return
    state = state_with_code(code)
    if state and facts.plan.project.currency == _AMERICAN:
        message = f"The holidays of {quoted(code)} are those of {place_of(code)}, not of {state}."
        yield STATE_OR_COUNTRY.at(path, message, f"For {state}, write holidays: US-{code}.")


def _instead(code: str) -> str:
    """What to write in place of an unknown code; nothing where that cannot be told."""
    country = code.partition("-")[0]
    if code.lower() == NO_HOLIDAYS:
        return f"Write holidays: {NO_HOLIDAYS}."
    if meant := code_meant(code):
        return f"Write holidays: {meant}."
    if country != code and holidays_known(country):
        return f"Write holidays: {country} for the whole country, or correct what follows the hyphen."
    return ""
