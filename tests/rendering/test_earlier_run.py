"""Pages that are made again after a change are those of a first run, and nothing else is made anew."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from doc_pages import ROOT
from pathwayctl.app import examine, open_project
from pathwayctl.handouts.earlier_run import EarlierRun
from pathwayctl.loading.opening import begin_reading, reopen
from pathwayctl.model.vocabulary import Audience
from pathwayctl.rendering import html, html_blocks, html_tables, markdown
from pathwayctl.rendering.blocks import Table
from pathwayctl.rendering.page_sets import Order

FORMATS = ("html", "md")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "examples" / "colorado_sector", tmp_path / "project"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_after_each_change_the_pages_are_those_of_a_first_run(project: Path) -> None:
    earlier, opened = EarlierRun(), begin_reading(project, in_one_process=True)
    changes = [
        ("work/part-1.yaml", "title: ", "title: Soon "),
        ("risks.yaml", "likelihood: ", "likelihood: low # "),
        ("partners/people-education.yaml", "name: Teresa Maldonado", "name: Terry Maldonado"),
        ("partners/people-education.yaml", "name: Terry", "private: true\n    name: Terry"),
        ("meetings/until-december-2027.yaml", "title: Kickoff", "title: First meeting"),
        ("pathway.yaml", "college: Cache Plains", "college: Grand Plains"),
        ("pathway.yaml", "guides:", "language: es\n  guides:"),
        ("work/part-1.yaml", "title: Soon ", "title: Pronto "),
        ("pathway.yaml", "language: es", "look: {footer: Our agency}"),
        ("pathway.yaml", "holidays: US-CO", "holidays: US-TX"),
        ("work/part-1.yaml", "title: Pronto ", "title: "),
    ]
    for file, old, new in [("pathway.yaml", "name: ", "name: "), *changes]:
        change(project / file, old, new)
        order = Order(formats=FORMATS, audience=Audience.PARTNERS)
        watched = examine(reopen(opened))
        opened = watched.loaded.opened
        again = watched.pages(order, earlier=earlier)
        assert again.files == open_project(project).pages(order).files, (file, new)


def test_a_template_of_the_project_is_read_again(project: Path) -> None:
    earlier, order = EarlierRun(), Order(handouts=("owners",), formats=("md",))
    template = project / "templates" / "handouts" / "owners.j2"
    template.parent.mkdir(parents=True)
    for words in ("First words", "Other words"):
        template.write_text(f'{{{{ heading("{words}") }}}}')
        files = open_project(project).pages(order, earlier=earlier).files
        assert any(words in one.text for one in files)


def test_only_what_a_change_concerns_is_made_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    for module, name in ((html, "write_page"), (markdown, "write_page"), (html, "write_combined")):
        write = getattr(module, name)

        def counted(*given: object, write: object = write) -> object:
            made.append(str(given[0]))
            return write(*given)  # type: ignore[operator]

        monkeypatch.setattr(module, name, counted)
    earlier, order = EarlierRun(), Order(formats=FORMATS)
    open_project(project).pages(order, earlier=earlier)
    first = len(made)
    made.clear()
    open_project(project).pages(order, earlier=earlier)
    assert made == []
    change(project / "risks.yaml", "title: ", "title: Soon ")
    open_project(project).pages(order, earlier=earlier)
    assert 0 < len(made) < first / 5


def test_a_block_that_is_as_before_is_not_drawn_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    rows = html_tables.table_rows

    def counted(table: Table) -> Iterator[str]:
        drawn.append(table.caption)
        return rows(table)

    monkeypatch.setattr(html_blocks, "table_rows", counted)
    earlier, order = EarlierRun(), Order(formats=("html",))
    open_project(project).pages(order, earlier=earlier)
    first = len(drawn)
    drawn.clear()
    change(project / "risks.yaml", "title: ", "title: Soon ")
    open_project(project).pages(order, earlier=earlier)
    assert 0 < len(drawn) < first / 10


def test_what_takes_the_place_of_another_part_is_new() -> None:
    earlier = EarlierRun()
    first = earlier.alike("page", ([1], [2], [3]))
    second = earlier.alike("page", ([1], [4], [3], [5]))
    assert second == ([1], [4], [3], [5])
    assert [new is old for new, old in zip(second, first, strict=False)] == [True, False, True]
    assert EarlierRun(keeps=False).alike("page", ([1],)) == ([1],)
