"""The arguments and options of the commands, each declared once: its name, its help, and what Tab offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any, Final

import typer

_PROJECT: Final = "The project’s folder. Default: the current folder."
ALSO: Final = "Another way to name the project’s folder."
SHOWN: Final = "What to show"
OUTPUT: Final = "Output"


def offering(names: Iterable[str]) -> Callable[[str], list[str]]:
    """What Tab offers for a value: the names that begin like it."""
    known = tuple(names)

    def offer(incomplete: str) -> list[str]:
        return [name for name in known if name.startswith(incomplete.lower())]

    return offer


def rule_code(incomplete: str) -> list[str]:
    """What Tab offers for the code of a finding."""
    from pathwayctl.rule_pages import rule_codes

    return [code for code in rule_codes() if code.startswith(incomplete.upper())]


def option(names: str, metavar: str | None, about: str, group: str = "", **more: Any) -> Any:
    """An option; ``names`` are parted by blanks, ``group`` is its heading in the help."""
    return typer.Option(*names.split(), metavar=metavar, help=about, rich_help_panel=group or None, **more)


def form_option(about: str, names: Iterable[str]) -> Any:
    """The option for the format of a report."""
    return option("--format", "NAME", about, OUTPUT, autocompletion=offering(names))


ProjectArgument = Annotated[Path | None, typer.Argument(metavar="PROJECT", help=_PROJECT)]
ProjectOption = Annotated[Path | None, option("--project -p", "PROJECT", ALSO)]
FolderOption = Annotated[Path | None, option("--project -p", "PROJECT", _PROJECT)]
"""The same option in a command that takes no project as an argument."""
Output = Annotated[
    Path | None, option("--output -o", "FILE", "Write to a file instead of the screen.", OUTPUT)
]
