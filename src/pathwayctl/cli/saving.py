"""A report into the file that the user has named: whole or not at all, and nothing is lost on the way."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from pathwayctl.cli.ending import reason, stop
from pathwayctl.writing import replace


def save(text: str, file: Path, project: Iterable[Path]) -> None:
    """Write the text to a file; stops with the reason where that cannot be done.

    The files of the project are not to be written over.

    A link is followed: whoever names it means its target. What is no ordinary file, such as the end
    of a pipe, is written to and not replaced.
    """
    content = text.encode("utf-8", "replace")
    try:
        if file.is_dir():
            stop(f"“{file}” is a folder. Name a file in it: -o {file / 'schedule.txt'}")
        if file.exists():
            if any(file.samefile(one) for one in project):
                stop(f"“{file}” is a file of the project itself, and would be lost. Name another file.")
            with file.open("ab") as stream:  # says now if the file may not be changed
                if not file.is_file():
                    stream.write(content)
                    return
        replace(Path(os.path.realpath(file)), content)
    except OSError as error:
        stop(f"“{file}” cannot be written: {reason(error)}.")
