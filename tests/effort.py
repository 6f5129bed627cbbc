"""How much a call does, counted in calls of functions: the same on every machine, however busy it is.

Seconds belong in `benchmarks/`. What grows with the square of its input is seen here, where a function is
called for each part. What one call of a library does by itself is not seen, so `HANG` bounds that, far above
what a slow machine under coverage needs.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

HANG = 120
"""Seconds of processor time after which a call is taken to hang."""


def effort(call: Callable[[], object]) -> int:
    """How many functions are called, ours and those written in C, until `call` is done."""
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before, begun = sys.getprofile(), time.process_time()
    sys.setprofile(counted)
    try:
        call()
    finally:
        sys.setprofile(before)
    assert time.process_time() - begun < HANG
    return count


def grows_evenly(half: Callable[[], object], whole: Callable[[], object], most: float = 2.5) -> bool:
    """Whether twice the input takes at most `most` times the calls."""
    return effort(whole) <= most * effort(half) + 1_000
