"""Templates at work: from a view to a page, or to the mistake that is in the template."""

from __future__ import annotations

from pathlib import Path

from pathwayctl.rendering.blame import mistake
from pathwayctl.rendering.loader import OWN_HANDOUTS, HandoutLoader
from pathwayctl.rendering.mistakes import TemplateMistake
from pathwayctl.rendering.pages import Page
from pathwayctl.rendering.sandbox import Workshop
from pathwayctl.rendering.styles import stylesheet
from pathwayctl.rendering.words import plain


class Templates:
    """All templates of a run: the built-in ones, and those in the project's ``templates`` folder."""

    def __init__(self, project_folder: Path | None) -> None:
        self._project = project_folder
        self._loader = HandoutLoader(project_folder)
        self._workshop = Workshop(self._loader)

    def page(self, name: str, title: str, view: object) -> Page | TemplateMistake:
        """The page that ``NAME.j2`` makes of a view.

        A title that the template sets wins over ``title``; a page of a template that sets ``dense`` to
        true is set closer on paper.
        """
        desk = self._workshop.begin()
        file = f"{OWN_HANDOUTS}{name}.j2"
        try:
            template = self._workshop.get_template(f"{name}.j2")
            file = template.filename or file
            context = template.new_context({"view": view, "title": title})
            output = self._workshop.concat(template.root_render_func(context))
            words = " ".join(plain(context.vars.get("title", title)).split())
            dense = context.vars.get("dense", False) is True
            return Page(words or title, desk.assembled(output), dense)
        except Exception as error:  # whatever an untrusted template does wrong is its own mistake
            return mistake(error, file)

    def own_handouts(self) -> tuple[str, ...]:
        """The names of the project's own handout templates, sorted."""
        return self._loader.own_names()

    def stylesheet(self) -> str | TemplateMistake:
        """The style of every page: the built-in one, and the project's ``templates/style.css`` after it."""
        return stylesheet(self._project)
