"""What a message about one value may need to know of the rest of the project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.loading.naming import Names


@dataclass(frozen=True)
class MessageContext:
    """The sections of a project as plain data, of whatever shape; each look-up is made when it is needed."""

    sections: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def names(self) -> Names:
        """Everything with an id."""
        from pathwayctl.loading.naming import names_in

        return names_in(self.sections)

    @property
    def start(self) -> date | None:
        """The first day of the project, if it can be read."""
        project = self.sections.get("project")
        start = project.get("start") if isinstance(project, dict) else None
        return start if type(start) is date else None

    @property
    def week(self) -> int:
        """The number of working days in a week."""
        calendar = self.sections.get("calendar")
        days = calendar.get("working_days") if isinstance(calendar, dict) else None
        return len(days) if isinstance(days, list) and 1 <= len(days) <= 7 else 5
