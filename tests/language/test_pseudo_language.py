"""No page says anything that cannot be translated: each word is a phrase, or the project's own."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import Final

import pytest
from pseudo_language import OwnWords, PseudoLanguage, outside, said_by

from pathwayctl import assets
from pathwayctl.app import open_project
from pathwayctl.catalog.terms import fill_text
from pathwayctl.language import read_po
from pathwayctl.rendering import bundle as bundling
from pathwayctl.rendering.page_sets import ALL, Order
from pathwayctl.rendering.templates import Templates
from pathwayctl.wording import MONTHS
from rendered_pages import EXAMPLES

ALLOWED: Final = frozenset(
    {month[:3].lower() for month in MONTHS}  # the months, see ``PseudoLanguage``
    | {month.lower() for month in MONTHS}
)
CODE: Final = re.compile(r"(fs|ss|ff|sf)?([+-]?\d+e?[dw])?|\d[\w.-]*|[cj]\d+|i{1,3}|iv|v")
"""Types and lags of links, numbers, the marks of credentials and jobs on a map, and the parts of a guide."""
SPANISH: Final = {
    text
    for file in (assets.templates() / "languages" / "es").glob("*.po")
    for text in read_po(file.read_text("utf-8"))
}
FORMATS: Final = ("html", "md", "txt")


@pytest.mark.parametrize("example", sorted(one.name for one in EXAMPLES.iterdir() if one.is_dir()))
def test_everything_on_a_page_is_a_phrase_or_the_projects_own(
    example: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = EXAMPLES / example
    project = open_project(root)
    plan = project.plan
    titles = [fill_text(task.title, plan.project.terms) for task in project.schedule.tasks]
    pseudo = PseudoLanguage()
    monkeypatch.setattr(bundling, "phrases_of", lambda _: pseudo)
    orders = [Order(formats=FORMATS), Order(formats=FORMATS, meeting=plan.meetings[0].id)]
    made = [bundling.bundle(project.context, Templates(root), one, root) for one in orders]
    own, found = OwnWords(root, titles), Counter[str]()
    seen: set[str] = set()
    for file in chain.from_iterable(one.files for one in made):
        if file.name.endswith(f"{ALL}.html"):
            continue  # the same pages once more
        for text in outside(said_by(file.name, file.text)):
            if text in seen:
                continue
            seen.add(text)
            others = [one for one in own.others(text) if one not in ALLOWED and CODE.fullmatch(one) is None]
            if others:
                found[f"{file.name}: {' '.join(others)} ({' '.join(text.split())[:120]})"] += 1
    assert [one.mistakes for one in made] == [(), ()]
    assert sorted(found)[:400] == []
    assert pseudo.asked - SPANISH == set()
