"""Where handout templates come from: the project's own folder first, then the built-in ones."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import BaseLoader, TemplateNotFound

from pathwayctl import assets
from pathwayctl.rendering.mistakes import UnfitError

if TYPE_CHECKING:
    from jinja2 import Environment

MOST_BYTES: Final = 1_000_000
"""A template or a style longer than this is not read."""
OWN_HANDOUTS: Final = "templates/handouts/"

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*")


class HandoutLoader(BaseLoader):
    """Finds ``NAME.j2``, in no other folders than the two of handout templates."""

    def __init__(self, project: Path | None) -> None:
        self._own = own_folder(project)

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 - Jinja hands it over
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text, the name that a facilitator knows the file by, and that it is still current."""
        if not _NAME.fullmatch(template):
            raise UnfitError(f"“{template[:80]}” is not the name of a template.", "Use a name like parts.j2")
        for folder, shown in ((self._own, OWN_HANDOUTS), (assets.templates(), "built-in ")):
            text = read_inside(folder, f"handouts/{template}") if folder else None
            if text is not None:
                return text, f"{shown}{template}", lambda: True
        raise TemplateNotFound(template)

    @property
    def has_own(self) -> bool:
        """Whether a project's own templates can be among them, whose words are never translated."""
        return self._own is not None

    def is_own(self, name: str) -> bool:
        """Whether the project has a file ``NAME.j2`` of its own, even one that cannot be read."""
        return self._own is not None and os.path.lexists(self._own / "handouts" / f"{name}.j2")

    def own_names(self) -> tuple[str, ...]:
        """The names of the project's own templates, without ``.j2``, sorted."""
        folder = self._own / "handouts" if self._own else None
        if folder is None or not folder.is_dir():
            return ()
        return tuple(sorted(file.stem for file in folder.glob("*.j2") if _NAME.fullmatch(file.stem)))


def own_folder(project: Path | None) -> Path | None:
    """The project's ``templates`` folder, whether it is there or not."""
    return Path(os.path.realpath(project)) / "templates" if project else None


def read_inside(folder: Path, name: str) -> str | None:
    """The text of a file in a folder, or ``None`` if there is none; links must not lead out of it."""
    data = bytes_inside(folder, name, MOST_BYTES)
    try:
        return None if data is None else data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise UnfitError(f"“templates/{name}” is not plain text.", "Save it as text in UTF-8.") from None


def bytes_inside(folder: Path, name: str, most: int) -> bytes | None:
    """The bytes of a file in a folder, or ``None`` if there is none; links must not lead out of it."""
    path = folder / name
    shown = f"“templates/{name}”"
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(folder):
            raise UnfitError(f"{shown} is a link to another place.", "Put the file itself there.")
        if not real.is_file():
            raise UnfitError(f"{shown} is not a file.", "Put a file there.")
        if real.stat().st_size > most:
            raise UnfitError(f"{shown} is too large.", f"Keep it under {most:,} characters.")
        return real.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        if path.is_symlink():
            raise UnfitError(f"{shown} is a broken link.", "Put the file itself there.") from None
        return None
    except (OSError, RuntimeError):  # no permission, links that go round in a circle
        raise UnfitError(f"{shown} cannot be read.", "Check that you may open it.") from None
