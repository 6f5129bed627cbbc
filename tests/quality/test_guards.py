"""The code keeps its own rules, and each guard is shown to see a fault that is planted for it."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from pathlib import Path

import guards
import pytest
from guards import OWNERS, Source

ROOT = Path(__file__).resolve().parents[2]
OURS = Source(ROOT / "src", "pathwayctl")
COMMAND_FUNCTIONS = guards.command_functions(OURS)

LONG = "\n".join(["", *["x = 1"] * 300])
LONG_BODY = "\n".join(["def f() -> None:", '    """Say."""', *["    x = 1"] * 51])


def planted(tmp_path: Path, files: dict[str, str]) -> Source:
    """A small package with faults."""
    for name, text in files.items():
        path = tmp_path / "sample" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Source(tmp_path, "sample")


@pytest.mark.parametrize(
    "guard",
    [
        guards.long_modules,
        guards.silent_modules,
        guards.long_functions,
        guards.cycles,
        guards.reaches_into_the_engine,
        lambda source: guards.long_commands(source, COMMAND_FUNCTIONS),
        lambda source: guards.strange_imports(source, OWNERS),
    ],
)
def test_the_code_keeps_to(guard: Callable[[Source], list[str]]) -> None:
    assert guard(OURS) == []


def test_most_modules_are_short() -> None:
    assert statistics.median(text.count("\n") for _, text, _ in OURS.modules()) < 120


def test_a_long_module_is_seen_wherever_it_is(tmp_path: Path) -> None:
    source = planted(tmp_path, {"a/same.py": '"""A."""\n', "b/same.py": f'"""B."""\n{LONG}\n'})
    assert guards.long_modules(source) == ["b/same.py: 302 lines"]


def test_a_module_without_a_docstring_is_seen(tmp_path: Path) -> None:
    assert guards.silent_modules(planted(tmp_path, {"a.py": "x = 1\n", "b.py": '"""B."""\n'})) == ["a.py"]


def test_a_long_function_is_seen(tmp_path: Path) -> None:
    assert guards.long_functions(planted(tmp_path, {"a.py": LONG_BODY})) == ["a.py:1 f: 51 lines"]


def test_a_long_command_is_seen(tmp_path: Path) -> None:
    source = planted(tmp_path, {"cli/go.py": LONG_BODY, "cli/other.py": LONG_BODY})
    assert guards.long_commands(source, {("cli/go.py", "f")}) == ["cli/go.py f: 51 lines"]


def test_every_command_is_guarded() -> None:
    assert ("cli/validate.py", "validate") in COMMAND_FUNCTIONS
    assert len(COMMAND_FUNCTIONS) >= 9


def test_only_tests_of_the_command_line_import_it(tmp_path: Path) -> None:
    assert guards.reaches_past_the_front_door(ROOT / "tests") == []
    for name in ("cli/test_a.py", "checks/test_b.py"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("from pathwayctl.cli.main import run\n", "utf-8")
    assert guards.reaches_past_the_front_door(tmp_path) == ["checks/test_b.py"]


def test_a_ring_of_imports_is_seen_even_if_it_is_for_types_only(tmp_path: Path) -> None:
    source = planted(
        tmp_path,
        {
            "a.py": "from sample.b import B\n",
            "b.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from sample import a\n",
            "c.py": "from sample.a import A\n",
        },
    )
    assert guards.cycles(source) == ["sample.a <-> sample.b"]


def test_a_package_outside_its_owner_is_seen(tmp_path: Path) -> None:
    source = planted(
        tmp_path, {"a/in.py": "import numpy\n", "b/out.py": "def f():\n    import numpy.linalg\n"}
    )
    assert guards.strange_imports(source, {"numpy": ("a/",)}) == ["b/out.py imports numpy"]


def test_a_room_that_reads_the_arrays_of_a_schedule_is_seen(tmp_path: Path) -> None:
    source = planted(
        tmp_path,
        {
            "scheduling/schedule.py": "def f(one):\n    return one._workings\n",
            "levelling/level.py": "from sample.scheduling.schedule import workings_of\n",
            "checks/a.py": "def f(one):\n    return one._workings.work\n",
            "checks/b.py": "from sample.scheduling.schedule import workings_of\n",
            "checks/c.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n"
            "    from sample.scheduling.network import Network\n",
            "checks/d.py": "from sample.scheduling.schedule import Schedule\n",
        },
    )
    assert guards.reaches_into_the_engine(source) == ["checks/a.py", "checks/b.py", "checks/c.py"]
