"""Each thing that a guide asks for has its place in the program, and the pages of the guides say where."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from coverage_map import EVERY, LATER, REMARKS, Row, parts, references, rows
from coverage_pages import NAMES, anchor, guide_page, index_page, new_project

from pathwayctl.catalog import reading
from pathwayctl.catalog.catalog_entry import find
from pathwayctl.checks.registry import guides_of
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.loading.fields import field_at, keys, model_at
from pathwayctl.model.plan import Plan
from pathwayctl.model.vocabulary import Guide
from pathwayctl.rule_pages import rule_codes
from snapshots import check_snapshot

GUIDES = Path(__file__).resolve().parents[2] / "docs" / "guides"
CODES = rule_codes()
ROWS = [pytest.param(name, row, id=f"{name}: {row.item}") for name in (*NAMES, EVERY) for row in rows(name)]
WHOLE = ("pathwayctl", "project", "calendar")
"""Sections of every project that no guide asks for by themselves."""


@pytest.mark.parametrize("guide", list(Guide))
def test_the_page_of_a_guide(guide: Guide) -> None:
    check_snapshot(GUIDES / f"{guide}.md", guide_page(guide))


def test_the_page_of_all_guides() -> None:
    check_snapshot(GUIDES / "README.md", index_page())


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_no_cell_is_empty(name: str, row: Row) -> None:
    assert row.item
    assert row.place
    for cell in row.cells:
        assert cell.references or cell.remark
        assert not cell.remark or cell.remark in REMARKS
        assert len(set(cell.references)) == len(cell.references)
    assert LATER not in row.handouts.references or len(row.handouts.references) == 1


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_the_sections_are_in_the_model(name: str, row: Row) -> None:
    for section in row.sections.references:
        assert field_at(_path(section)), f"{section} is no section or field"


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_the_catalog_has_the_entries(name: str, row: Row) -> None:
    for entry in row.catalog.references:
        assert _entry(entry), f"{entry} is not in the catalog"


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_the_rules_apply(name: str, row: Row) -> None:
    for code in row.rules.references:
        assert code in CODES, f"{code} is no rule"
        guides = guides_of(code)
        assert name == EVERY or not guides or name in guides, f"{code} is not for {name}"


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_the_files_of_a_new_project_mention_the_sections(name: str, row: Row) -> None:
    """Each file shows a section of the row, and each field of the row is told of in one of the files."""
    texts = [new_project(NAMES)[file] for file in row.files.references]
    for file, text in zip(row.files.references, texts, strict=True):
        assert any(_begins(_top(one), text) for one in row.sections.references), f"{file} has none of them"
    for section in row.sections.references if texts else ():
        *_, last = section.split(".")
        assert any(_begins(_top(section), text) and re.search(rf"\b{last}\b", text) for text in texts), (
            f"{section} is in none of the files"
        )


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_the_handouts_can_be_printed(name: str, row: Row) -> None:
    known = {handout.id for handout in HANDOUTS} | {LATER}
    assert set(row.handouts.references) <= known


@pytest.mark.parametrize("guide", NAMES)
def test_every_rule_of_a_guide_is_on_its_page(guide: str) -> None:
    wanted = {code for code in CODES if guide in guides_of(code)}
    assert sorted(wanted - set(references(guide))) == []


def test_every_rule_on_completeness_is_on_some_page() -> None:
    wanted = {code for code in CODES if code[:3] in ("PW5", "PW6")}
    assert sorted(wanted.difference(*(references(name) for name in (*NAMES, EVERY)))) == []


@pytest.mark.parametrize("guide", list(Guide))
def test_everything_in_a_guides_catalog_is_on_its_page(guide: Guide) -> None:
    """Each list of the catalog is on the page, as a whole or with all of its entries."""
    catalog = guide.replace("-", "_")
    shown = set(references(guide))
    for name, items in _attributes(getattr(reading, catalog)()).items():
        whole = f"{catalog}.{name}"
        single = (
            {f"{whole}.{getattr(one, 'id', '')}" for one in items} if isinstance(items, tuple) else {whole}
        )
        covered = whole in shown or single <= shown
        assert covered, f"{sorted(single - shown)} of the catalog is on no row"


def test_everything_in_the_standards_is_on_a_page() -> None:
    shown = set(references(EVERY))
    assert {f"standards.{name}" for name in _attributes(reading.standards())} <= shown


def test_every_section_of_a_project_is_on_some_page() -> None:
    shown = {_top(one) for name in (*NAMES, EVERY) for row in rows(name) for one in row.sections.references}
    assert sorted(set(keys(Plan)) - shown - set(WHOLE)) == []


def test_every_handout_is_on_some_page() -> None:
    shown = {one for name in (*NAMES, EVERY) for row in rows(name) for one in row.handouts.references}
    assert {handout.id for handout in HANDOUTS} <= shown


@pytest.mark.parametrize("name", [*NAMES, EVERY])
def test_no_heading_and_no_item_stands_twice(name: str) -> None:
    titles = [part.title for part in parts(name)]
    assert len(set(titles)) == len(titles)
    for part in parts(name):
        items = [row.item for row in part.rows]
        assert items
        assert len(set(items)) == len(items)


def test_anchors_are_those_of_github() -> None:
    assert anchor("PW329 A plan's finish_by, if any") == "pw329-a-plans-finish_by-if-any"


def _path(section: str) -> tuple[str | int, ...]:
    """The path of ``people.roles``: an entry of a list stands for all of them."""
    path: tuple[str | int, ...] = ()
    for part in section.split("."):
        if path and model_at(path) is None:
            path = (*path, 0)
        path = (*path, part)
    return path


def _top(section: str) -> str:
    return section.split(".", maxsplit=1)[0]


def _begins(section: str, text: str) -> bool:
    """Whether a file holds a section, or shows it in a comment."""
    return bool(re.search(rf"^(# ?)?{section}:", text, re.MULTILINE))


def _entry(name: str) -> Any:
    """What stands in the catalog under ``ccrs.roles.doer``; raises where nothing does."""
    guide, attribute, *slug = name.split(".")
    found = getattr(getattr(reading, guide)(), attribute)
    return find(found, slug[0]) if slug else found


def _attributes(guide: Any) -> dict[str, Any]:
    return {name: getattr(guide, name) for name in type(guide).model_fields if name != "source"}
