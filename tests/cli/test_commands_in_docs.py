"""The commands and options that the docs show are there, and the README shows every command."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.main import get_command

from doc_pages import PAGES, ROOT
from pathwayctl.cli.main import application
from pathwayctl.cli.registry import COMMANDS
from pathwayctl.reporters.registry import FINDINGS, SCHEDULE

GROUP: Any = get_command(application())
CODE = re.compile(r"```[^\n]*\n(.*?)```|`([^`\n]+)`", re.DOTALL)
CALL = re.compile(r"(?:^|\brun: |\$ )\s*pathwayctl ([a-z].*)$")
OPTION = re.compile(r"^(--?[a-z][\w-]*)")
ELSEWHERE = {"--version", "--help", "-h"}


def code_in(page: Path) -> Iterator[str]:
    """Every line of code of a page, in a block or within a sentence."""
    for block, words in CODE.findall(page.read_text("utf-8")):
        yield from (block or words).splitlines()


def calls() -> list[Any]:
    """Every call of the program that the docs or the help show."""
    shown = {
        found[1].strip(): page.name
        for page in PAGES
        for line in code_in(page)
        if (found := CALL.search(line))
    }
    for command in GROUP.commands.values():
        examples = (command.epilog or "").splitlines()
        assert examples, f"the help of {command.name} has no example"
        shown |= {example.partition(" ")[2]: f"help of {command.name}" for example in examples}
    return [pytest.param(call, id=f"{place}: {call}") for call, place in shown.items()]


def options_of(command: Any) -> set[str]:
    context = command.make_context("x", ["x"], resilient_parsing=True)
    return {option for param in command.get_params(context) for option in param.opts}


@pytest.mark.parametrize("call", calls())
def test_what_the_docs_show_can_be_typed(call: str) -> None:
    name, *words = shlex.split(call.partition(" < ")[0], comments=True)
    assert name in GROUP.commands
    try:
        GROUP.commands[name].make_context(f"pathwayctl {name}", [word.strip("[]") for word in words])
        code = None
    except typer.Exit as end:
        code = end.exit_code
    assert code is None or (code, words) == (0, ["--help"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_option_that_is_named_alone_belongs_to_a_command(page: Path) -> None:
    known = ELSEWHERE.union(*map(options_of, GROUP.commands.values()))
    named = {found[1] for line in code_in(page) if (found := OPTION.match(line))}
    assert named <= known


def test_the_readme_shows_every_command_in_its_table() -> None:
    rows = re.findall(
        r"^\| `pathwayctl (\w+)[^`]*` \|", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert sorted(rows) == sorted(command.name for command in COMMANDS)


@pytest.mark.parametrize(("name", "formats"), [("validate", FINDINGS), ("schedule", SCHEDULE)])
def test_the_help_names_every_format(name: str, formats: dict[str, str]) -> None:
    command = GROUP.commands[name]
    help_text = next(param.help for param in command.params if "--format" in param.opts)
    assert set(formats) <= set(re.findall(r"\w+", help_text))
