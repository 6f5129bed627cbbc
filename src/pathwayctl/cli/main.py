"""Register the commands, and run the one that was typed."""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from pathwayctl.cli.completion import typed_so_far
from pathwayctl.cli.exits import CANNOT_READ, reason, tell
from pathwayctl.cli.registry import COMMANDS
from pathwayctl.cli.usage import HelpCommand, HelpGroup
from pathwayctl.reporters.lines import WIDEST, line
from pathwayctl.reporters.screen import screen_width, show
from pathwayctl.version import __version__

_WELCOME = """\
pathwayctl keeps a career pathways project in a folder of plain text files. It checks them,
works out the dates, and makes the handouts for your next meeting.

Three commands to start with:

  pathwayctl init my-project        start a new project in the folder my-project
  pathwayctl validate my-project    find what is wrong or still missing
  pathwayctl render my-project      make handouts and meeting packets to print

To look at a complete example first: pathwayctl init --example
All commands: pathwayctl --help"""


def _show_version(is_asked: bool) -> None:
    if is_asked:
        show([line(f"pathwayctl {__version__}")], sys.stdout)
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
]


def application(words: Sequence[str] = ()) -> typer.Typer:
    """The command line: with the command that ``words`` begin with, or else with all commands."""
    app = typer.Typer(
        name="pathwayctl",
        cls=HelpGroup,
        subcommand_metavar="COMMAND",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
        help="Plan, check, schedule, and print a career pathways project kept in plain text files.",
        epilog="Help for one command: pathwayctl schedule --help\n\n"
        "Exit codes: 0 = no errors, 1 = the project has errors (with --strict, warnings count too), "
        "2 = wrong usage, or a file or folder that cannot be read.",
    )
    app.callback(invoke_without_command=True)(_welcome)
    named = [one for one in COMMANDS if one.name in words[:1]]
    for command in named or COMMANDS:
        function = command.load()
        about, _, examples = (inspect.getdoc(function) or "").partition("\n\n")
        register = app.command(
            command.name,
            cls=HelpCommand,
            help=about,
            epilog=examples,
            rich_help_panel=command.group,
            context_settings={"ignore_unknown_options": command.open_ended},
        )
        register(function)
    return app


def _welcome(context: typer.Context, version: Version = False) -> None:  # noqa: ARG001 - see _show_version
    """Show the welcome text if no command is given."""
    if context.invoked_subcommand is None:
        show([line(_WELCOME)], sys.stdout)


def run() -> int:
    """Run the command line and return its exit code; nothing ends in a traceback."""
    _prepare()
    try:
        app = application(typed_so_far() or sys.argv[1:])
        app(prog_name="pathwayctl", terminal_width=min(screen_width(sys.stdout), WIDEST))
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except OSError as error:
        where = f" (“{error.filename}”)" if error.filename else ""
        tell(f"pathwayctl had to stop: {reason(error)}{where}.")
    except RecursionError:
        tell("pathwayctl had to stop: something in the project is nested too deeply.")
    except MemoryError:
        tell("pathwayctl had to stop: there is not enough memory.")
    except Exception as error:
        tell(_fault(error))
    return CANNOT_READ


def _prepare() -> None:
    """Make files and pipes hold UTF-8 on every system, unless the user has set something else."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by the calling program
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - to the end
        elif hasattr(stream, "reconfigure") and not stream.isatty() and "PYTHONIOENCODING" not in os.environ:
            stream.reconfigure(encoding="utf-8", newline="\n")


def _fault(error: Exception) -> str:
    """What to report about a mistake in this program itself, with the place where it happened."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f", {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return (
        "pathwayctl stopped because of an error in the program itself; your files are unchanged. "
        f"Please report this:\n  pathwayctl {__version__}, {type(error).__name__}: {error}{where}"
    )
