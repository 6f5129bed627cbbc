"""The packages that people install: the same bytes from any folder, with all files that the program reads."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from pathwayctl.version import __version__

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ("src", "templates", "examples", "docs", "tests", "pyproject.toml", ".gitignore")
BUILD = (
    "from hatchling.build import build_sdist, build_wheel as w; print(w('out')); print(build_sdist('out'))"
)
WHEEL = f"pathwayctl-{__version__}-py3-none-any.whl"
SOURCES = f"pathwayctl-{__version__}.tar.gz"


def packages_of(folder: Path, mask: int = 0o022) -> dict[str, bytes]:
    """The packages that the build backend of ``pyproject.toml`` makes of a copy of the repository."""
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run(
        [sys.executable, "-c", f"import os; os.umask({mask}); {BUILD}"],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=True,
    )
    return {file.name: file.read_bytes() for file in (folder / "out").iterdir()}


def copied(folder: Path, day: int, mode: int) -> Path:
    """A copy of the repository without what is not shipped, with its files written on a day and in a mode."""
    unwanted = shutil.ignore_patterns("__pycache__", "build", "pictures")
    folder.mkdir(parents=True)
    for name in (*SHIPPED, *(one.name for one in ROOT.glob("*.md")), "LICENSE"):
        source, target = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=unwanted, copy_function=shutil.copyfile)
        else:
            shutil.copyfile(source, target)
    for file in folder.rglob("*"):
        if file.is_file():
            file.chmod(mode)
        os.utime(file, (day * 86_400, day * 86_400))
    return folder


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the repository, with its packages in ``out``."""
    folder = copied(tmp_path_factory.mktemp("one") / "pathwayctl", 20_000, 0o644)
    packages_of(folder)
    yield folder
    shutil.rmtree(folder)


def test_another_folder_day_and_mask_give_the_same_bytes(copy: Path, tmp_path: Path) -> None:
    first = {file.name: file.read_bytes() for file in (copy / "out").iterdir()}
    assert set(first) == {WHEEL, SOURCES}
    other = copied(tmp_path / "a folder with spaces" / "é", 21_000, 0o600)
    assert packages_of(other, 0o077) == first


def test_the_sources_make_the_same_packages_again(copy: Path, tmp_path: Path) -> None:
    with tarfile.open(copy / "out" / SOURCES) as sources:
        sources.extractall(tmp_path, filter="data")
    again = packages_of(tmp_path / SOURCES.removesuffix(".tar.gz"))
    assert again[WHEEL] == (copy / "out" / WHEEL).read_bytes()


def test_the_wheel_runs_alone_and_reads_its_own_files(copy: Path, tmp_path: Path) -> None:
    with ZipFile(copy / "out" / WHEEL) as wheel:
        wheel.extractall(tmp_path / "site")
    begin = f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r})"
    run = f"{begin}; import pathwayctl.__main__ as m; assert 'site' in m.__file__; m.main()"
    for words in (
        ["init", "new", "--guide", "sector", "--name", "New", "--start", "2027-01-04"],
        ["render", "new"],
    ):
        done = subprocess.run(
            [sys.executable, "-P", "-c", run, *words],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "new" / "build" / "index.html").is_file()
    shipped = {
        file.relative_to(ROOT / "templates") for file in (ROOT / "templates").rglob("*") if file.is_file()
    }
    found = tmp_path / "site" / "pathwayctl" / "_templates"
    assert shipped == {file.relative_to(found) for file in found.rglob("*") if file.is_file()}
