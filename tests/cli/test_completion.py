"""What Tab completes: bash runs its script, and the other shells ask in their own ways."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from edited_projects import WORK

from conftest import MakeProject
from pathwayctl.cli.completion import ids_like, ids_of
from pathwayctl.editing.draft import own_ids
from pathwayctl.loading.files import read_files
from pathwayctl.model.plan import LIST_SECTIONS
from pathwayctl.source.reading import read
from rendered_pages import EXAMPLES
from repositories import repository

BIN = Path(sys.executable).parent
MEETINGS = "meetings:\n  - {id: april, title: April, kind: board, date: 2027-04-05}\n"
SHELLS = ("bash", "zsh", "fish", "powershell")
BASH = shutil.which("bash")
FISH = shutil.which("fish")
ZSH = shutil.which("zsh")


def asked(shell: str, typed: str, **more: str) -> str:
    """What the program answers to a shell that asks how a line could go on."""
    names = {"_PATHWAYCTL_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_ARGS": typed, **more}
    done = subprocess.run(
        [str(BIN / "pathwayctl")], env={**os.environ, **names}, capture_output=True, check=False, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def shown(shell: str) -> str:
    """The script that a shell is given."""
    test = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    words = [str(BIN / "pathwayctl"), "--show-completion", shell]
    return subprocess.run(
        words, env={**os.environ, **test}, capture_output=True, check=True, text=True
    ).stdout


def in_bash(script: str, home: Path) -> str:
    """What a new bash prints, with the program on its path and a home of its own."""
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [BASH or "bash", "--norc", "-c", script],
        env={"PATH": path, "HOME": str(home), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout


def completed(home: Path, source: str, *words: str) -> list[str]:
    """What bash offers for the last of some words, after a script was sourced."""
    line = " ".join(f"'{word}'" for word in words)
    ask = f"{source}; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _pathwayctl_completion pathwayctl"
    return in_bash(f'{ask}; printf "%s\\n" "${{COMPREPLY[@]}}"', home).split()


@pytest.mark.skipif(BASH is None or os.name != "posix", reason="bash is not here")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["pathwayctl", "sched"], ["schedule"]),
        (["pathwayctl", "schedule", "--crit"], ["--critical"]),
        (["pathwayctl", "schedule", "--format", "m"], ["markdown", "mermaid"]),
        (["pathwayctl", "schedule", "-o"], ["-o"]),
        (["pathwayctl", "render", "--audience", "p"], ["partners", "public"]),
        (
            ["pathwayctl", "render", "--format", ""],
            ["html", "md", "txt", "pdf", "docx", "pptx", "eml", "csv"],
        ),
        (["pathwayctl", "next", "--guide", "c"], ["ccrs", "components"]),
        (["pathwayctl", "baseline", ""], ["save", "list", "drop"]),
        (
            ["pathwayctl", "rule", "PW10"],
            ["PW101", "PW102", "PW103", "PW104", "PW105", "PW106", "PW107", "PW108"],
        ),
        (["pathwayctl", "validate", "x", "y", "--form"], ["--format"]),
    ],
)
def test_bash_completes_commands_options_and_values(
    words: list[str], offered: list[str], tmp_path: Path
) -> None:
    assert sorted(completed(tmp_path, 'eval "$(pathwayctl --show-completion)"', *words)) == sorted(offered)


@pytest.mark.skipif(BASH is None or os.name != "posix", reason="bash is not here")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["set", "d"], ["dana.", "draft."]),
        (["set", "draft.tit"], ["draft.title"]),
        (["set", "draft.st"], ["draft.status", "draft.started", "draft.step"]),
        (["set", "project.fac"], ["project.facilitator"]),
        (["set", "-p", ".", "review.titl"], ["review.title"]),
        (["set", "dana.engagement.c"], ["dana.engagement.current"]),
        (["set", "review.status", "d"], ["done", "dropped"]),
        (["set", "review.owner", "l"], ["lee"]),
        (["set", "review.informed", "+=", "l"], ["lee"]),
        (["set", "review.title", "l"], []),
        (["minutes", ""], ["april"]),
        (["minutes", "april", "--present", "da"], ["dana"]),
        (["add", "ri"], ["risk"]),
        (["add", "draft.t"], ["draft.tasks"]),
        (["task", "do"], ["done"]),
        (["task", "done", "draft", "k"], ["kickoff"]),
        (["task", "done", "d"], ["draft"]),
        (["replace", "d"], ["dana"]),
        (["rename", "le"], ["lee"]),
        (["remove", "co"], ["college"]),
        (["move", "draft", "--before", "rev"], ["review"]),
        (["replace", "dana", "l"], ["lee"]),
        (["who", "x"], []),
        (["actions", "--for", "da"], ["dana"]),
        (["status", "--for", "le"], ["lee"]),
        (["status", "--since", "a"], ["approved"]),
        (["schedule", "--for", "le"], ["lee"]),
        (["schedule", "--baseline", ""], ["approved"]),
        (["baseline", "drop", "a"], ["approved"]),
        (["render", "--for", "le"], ["lee"]),
        (["render", "--since", "m"], ["main"]),
        (["why", "rev"], ["review"]),
        (["diff", ""], ["approved", "main"]),
        (["diff", "--meeting", ""], ["april"]),
        (["set", "april.actions.1.ow"], ["april.actions.1.owner"]),
    ],
)
def test_bash_completes_ids_and_fields(
    words: list[str], offered: list[str], make_project: MakeProject, tmp_path: Path
) -> None:
    root = make_project({"work.yaml": WORK, "meetings.yaml": MEETINGS, "broken.yaml": "tasks: ["})
    repository(root).commit("2027-01-04", {"baselines/approved.yaml": "baseline: approved\n"})
    source = f'eval "$(pathwayctl --show-completion)"; cd "{root}"'
    assert sorted(completed(tmp_path, source, "pathwayctl", *words)) == sorted(offered)


@pytest.mark.skipif(BASH is None or os.name != "posix", reason="bash is not here")
def test_outside_a_project_no_ids_are_offered(tmp_path: Path) -> None:
    source = f'eval "$(pathwayctl --show-completion)"; cd "{tmp_path}"'
    assert completed(tmp_path, source, "pathwayctl", "who", "d") == []
    assert completed(tmp_path, source, "pathwayctl", "set", "draft.t") == []


@pytest.mark.skipif(BASH is None or os.name != "posix", reason="bash is not here")
def test_completion_is_installed_for_the_shell_that_asks(tmp_path: Path) -> None:
    said = in_bash("pathwayctl --install-completion; true", tmp_path)
    assert "bash completion installed in" in said
    assert completed(tmp_path, "source ~/.bashrc", "pathwayctl", "sim") == ["simulate"]


@pytest.mark.parametrize(
    "root", sorted(one.parent for one in EXAMPLES.glob("*/pathway.yaml")), ids=lambda root: root.name
)
def test_ids_found_in_the_text_are_those_of_the_entries(root: Path) -> None:
    exact: dict[str, set[str]] = {name: set() for name in LIST_SECTIONS}
    for file in read_files(root)[0]:
        for id_, path in own_ids(read(file.data).value or {}):
            exact[str(path[0])].add(id_)
    context: Any = SimpleNamespace(params={"project": str(root)})
    assert {name: set(ids_of(name)(context, "")) for name in exact} == exact
    assert ids_like(context, "") == sorted(set().union(*exact.values()))


def test_ids_are_found_in_any_style_and_not_in_comments(make_project: MakeProject) -> None:
    styles = (
        "\ufeffpeople: [{id: one}, {name: X, id: 'two'}]\r\n# - id: three\r\n'people':\r\n"
        '  # - {id: four}\r\n- id: "five"\r\n  paid: six\r\n  grid: seven\r\n- {no-id: eight,id: nine}\r\n'
        "teams:\r\n- id: ten\r\n"
    )
    context: Any = SimpleNamespace(params={"project": make_project({"people.yaml": styles})})
    assert ids_of("people")(context, "") == ["five", "nine", "one", "two"]
    assert ids_of("teams")(context, "") == ids_like(context, "te") == ["ten"]


def test_the_other_shells_get_answers_in_their_own_ways() -> None:
    assert '"schedule":"Calculate the dates' in asked("zsh", "pathwayctl sch")
    assert '"markdown"' in asked("zsh", "pathwayctl schedule --format m")
    fish = asked("fish", "pathwayctl sch", _TYPER_COMPLETE_FISH_ACTION="get-args")
    assert fish.startswith("schedule\tCalculate the dates")
    power = asked("powershell", "pathwayctl sch", _TYPER_COMPLETE_WORD_TO_COMPLETE="sch")
    assert power.startswith("schedule:::Calculate the dates")


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_gets_a_script_that_asks_the_program(shell: str) -> None:
    script = shown(shell)
    assert "_PATHWAYCTL_COMPLETE" in script
    assert f"complete_{shell}" in script


TYPED = (
    ("pathwayctl who da", "dana"),
    ("pathwayctl set draft.titl", "draft.title"),
    ("pathwayctl set review.owner le", "lee"),
    ("pathwayctl minutes ap", "april"),
)
"""Lines as they are typed, and what Tab makes of the last word."""


@pytest.fixture
def project(make_project: MakeProject) -> Path:
    """A project with tasks, people, and a meeting."""
    return make_project({"work.yaml": WORK, "meetings.yaml": MEETINGS})


@pytest.mark.skipif(BASH is None or os.name != "posix", reason="bash is not here")
def test_the_fields_of_the_only_entry_are_offered_at_once(project: Path, tmp_path: Path) -> None:
    source = f'eval "$(pathwayctl --show-completion)"; cd "{project}"'
    found = completed(tmp_path, source, "pathwayctl", "set", "rev")
    assert {"review.title", "review.owner"} <= set(found)
    assert all(one.startswith("review.") for one in found)


@pytest.mark.skipif(FISH is None, reason="fish is not here")
def test_fish_completes_ids_and_fields(project: Path, tmp_path: Path) -> None:
    asks = "; ".join(f'complete -C "{line}"' for line, _ in TYPED)
    done = subprocess.run(
        [FISH or "fish", "--no-config", "-c", f"pathwayctl --show-completion fish | source; {asks}"],
        cwd=project,
        env={"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "HOME": str(tmp_path)},
        capture_output=True,
        check=True,
        text=True,
    )
    assert [row.partition("\t")[0] for row in done.stdout.splitlines()] == [word for _, word in TYPED]


@pytest.mark.skipif(ZSH is None or os.name != "posix", reason="zsh is not here")
def test_zsh_completes_ids_and_fields(project: Path, tmp_path: Path) -> None:
    (tmp_path / "completion.zsh").write_text(shown("zsh"))
    begin = f"autoload -Uz compinit; compinit -u -D; source {tmp_path}/completion.zsh; cd {project}; PS1='$ '"
    with Terminal([ZSH or "zsh", "-f", "-i"], tmp_path) as zsh:
        zsh.enter(f"{begin}; echo on''ward\n", until="onward")
        for line, word in TYPED:
            assert zsh.enter(f"{line}\t", until=f"{line.rpartition(' ')[0]} {word}")
            zsh.enter("\x15", until="")


class Terminal:
    """A program on a terminal of its own: what is typed, and what it shows."""

    def __init__(self, words: list[str], home: Path) -> None:
        self.pid, self.end = os.forkpty()
        if not self.pid:
            path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
            os.execve(words[0], words, {"PATH": path, "HOME": str(home), "TERM": "dumb", "LC_ALL": "C.UTF-8"})

    def enter(self, text: str, *, until: str) -> str:
        """Type a text, and read until something is shown, for at most 20 seconds."""
        os.write(self.end, text.encode())
        shown = ""
        while until not in shown:
            ready, _, _ = select.select([self.end], [], [], 20)
            if not ready:
                raise AssertionError(shown)
            shown += os.read(self.end, 65536).decode(errors="replace")
        return shown

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.end)
        os.waitpid(self.pid, 0)
