"""``pathwayctl diff``, as a facilitator uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Run, runner

from changed_project import NEW, OLD
from repositories import Repository, repository
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(monkeypatch, capsys)


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A project committed on the day of its April meeting, and changed since."""
    found = repository(tmp_path / "project")
    found.commit("2027-04-14", OLD)
    found.write(NEW)
    monkeypatch.chdir(found.folder)
    return found


@pytest.mark.parametrize(("form", "file"), [("text", "txt"), ("markdown", "md"), ("json", "json")])
def test_what_changed_since_the_last_commit(repo: Repository, command: Run, form: str, file: str) -> None:
    ran = command("diff", "--format", form)
    assert (ran.code, ran.err) == (0, "")
    check_snapshot(EXPECTED / f"diff.{file}", ran.out)


def test_states_are_named_in_many_ways(repo: Repository, command: Run, tmp_path: Path) -> None:
    last = repo.commit("2027-05-12")[:7]
    same = [command("diff", *words).out.splitlines()[2:] for words in (("HEAD~1",), ("--meeting", "april"))]
    assert same[0] == same[1] != []
    heads = {
        ("HEAD~1",): "What changed since the revision “HEAD~1” (April 14, 2027, ",
        ("2027-04-20",): "What changed since April 20, 2027 (April 14, 2027, ",
        ("--meeting", "april"): "What changed since the meeting “April board” on April 14, 2027 (",
        ("--meeting", "april", "HEAD"): "What changed from the meeting “April board” on April 14, 2027 (",
        ("HEAD~1", "HEAD"): "What changed from the revision “HEAD~1” (April 14, 2027, ",
    }
    for words, head in heads.items():
        out = " ".join(command("diff", *words).out.partition("\n\n")[0].split())
        assert out.startswith(head), words
    assert command("diff").out == (
        f"What changed since the last commit (May 12, 2027, {last})\n\nNothing has changed.\n"
    )
    command("baseline", "save", "approved")
    repo.write({"work.yaml": NEW["work.yaml"].replace("8d", "9d")})
    ran = command("diff", "approved")
    assert ran.out.startswith("What changed since the baseline “approved” (May 12, 2027)\n")
    assert "A baseline keeps dates only" in ran.out
    assert "working day later than before" in ran.out
    there = command("diff", "HEAD", "approved")
    assert there.code == 0
    copy = tmp_path / "copy"
    Repository(tmp_path).git("clone", "--quiet", repo.folder.as_uri(), "copy")
    head = " ".join(command("diff", str(copy)).out.partition("\n\n")[0].split())
    assert head == f"What changed since the folder “{copy}”"


def test_long_lists_are_cut_and_shown_whole_when_asked(repo: Repository, command: Run) -> None:
    tasks = "".join(
        f"  - {{id: more-{number}, title: More {number}, duration: 1d}}\n" for number in range(14)
    )
    repo.write({"more.yaml": f"tasks:\n{tasks}"})
    short, whole = (command("diff", *words).out for words in ((), ("--all",)))
    assert "- … and 5 more like these\n" in short
    assert short.endswith("\nTo see every change, add --all.\n")
    assert "like these" not in whole
    assert whole.count("New task “More") == 14


def test_partners_get_nothing_that_is_private(repo: Repository, command: Run) -> None:
    for form in ("text", "markdown", "json"):
        staff, partners = (
            command("diff", "--format", form, "--audience", who).out for who in ("internal", "partners")
        )
        for secret in ("secret coordinator", "Ann Secret", "@example.org", "ngagement", "hire"):
            assert secret in staff or form != "json", secret
            assert secret not in partners, secret
        assert "Kim Lane joined" in partners
    assert command("diff", "--audience", "public").code == 2


def test_mistakes_are_answered_with_what_to_type(repo: Repository, command: Run) -> None:
    ran = command("diff", "aprl")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("There is no revision “aprl” in the git history of this project.")
    command("baseline", "save", "approved")
    assert command("diff", "aproved").err == "There is no baseline “aproved”. Did you mean “approved”?\n"
    assert command("diff", "--meeting", "apri").err.startswith(
        "There is no meeting “apri”. Did you mean “april”?"
    )
    assert command("diff", "--meeting", "june").err == (
        "The meeting “june” is still to come: it is on June 9, 2027.\n"
    )
    assert command("diff", "a", "b", "--meeting", "april").err.startswith("--meeting takes the place of OLD.")
    assert command("diff", "--format", "xml").code == 2
    repo.write({"work.yaml": "tasks:\n  - {id: a, title: A, depends_on: [b]}\n"})
    ran = command("diff")
    assert ran.code == 1
    assert "Nothing was made, because the project has errors." in ran.err


def test_an_older_plan_with_a_ring_is_compared_without_dates(repo: Repository, command: Run) -> None:
    ring = "tasks:\n  - {id: a, title: A, depends_on: [b]}\n  - {id: b, title: B, depends_on: [a]}\n"
    repo.commit("2027-05-12", {"work.yaml": ring})
    repo.write({"work.yaml": NEW["work.yaml"]})
    out = command("diff", "--format", "json").out
    assert json.loads(out)["finish"] is None
    said = " ".join(command("diff").out.split())
    assert "Dates are not compared, because the last commit has tasks that wait for each other." in said
    assert "Task “A” was removed." in said
