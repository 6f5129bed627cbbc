"""Where the command starts. Nothing is imported that this call does not need."""

from __future__ import annotations

import sys

from pathwayctl import __version__


def main() -> None:
    """Run ``pathwayctl`` with the arguments of the command line."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"pathwayctl {__version__}\n")
        return
    import gc
    import os

    # A command lives a second or two and makes many small objects that all stay: looking for
    # garbage among them costs a third of the time and finds nothing, and giving them back one by
    # one at the end costs a seventh. All files are written and closed by then.
    gc.disable()
    from pathwayctl.cli.app import run

    code = run()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
