"""Write a report to the screen, or completely or not at all to the file that the user named."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from pathwayctl.cli.exits import reason, stop, tell
from pathwayctl.cli.project_paths import SCREEN
from pathwayctl.writing import replace

if TYPE_CHECKING:
    from pathwayctl.app import Project
    from pathwayctl.reporters.lines import Line


def show_report(write: Callable[[int], Iterable[Line]]) -> None:
    """Put a report on the screen; ``write`` gets the number of columns."""
    from pathwayctl.reporters.screen import screen_width, show

    show(write(screen_width(sys.stdout)), sys.stdout)


def deliver(
    write: Callable[[int], Iterable[Line]], output: Path | None, project: Project, mark: str = ""
) -> None:
    """Put a report on the screen, or into the file that was named; ``write`` gets the number of columns.

    A file, and only a file, begins with ``mark``.
    """
    if output is None or output == SCREEN:
        show_report(write)
        return

    from pathwayctl.reporters.lines import plain
    from pathwayctl.reporters.screen import WIDTH

    save(mark + plain(write(WIDTH)), output, project.loaded.kept_files())
    tell(f"Wrote {output}.")


def save(text: str | bytes, file: Path, project: Iterable[Path]) -> None:
    """Write a text, or bytes as they are, to a file; stops with the reason if that fails.

    The files of the project are never overwritten.

    A link is followed, because the user means its target. A special file, such as the end of a pipe, is
    written to and not replaced.
    """
    content = text.encode("utf-8", "replace") if isinstance(text, str) else text
    try:
        with suppress(FileNotFoundError):
            file.stat()  # fails now if it is a link that leads back to itself
        if file.is_dir():
            stop(f"“{file}” is a folder. Name a file in it: -o {file / 'schedule.txt'}")
        if file.exists():
            if any(file.samefile(one) for one in project):
                stop(
                    f"“{file}” is a file of the project itself, and would be overwritten. Name another file."
                )
            with file.open("ab") as stream:  # fails now if the file is read-only
                if not file.is_file():
                    stream.write(content)
                    return
        replace(Path(os.path.realpath(file)), content)
    except OSError as error:
        stop(f"“{file}” cannot be written: {reason(error)}.")
