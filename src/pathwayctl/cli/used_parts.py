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
WITH_WORD: Final = (
    "Install pathwayctl again from the same file, with [word] after its name: "
    f'uv tool install --force "./pathwayctl-{__version__}-py3-none-any.whl[word]" (or pipx install --force).'
)
"""How to get what Word and PowerPoint files need. A name alone would be looked for in a public registry."""
_FOLDERS: Final = ("handouts", "html", "pdf", "fonts", "rules", "scaffolds", "languages")
_FONT_FILES: Final = tuple(
    f"PublicSans-{face}" for face in ("Regular.ttf", "Bold.ttf", "Regular.woff2", "Bold.woff2")
)
_LETTERS: Final = "“é” – …"


def parts(place: Path) -> Iterator[Part]:
    """Everything that pathwayctl uses, and the project in a place."""
    yield Part("pathwayctl", _FOUND, f"version {__version__}, in {Path(__file__).resolve().parents[1]}")
    yield Part("Python", _FOUND, f"{platform.python_version()} on {platform.system() or 'this system'}")
    yield _shipped()
    yield _fonts()
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


def _fonts() -> Part:
    missing = [file for file in _FONT_FILES if not (templates() / "fonts" / file).is_file()]
    if missing:
        return Part("Fonts", _MISSING, f"not found: {', '.join(missing)}", _AGAIN)
    return Part("Fonts", _FOUND, "Public Sans, shipped; pages, charts, and PDFs look the same everywhere")


def _pdf() -> Part:
    if find_spec("typst") is None:
        return Part("PDF", _MISSING, "the package typst is not installed", _AGAIN)
    from pathwayctl.rendering.pdf import hindrance

    if why := hindrance():
        return Part("PDF", _MISSING, f"the package typst cannot be loaded: {why}", _AGAIN)
    return Part("PDF", _FOUND, "made by pathwayctl itself; no browser is needed")


def _office() -> Part:
    name = "Word and PowerPoint"
    if all(find_spec(module) for module in ("docx", "pptx")):
        return Part(name, _FOUND, "files in docx and pptx can be made")
    return Part(name, _OPTIONAL, "not installed; only --format docx and pptx need it", WITH_WORD)


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
