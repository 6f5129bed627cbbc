"""From a view to a page by a template, in this process, or to the mistake that is in the template."""

from __future__ import annotations

from typing import Final

from pathwayctl.language import spoken
from pathwayctl.rendering.environment import HandoutEnvironment
from pathwayctl.rendering.loader import OWN_HANDOUTS, HandoutLoader
from pathwayctl.rendering.mistakes import ExhaustedError, TemplateMistake
from pathwayctl.rendering.pages import Page
from pathwayctl.rendering.plain_text import plain
from pathwayctl.rendering.template_errors import mistake

LOOKS: Final = ("dense", "slides", "letter")
"""What a template can set to true for the look of its page."""


class PageMaker:
    """Makes pages one after the other; ``most_text`` limits their size where templates are not our own."""

    def __init__(self, loader: HandoutLoader, most_text: int | None = None) -> None:
        phrases = None if loader.has_own else spoken()
        self._environment = HandoutEnvironment(loader, phrases.translated if phrases else None)
        self._most_text = most_text

    def page(self, name: str, title: str, view: object) -> Page | TemplateMistake:
        """The page that ``NAME.j2`` makes of a view.

        A title that the template sets wins over ``title``; a page of a template that sets ``dense`` to
        true is set closer on paper; one that sets ``slides`` or ``letter`` is shown as slides or a letter.
        """
        desk = self._environment.begin(measures=self._most_text is not None)
        file = f"{OWN_HANDOUTS}{name}.j2"
        try:
            template = self._environment.get_template(f"{name}.j2")
            file = template.filename or file
            context = template.new_context({"view": view, "title": title})
            output = "".join(template.root_render_func(context))
            words = " ".join(plain(context.vars.get("title", title)).split()) or title
            dense, slides, letter = (context.vars.get(name, False) is True for name in LOOKS)
            return Page(
                words or title,
                desk.assembled(output, words or title),
                dense,
                slides,
                letter,
                self._fit(desk.size),
            )
        except Exception as error:  # any error of an untrusted template is a mistake in the template
            return mistake(error, file)

    def _fit(self, size: int) -> int:
        """The size of a page of the project's own, if it may be that large."""
        if self._most_text is None:
            return 0
        if size > self._most_text:
            raise ExhaustedError("This page becomes too large.", "Show less on one page.")
        return size
