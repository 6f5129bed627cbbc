"""The states of a project that are compared, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.language import phrase
from pathwayctl.revisions.project_history import NOW
from pathwayctl.wording import long_day

if TYPE_CHECKING:
    from pathwayctl.analysis.plan_changes.comparing import PlanChanges
    from pathwayctl.analysis.plan_changes.plan_state import PlanState

_SHORT_ID: Final = 7


def heading(changes: PlanChanges) -> str:
    """``What changed since the last commit (May 12, 2027, 1a2b3c4)``."""
    if changes.new.name == NOW:
        return f"What changed since {in_full(changes.old)}"
    return f"What changed from {in_full(changes.old)} to {in_full(changes.new)}"


def in_full(state: PlanState) -> str:
    """The name of a state, with its day and the beginning of its id in git."""
    day = long_day(state.day) if state.day else ""
    facts = [day] if day and day not in state.name else []
    facts += [state.revision[:_SHORT_ID]] if state.revision else []
    return f"{state.name} ({', '.join(facts)})" if facts else state.name


def on_a_page(state: PlanState) -> str:
    """The name of a state for readers who do not have the files: a day says when it was, not git’s id."""
    day = long_day(state.day) if state.day else ""
    if state.of_git:
        return phrase("the plan of {day}", day=day)
    return phrase("{state} (as of {day})", state=state.name, day=day) if day not in state.name else state.name
