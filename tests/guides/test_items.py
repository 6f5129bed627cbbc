"""Every item of the source documents is served, or is listed as open with what is missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest
from item_checks import CHECKS, Check, UnmetError, World, run
from item_rows import BY, Row, Table, rows, tables
from item_world import ALL, EXAMPLES, START, Product

from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.loading.fields import field_at, model_at
from pathwayctl.rule_pages import rule_codes
from pathwayctl.scaffolds import ABOUT, scaffold

ROWS = [pytest.param(row, id=row.id) for row in rows()]
TABLES = [pytest.param(table, id=table.document) for table in tables()]
NEW_FILES = scaffold(ABOUT, "Example", START, {})


@pytest.fixture(scope="session")
def product(tmp_path_factory: pytest.TempPathFactory) -> Product:
    own = {name: project for table in tables() for name, project in table.projects.items()}
    return Product(tmp_path_factory.mktemp("items"), own)


@pytest.mark.parametrize("row", ROWS)
def test_the_checks_of_a_row(row: Row, product: Product) -> None:
    """All checks of a served row hold; at least one check of an open row does not."""
    unmet = list(_unmet(row, product))
    if row.is_open:
        assert unmet, f"{row.id} is served now: delete its open: and lower the open: of its table by one"
    else:
        assert unmet == []


def test_an_open_row_fails_for_the_reason_it_gives(product: Product) -> None:
    """Its project has no errors but those that it names."""
    for row in rows():
        errors = {code for code, severity in product.findings(row.project).items() if severity == "error"}
        assert {code for code in errors if code not in row.why} == set(), row.id


def _unmet(row: Row, world: World) -> Iterator[str]:
    for check in row.checks:
        try:
            run(check, row.project, world)
        except UnmetError as error:
            yield str(error)


@pytest.mark.parametrize("table", TABLES)
def test_the_number_of_open_rows_only_falls(table: Table) -> None:
    assert sum(row.is_open for row in table.rows) == table.open


def test_every_row_is_whole() -> None:
    for row in rows():
        assert row.item.strip(), row.id
        assert row.line.replace("-", "").isdigit(), row.id
        assert row.checks, row.id
        assert bool(row.why) == row.is_open, row.id
        assert not row.by or row.by in BY, row.id


def test_what_serves_a_row_is_there() -> None:
    """The fields, rules, handouts, and files of the served rows; a file shows a section of its row."""
    handouts = {one.id for one in HANDOUTS}
    for row in (row for row in rows() if not row.is_open):
        assert [path for path in row.kept if not field_at(_path(path))] == [], row.id
        assert set(row.rules) <= set(rule_codes()), row.id
        assert set(row.handouts) <= handouts, row.id
        sections = "|".join(path.split(".")[0] for path in row.kept)
        begun = re.compile(rf"^(?:# ?)?(?:{sections}):", re.MULTILINE)
        assert [file for file in row.files if not begun.search(NEW_FILES[file])] == [], row.id


def _path(kept: str) -> tuple[str | int, ...]:
    """The path of ``people.roles``: an entry of a list stands for all of them."""
    path: tuple[str | int, ...] = ()
    for part in kept.split("."):
        if path and model_at(path) is None:
            path = (*path, 0)
        path = (*path, part)
    return path


def test_names_are_used_once() -> None:
    counted = Counter(row.id for row in rows())
    counted.update(name for table in tables() for name in table.projects)
    assert [name for name, number in counted.items() if number > 1] == []


def test_every_row_is_made_on_a_project_that_exists() -> None:
    own = {name for table in tables() for name in table.projects}
    known = {*own, *ABOUT, ALL, *(path.name for path in EXAMPLES.iterdir())}
    assert {row.project for row in rows()} <= known
    assert own <= {row.project for row in rows()}


class Blank:
    """A product that does nothing: blank pages, no findings, an empty catalog."""

    def page(self, project: str, page: str) -> str:
        return ""

    def widths(self, project: str, page: str) -> Mapping[str, float]:
        return {}

    def findings(self, project: str) -> Mapping[str, str]:
        return {}

    def messages(self, project: str) -> tuple[str, ...]:
        return ()

    def catalog(self, path: str) -> tuple[str, ...]:
        return ()

    def progress(self, project: str, part: str) -> str:
        return ""

    def is_finished(self, project: str, guide: str) -> bool:
        return True


class Everything(Blank):
    """A product that says too much: every page shows what the check looks for, every code is an error."""

    def __init__(self, check: Check) -> None:
        self.check = check

    def page(self, project: str, page: str) -> str:
        return " ".join(word.split("|")[0] for word in self.check.get("text", ()))

    def findings(self, project: str) -> Mapping[str, str]:
        return dict.fromkeys(rule_codes(), "error")


def test_every_check_can_fail() -> None:
    for row in rows():
        for check in row.checks:
            faults = (Blank(), Everything(check))
            assert any(_fails(check, row.project, world) for world in faults), (row.id, check)


def _fails(check: Check, project: str, world: World) -> bool:
    try:
        run(check, project, world)
    except UnmetError:
        return True
    return False


def test_every_kind_of_check_is_used() -> None:
    used = {kind for row in rows() for check in row.checks for kind in check if kind in CHECKS}
    assert used == set(CHECKS)


def test_what_is_no_check_is_refused() -> None:
    for wrong in ({}, {"show": "1a-1"}, {"reports": ["PW501"], "silent": ["PW502"]}):
        with pytest.raises(ValueError, match="is no check"):
            run(wrong, "ccrs", Blank())
