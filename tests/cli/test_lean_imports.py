"""What a command loads: only what it needs, and of large libraries only the parts that it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from conftest import MakeProject
from pathwayctl.checks.registry import MODULES
from pathwayctl.cli.registry import COMMANDS

MAIN = """\
pathwayctl: 1
project: {name: A small plan, start: 2027-01-04}
calendar: {holidays: US-CO}
"""
WORK = """\
people:
  - {id: dana, name: Dana Ruiz, category: k-12}
tasks:
  - {id: a, title: Invite the partners, duration: 2d, owner: dana}
  - {id: b, title: Meet the partners, duration: 1d, owner: dana, depends_on: [a]}
  - {id: c, title: Meeting held, duration: 0d, owner: dana, depends_on: [b]}
"""
RING = "tasks:\n  - {id: a, title: A, depends_on: [b]}\n  - {id: b, title: B, depends_on: [a]}\n"
MOST = {"pathwayctl": 175, "holidays": 25, "networkx": 25, "typer": 35, "pydantic": 50, "ruamel": 15}
"""A few more modules than are loaded today: room for the next one, and not for the next forty."""
NEVER = (
    "dateutil.parser", "difflib", "email", "gzip", "importlib.metadata", "jinja2", "json", "logging",
    "markdown_it", "networkx.generators", "numpy", "platform", "rich", "secrets", "subprocess", "zipfile",
    "holidays.calendars.islamic", "holidays.countries.france", "ruamel.yaml.main",
    "pathwayctl.checks.evaluation", "pathwayctl.evidence.talent",
    "pathwayctl.guidance", "pathwayctl.loading.understanding", "pathwayctl.rendering",
    "pathwayctl.model.governance", "pathwayctl.model.outreach", "pathwayctl.model.pathways",
)  # fmt: skip
STAND_INS = """
from pathwayctl.cli.lean_imports import prefer_parts
prefer_parts()
import holidays, networkx as nx
from holidays.countries import Spain
print(holidays.France(years=2027, language="en_US")["2027-07-14"], Spain.__name__)
from importlib.metadata import version
print(version("networkx") == nx.__version__)
import secrets
print(secrets.compare_digest("a", "a"))
import difflib, gzip, platform
print(difflib.get_close_matches("tak", ["task"]), platform.system() == platform.uname().system)
print(gzip.decompress(gzip.compress(b"a")))
from holidays.groups import ChristianHolidays, IslamicHolidays
print(ChristianHolidays.__name__, IslamicHolidays.__name__)
import logging
print(logging.getLogger("a.b").name, logging.getLogger().level == logging.WARNING)
"""


LOADED = """
import os, sys
real = lambda: [name for name, module in sys.modules.items() if getattr(module, "__spec__", None)]
os._exit = lambda code: print(*real(), file=sys.stderr)
from pathwayctl.__main__ import main
main()
"""


def loaded(*words: str, **environment: str) -> list[str]:
    """The modules that a command has loaded at its end; stand-ins have no specification."""
    command = [sys.executable, "-c", LOADED, *words]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, **environment}
    )
    return done.stderr.split()


def test_validate_of_a_small_project_loads_little(make_project: MakeProject) -> None:
    root = make_project({"pathway.yaml": MAIN, "work.yaml": WORK})
    modules = loaded("validate", str(root))
    count = Counter(name.partition(".")[0] for name in modules)
    assert {"pathwayctl.checks.work.links", "networkx", "holidays.countries.united_states"} <= set(modules)
    assert not [name for name in modules for one in NEVER if name == one or name.startswith(f"{one}.")]
    assert {name: count[name] for name, most in MOST.items() if count[name] > most} == {}


def test_a_command_that_only_errors_stop_loads_no_checks_that_find_none(make_project: MakeProject) -> None:
    modules = loaded("schedule", str(make_project({"pathway.yaml": MAIN, "work.yaml": WORK})))
    found = {f"pathwayctl.checks.{each.name}" for each in MODULES} & set(modules)
    assert {"pathwayctl.checks.work.links", "pathwayctl.checks.references"} <= found
    assert found <= {f"pathwayctl.checks.{each.name}" for each in MODULES if each.errors}


@pytest.mark.parametrize("command", ["why", "who", "set", "rename", "minutes", "remove"])
def test_offering_ids_loads_one_command_and_no_library_for_projects(
    command: str, make_project: MakeProject
) -> None:
    root = make_project({"pathway.yaml": MAIN, "work.yaml": WORK})
    asked = f"pathwayctl {command} -p {root} "
    modules = loaded(_PATHWAYCTL_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS=asked)
    heavy = {"pydantic", "pydantic_core", "ruamel", "rich", "networkx", "holidays", "pathwayctl.model.plan"}
    assert "pathwayctl.cli.completion" in modules
    assert not heavy & set(modules)
    commands = {f"pathwayctl.cli.{one.name}" for one in COMMANDS}
    assert commands & set(modules) == {f"pathwayctl.cli.{command}"}


DEFINED = """
from pathwayctl.cli.lean_classes import define_quickly
define_quickly()
import dataclasses, typing_extensions
from pydantic import AfterValidator, AliasPath, TypeAdapter, WithJsonSchema
class Size(typing_extensions.TypedDict):
    wide: int
print(TypeAdapter(Size).validate_python({"wide": "7"}), typing_extensions.is_typeddict(Size))
print(AfterValidator(len) == AfterValidator(len), AfterValidator(len) != AfterValidator(str))
print(AliasPath("a", 1), WithJsonSchema({"b": 2}), AliasPath("a") == AliasPath("a"))
@dataclasses.dataclass(order=True)
class Own:
    size: int
print(Own(1) < Own(2), dataclasses.replace(Own(1), size=3))
"""


def test_what_is_defined_in_a_cheaper_way_works_alike() -> None:
    done = subprocess.run([sys.executable, "-c", DEFINED], capture_output=True, text=True, check=True)
    shown = "AliasPath(path=['a', 1]) WithJsonSchema(json_schema={'b': 2}, mode=None) True"
    assert done.stdout.splitlines() == ["{'wide': 7} True", "True True", shown, "True Own(size=3)"]


def test_the_rest_of_a_library_is_loaded_when_it_is_asked_for() -> None:
    done = subprocess.run([sys.executable, "-c", STAND_INS], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        *("National Day Spain", "True", "True"),
        *("['task'] True", "b'a'", "ChristianHolidays IslamicHolidays", "a.b True"),
    ]


def test_tasks_in_a_ring_are_found_beside_the_stand_ins(make_project: MakeProject) -> None:
    root: Path = make_project({"work.yaml": RING})
    command = [sys.executable, "-m", "pathwayctl", "validate", str(root), "--errors"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "PW401" in done.stdout, done


def test_the_list_of_commands_loads_no_library_for_projects() -> None:
    heavy = {"pydantic", "pydantic_core", "ruamel", "networkx", "holidays", "jinja2", "pathwayctl.model.plan"}
    assert not heavy & set(loaded("--help"))
