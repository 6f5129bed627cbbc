"""Start to read the project before the command line is parsed.

Loading the parser takes a tenth of a second, in which a second process can already read a large
project. Which project is meant is guessed from the arguments; a wrong guess costs only the work of that
process.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from pathwayctl.loading.files import find_project
from pathwayctl.loading.opening import Opened, begin_reading

_READING: Final = frozenset(
    {"validate", "schedule", "simulate", "baseline", "why", "render", "next", "set", "add", "task", "rename"}
    | {"remove", "move", "replace", "who", "actions", "decisions", "diff", "minutes", "export"}
)
_HELP: Final = frozenset({"--help", "-h"})
_begun: Final[dict[Path, Opened]] = {}


def begin(arguments: Sequence[str]) -> None:
    """Start to read the first project that the arguments name, else the one around the current folder."""
    if not arguments or arguments[0] not in _READING or not _HELP.isdisjoint(arguments):
        return
    named = [one for one in arguments[1:] if not one.startswith("-") and os.path.exists(one)]  # noqa: PTH110 - an argument need not be a path at all
    with suppress(OSError):  # the command itself says why there is nothing to read
        root = find_project(Path(named[0] if named else "."))
        if root is not None:
            _begun[root] = begin_reading(root)


def opened(root: Path) -> Opened:
    """The project in a folder, being read; started only now if another one was guessed."""
    return _begun.pop(root, None) or begin_reading(root)
