"""The command as a program of its own: pipes, streams, and the same bytes every time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import MakeProject
from pathwayctl import __version__

EXAMPLE = Path(__file__).parents[2] / "examples" / "colorado_sector"
WORK = "tasks:\n  - {id: a, title: Peña, duration: 5d}\n  - {id: b, title: B, depends_on: [a SS]}\n"
SCRIPT = Path(sys.executable).parent / ("pathwayctl.exe" if os.name == "nt" else "pathwayctl")
POSIX = pytest.mark.skipif(os.name != "posix", reason="pipes end otherwise here")


def program(
    *words: str, check: bool = False, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the installed script."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("COV_", "PYTEST"))}
    return subprocess.run(
        [str(SCRIPT), *words], capture_output=True, check=check, cwd=cwd, env={**env, **environment}
    )


def test_the_script_and_the_module_are_the_same_program() -> None:
    assert program("--version").stdout.decode().split() == ["pathwayctl", __version__]
    asked = [sys.executable, "-m", "pathwayctl", "rule", "PW301"]
    assert subprocess.run(asked, capture_output=True, check=True).stdout == program("rule", "PW301").stdout


def test_results_go_to_one_stream_and_the_rest_to_the_other(make_project: MakeProject) -> None:
    root = make_project({"work.yaml": "tasks:\n  - {id: a, title: A, owner: b}\n"})
    wrong = program("validate", str(root))
    assert (wrong.returncode, wrong.stderr) == (1, b"")
    assert "“A” is owned by “b”" in wrong.stdout.decode()
    stopped = program("schedule", str(root))
    assert (stopped.returncode, stopped.stdout) == (1, b"")
    assert (program("shedule").returncode, program("shedule").stdout) == (2, b"")


def test_what_is_written_to_a_pipe_is_the_same_everywhere(make_project: MakeProject) -> None:
    root = str(make_project({"work.yaml": WORK}))
    usual = program("schedule", root).stdout
    assert "Peña" in usual.decode()
    assert program("schedule", root, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0").stdout == usual
    narrow = program("schedule", root, PYTHONIOENCODING="ascii").stdout.decode("ascii")
    assert len(narrow) == len(usual.decode())
    assert "Pe?a" in narrow


@POSIX
@pytest.mark.parametrize(("command", "code"), [("schedule", 0), ("validate", 1), ("--help", 0), ("rule", 0)])
def test_a_reader_may_stop_reading(command: str, code: int, make_project: MakeProject) -> None:
    tasks = "".join(f"  - {{id: t{number}, title: T, duration: 1d}}\n" for number in range(500))
    broken = "  - {id: last, title: T, owner: nobody}\n" if command == "validate" else ""
    root = make_project({"work.yaml": f"tasks:\n{tasks}{broken}"})
    words = [str(SCRIPT), command, *([str(root)] if command in ("schedule", "validate") else [])]
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(words, stdout=writing, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (code, b"")


@POSIX
def test_a_full_disk_is_told_of() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no such device here")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([str(SCRIPT), "rule"], stdout=full, stderr=subprocess.PIPE, check=False)
        said = subprocess.run([str(SCRIPT), "--version"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr.decode()) == (2, "pathwayctl had to stop: the disk is full.\n")
    assert (said.returncode, said.stderr) == (2, b"")


@POSIX
def test_a_large_project_is_read_where_the_system_forgets_how_processes_end(
    make_project: MakeProject,
) -> None:
    long = "tasks:\n" + "".join(f"  - {{id: t{n}, title: {'T' * 900}}}\n" for n in range(600))
    root = make_project({"work.yaml": long, "work-2.yaml": "goals: []\n"})

    def forget() -> None:
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)

    asked = [str(SCRIPT), "validate", str(root), "--format", "json"]
    done = subprocess.run(asked, capture_output=True, check=False, preexec_fn=forget)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == program(*asked[1:]).stdout


def test_the_same_project_gives_the_same_pages_to_the_byte(tmp_path: Path) -> None:
    made = []
    for seed in ("0", "4711"):
        folder = tmp_path / seed
        program(
            "render", str(EXAMPLE), "-o", str(folder), check=True, PYTHONHASHSEED=seed, TZ=f"UTC{seed[0]}"
        )
        made.append(
            {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        )
    assert made[0] == made[1]
    assert len(made[0]) > 30


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown", "mermaid", "gantt", "network"])
def test_the_same_project_gives_the_same_schedule_to_the_byte(form: str, make_project: MakeProject) -> None:
    root = str(make_project({"work.yaml": WORK}))
    first, second = (
        program("schedule", root, "--format", form, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")
    )
    assert first == second
    assert b"\r" not in first
