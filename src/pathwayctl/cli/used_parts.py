"""What pathwayctl finds on this machine: each thing, what it is for, and what to do where it is missing."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from pathwayctl.assets import templates
from pathwayctl.cli.project_paths import NoProject, find
from pathwayctl.reporters.installation import Part, PartState
from pathwayctl.version import __version__

_FOUND, _OPTIONAL, _MISSING = PartState
_AGAIN: Final = "Install pathwayctl again."
_FOLDERS: Final = ("handouts", "html", "pdf", "fonts", "rules", "scaffolds", "languages")
_LETTERS: Final = "“é” – …"


def parts(place: Path) -> Iterator[Part]:
    """Everything that pathwayctl uses, and the project in a place."""
    yield Part("pathwayctl", _FOUND, f"version {__version__}, in {Path(__file__).resolve().parents[1]}")
    yield Part("Python", _FOUND, f"{platform.python_version()} on {platform.system() or 'this system'}")
    yield _shipped()
    yield _pdf()
    yield _office()
    yield _git(place)
    yield _screen()
    yield _project(place)


def _shipped() -> Part:
    missing = [name for name in _FOLDERS if not (templates() / name).is_dir()]
    if missing:
        return Part("Shipped files", _MISSING, f"not found: {', '.join(missing)}", _AGAIN)
    return Part("Shipped files", _FOUND, "templates, fonts, rules, and scaffolds")


def _pdf() -> Part:
    if find_spec("typst") is None:
        return Part("PDF", _MISSING, "the package typst is not installed", _AGAIN)
    return Part("PDF", _FOUND, "made by pathwayctl itself; no browser is needed")


def _office() -> Part:
    name = "Word and PowerPoint"
    if all(find_spec(module) for module in ("docx", "pptx")):
        return Part(name, _FOUND, "files in docx and pptx can be made")
    todo = 'Install it with them: uv tool install "pathwayctl[word]" (or pipx install, or pip install).'
    return Part(name, _OPTIONAL, "not installed; only --format docx and pptx need it", todo)


def _git(place: Path) -> Part:
    from pathwayctl.revisions.git import git_in

    found = git_in(place)
    if found is None:
        said = "not installed; only diff, status --since, and “What changed” need it"
        return Part("git", _OPTIONAL, said, "If you want these: https://git-scm.com/downloads")
    return Part("git", _FOUND, found.program)


def _screen() -> Part:
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    try:
        _LETTERS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        todo = "Use Windows Terminal, or set the variable PYTHONUTF8 to 1."
        return Part("Screen", _OPTIONAL, f"{encoding}, which has no letters such as é and “", todo)
    return Part("Screen", _FOUND, encoding)


def _project(place: Path) -> Part:
    root = find(place)
    if isinstance(root, NoProject):
        todo = "To start one: pathwayctl init my-project. To name one: pathwayctl doctor -p FOLDER"
        return Part("Project", _OPTIONAL, "none in this folder", todo)
    from pathwayctl.cli.checked_project import opened

    project = opened(root)
    if project.errors:
        todo = "To see them: pathwayctl validate --errors"
        return Part("Project", _FOUND, f"{root.resolve().name}, with errors", todo)
    return Part("Project", _FOUND, f"{project.plan.project.name}, format {project.plan.pathwayctl}")
