"""How a command ends: its exit codes, and the words for what cannot be done."""

from __future__ import annotations

from typing import Final, NoReturn

import typer

FOUND_ERRORS: Final = 1
CANNOT_READ: Final = 2


def stop(message: str, code: int = CANNOT_READ) -> NoReturn:
    """End the command with a message for the person at the keyboard."""
    typer.echo(message, err=True)
    raise typer.Exit(code)
