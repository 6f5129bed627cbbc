"""The product as the checks of the source items see it: each project opened once, each page made once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from pathwayctl import Audience, Order, Project, open_project
from pathwayctl.catalog import reading
from pathwayctl.catalog.data_records import Record
from pathwayctl.evidence.gap import State
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.scaffolds import ABOUT, scaffold

EXAMPLES: Final = Path(__file__).resolve().parents[2] / "examples"
ALL: Final = "all"
"""A new project of all guides; that of one guide has the guide's name."""
START: Final = date(2027, 1, 4)
AUDIENCES: Final = {one.value: one for one in Audience}
_FOR: Final = " for "
_TABLE: Final = re.compile(r"<colgroup>(.*?)</colgroup>\s*<thead>\s*<tr>(.*?)</tr>", re.DOTALL)
_SHARE: Final = re.compile(r"width: ([0-9.]+)%")
_HEAD: Final = re.compile(r"<th[^>]*>([^<]*)</th>")


@dataclass
class Product:
    """The product itself. ``own`` has the projects of the tables by name; they are written to ``folder``.

    A project of a table has its own sections and a header to which ``project:`` adds. With ``new:`` and the
    name of a guide, the sections are added to a new project of that guide instead. In its files, a text may
    be ``typed:`` over another one, in the first place that it has.
    """

    folder: Path
    own: Mapping[str, Mapping[str, Any]]
    _opened: dict[str, Project] = field(default_factory=dict)
    _pages: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def page(self, project: str, page: str) -> str:
        """The Markdown of a page of a project; empty if there is none."""
        return self._text(project, page, "md")

    def widths(self, project: str, page: str) -> Mapping[str, float]:
        """The columns of the tables of a printed page, each with its share of the width in percent."""
        found: dict[str, float] = {}
        for columns, heads in _TABLE.findall(self._text(project, page, "html")):
            shares = map(float, _SHARE.findall(columns))
            found.update(zip(_HEAD.findall(heads), shares, strict=False))
        return found

    def findings(self, project: str) -> Mapping[str, str]:
        """The codes of the findings of a project, each with its severity."""
        return {one.code: one.severity.value for one in self._open(project).findings}

    def messages(self, project: str) -> tuple[str, ...]:
        """What the findings of a project say."""
        return tuple(one.message for one in self._open(project).findings)

    def catalog(self, path: str) -> tuple[str, ...]:
        """The texts of a part of the catalog; none if there is no such part."""
        return catalog_texts(path)

    def progress(self, project: str, part: str) -> str:
        """The state of a part of a project's guides; empty if there is no such part."""
        opened = self._open(project)
        items = [one for guide in opened.plan.project.guides for one in opened.guidance(guide).items]
        return next((one.state.value for one in items if part in (one.key, one.title)), "")

    def is_finished(self, project: str, guide: str) -> bool:
        """Whether ``next`` says that everything in a guide is done."""
        opened = self._open(project)
        items = [
            item
            for one in opened.plan.project.guides
            if one.value == guide
            for item in opened.guidance(one).items
        ]
        return all(one.state is State.DONE for one in items)

    def _text(self, project: str, page: str, form: str) -> str:
        name, _, audience = page.partition(_FOR)
        packet, _, bare = name.rpartition("/")
        made = packet or _handout_of(bare)
        key = (project, f"{packet}/{made}{_FOR}{audience}.{form}")
        if made and key not in self._pages:
            self._pages[key] = self._make(project, packet, made, audience, form)
        return self._pages[key].get(bare, "") if made else ""

    def _open(self, name: str) -> Project:
        if name not in self._opened:
            example = EXAMPLES / name
            root = example if example.is_dir() else self._write(name)
            self._opened[name] = open_project(root)
        return self._opened[name]

    def _write(self, name: str) -> Path:
        root = self.folder / name
        sections = dict(self.own.get(name, {"new": name}))
        for file, text in _files(sections).items():
            path = root / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return root

    def _make(self, project: str, packet: str, made: str, audience: str, form: str) -> dict[str, str]:
        opened = self._open(project)
        if opened.errors:
            return {}
        whom = AUDIENCES[audience or ("partners" if packet else "internal")]
        chosen, alone = ((packet,), ()) if packet else ((), (made,))
        files = opened.pages(Order(chosen, alone, formats=(form,), audience=whom)).files
        return {Path(file.name).stem: file.text for file in files if "/" in file.name}


def _files(sections: dict[str, Any]) -> dict[str, str]:
    """The files of a project of the tables."""
    new, header = sections.pop("new", None), sections.pop("project", {})
    typed = sections.pop("typed", {})
    own = {"own.yaml": yaml.safe_dump(sections, allow_unicode=True, sort_keys=False)} if sections else {}
    if new:
        guides = tuple(ABOUT) if new == ALL else tuple(new.split("+"))
        files = scaffold(guides, "Example", START, {})
        for name, texts in typed.items():
            for old, text in texts.items():
                assert old in files[name], old
                files[name] = files[name].replace(old, text, 1)
        return {**files, **own}
    main = {"pathwayctl": 1, "project": {"name": "Example", "start": START, **header}}
    return {"pathway.yaml": yaml.safe_dump(main, sort_keys=False), **own}


def _handout_of(page: str) -> str:
    """The handout that makes a page: the one with the longest id that begins the page's name."""
    ids = [one.id for one in HANDOUTS if page == one.id or page.startswith(f"{one.id}-")]
    return max(ids, key=len, default="")


@cache
def catalog_texts(path: str) -> tuple[str, ...]:
    """The texts of ``ccrs.roles.doer.responsibilities``; a star stands for every entry of a list."""
    guide, *steps = path.split(".")
    found: list[Any] = [getattr(reading, guide)()]
    for step in steps:
        found = [inner for one in found for inner in _inside(one, step)]
    return tuple(text for one in found for text in _texts(one))


def _inside(found: Any, step: str) -> list[Any]:
    if isinstance(found, tuple):
        if step == "*":
            return list(found)
        if step.isdigit() and not any(isinstance(one, Record) for one in found):
            return list(found[int(step) : int(step) + 1])
        return [one for one in found if isinstance(one, Record) and step in _names(one)]
    inner = getattr(found, step, None)
    return [] if inner is None else [inner]


def _names(record: Record) -> set[str]:
    """What a record is found by: its first field, as a text."""
    first = next(name for name in type(record).model_fields if name != "source")
    return {str(getattr(record, first))}


def _texts(found: Any) -> list[str]:
    """A text itself, the texts of a list, or the sentence of a record."""
    if isinstance(found, str):
        return [found]
    if isinstance(found, tuple):
        return [text for one in found for text in _texts(one)]
    if isinstance(found, Record):
        return [getattr(found, "text", "") or getattr(found, "title", "") or getattr(found, "name", "")]
    return []
