"""Made-up additions to the program, one for each row of the cost table in docs/architecture.md.

Each is all the text that somebody writes: new files whole, and the entries added to existing ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

NAMES: Final = {
    "topic": "harbors",
    "code": "PW499",
    "handout": "harbors",
    "report": "findings",
    "format": "as_lines",
    "file_format": "sea_charts",
    "command": "tides",
}
"""What the placeholders of the table stand for here: ``checks/<topic>.py`` is ``checks/harbors.py``."""


@dataclass(frozen=True)
class Addition:
    """New files by path, and changes to existing ones: a pattern each, and what replaces it.

    Afterwards ``arguments`` are given to pathwayctl in a project with ``text`` in a file of its own, and
    ``shows`` is in what it prints or in the file ``written``. ``page`` is on each generated page.
    """

    new: dict[str, str]
    changed: dict[str, tuple[tuple[str, str], ...]]
    arguments: tuple[str, ...]
    shows: str
    text: str = ""
    written: str = ""
    page: str = ""
    also: dict[tuple[str, ...], str] = field(default_factory=dict)
    """Other commands, with what each shows."""


IMPORTS: Final = r"(?<=from __future__ import annotations\n)"

_SECTION: Final = '''"""Harbors: a made-up section."""

from typing import ClassVar

from pydantic import Field

from pathwayctl.model.annotations import Name, Owner
from pathwayctl.model.base import Model
from pathwayctl.model.values import Id


class Harbor(Model):
    """A place for ships."""

    NOUN: ClassVar[str] = "harbor"

    id: Id = Field(description="A short, unique name")
    name: Name = Field(description="The harbor in a few words")
    owner: Owner | None = Field(None, description="The keeper of its lighthouse")
'''

_CHECK: Final = '''"""Plans that have no harbor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex

NO_HARBOR: Final = Rule("PW499")


@check(NO_HARBOR)
def harbors(index: PlanIndex) -> Iterator[Problem]:
    """Report each plan of at most nine people."""
    if len(index.plan.people) < 10:
        yield NO_HARBOR.at(("project",), "The plan has no harbor.")
'''

_RULE: Final = """\
# PW499: No harbor for the ships

*Note.* Ships need a place to stay.

## How to fix it

Build a harbor.
"""

_HANDOUT: Final = '''"""A made-up handout of harbors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.handout import one_page

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context


@dataclass(frozen=True, slots=True)
class Harbors:
    """The page: the lighthouses along the coast."""

    lights: tuple[str, ...]


def view(context: Context) -> Harbors:
    """Return a lighthouse for the project."""
    return Harbors((f"Lighthouse of {context.plan.project.name}",))


HANDOUT: Final = one_page("harbors", "Harbors", "Made up", "Where ships stay.", view)
'''

_FORMAT: Final = '''"""Findings as their codes, a line each."""

from __future__ import annotations

from pathwayctl.reporters.findings.view import FindingsReport
from pathwayctl.reporters.lines import Line, line


def write(reports: tuple[FindingsReport, ...], width: int) -> list[Line]:
    """Return a line for each finding, within a width in columns."""
    return [line(f"harbor of {one.code}"[:width]) for report in reports for one in report.findings]
'''

_FILE_FORMAT: Final = '''"""A made-up file format: where harbors are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathwayctl.exchange.export_source import ExportOrder, ExportSource


def write(source: ExportSource, order: ExportOrder) -> bytes:
    """Return the sea chart of a project for an audience."""
    return f"Harbors of {source.shown.plan.project.name} for {order.audience}".encode()
'''

_COMMAND: Final = '''"""``pathwayctl tides``: a made-up command."""

from __future__ import annotations

from pathwayctl.cli.exits import tell


def tides() -> None:
    """Show when ships can leave."""
    tell("High tide at noon.")
'''

ADDITIONS: Final = {
    "a section": Addition(
        {"model/harbors.py": _SECTION},
        {
            "model/plan.py": (
                (r"(?<=if TYPE_CHECKING:\n)", "    from pathwayctl.model.harbors import Harbor\n"),
                (
                    r'(?<="""\n\n)(?=    pathwayctl: )',
                    '    harbors: "tuple[Harbor, ...]" = Field((), description="Places for ships")\n',
                ),
            )
        },
        ("validate",),
        "“North Shore” is owned by “somebody-else”",
        "harbors:\n  - {id: north-shore, name: North Shore, owner: somebody-else}\n",
        page="The keeper of its lighthouse",
    ),
    "a check": Addition(
        {"checks/harbors.py": _CHECK, "templates/rules/PW499.md": _RULE},
        {"checks/registry.py": ((r"(?m)(^MODULES: .* = \(\n)", r'\1    Module("harbors"),\n'),)},
        ("validate",),
        "The plan has no harbor.",
        page="PW499 No harbor for the ships",
        also={("rule", "PW499"): "Ships need a place to stay."},
    ),
    "a handout": Addition(
        {
            "handouts/harbors.py": _HANDOUT,
            "templates/handouts/harbors.j2": "{% for one in view.lights %}{{ heading(one) }}\n{% endfor %}",
        },
        {
            "handouts/registry.py": (
                (IMPORTS, "\nfrom pathwayctl.handouts import harbors"),
                (r"(?m)(?<=^)(HANDOUTS: .* = \(\n)", r"\1    harbors.HANDOUT,\n"),
            )
        },
        ("render", "--handout", "harbors"),
        "Lighthouse of Example",
        written="build/handouts/harbors.html",
        page="### `harbors`: Harbors",
    ),
    "a format": Addition(
        {"reporters/findings/as_lines.py": _FORMAT},
        {"reporters/registry.py": ((r'(?<="findings",\n    \{)', '"codes": "as_lines", '),)},
        ("validate", "--format", "codes"),
        "harbor of PW304",
        "people:\n  - {id: a, name: A, category: k-12, organization: nowhere}\n",
    ),
    "a file format": Addition(
        {"exchange/sea_charts.py": _FILE_FORMAT},
        {
            "exchange/registry.py": (
                (r"(?m)(^EXPORTS: .* = \{\n)", r'\1    "sea": ExportFormat("sea_charts"),\n'),
            )
        },
        ("export", "sea"),
        "Harbors of Example for partners",
    ),
    "a command": Addition(
        {"cli/tides.py": _COMMAND},
        {"cli/registry.py": ((r"(?m)(^COMMANDS: .* = \(\n)", r'\1    Command("tides", _START),\n'),)},
        ("tides",),
        "High tide at noon.",
        also={("--help",): "Show when ships can leave."},
    ),
}


def changed(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    """A file with the entries of an addition; each pattern fits exactly once."""
    for pattern, replacement in changes:
        text, number = re.subn(pattern, replacement, text)
        assert number == 1, f"{pattern} fits {number} times"
    return text
