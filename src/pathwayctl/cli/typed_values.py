"""Check values typed on the command line: names from a list, people, and numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Final

from pathwayctl.cli.exits import stop
from pathwayctl.cli.project_paths import as_option
from pathwayctl.wording import nearest, offer

if TYPE_CHECKING:
    from pathlib import Path

    from pathwayctl.model.plan import Plan

_NUMBER: Final = re.compile(r"\d{1,18}", re.ASCII)


def chosen(asked: Iterable[str], known: Collection[str], what: str) -> tuple[str, ...]:
    """The names that were typed, in the order of ``known``; stops at an unknown one."""
    wanted = {the_one(part, known, what) for one in asked for part in one.split(",")}
    return tuple(name for name in known if name in wanted)


def the_one(asked: str, known: Collection[str], what: str, whats: str = "") -> str:
    """The name that was typed; stops if it is unknown. ``whats`` is the plural of ``what``."""
    name = asked.strip()
    by_letters = {one.lower(): one for one in known}
    if name.lower() not in by_letters:
        stop(_unknown(name, known, what, whats))
    return by_letters[name.lower()]


def _unknown(name: str, known: Collection[str], what: str, whats: str) -> str:
    said = f"There is no {what} “{name}”." if name else f"The name of a {what} is missing."
    return f"{said} {offer(name.lower(), known, whats or f'{what}s')}"


def the_baseline(asked: str, saved: Collection[str], place: Path) -> str:
    """The name of the baseline that was typed; stops if no baseline has it."""
    name = asked.strip().lower()
    if name not in saved:
        said = f"There is no baseline “{asked}”." if name else "The name of a baseline is missing."
        save = f"To save one: pathwayctl baseline save approved{as_option(place)}"
        stop(f"{said} {offer(name, saved, 'baselines') if saved else save}")
    return name


def the_parties(asked: Iterable[str], plan: Plan) -> tuple[str, ...]:
    """The ids of the people and organizations that were typed by id or name; stops at an unknown one."""
    names = {one.id: one.name for one in plan.people} | {one.id: one.name for one in plan.organizations}
    return tuple(dict.fromkeys(_party(part.strip(), names) for one in asked for part in one.split(",")))


def _party(asked: str, names: dict[str, str]) -> str:
    if not names:
        stop(
            "This project names no person or organization yet. Write them under people: and organizations: "
            "in a file of the project, such as partners.yaml."
        )
    word = asked.lower()
    found = word if word in names else None
    if found is None:
        called = [party for party, name in names.items() if name.lower() == word]
        called = called or [party for party, name in names.items() if word in name.lower().split()]
        if len(called) > 1:
            said = ", ".join(f"{party} ({names[party]})" for party in called)
            stop(f"“{asked}” could be {said}. Write the id.")
        found = called[0] if called else None
    if found is None:
        near = nearest(word, names) or _nearest_name(word, names)
        if near:
            stop(f"There is no person or organization “{asked}”. Did you mean “{near}” ({names[near]})?")
        stop(_unknown(asked, names, "person or organization", "people and organizations"))
    return found


def _nearest_name(word: str, names: dict[str, str]) -> str | None:
    near = nearest(word, [name.lower() for name in names.values()])
    return next((party for party, name in names.items() if name.lower() == near), None)


def the_number(asked: str, option: str, least: int, most: int) -> int:
    """The whole number that was typed; stops if it is not a number, too small, or too large."""
    text = asked.strip().replace(",", "")
    if not _NUMBER.fullmatch(text) or not least <= int(text) <= most:
        stop(f"“{asked}” is not valid for {option}. Write a whole number from {least:,} to {most:,}.")
    return int(text)
