"""What is typed after an option, against what there is: names to choose from, numbers and days."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime
from typing import Final

from pathwayctl.cli.ending import stop
from pathwayctl.wording import offer

_NUMBER: Final = re.compile(r"\d{1,18}", re.ASCII)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def chosen(asked: Iterable[str], known: Collection[str], what: str) -> tuple[str, ...]:
    """The names that were asked for, in the order of what there is; stops at one that nobody knows."""
    wanted = {the_one(part, known, what) for one in asked for part in one.split(",")}
    return tuple(name for name in known if name in wanted)


def the_one(asked: str, known: Collection[str], what: str, whats: str = "") -> str:
    """The name that was asked for; stops if nobody knows it. ``whats`` is for many, if not just with an s."""
    name = asked.strip()
    by_letters = {one.lower(): one for one in known}
    if name.lower() not in by_letters:
        stop(_unknown(name, known, what, whats))
    return by_letters[name.lower()]


def _unknown(name: str, known: Collection[str], what: str, whats: str) -> str:
    said = f"There is no {what} “{name}”." if name else f"The name of a {what} is missing."
    return f"{said} {offer(name.lower(), known, whats or f'{what}s')}"


def the_number(asked: str, option: str, least: int, most: int) -> int:
    """The whole number that was asked for; stops if it is none, or too small or too large."""
    text = asked.strip().replace(",", "")
    if not _NUMBER.fullmatch(text) or not least <= int(text) <= most:
        stop(f"“{asked}” does not do for {option}. Write a whole number from {least:,} to {most:,}.")
    return int(text)


def the_day(asked: str, option: str) -> date:
    """The day that was asked for; stops if it is not one."""
    day = day_of(asked)
    if day is None:
        stop(f"“{asked}” is not a day of the calendar. Write year, month and day: {option} 2027-03-01")
    return day


def day_of(text: str) -> date | None:
    """The day that a text names as ``2027-03-01``, if it does."""
    try:
        return date.fromisoformat(text.strip()) if _DAY.fullmatch(text.strip()) else None
    except ValueError:
        return None


def given_today() -> date | None:
    """The day that ``SOURCE_DATE_EPOCH`` names, in seconds since 1970, as build systems set it."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        stop(f"SOURCE_DATE_EPOCH is “{epoch}”. It should be a number of seconds since 1970, or not be set.")
