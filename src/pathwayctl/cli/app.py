"""Puts the commands together and runs the one that was asked for."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pathwayctl import __version__
from pathwayctl.cli.ending import CANNOT_READ
from pathwayctl.cli.registry import COMMANDS

_WELCOME = """\
pathwayctl keeps a career pathways project in a folder of plain text files. It checks them,
works out the dates, and makes the handouts for your next meeting.

Three commands to start with:

  pathwayctl init my-project        begin a new project in the folder my-project
  pathwayctl validate my-project    find what is wrong or still missing
  pathwayctl render my-project      make handouts and meeting packets to print

All commands: pathwayctl --help
"""

app = typer.Typer(
    name="pathwayctl",
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
    help="Plan, check, schedule and print a career pathways project kept in plain text files.",
    epilog="Every command explains itself: pathwayctl schedule --help",
)


@app.callback(invoke_without_command=True)
def welcome(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False,
) -> None:
    """Plan, check, schedule and print a career pathways project kept in plain text files."""
    if version:
        typer.echo(f"pathwayctl {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(_WELCOME, nl=False)


for command in COMMANDS:
    app.command(command.name, rich_help_panel=command.group)(command.run)


def run() -> int:
    """Run the command line and return its exit code; nothing ends in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and not stream.isatty():
            stream.reconfigure(encoding="utf-8")
    try:
        app(standalone_mode=True)
    except SystemExit as end:
        return _flushed(end.code if isinstance(end.code, int) else 0)
    except BrokenPipeError:  # whoever was reading has seen enough, as in `pathwayctl schedule | head`
        return 0
    except (OSError, RecursionError, MemoryError) as error:
        typer.echo(f"pathwayctl had to stop: {error or type(error).__name__}.", err=True)
        return CANNOT_READ
    return _flushed(0)


def _flushed(code: int) -> int:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        return 0
    return code
