"""The commands there are, in the order of ``pathwayctl --help``. A new one is a file and a line here."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, Final, NamedTuple

_START: Final = "Begin and check"
_EDIT: Final = "Change the project by command"
_ASK: Final = "Look something up"
_PLAN: Final = "Plan and print"
_EXCHANGE: Final = "Exchange files with partners"


class Command(NamedTuple):
    """A command: its name and module, its group in the help, and its function if that has another name.

    A command that is ``open_ended`` takes options that are not declared, such as the fields of an entry.
    """

    name: str
    group: str
    function: str = ""
    open_ended: bool = False

    def load(self) -> Callable[..., Any]:
        """Import the command; only the one that was asked for is."""
        module = import_module(f"pathwayctl.cli.{self.name}")
        run: Callable[..., Any] = getattr(module, self.function or self.name)
        return run


COMMANDS: Final = (
    Command("init", _START),
    Command("validate", _START),
    Command("rule", _START),
    Command("editor", _START),
    Command("set", _EDIT, "set_field"),
    Command("add", _EDIT, open_ended=True),
    Command("task", _EDIT),
    Command("minutes", _EDIT),
    Command("rename", _EDIT),
    Command("move", _EDIT),
    Command("remove", _EDIT),
    Command("replace", _EDIT),
    Command("fmt", _EDIT),
    Command("undo", _EDIT),
    Command("who", _ASK),
    Command("actions", _ASK),
    Command("decisions", _ASK),
    Command("diff", _ASK),
    Command("doctor", _ASK),
    Command("status", _PLAN),
    Command("next", _PLAN, "next_step"),
    Command("schedule", _PLAN),
    Command("simulate", _PLAN),
    Command("why", _PLAN),
    Command("baseline", _PLAN),
    Command("render", _PLAN),
    Command("export", _EXCHANGE),
    Command("import", _EXCHANGE, "import_file"),
    Command("schema", _EXCHANGE),
)
