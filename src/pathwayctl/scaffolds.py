"""New projects: the files of a guide's scaffold, filled with a name, a first day and terms."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from string import Template

from pathwayctl.assets import templates


def guides() -> tuple[str, ...]:
    """The guides that have a scaffold."""
    return tuple(sorted(folder.name for folder in (templates() / "scaffolds").iterdir() if folder.is_dir()))


def scaffold(guide: str, name: str, start: date, terms: Mapping[str, str]) -> dict[str, str]:
    """The files of a new project by their names relative to its folder."""
    folder = templates() / "scaffolds" / guide
    filled = {"name": _quoted(name), "start": start.isoformat(), "terms": _terms(terms)}
    return {
        path.relative_to(folder).as_posix(): Template(path.read_text("utf-8")).substitute(filled)
        for path in sorted(folder.rglob("*.yaml"))
    }


def following_monday(day: date) -> date:
    """The first Monday after a day: when a new project begins if nobody says otherwise."""
    return day + timedelta(days=7 - day.weekday())


def _quoted(text: str) -> str:
    """The text in double quotes; what JSON makes of a text is right in YAML too."""
    return json.dumps(text, ensure_ascii=False)


def _terms(terms: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {_quoted(text)}" for key, text in terms.items()) + "}"
