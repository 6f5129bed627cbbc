"""``pathwayctl add``, as a facilitator uses it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from commands import Run, runner
from edited_projects import WORK

from conftest import MakeProject
from pathwayctl.app import open_project
from pathwayctl.editing.new_entry import EntryTarget, kinds, target_of
from pathwayctl.loading.fields import words_at
from pathwayctl.loading.project import load
from pathwayctl.model.plan import LIST_SECTIONS

MEETING = "meetings:\n  - {id: may, title: May meeting, kind: board, date: 2027-05-03}\n"


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("add", "risk")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with three tasks and a meeting, in which the current folder is."""
    root = make_project({"work.yaml": WORK, "meetings.yaml": MEETING})
    monkeypatch.chdir(root)
    return root


def test_a_task_gets_an_id_from_its_title(project: Path, command: Run) -> None:
    done = command(
        "add", "task", "--title", "Sign the agreement", "--duration", "5d", "--depends-on", "review"
    )
    assert (done.code, done.err) == (0, "")
    assert done.out == "New task “sign-the-agreement”.\nChanged work.yaml.\n"
    assert (project / "work.yaml").read_text() == WORK + (
        "  - id: sign-the-agreement\n    title: Sign the agreement\n    duration: 5d\n"
        "    depends_on: [review]\n"
    )
    assert command("undo").code == 0
    assert (project / "work.yaml").read_text() == WORK


def test_fields_are_typed_and_lists_repeated(project: Path, command: Run) -> None:
    words = ["--name", "Ana Cruz", "--category", "k-12", "--capacity", "0.5", "--decision-authority", "true"]
    done = command("add", "person", *words, "--engagement.current=neutral", "--engagement.desired=leading")
    assert done.code == 0, done.err
    person = open_project(project).index.people["ana-cruz"]
    assert (person.capacity, person.decision_authority) == (0.5, True)
    assert person.engagement is not None
    assert person.engagement.current == "neutral"
    done = command("add", "task", "--title=X", "--informed", "dana", "--informed", "lee", "--id", "007")
    assert done.code == 0, done.err
    assert open_project(project).plan.tasks[-1].informed == ("dana", "lee")
    assert open_project(project).plan.tasks[-1].id == "007"


def test_one_value_or_several(project: Path, command: Run) -> None:
    command("add", "person", "--name", "Ana Cruz", "--category", "k-12")
    command("add", "person", "--name", "Max Gast", "--category", "k-12", "--category", "cte")
    command("add", "goal", "--title", "Go", "--owner", "dana", "--owner", "lee", "--owner", "college")
    text = (project / "work.yaml").read_text()
    assert "{id: ana-cruz, name: Ana Cruz, category: k-12}\n" in text
    assert "id: max-gast\n    name: Max Gast\n    category: [k-12, cte]\n" in text
    assert open_project(project).plan.goals[0].owner == "dana"
    assert "owner: [dana, lee, college]\n" in (project / "goals.yaml").read_text()


def test_an_id_that_is_taken_gets_a_number(project: Path, command: Run) -> None:
    assert "“draft-2”" in command("add", "task", "--title", "Draft").out
    assert "“draft-3”" in command("add", "goal", "--title", "Draft").out
    assert "“invitation-dana”" in command("add", "invitation", "--to", "dana").out


def test_entries_inside_an_entry(project: Path, command: Run) -> None:
    done = command(
        "add", "may.actions", "--title", "Call the college", "--owner", "dana", "--due", "2027-05-10"
    )
    assert (done.code, done.out) == (0, "New action.\nChanged meetings.yaml.\n")
    assert open_project(project).plan.meetings[0].actions[0].owner == "dana"
    assert command("add", "task", "--title", "Print it", "--under", "kickoff").code == 0
    assert open_project(project).plan.tasks[2].tasks[0].id == "print-it"


def test_a_file_can_be_chosen(project: Path, command: Run) -> None:
    words = ["add", "risk", "--title", "Late", "--kind", "internal", "--category", "schedule"]
    done = command(*words, "--file", "risks/all.yaml", "--dry-run")
    assert "+++ b/risks/all.yaml" in done.out, done.err
    assert not (project / "risks").exists()
    assert json.loads(command(*words, "--format", "json").out)["did"] == ["New risk “late”."]
    assert (project / "risks.yaml").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["rsik"], "There is no kind of entry “rsik”. Did you mean “risk”?"),
        (["risk", "--title", "X"], "The new risk needs --kind and --category, each with a value."),
        (["task", "--titel", "X"], "A task has no field “titel”. Did you mean “title”?"),
        (["task", "--title"], "“--title” needs a value after it."),
        (["task", "title", "X"], "“title” is not a field. Write --title"),
        (["task", "--title", "X", "--owner", "dan"], "no person, organization, or team has that id"),
        (["task", "--title", "X", "--id", "draft"], "“draft”"),
        (["maay.actions", "--title", "X"], "No entry has the id “maay”. Did you mean “may”?"),
        (["may.acton", "--title", "X"], "A meeting has no field “acton”."),
        (["may.decisions", "--title", "X"], "To add an item to a list: pathwayctl set may.decisions +="),
        (["may.title", "--title", "X"], "“may.title” is not a list of entries."),
        (["may.actions", "--title", "X", "--file", "x.yaml"], "Leave out --file."),
        (["goal", "--title", "X", "--under", "draft"], "Leave out --under."),
        (["goal", "--title", "X", "--file", "x.txt"], "its name does not end in .yaml"),
    ],
)
def test_what_cannot_be_added(words: list[str], said: str, project: Path, command: Run) -> None:
    done = command("add", *words)
    assert (done.code, done.out) == (2, "")
    assert said in " ".join(done.err.split())
    assert (project / "work.yaml").read_text() == WORK


FITTING = {
    "to": "dana",
    "person": "dana",
    "employer": "college",
    "provider": "college",
    "occupation": "a-occupation",
    "ksas": "a-ksa",
    "consideration": "all-programs",
    "responsibility": "give-time-and-expertise",
    "deliverable": "stakeholders-heard",
    "weight": "100",
    "grade": "9",
    "step": "3",
    "date": "2027-02-01",
    "from": "2027-02-01",
    "until": "2027-03-01",
}
"""Values for required fields that take no text."""


def test_every_kind_can_be_added(project: Path, command: Run) -> None:
    for kind in kinds():
        target = target_of(kind)
        assert target is not None
        given = [f"--{name.replace('_', '-')}={_fitting(target, name)}" for name in target.required]
        done = command("add", kind, *given)
        assert done.code == 0, f"{kind} {given}: {done.err}"
        assert re.match("New .*\n(Changed|Created) ", done.out), kind
    plan = load(project).plan
    assert [section for section in LIST_SECTIONS if not getattr(plan, section)] == []


def _fitting(target: EntryTarget, name: str) -> str:
    words = words_at((*target.path, name)) or words_at((*target.path, name, 0))
    if target.into == "phases" and name == "to":
        return "2027-03-01"
    return words[0] if words else FITTING.get(name, f"A {target.noun}")


def test_every_section_has_a_word_for_its_entries() -> None:
    assert set(kinds().values()) == set(LIST_SECTIONS)
    for word, section in kinds().items():
        for said in (word, section, section.replace("_", "-"), word.upper()):
            target = target_of(said)
            assert target is not None
            assert target.into == section


def asks(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Let a terminal give some answers; what is left of them afterwards was not asked for."""
    left = list(answers)

    def typed(_: str) -> str:
        if not left:
            raise EOFError
        return left.pop(0)

    monkeypatch.setattr("pathwayctl.cli.add.on_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", typed)
    return left


def test_a_terminal_is_asked(project: Path, command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    left = asks(monkeypatch, "Late", "nonsense", "internal", "Schedule", "", "owne", "owner", "Dana Ruiz", "")
    done = command("add", "risk")
    assert (done.code, done.err, left) == (0, "", [])
    assert "Choose from internal" in done.out
    assert "A short id, for other entries to refer to? [late]" in done.out
    assert "There is no field “owne”. Did you mean “owner”?" in done.out.replace("\n", " ")
    assert (project / "risks.yaml").read_text() == (
        "risks:\n  - id: late\n    title: Late\n    kind: internal\n    category: Schedule\n    owner: dana\n"
    )


def test_help_and_lists(project: Path, command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = (
        "Print it",
        "?",
        "Print It",
        "",
        "informed",
        "?",
        "Dana, lea",
        "Dana Ruiz and Lee",
        "owner",
        "the college",
        "",
    )
    left = asks(monkeypatch, *answers)
    done = command("add", "task")
    assert (done.code, left) == (0, [])
    assert "  dana (Dana Ruiz)\n" in done.out
    assert "“lea”. Did you mean “lee” (Lee Wong)?" in " ".join(done.out.split())
    task = open_project(project).plan.tasks[-1]
    assert (task.informed, task.owner) == (("dana", "lee"), "college")


def test_only_what_is_missing_is_asked(project: Path, command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    left = asks(monkeypatch, "x")
    assert command("add", "goal", "--title", "Go").code == 0
    assert left == ["x"]


def test_ctrl_c_adds_nothing(project: Path, command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asks(monkeypatch, "Late")
    done = command("add", "risk")
    assert (done.code, "Stopped. Nothing was added." in done.err) == (2, True)
    assert not (project / "risks.yaml").exists()
