"""A large project is read in two processes, and says the same as in one."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest

from conftest import MakeProject
from pathwayctl.app import examine, open_project
from pathwayctl.loading import opening
from pathwayctl.loading.files import TextFile
from pathwayctl.loading.opening import Opened, begin_reading

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="a second process cannot be had here"),
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),  # threads of other tests do not matter
]
FILES: dict[str, str | bytes] = {
    "a.yaml": "people:\n  - {id: dana, name: Dana}\n",
    "b.yaml": "tasks:\n  - {id: a, title: Peña, duration: 2d, owner: dan}\n",
    "c.yaml": "tasks:\n\t- id: broken\n",
    "d.yaml": b"goals: \xff\n",
    "work/e.yaml": "tasks:\n  - {id: b, title: B, when: 2027-01-04}\n",
}


@pytest.fixture
def project(make_project: MakeProject) -> Path:
    """A project with mistakes in several files."""
    return make_project(FILES)


def large(monkeypatch: pytest.MonkeyPatch, *, head_start: int = opening.HEAD_START) -> None:
    """Let every project count as large, on a machine with two processors."""
    monkeypatch.setattr(opening, "WORTH_IT", 0)
    monkeypatch.setattr(opening, "HEAD_START", head_start)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def closed(descriptor: int) -> bool:
    """Whether nothing is open under a number any more."""
    try:
        os.fstat(descriptor)
    except OSError:
        return True
    return False


def open_now() -> int:
    """How many files and pipes this process has open, where the system says so."""
    folder = Path("/dev/fd")
    return len(list(folder.iterdir())) if folder.is_dir() else 0


@pytest.mark.parametrize(("head_start", "share"), [(opening.HEAD_START, 6), (0, 3)])
def test_two_processes_read_what_one_would(
    head_start: int, share: int, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = begin_reading(project)
    assert (alone.pid, alone.share) == (0, 0)
    large(monkeypatch, head_start=head_start)
    opened = begin_reading(project)
    assert opened.pid
    assert 0 < opened.share <= share
    assert opened.readings() == alone.readings()
    assert closed(opened.pipe)
    with pytest.raises(ChildProcessError):
        os.waitpid(opened.pid, 0)


def test_a_project_read_in_two_processes_has_the_same_findings(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = open_project(project)
    large(monkeypatch)
    opened = begin_reading(project)
    assert opened.pid
    assert examine(opened).findings == alone.findings != ()


def test_the_python_api_starts_no_second_process(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The calling program may have threads, which a second process would not survive."""
    large(monkeypatch)
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("a second process was started"))
    assert open_project(project).findings != ()


def test_a_second_process_that_fails_leaves_its_files_to_the_first(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = begin_reading(project).readings()
    large(monkeypatch)

    def fail(*_: Any, **__: Any) -> NoReturn:
        raise RecursionError

    with monkeypatch.context() as patched:
        patched.setattr(pickle, "dumps", fail)
        opened = begin_reading(project)
    assert opened.pid
    assert opened.readings() == alone


def test_a_second_process_that_is_ended_leaves_its_files_to_the_first(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = begin_reading(project).readings()
    reading, writing = os.pipe()
    os.write(writing, b"half of what was to")
    os.close(writing)
    pid = os.fork()
    if not pid:
        os.kill(os.getpid(), 9)
    half = begin_reading(project)
    assert Opened(half.root, half.files, half.findings, 2, pid, reading).readings() == alone


def test_a_second_process_that_the_system_has_forgotten_leaves_its_files_to_the_first(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = begin_reading(project).readings()
    large(monkeypatch)
    opened = begin_reading(project)
    os.waitpid(opened.pid, os.WNOHANG)
    real = os.waitpid

    def forget(pid: int, options: int) -> NoReturn:
        real(pid, options)
        raise ChildProcessError

    monkeypatch.setattr(os, "waitpid", forget)
    assert opened.readings() == alone


def test_where_no_more_processes_are_allowed_one_reads_it_all(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = begin_reading(project).readings()
    large(monkeypatch)
    before = open_now()

    def refuse() -> NoReturn:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    opened = begin_reading(project)
    assert (opened.pid, opened.share) == (0, 0)
    assert opened.readings() == alone
    assert open_now() == before


def test_where_there_is_no_such_thing_as_a_fork_one_reads_it_all(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large(monkeypatch)
    monkeypatch.delattr(os, "fork")
    assert begin_reading(project).pid == 0


@pytest.mark.parametrize("processors", [1, None])
def test_one_processor_reads_it_all(
    processors: int | None, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large(monkeypatch)
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    assert begin_reading(project).pid == 0


def test_a_small_project_is_not_worth_a_second_process(project: Path) -> None:
    assert begin_reading(project).pid == 0


def test_the_second_process_does_nothing_but_read_and_send(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end(files: tuple[TextFile, ...], pipe: int) -> NoReturn:
        os.close(pipe)
        raise Ended(*(file.name for file in files))

    large(monkeypatch)
    monkeypatch.setattr(os, "fork", lambda: 0)
    monkeypatch.setattr(opening, "_read_and_send", end)
    with pytest.raises(Ended, match=r"a\.yaml"):
        begin_reading(project)


class Ended(BaseException):
    """The end of the second process, for tests."""


@pytest.mark.parametrize("broken", [False, True])
def test_the_second_process_reads_sends_and_ends(broken: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    codes: list[int] = []

    def end(code: int) -> NoReturn:
        codes.append(code)
        raise Ended

    monkeypatch.setattr(os, "_exit", end)
    reading, writing = os.pipe()
    files = (TextFile("a.yaml", b"goals: []\n"), TextFile("b.yaml", 0 if broken else b"x: 1\n"))  # type: ignore[arg-type] # to break it
    with pytest.raises(Ended):
        opening._read_and_send(files, writing)
    assert codes[-1] == 1 if broken else codes[0] == 0
    if broken:
        os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        assert bool(stream.read()) is not broken


LEAVE = """
import os, pathlib, sys
from pathwayctl.loading import opening
opening.WORTH_IT, os.cpu_count = 0, lambda: 2
print(opening.begin_reading(pathlib.Path(sys.argv[1])).pid, flush=True)
os._exit(0)
"""


def test_the_second_process_does_not_stay_behind_when_the_first_is_gone(make_project: MakeProject) -> None:
    tasks = "".join(f"  - {{id: t{number}, title: Title {number}}}\n" for number in range(5_000))
    root = make_project({"work.yaml": f"tasks:\n{tasks}"})
    # The second process holds the stream that is read here, so this waits until both are gone.
    done = subprocess.run(
        [sys.executable, "-c", LEAVE, str(root)], stdout=subprocess.PIPE, check=True, timeout=30
    )
    assert int(done.stdout) > 0
