"""The formats of each kind of report. A new one is a module and a line here; only one is loaded at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.reporters.changes.view import ChangesReport
    from pathwayctl.reporters.findings.view import FindingsReport
    from pathwayctl.reporters.guidance.view import GuidanceReport
    from pathwayctl.reporters.lines import Line
    from pathwayctl.reporters.schedule.view import ScheduleReport
    from pathwayctl.reporters.status.view import StatusView
    from pathwayctl.reporters.why.view import WhyReport
    from pathwayctl.simulation.odds import Odds

Reported = TypeVar("Reported")


@dataclass(frozen=True, slots=True)
class Formats(Generic[Reported]):
    """The formats of one kind of report: a folder, and its modules by the names of the formats."""

    folder: str
    modules: Mapping[str, str]

    def __iter__(self) -> Iterator[str]:
        """The names of the formats, the default first."""
        return iter(self.modules)

    def __len__(self) -> int:
        """The number of formats."""
        return len(self.modules)

    def __contains__(self, name: object) -> bool:
        """Whether there is a format of this name."""
        return name in self.modules

    def writer(self, form: str) -> Callable[[Reported, int], Iterable[Line]]:
        """The function that writes a report in a format, for a number of columns."""
        module = import_module(f"{__package__}.{self.folder}.{self.modules[form]}")
        write: Callable[[Reported, int], Iterable[Line]] = module.write
        return write


CHANGES: Final[Formats[ChangesReport]] = Formats(
    "changes", {"text": "text", "markdown": "markdown", "json": "as_json"}
)
FINDINGS: Final[Formats[tuple[FindingsReport, ...]]] = Formats(
    "findings",
    {
        "text": "text",
        "json": "as_json",
        "github": "github",
        "sarif": "sarif",
        "junit": "junit",
        "gitlab": "gitlab",
        "rdjson": "rdjson",
        "lines": "one_line",
    },
)
GUIDANCE: Final[Formats[GuidanceReport]] = Formats(
    "guidance", {"table": "table", "json": "as_json", "markdown": "markdown"}
)
SCHEDULE: Final[Formats[ScheduleReport]] = Formats(
    "schedule",
    {
        "table": "table",
        "json": "as_json",
        "csv": "as_csv",
        "markdown": "markdown",
        "mermaid": "mermaid",
        "gantt": "gantt",
        "network": "network",
    },
)
SIMULATION: Final[Formats[Odds]] = Formats("simulation", {"table": "table", "json": "as_json"})
WHY: Final[Formats[WhyReport]] = Formats("why", {"text": "text", "json": "as_json"})
STATUS: Final[Formats[StatusView]] = Formats(
    "status", {"text": "text", "json": "as_json", "markdown": "markdown"}
)
