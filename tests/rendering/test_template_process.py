"""A project's own templates cannot hang the program, fill the memory, or bring it down."""

from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from pathwayctl.rendering import template_process
from pathwayctl.rendering.blocks import Heading, Paragraph
from pathwayctl.rendering.mistakes import TemplateMistake
from pathwayctl.rendering.pages import Page
from pathwayctl.rendering.template_child import READY, ProcessLimits, serve
from pathwayctl.rendering.template_process import TemplateProcess

SHORT = ProcessLimits(seconds=0.5, grace=0.5, memory=300_000_000, text=1_000_000)
"""Much less than what a run has, so that the tests are over soon."""


@dataclass(frozen=True, slots=True)
class View:
    rows: tuple[tuple[str, str], ...] = (("a", "b"),) * 300
    name: str = "Dana"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a project's own templates."""
    folder = tmp_path / "templates" / "handouts"
    folder.mkdir(parents=True)
    return folder


def process(folder: Path, limits: ProcessLimits = SHORT) -> TemplateProcess:
    return TemplateProcess(folder.parents[1], limits)


def mistake(folder: Path, source: str, limits: ProcessLimits = SHORT) -> TemplateMistake:
    (folder / "sample.j2").write_text(source, "utf-8")
    made = process(folder, limits).page("sample", "T", View())
    assert isinstance(made, TemplateMistake), made
    assert made.file == "templates/handouts/sample.j2"
    assert made.exhausted
    return made


NEST = "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}"


@pytest.mark.parametrize(
    "source",
    [
        "{% for a in range(10 ** 12) %}{% endfor %}",
        "{% for a in view.rows %}" * 6 + "{% endfor %}" * 6,
        "{% for a in range(10 ** 6) if a is odd %}{% for b in range(10 ** 6) if b %}{% endfor %}{% endfor %}",
        NEST,
        "{% for a in [1, 2] recursive %}{% if loop.depth < 60 %}{{ loop([1, 2]) }}{% endif %}{% endfor %}",
        "{% set a = range(30000)|list %}{% for n in range(10 ** 6) %}{% set b = a|sort %}{% endfor %}",
        "{% set t = range(10 ** 5)|join %}{% for n in range(10 ** 8) %}{% set b = t|upper %}{% endfor %}",
        "{% for n in range(10 ** 9) %}{% set b = 10 ** 14 // 3 % 7 / 11 %}{% endfor %}",
        "{% set ns = namespace(x='a') %}{% for a in range(10 ** 9) %}{% set ns.x = ns.x|upper %}{% endfor %}",
    ],
)
def test_what_takes_too_long_is_stopped_at_its_line(source: str, folder: Path) -> None:
    made = mistake(folder, f"one\n\n{source}")
    assert (made.line, made.message) == (3, "This page takes too long to make.")


def test_a_file_that_is_included_takes_its_share_of_the_time(folder: Path) -> None:
    (folder / "part.j2").write_text("\n{% for a in range(10 ** 12) %}{% endfor %}")
    (folder / "sample.j2").write_text("{% include 'part.j2' %}")
    made = process(folder).page("sample", "T", View())
    assert isinstance(made, TemplateMistake)
    assert (made.file, made.line, made.exhausted) == ("templates/handouts/part.j2", 2, True)


def test_one_operation_that_cannot_be_interrupted_is_ended(folder: Path) -> None:
    made = mistake(folder, "one\n\n{{ 'x' in range(10 ** 15) }}")
    assert made.message == "This page takes too long to make."


GROWING = "{% for a in range(60) %}"


@pytest.mark.parametrize(
    "source",
    [
        "{% set ns = namespace(x='abc') %}" + GROWING + "{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
        "{% set ns = namespace(x='abc') %}" + GROWING + "{% set ns.x = ns.x + ns.x %}{% endfor %}",
        "{% set ns = namespace(x=[1]) %}" + GROWING + "{% set ns.x = ns.x + ns.x %}{% endfor %}",
        "{% set a = 'a' %}" + "{% set a = a|replace('a', 'aa') %}" * 40,
        "{% set a = 'abc' %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40,
        "{% set s = namespace(x='abc') %}" + GROWING + "{% set s.x = [s.x, s.x]|join %}{% endfor %}",
        "{% set a = range(10 ** 9)|list %}",
    ],
)
def test_what_takes_too_much_memory_is_stopped(source: str, folder: Path) -> None:
    made = mistake(folder, f"one\n\n{source}", replace(SHORT, seconds=20))
    assert (made.line, made.message) == (3, "This page takes too much memory to make.")


def test_lists_that_are_kept_while_they_grow_are_stopped(folder: Path) -> None:
    kept = "{% set ns = namespace(x=[]) %}{% for a in range(10 ** 6) %}{% set ns.x = [ns.x, ns.x + [a]] %}"
    made = mistake(folder, f"one\n\n{kept}{{% endfor %}}{{{{ ns.x|string }}}}")
    assert made.message.startswith(("This page takes too", "This template cannot be run"))


def test_a_page_that_is_small_to_make_and_large_to_write_is_refused(folder: Path) -> None:
    again = "{% set a = items(range(9000)) %}{% for n in range(900) %}{{ a }}{% endfor %}"
    assert mistake(folder, again).message == "This page becomes too large."


def test_a_template_that_was_stopped_is_not_run_again_and_others_go_on(folder: Path) -> None:
    (folder / "slow.j2").write_text(NEST)
    (folder / "good.j2").write_text("{{ heading(view.name) }}\n{{ title }}")
    pages = process(folder)
    first = pages.page("slow", "T", View())
    assert pages.page("slow", "Another", View()) is first
    assert pages.page("good", "T", View(name="Lee")) == Page("T", (Heading("Lee"), Paragraph("T")))


def test_all_templates_together_have_a_limit_of_time(folder: Path) -> None:
    (folder / "good.j2").write_text("{{ view.name }}")
    pages = process(folder, replace(SHORT, seconds=20, seconds_together=0.0))
    assert isinstance(pages.page("good", "T", View(name="Lee")), Page)
    late = pages.page("good", "T", View(name="Kim"))
    assert isinstance(late, TemplateMistake)
    assert late.message == "This page takes too long to make."
    assert late.file == "templates/handouts/good.j2"


def test_after_a_breakdown_the_next_page_gets_a_new_process(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "good.j2").write_text("{{ view.name }}")
    pages = process(folder)
    pages.page("good", "T", View())
    os.kill(child_of(pages), signal.SIGKILL)
    made = pages.page("good", "T", View())
    assert isinstance(made, TemplateMistake)
    assert made.message.startswith("This template cannot be run")
    (folder / "other.j2").write_text("{{ view.name }}")
    assert pages.page("other", "T", View()) == Page("T", (Paragraph("Dana"),))


def child_of(pages: TemplateProcess) -> int:
    """The process that makes the pages, by its number."""
    assert pages._child is not None
    return pages._child._process.pid


def test_the_process_ends_with_those_who_use_it(folder: Path) -> None:
    (folder / "good.j2").write_text("{{ view.name }}")
    pages = process(folder)
    pages.page("good", "T", View())
    number = child_of(pages)
    del pages
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_where_no_process_can_be_had_pages_are_made_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "good.j2").write_text("{{ view.name }}")
    for interpreter in ("", "/no/such/python", "/bin/true"):
        monkeypatch.setattr(sys, "executable", interpreter)
        assert process(folder).page("good", "T", View()) == Page("T", (Paragraph("Dana"),))


def test_modules_in_the_current_folder_are_not_imported(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pickle", "jinja2", "pathwayctl"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(1)")
    (folder / "good.j2").write_text("{{ view.name }}")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    monkeypatch.delattr(template_process, "PageMaker")  # no way out into this process
    assert process(folder).page("good", "T", View()) == Page("T", (Paragraph("Dana"),))


def test_what_the_process_says(folder: Path) -> None:
    (folder / "good.j2").write_text("{{ view.name }}")
    (folder / "bad.j2").write_text("\n{{ wrong }}")
    requests = b"".join(pickle.dumps((name, "T", View())) for name in ("good", "bad"))
    replies = io.BytesIO()
    serve(io.BytesIO(requests), replies, folder.parents[1], SHORT)
    replies.seek(0)
    assert [pickle.load(replies) for _ in range(3)] == [
        READY,
        Page("T", (Paragraph("Dana"),)),
        TemplateMistake(
            "templates/handouts/bad.j2",
            2,
            "There is no “wrong” here.",
            "Check the spelling, or leave it out.",
        ),
    ]


HEAD = "pathwayctl: 1\nproject:\n  name: Example\n  start: 2027-01-04\n"


def started(*command: str) -> tuple[subprocess.Popen[bytes], int]:
    """A program that runs a slow template, and its child by its number."""
    run = subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return run, child_number(run.pid)


def test_ctrl_c_ends_a_slow_template(folder: Path) -> None:
    (folder / "slow.j2").write_text(NEST)
    project = folder.parents[1]
    (project / "pathway.yaml").write_text(HEAD)
    run, child = started("-m", "pathwayctl", "render", str(project), "--handout", "slow")
    os.kill(run.pid, signal.SIGINT)
    said, complaints = run.communicate(timeout=10)
    assert (run.returncode, said, complaints) == (130, b"", b"")
    assert not (project / "build").exists()
    assert ends(child, within=1)


def test_a_template_does_not_outlive_a_program_that_is_killed(folder: Path) -> None:
    (folder / "slow.j2").write_text(NEST)
    run, child = started(
        "-c",
        "import sys, pathlib, pathwayctl.rendering.template_process as t;"
        "limits = t.ProcessLimits(seconds=2, grace=1);"
        "t.TemplateProcess(pathlib.Path(sys.argv[1]), limits).page('slow', 'T', None)",
        str(folder.parents[1]),
    )
    run.kill()
    run.communicate()
    assert ends(child, within=10)


def child_number(parent: int) -> int:
    """The first child of a process, as soon as it is at work on a page."""
    children = Path(f"/proc/{parent}/task/{parent}/children")
    if not children.parent.exists():
        pytest.skip("this system does not tell the children of a process")
    until = time.monotonic() + 20
    while time.monotonic() < until:
        for number in children.read_text().split():
            if ticks_of(number) > 50:  # half a second of work: it has started, and is in the template
                return int(number)
        time.sleep(0.02)
    pytest.fail("no child process was seen")


def ticks_of(number: str) -> int:
    """How long a process has worked, in hundredths of a second; 0 if it has ended, as git soon does."""
    try:
        return int(Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[11])
    except OSError:
        return 0


def ends(number: int, within: float) -> bool:
    """Whether a process ends in so many seconds."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            if Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.05)
    return False
