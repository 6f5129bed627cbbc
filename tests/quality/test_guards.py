"""The code keeps its rules, and each guard is shown to find a violation planted for it."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from pathlib import Path

import guards
import pytest
from guards import Source
from owners import OWNERS, ROOM_RINGS, SHARED_NAMES, TOPIC_ROOMS

ROOT = Path(__file__).resolve().parents[2]
OURS = Source(ROOT / "src", "pathwayctl")
COMMAND_FUNCTIONS = guards.command_functions(OURS)

LONG = "\n".join(["", *["x = 1"] * 300])
LONG_BODY = "\n".join(["def f() -> None:", '    """Say."""', *["    x = 1"] * 16])
RING = {
    "a.py": "from sample.b import B\n",
    "b.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from sample import a\n",
    "c.py": "from sample.a import A\n",
}


def planted(tmp_path: Path, files: dict[str, str]) -> Source:
    """A small package with violations."""
    for name, text in files.items():
        path = tmp_path / "sample" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Source(tmp_path, "sample")


@pytest.mark.parametrize(
    "guard",
    [
        guards.long_modules,
        guards.long_functions,
        guards.undocumented,
        guards.cycles,
        guards.relative_imports,
        guards.vague_names,
        guards.reaches_into_the_engine,
        lambda source: guards.long_commands(source, COMMAND_FUNCTIONS),
        lambda source: guards.strange_imports(source, OWNERS),
        lambda source: guards.idle_owners(source, OWNERS),
    ],
)
def test_the_code_keeps_to(guard: Callable[[Source], list[str]]) -> None:
    assert guard(OURS) == []


def test_folders_import_each_other_one_way_except_those_listed() -> None:
    assert tuple(guards.room_cycles(OURS)) == ROOM_RINGS


def test_names_are_shared_only_with_a_reason() -> None:
    found = guards.shared_names(OURS, TOPIC_ROOMS)
    unexplained = {stem: names for stem, names in found.items() if stem not in SHARED_NAMES}
    assert unexplained == {}, "rename one, or say in SHARED_NAMES what they have in common"
    assert SHARED_NAMES.keys() - found.keys() == set(), "no longer shared: take it off SHARED_NAMES"


def test_each_class_has_a_name_of_its_own() -> None:
    assert guards.shared_class_names(OURS) == {}, "rename all but one"


def test_most_modules_are_short() -> None:
    assert statistics.median(text.count("\n") for _, text, _ in OURS.modules()) < 120


def test_a_long_module_is_found_wherever_it_is(tmp_path: Path) -> None:
    source = planted(tmp_path, {"a/same.py": '"""A."""\n', "b/same.py": f'"""B."""{LONG}\n'})
    assert guards.long_modules(source) == ["b/same.py: 301 lines"]


def test_a_long_function_is_counted_from_its_decorator_to_its_end(tmp_path: Path) -> None:
    arguments = ["    a: int,", "    b: int,"]
    fits = "\n".join(["@cache", "def f(", *arguments, ") -> None:", '    """Say."""', *["    x = 1"] * 44])
    files = {
        "a.py": fits,
        "b.py": f"{fits}\n    x = 1\n",
        "c.py": "class C:\n    async def g(self):\n" + "        x = 1\n" * 50,
    }
    found = guards.long_functions(planted(tmp_path, files))
    assert found == ["b.py f: 51 lines", "c.py g: 51 lines"]


def test_a_long_command_is_found(tmp_path: Path) -> None:
    source = planted(tmp_path, {"cli/go.py": LONG_BODY, "cli/other.py": LONG_BODY})
    assert guards.long_commands(source, {("cli/go.py", "f")}) == ["cli/go.py f: 16 lines"]


def test_every_command_is_guarded(tmp_path: Path) -> None:
    assert ("cli/validate.py", "validate") in COMMAND_FUNCTIONS
    registered = (ROOT / "src/pathwayctl/cli/registry.py").read_text("utf-8").count("\n    Command(")
    assert len(COMMAND_FUNCTIONS) == registered >= 9
    source = planted(tmp_path, {"cli/registry.py": 'A = (Command("go", B), Command("on", B, "start"))\n'})
    assert guards.command_functions(source) == {("cli/go.py", "go"), ("cli/on.py", "start")}


def test_a_missing_docstring_is_found_wherever_it_is(tmp_path: Path) -> None:
    files = {
        "silent.py": "x = 1\n",
        "a/names.py": '''"""Names."""
from typing import TYPE_CHECKING

def public(): ...
def _private(): ...

class Kind:
    """Documented."""
    def method(self): ...
    @property
    def seen(self): ...
    def __eq__(self, other): ...
    def documented(self):
        """Return one."""
        def inner(): ...
    class Inner: ...

if not TYPE_CHECKING:
    async def under_a_condition(): ...
''',
    }
    found = guards.undocumented(planted(tmp_path, files))
    names = ("public", "Kind.method", "Kind.seen", "Kind.Inner", "under_a_condition")
    assert found == [*(f"a/names.py {name}" for name in names), "silent.py"]


def test_only_tests_of_the_command_line_import_it(tmp_path: Path) -> None:
    assert guards.reaches_past_the_front_door(ROOT / "tests") == []
    for name in ("cli/test_a.py", "checks/test_b.py"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("from pathwayctl.cli.main import run\n", "utf-8")
    assert guards.reaches_past_the_front_door(tmp_path) == ["checks/test_b.py"]


def test_a_ring_of_imports_is_found_even_if_it_is_for_types_only(tmp_path: Path) -> None:
    assert guards.cycles(planted(tmp_path, RING)) == ["sample.a <-> sample.b"]


def test_a_ring_inside_a_room_is_found(tmp_path: Path) -> None:
    inside = {f"room/{name}": text.replace("sample", "sample.room") for name, text in RING.items()}
    source = planted(tmp_path, inside)
    assert guards.cycles(source) == ["sample.room.a <-> sample.room.b"]


def test_a_ring_of_folders_is_found_though_no_two_modules_import_each_other(tmp_path: Path) -> None:
    files = {
        "room/a/one.py": "from sample.room.b import two\n",
        "room/b/two.py": "x = 1\n",
        "room/b/three.py": "from sample.room.a.four import x\n",
        "room/a/four.py": "x = 1\n",
        "room/main.py": "from sample.room.a import one\n",
    }
    source = planted(tmp_path, files)
    assert guards.cycles(source) == []
    assert guards.room_cycles(source) == ["sample.room.a <-> sample.room.b"]


def test_a_relative_import_is_found(tmp_path: Path) -> None:
    source = planted(tmp_path, {"a/x.py": "import os\nfrom . import y\n", "a/y.py": "from ..b import z\n"})
    assert guards.relative_imports(source) == ["a/x.py:2", "a/y.py:1"]


def test_a_package_outside_its_owner_is_found(tmp_path: Path) -> None:
    files = {
        "a/in.py": "import numpy\nimport json\nimport sample.b.out\n",
        "b/out.py": "def f():\n    import numpy.linalg\n",
        "c/new.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from unknown.part import A\n",
    }
    source = planted(tmp_path, files)
    found = guards.strange_imports(source, {"numpy": ("a/",)})
    assert found == ["b/out.py imports numpy", "c/new.py imports unknown"]


def test_an_owner_that_does_not_import_its_package_is_found(tmp_path: Path) -> None:
    source = planted(tmp_path, {"a/in.py": "import numpy\n"})
    owners = {"numpy": ("a/", "b/"), "rich": ("a/",)}
    assert guards.idle_owners(source, owners) == ["b/ does not import numpy", "a/ does not import rich"]


def test_a_name_shared_outside_the_topics_is_found(tmp_path: Path) -> None:
    paths = (
        *("checks/risks.py", "handouts/risks.py", "handouts/risks/__init__.py", "checks/__init__.py"),
        *("checks/dates.py", "engine/dates.py", "engine/a/lines.py", "engine/b/lines.py"),
    )
    source = planted(tmp_path, dict.fromkeys(paths, ""))
    found = guards.shared_names(source, ("checks/", "handouts/"))
    assert found == {
        "dates": ["checks/dates.py", "engine/dates.py"],
        "lines": ["engine/a/lines.py", "engine/b/lines.py"],
    }


def test_a_class_name_that_is_defined_twice_is_found_wherever_it_is(tmp_path: Path) -> None:
    files = {
        "a/x.py": "class Part: ...\nclass Whole: ...\n",
        "b/y.py": "if True:\n    class Outer:\n        class Part: ...\n",
        "b/z.py": "from sample.a.x import Whole\n",
    }
    assert guards.shared_class_names(planted(tmp_path, files)) == {"Part": ["a/x.py", "b/y.py"]}


def test_a_name_that_says_nothing_is_found(tmp_path: Path) -> None:
    source = planted(tmp_path, dict.fromkeys(("a/utils.py", "helpers/dates.py", "a/useful.py"), ""))
    assert guards.vague_names(source) == ["a/utils.py", "helpers/dates.py"]


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
