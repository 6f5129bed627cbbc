"""No text of a picture is printed smaller than 8 points: its size in the drawing times that of its sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import pytest

import picture_samples as samples
from page_samples import chart, network
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.loading.project import load
from pathwayctl.rendering.blocks import Figure, printed
from pathwayctl.rendering.drawings import draw
from pathwayctl.rendering.pages import Page, is_wide
from pathwayctl.rendering.print_data import ROOMS
from pathwayctl.rendering.templates import Templates
from pathwayctl.scheduling.schedule import Schedule, make_schedule
from rendered_pages import EXAMPLES

LEAST: Final = 8.0
"""Points, as style guides of states ask for."""
SIZE: Final = re.compile(r'font-size="([\d.]+)"')
WIDTH: Final = re.compile(r'viewBox="0 0 ([\d.]+) ')


def smallest(page: Page) -> Iterator[tuple[float, str]]:
    """The points of the smallest text of each drawing of a page, and the title of its figure."""
    room = ROOMS[is_wide(page)]
    for figure in (block for block in printed(page.blocks) if isinstance(block, Figure)):
        for svg in draw(figure.drawing, figure.title, "k").split("<svg ")[1:]:
            width = WIDTH.search(svg)
            assert width
            sizes = [float(size) for size in SIZE.findall(svg)]
            yield min(sizes) * room / float(width[1]), figure.title


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.iterdir()))
def test_the_pictures_of_the_examples_can_be_read_on_paper(name: str) -> None:
    plan = load(EXAMPLES / name).plan
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    context, templates, found = Context(plan, schedule), Templates(None), []
    for handout in HANDOUTS:
        for view in handout.pages(context):
            page = templates.page(handout.template, view.title, view.view)
            assert isinstance(page, Page)
            found += [(*one, view.slug) for one in smallest(page)]
    assert len(found) > 5
    assert [one for one in found if one[0] < LEAST] == []


def test_so_can_large_pictures_and_the_measuring_can_fail() -> None:
    drawings = (chart(100, 900), network(60), samples.risks(30))
    page = Page("Large", tuple(Figure("A", "B", drawing) for drawing in drawings))
    assert all(size >= LEAST for size, _ in smallest(page))
    assert any(size < 10 for size, _ in smallest(page))
