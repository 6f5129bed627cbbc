"""docs/architecture.md is true: its rooms, arrows, layers, topics, and every file that it names."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

import guards
import pytest
from guards import Source

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "pathwayctl"
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
ARROW = re.compile(r"^ +(\w+)(?:\[[^]]*\])? --> (\w+)", re.MULTILINE)
ROOMS = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
MODULES = {path.name for path in PACKAGE.glob("*.py")} - {"__init__.py", "__main__.py"}
FILES = re.compile(r"`((?:[\w.-]+/)*[\w.-]+(?:/|\.py|\.toml|\.md))`")


@cache
def uses() -> set[tuple[str, str]]:
    """Pairs of rooms: the first imports the second."""
    found = set()
    for name, _, tree in Source(ROOT / "src", "pathwayctl").modules():
        room = name.partition("/")[0].removesuffix(".py")
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pathwayctl."):
                found.add((room, str(node.module).split(".")[1]))
    return found


def missing_arrows(page: str) -> list[tuple[str, str]]:
    """Arrows of the diagram to a room that does not import the one they come from."""
    return [(start, end) for start, end in ARROW.findall(page) if (end, start) not in uses()]


def missing_files(page: str) -> list[str]:
    """Files and folders that the page names and that are neither in the program nor in the repository."""
    return [
        name for name in FILES.findall(page) if not any((base / name).exists() for base in (PACKAGE, ROOT))
    ]


def test_the_arrows_are_imports_and_every_room_has_one() -> None:
    assert missing_arrows(PAGE) == []
    assert missing_arrows("    checks --> handouts\n    app --> cli\n") == [("checks", "handouts")]
    drawn = {room for arrow in ARROW.findall(PAGE) for room in arrow}
    assert drawn - {"app"} == ROOMS


def test_the_table_has_every_room_and_module_once() -> None:
    table = PAGE.partition("| room | its job |")[2].partition("\n\n")[0]
    first_cells = " ".join(line.split("|")[1] for line in table.splitlines()[2:])
    assert sorted(re.findall(r"`([\w.]+)/?`", first_cells)) == sorted(ROOMS | MODULES)


def test_the_layers_are_those_that_are_enforced() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ][0]
    assert contract["exhaustive"]
    assert (
        "  >  ".join(contract["layers"])
        == f"__main__  >  {re.findall('^    (cli .*)$', PAGE, re.MULTILINE)[0]}"
    )


def test_the_topics_are_found_by_their_names() -> None:
    named = re.findall(r"[a-z]+", PAGE.partition("fourteen topics: ")[2].partition(".")[0])
    topics = [name for name in named if name != "and"]
    assert len(topics) == 14
    for topic in topics:
        places = {path.relative_to(PACKAGE).parts[0] for path in PACKAGE.rglob(f"{topic}*")}
        assert len(places & {"model", "evidence", "checks", "handouts", "guidance"}) >= 3, topic


def test_every_file_that_it_names_exists() -> None:
    assert len(FILES.findall(PAGE)) > 20
    assert missing_files(PAGE) == []
    assert missing_files("`app.py`, `rendering/charts/`, and `rendering/attic.py`") == ["rendering/attic.py"]


@pytest.mark.parametrize(
    "name", ["MOST_OF_A_CODE", "HIDDEN", "open_project", "ProjectError", "PlanIndex", "Surplus"]
)
def test_every_name_of_the_code_that_it_mentions_exists(name: str) -> None:
    assert f"`{name}`" in PAGE
    texts = (text for _, text, _ in Source(ROOT / "src", "pathwayctl").modules())
    assert any(re.search(rf"^(class|def) {name}\b|^{name}\b.* = ", text, re.MULTILINE) for text in texts)


def test_the_limits_are_those_of_the_guards() -> None:
    said = f"more than {guards.LONGEST_MODULE} lines, a function of more than {guards.LONGEST_FUNCTION}"
    assert said in PAGE
    assert f"body has more than {guards.LONGEST_COMMAND};" in PAGE
