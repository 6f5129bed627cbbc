"""The templates of a run: the built-in ones, and those in the project's ``templates`` folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pathwayctl.language import Phrases, spoken
from pathwayctl.rendering.loader import HandoutLoader
from pathwayctl.rendering.mistakes import TemplateMistake
from pathwayctl.rendering.page_maker import PageMaker
from pathwayctl.rendering.pages import Page
from pathwayctl.rendering.styles import stylesheet
from pathwayctl.rendering.template_process import TemplateProcess


class Templates:
    """Makes pages. A project's own templates run in a process of their own, built-in ones in this one.

    A built-in template includes built-in ones alone, so a project's files have no part in it.
    """

    def __init__(self, project_folder: Path | None) -> None:
        self._project = project_folder
        self._loader = HandoutLoader(project_folder)
        self._own = TemplateProcess(project_folder) if project_folder else None

    def page(self, name: str, title: str, view: object) -> Page | TemplateMistake:
        """The page that ``NAME.j2`` makes of a view; the project's own file of that name comes first."""
        if self._own and self.is_own(name):
            return self._own.page(name, title, view)
        return _built_in(spoken()).page(name, title, view)

    def is_own(self, name: str) -> bool:
        """Whether the project has a template of this name."""
        return self._own is not None and self._loader.is_own(name)

    def own_handouts(self) -> tuple[str, ...]:
        """The names of the project's own handout templates, sorted."""
        return self._loader.own_names()

    def stylesheet(self) -> str | TemplateMistake:
        """The style of every page: the built-in one, and the project's ``templates/style.css`` after it."""
        return stylesheet(self._project)


@cache
def _built_in(language: Phrases | None) -> PageMaker:  # noqa: ARG001 - the one that is spoken
    """The maker of pages by built-in templates, which are compiled once."""
    return PageMaker(HandoutLoader(None))
