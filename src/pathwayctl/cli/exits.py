"""End a command: exit codes, and messages for what failed."""

from __future__ import annotations

import errno
import sys
from typing import Final, NoReturn

import typer

from pathwayctl.writing import ON_WINDOWS

FOUND_ERRORS: Final = 1
CANNOT_READ: Final = 2
_REASONS: Final = {
    errno.EACCES: "permission is missing",
    errno.EPERM: "permission is missing",
    errno.EROFS: "nothing can be written there",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your disk quota is used up",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENOENT: "the folder or file is not there",
    errno.ENOTDIR: "there is a file where a folder should be",
    errno.EEXIST: "there is a file where a folder should be",
    errno.EISDIR: "there is a folder where a file should be",
    errno.ELOOP: "a link leads back to itself",
}


def stop(message: str, code: int = CANNOT_READ) -> NoReturn:
    """End the command with a message for the person at the keyboard."""
    tell(message)
    raise typer.Exit(code)


def tell(message: str) -> None:
    """Show a message that is not a result, such as where a file was written."""
    from pathwayctl.reporters.lines import line
    from pathwayctl.reporters.screen import show

    show([line(message)], sys.stderr)


def reason(error: OSError) -> str:
    """Why the operating system refused, in plain words."""
    if ON_WINDOWS and isinstance(error, PermissionError):
        return "another program has it open, or permission is missing"
    return _REASONS.get(error.errno or 0) or str(error.strerror or error).lower()
