"""New projects: the files of the guides that are asked for, put together and filled in.

The folders of ``templates/scaffolds/`` name the guides that they are for: ``common`` is for all,
``ccrs+sector`` for a project that follows either of the two. A file that is in several of the
folders begins in the one for the most guides and goes on in the others, which hold entries alone;
so any combination has one file for each topic.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from string import Template
from typing import Final

from pathwayctl.assets import templates
from pathwayctl.loading.files import MAIN_FILE
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scaffolds.joins import joined
from pathwayctl.source.characters import forbidden
from pathwayctl.writing import NotWritten, move_into_place, not_written, write

ABOUT: Final[Mapping[str, str]] = {
    Guide.SECTOR: "employers of one industry lead: 17 steps from a first meeting to a pathway with owners",
    Guide.CCRS: "a state or region designs its whole system: stakeholders, goals, work plan, measures",
    Guide.GRADES_9_14: "a school district and a college launch one pathway, planned in a year",
    Guide.COMPONENTS: "partners share out who does what in the seven parts of a strong pathway",
}
"""What each guide is for, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Term:
    """A bracketed word of the scaffolds: its meaning, a plain word for it, and an example."""

    word: str
    question: str
    plain: str
    example: str


TERMS: Final[Mapping[str, Term]] = {
    "college": Term("COLLEGE", "The college", "the college", "Front Range Community College"),
    "school-district": Term(
        "SCHOOL/DISTRICT", "The school or district", "the school district", "St. Vrain Valley Schools"
    ),
    "region": Term("REGION", "The region", "our region", "northern Colorado"),
    "industry": Term("INDUSTRY", "The industry", "our industry", "advanced manufacturing"),
}
"""The words in brackets that the scaffolds use, by their keys in ``terms``."""
EARLIEST: Final = date(1900, 1, 1)
LATEST: Final = date(2199, 12, 31)
"""A first day outside these is a slip of the keyboard."""

_ASIDE: Final = ".pathwayctl-new"
_COMMON: Final = "common"
_PLAIN_KEY: Final = re.compile(r"(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][a-z0-9-]*")
_LEAST_WEEKS: Final = 30
_SCHOOL_YEAR_WEEKS: Final = 41


def scaffold(guides: Iterable[str], name: str, start: date, terms: Mapping[str, str]) -> dict[str, str]:
    """The files of a new project by their names relative to its folder.

    ``guides`` are one or more of those in ``ABOUT``, in the order in which the project names them;
    ``start`` is from ``EARLIEST`` to ``LATEST``.
    """
    chosen = tuple(dict.fromkeys(guides))
    texts = joined(_texts(chosen))
    filled = {
        "name": _quoted(name),
        "start": start.isoformat(),
        "guides": f"[{', '.join(chosen)}]",
        "terms": _terms(terms, _open_terms(texts.values(), terms)),
        **phase_days(start),
    }
    return {file: Template(text).substitute(filled) for file, text in texts.items()}


def open_terms(guides: Iterable[str], terms: Mapping[str, str]) -> tuple[str, ...]:
    """The terms that the texts of these guides use and that are not set, such as ``college``."""
    return _open_terms(_texts(tuple(guides)).values(), terms)


def following_monday(day: date) -> date:
    """The first Monday after a day: the default start of a new project."""
    return day + timedelta(days=7 - day.weekday())


def _texts(guides: tuple[str, ...]) -> dict[str, str]:
    """The files of all folders that are for any of the guides, before they are filled in."""
    texts: dict[str, str] = {}
    for folder, _ in folders(guides):
        for path in sorted(folder.rglob("*.yaml")):
            file = path.relative_to(folder).as_posix()
            before = f"{texts[file]}\n" if file in texts else ""
            texts[file] = before + path.read_text("utf-8")
    return dict(sorted(texts.items()))


def folders(guides: Iterable[str]) -> tuple[tuple[Path, frozenset[str]], ...]:
    """The folders for any of the guides, each with the guides that it is for, the widest first."""
    chosen = frozenset(guides)
    root = templates() / "scaffolds"
    paths = sorted((path for path in root.iterdir() if path.is_dir()), key=_widest_first)
    named = ((path, frozenset(path.name.split("+"))) for path in paths)
    return tuple((path, names) for path, names in named if path.name == _COMMON or names & chosen)


def _widest_first(folder: Path) -> tuple[int, str]:
    number = len(ABOUT) if folder.name == _COMMON else folder.name.count("+") + 1
    return -number, folder.name


def _open_terms(texts: Iterable[str], terms: Mapping[str, str]) -> tuple[str, ...]:
    lines = [line for text in texts for line in text.splitlines() if not line.lstrip().startswith("#")]
    used = [key for key, term in TERMS.items() if any(f"[{term.word}]" in line for line in lines)]
    from pathwayctl.catalog.terms import term_for  # loads the model, which the help of commands does without

    return tuple(key for key in used if term_for(TERMS[key].word, terms) is None)


def phase_days(start: date) -> dict[str, str]:
    """The days on which the phases of the grades 9-14 work plan begin and end.

    The pathway is launched on the first Monday from August 14 on that leaves at least thirty weeks
    for the two phases before it, which share them; the third lasts a school year. The guide says
    only that the launch is in the fall; the rest is ours.
    """
    soonest = start + timedelta(weeks=_LEAST_WEEKS)
    august = date(soonest.year, 8, 13)
    launch = following_monday(august)
    if launch < soonest:
        launch = following_monday(august.replace(year=august.year + 1))
    build = following_monday(start + (launch - start) / 2)
    one = timedelta(days=1)
    days = {
        "build": build,
        "launch": launch,
        "plan_ends": build - one,
        "build_ends": launch - one,
        "launch_ends": launch + timedelta(weeks=_SCHOOL_YEAR_WEEKS) - one,
    }
    return {name: day.isoformat() for name, day in days.items()}


def _quoted(text: str) -> str:
    """The text on one line and in double quotes; what JSON makes of it is right in YAML too."""
    visible = forbidden().sub(" ", text).encode("utf-8", "replace").decode()
    return json.dumps(" ".join(visible.split()), ensure_ascii=False)


def _terms(terms: Mapping[str, str], still_open: Iterable[str]) -> str:
    """The lines under ``terms:``; those that are not set yet are shown as samples."""
    lines = [f"{_key(key)}: {_quoted(text)}" for key, text in terms.items()]
    lines += [f"# {key}: {TERMS[key].example}" for key in still_open]
    return "".join(f"\n    {line}" for line in lines)


def _key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) else _quoted(key)


@dataclass(frozen=True, slots=True)
class NotMade:
    """Why a project could not be written, and the files of it that could not be taken away again."""

    why: NotWritten
    left: tuple[Path, ...]


def lay_out(folder: Path, files: Mapping[str, str]) -> NotMade | None:
    """Write all files into a new or empty folder, or none.

    They are written to a hidden folder in it, and moved from there when all of them are complete, the
    main file last: whenever this is cut off, there is no project, and it can be done again.
    """
    aside = folder / _ASIDE
    absent = _absent_folders(aside)
    moved: list[Path] = []
    complete = False
    try:
        _take_away(aside)
        for file, text in files.items():
            outcome = write(aside, file, text)
            if isinstance(outcome, NotWritten):
                return NotMade(replace(outcome, path=folder / file), ())
        names = dict.fromkeys(file.partition("/")[0] for file in files)
        for name in sorted(names, key=MAIN_FILE.__eq__):
            move_into_place(aside / name, folder / name)
            moved.append(folder / name)
        complete = True
    except OSError as error:
        return NotMade(not_written(folder, error), _left_of(moved))
    finally:
        if not complete:  # also after Ctrl-C
            _left_of(moved)
        _take_away(aside)
        if not complete:
            _remove_empty(absent)
    return None


def _absent_folders(folder: Path) -> list[Path]:
    """The folders that have yet to be made for this one, the innermost first."""
    return [one for one in folder.parents if not one.exists()]


def _left_of(written: Iterable[Path]) -> tuple[Path, ...]:
    """Take files and folders away again; those that stay are given back."""
    for path in written:
        _take_away(path)
    return tuple(path for path in written if path.exists())


def _take_away(path: Path) -> None:
    """Remove a file or a folder with all that is in it, as far as that can be done."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    with suppress(OSError):
        path.unlink()


def _remove_empty(folders: Iterable[Path]) -> None:
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()
