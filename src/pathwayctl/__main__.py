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

    # A command lives a second or two and makes many small objects that all stay: looking for
    # garbage among them costs a third of the time and finds nothing.
    gc.disable()
    from pathwayctl.cli.app import run

    run()


if __name__ == "__main__":
    main()
