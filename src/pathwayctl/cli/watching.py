"""Run something again whenever a file of a project is saved, until Ctrl-C.

Files are looked at over and over, because network drives, OneDrive, and Docker do not report changes.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NoReturn, TypeVar

import typer

from pathwayctl.cli.exits import CANNOT_READ, tell
from pathwayctl.loading.files import OUTPUT_FOLDER

State = TypeVar("State")
Stamp = tuple[int, int, int]
"""What tells a file from what it was before: the time of its last change, its size, and its number."""

_PAUSE: Final = 0.01
"""Seconds between two looks at the files; on a slow drive or with very many files, more."""
_SHARE: Final = 8
"""A pause is this many times as long as a look, so that a slow drive is mostly left alone."""
_SHARE_OF_PROCESSOR: Final = 40
"""The same for the time of the processor: waiting takes about one part in forty of it at most."""
_SETTLED: Final = 0.01
"""Seconds without a change after which a file counts as completely written."""


def watch(
    root: Path, run: Callable[[State | None], tuple[int, State | None]], output: Path | None = None
) -> NoReturn:
    """Run once, and again after each change of a file in the folder ``root``, except in ``output``.

    ``run`` gets what it returned the time before, ``None`` at first, beside its exit code. Ctrl-C ends the
    command with the last exit code; so does a first run that cannot even begin.
    """
    left_out = {os.path.abspath(one) for one in (root / OUTPUT_FOLDER, output) if one is not None}  # noqa: PTH100 - compared as written
    code, state, seen = 0, None, _stamps(root, left_out)
    try:
        while True:
            code, state = _one_run(run, state)
            if code == CANNOT_READ and state is None:
                break
            tell("Waiting for changes. To stop, press Ctrl-C.")
            gc.collect()  # nothing is collected while a command runs, see ``__main__``
            if not gc.get_freeze_count():
                gc.freeze()  # what the first run leaves is no garbage, and to look through it takes 50 ms
            seen = _changed(root, left_out, seen)
    except KeyboardInterrupt:
        sys.stdout.flush()
        tell("\nStopped.")
    raise typer.Exit(code)


def _one_run(
    run: Callable[[State | None], tuple[int, State | None]], state: State | None
) -> tuple[int, State | None]:
    """Run once; a run that ends the command ends only itself, and leaves the state as it is."""
    try:
        return run(state)
    except typer.Exit as end:
        return end.exit_code, state


def _changed(root: Path, left_out: set[str], seen: dict[str, Stamp]) -> dict[str, Stamp]:
    """Wait until a file is other than it was seen, and completely written; returns what is there now."""
    while True:
        begun, used = time.monotonic(), time.process_time()
        now = _stamps(root, left_out)
        if now != seen:
            break
        passed, used = time.monotonic() - begun, time.process_time() - used
        time.sleep(max(_PAUSE, _SHARE * passed, _SHARE_OF_PROCESSOR * used))
    while True:
        time.sleep(_SETTLED)
        later = _stamps(root, left_out)
        if later == now:
            return now
        now = later


def _stamps(root: Path, left_out: set[str]) -> dict[str, Stamp]:
    """Every file in the folder and below, except hidden ones; what cannot be looked at is not there."""
    found: dict[str, Stamp] = {}
    waiting = [os.path.abspath(root)]  # noqa: PTH100 - no links
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            continue
        for entry in entries:
            if entry.name.startswith(".") or entry.path in left_out:
                continue
            try:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    about = entry.stat()
                    found[entry.path] = (about.st_mtime_ns, about.st_size, about.st_ino)
            except OSError:  # it has just gone
                continue
    return found
