"""Start the command. Only what this call needs is imported."""

from __future__ import annotations

import os
import sys

from pathwayctl.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

INTERRUPTED = 130
"""The exit code after Ctrl-C."""


def main() -> None:
    """Run ``pathwayctl`` with the arguments of the command line."""
    if sys.argv[1:] == ["--version"] and sys.stdout:
        _say_version(sys.stdout)
        return
    import gc
    import warnings

    if not sys.warnoptions:  # they are about code, and users cannot act on them
        warnings.simplefilter("ignore")

    # A command lives a second or two and makes many small objects that all stay: looking for
    # garbage among them costs a third of the time and finds nothing, and giving them back one by
    # one at the end costs a seventh. All files are written and closed by then.
    gc.disable()
    try:
        from pathwayctl.cli.lean_imports import prefer_parts

        prefer_parts()
        from pathwayctl.cli.lean_classes import define_quickly

        define_quickly()
        from pathwayctl.cli.prefetch import begin

        begin(sys.argv[1:])
        from pathwayctl.cli.main import run

        code = run()
    except KeyboardInterrupt:
        code = INTERRUPTED
    os._exit(code)


def _say_version(stream: TextIO) -> None:
    try:
        stream.write(f"pathwayctl {__version__}\n")
        stream.flush()
    except OSError:  # no reader, or a full disk; the interpreter would report it a second time
        os._exit(2)


if __name__ == "__main__":
    main()
