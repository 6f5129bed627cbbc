"""``pathwayctl minutes``, as a facilitator uses it."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest
from commands import Run, runner
from edited_projects import WORK

from conftest import MakeProject
from pathwayctl.app import open_project
from pathwayctl.cli.typed_values import day_after
from pathwayctl.model.outreach import Meeting
from snapshots import check_snapshot

MEETINGS = """\
meetings:
  - id: april
    title: April meeting
    kind: board
    date: 2027-04-05
    actions:
      # still open
      - {title: Book a room, owner: lee, due: 2027-04-30}
      - title: Order lunch
  - id: may
    title: May meeting
    kind: board
    date: 2027-05-06
    invited: [dana, lee, college]
    guests: [Uma Reyes]
  - {id: back, title: Looking back, kind: reflection, date: 2027-06-01}
"""


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("minutes", "may")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two people and three meetings, in which the current folder is."""
    root = make_project({"work.yaml": WORK, "meetings.yaml": MEETINGS})
    monkeypatch.chdir(root)
    return root


def asks(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Let a terminal give some answers, and then Ctrl-D; what is left of them was not asked for."""
    left = list(answers)

    def typed(_: str) -> str:
        if not left:
            raise EOFError
        return left.pop(0)

    monkeypatch.setattr("pathwayctl.cli.minutes.on_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", typed)
    return left


def meeting(root: Path, id_: str = "may") -> Meeting:
    project = open_project(root)
    assert not project.errors
    return next(one for one in project.plan.meetings if one.id == id_)


def words(text: str) -> str:
    return " ".join(text.split())


EVENING = (
    *("Dana and Uma Reyes", "lee", "2", "Approve the agreement.", "the board, 7 to 1", ""),
    *("Adopt the budget", "dana", "Uma Reyes", "unanimous", "", ""),
    *("Call the college", "dana", "next Friday", "Print it", "", "", "", "15:30", "lee"),
)


def test_a_whole_meeting(project: Path, command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    left = asks(monkeypatch, *EVENING)
    done = command("minutes", "may")
    assert (done.code, done.err, left) == (0, "", [])
    check_snapshot(Path(__file__).parent / "expected" / "minutes.txt", done.out)
    assert (project / "meetings.yaml").read_text() == MEETINGS.replace(
        "- title: Order lunch\n", "- title: Order lunch\n        done: true\n"
    ).replace(
        "    guests: [Uma Reyes]\n",
        "    guests: [Uma Reyes]\n    absent: [lee]\n    attended: [dana, Uma Reyes]\n"
        "    decisions:\n      - Approve the agreement (the board, 7 to 1).\n"
        "    motions:\n      - {motion: Adopt the budget, moved: dana, seconded: Uma Reyes, "
        "vote: unanimous, result: adopted}\n"
        "    actions:\n      - {title: Call the college, owner: dana, due: 2027-05-14}\n"
        "      - {title: Print it}\n"
        '    adjourned: "15:30"\n    minutes_by: lee\n',
    )
    for _ in range(12):
        assert command("undo").code == 0
    assert (project / "meetings.yaml").read_text() == MEETINGS
    assert command("undo").code == 2


@pytest.mark.parametrize("most", range(len(EVENING)))
def test_an_interrupted_meeting_keeps_what_was_answered(
    most: int, project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asks(monkeypatch, *EVENING[:most])
    done = command("minutes", "may")
    assert (done.code, "\nStopped. " in done.out) == (0, True)
    assert "To go on with the minutes: pathwayctl minutes may" in words(done.out)
    found = meeting(project)
    assert found.attended == (("dana", "Uma Reyes") if most > 0 else ())
    assert len(found.decisions) == (1 if most > 3 else 0)
    assert [one.title for one in found.actions] == ["Call the college"] * (most > 12) + ["Print it"] * (
        most > 15
    )
    assert ("Nothing was saved." in done.out) == (most == 0)


def test_going_on_asks_for_what_is_missing(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asks(monkeypatch, *EVENING[:14])
    command("minutes", "may")
    left = asks(monkeypatch, "the college", "", "", "", "5/20", "", "", "", "")
    done = command("minutes", "may")
    assert left == [""]  # nobody is left who could have sent regrets
    said = words(done.out)
    assert "Recorded so far: 2 present, 1 regret, 1 decision, and 1 action item." in said
    assert "Action item: Call the college (Dana Ruiz)" in said
    assert "“Call the college” has no due date yet." in said
    assert "Who else was there?" in said
    found = meeting(project)
    assert (found.attended, found.absent) == (("dana", "Uma Reyes", "college"), ("lee",))
    assert (found.actions[0].owner, found.actions[0].due) == ("dana", date(2027, 5, 20))


def test_a_new_person_is_added_on_the_spot(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = (
        "Ana Cruz, Lea, Max Gast, Nobody",
        "person",
        "?",
        "k-12",
        "the college",
        "",
        "",
        "guest",
        "none",
    )
    asks(monkeypatch, *answers)
    done = command("minutes", "may")
    assert "There is no person or organization “Lea”. Did you mean “lee” (Lee Wong)?" in words(done.out)
    assert "New person “ana-cruz”." in done.out
    assert meeting(project).attended == ("ana-cruz", "lee", "Max Gast")
    person = open_project(project).index.people["ana-cruz"]
    assert (person.name, person.organization) == ("Ana Cruz", "college")


def test_the_owner_can_be_added_too(project: Path, command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asks(
        monkeypatch,
        "",
        "",
        "",
        "",
        "",
        "Call",
        "Ana Cruz",
        "person",
        "",
        "",
        "",
        "?",
        "13/45",
        "tomorrow",
        "",
    )
    done = command("minutes", "may")
    assert "“13/45” is not a day. Write it as 3/12, March 12, or 2027-03-12." in words(done.out)
    assert "Friday is the first one after the meeting" in words(done.out)
    action = meeting(project).actions[0]
    assert (action.owner, action.due) == ("ana-cruz", date(2027, 5, 7))


def test_a_reflection_is_asked_for_where_the_group_looks_back(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = asks(monkeypatch, "dana", "", "", "", "The visits", "?", "", "", "", "Begin in fall")
    assert command("minutes", "back").code == 0
    assert left == []
    (found,) = meeting(project, "back").reflections
    assert (found.worked, found.did_not_work, found.next_phase) == ("The visits", None, "Begin in fall")


def test_the_day_of_a_meeting_without_one_is_asked_first(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("add", "meeting", "--title", "No day", "--kind", "board")
    asks(monkeypatch, "soon", "March 5, 2027", "dana", "", "", "", "Call", "lee", "3/12", "")
    done = command("minutes", "no-day")
    assert "Saved: Friday, March 5, 2027." in done.out
    found = meeting(project, "no-day")
    assert (found.date, found.actions[0].due) == (date(2027, 3, 5), date(2027, 3, 12))


def test_a_dry_run_asks_and_writes_nothing(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asks(monkeypatch, *EVENING)
    done = command("minutes", "may", "--dry-run")
    assert "Would save: Present: Dana Ruiz and Uma Reyes." in done.out
    assert "title: Call the college" in done.out.partition("+++")[2]
    assert done.out.endswith("Dry run: nothing was written.\n")
    assert (project / "meetings.yaml").read_text() == MEETINGS
    assert not (project / ".pathwayctl").exists()


def test_a_change_in_an_editor_meanwhile_is_kept(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = ["dana", "lee"]

    def typed(_: str) -> str:
        if not left:
            raise KeyboardInterrupt
        file = project / "meetings.yaml"
        file.write_text(file.read_text() + "# from the editor\n")
        return left.pop(0)

    monkeypatch.setattr("pathwayctl.cli.minutes.on_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", typed)
    assert command("minutes", "may").code == 0
    assert (project / "meetings.yaml").read_text().count("# from the editor\n") == 2
    assert (meeting(project).attended, meeting(project).absent) == (("dana",), ("lee",))


def test_an_answer_that_cannot_be_saved_is_no_end(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "meetings.yaml").write_text(
        MEETINGS.replace("guests: [Uma Reyes]", "attended: &who [dana]\n    guests: *who")
    )
    asks(monkeypatch, "lee", "", "", "Go on", "", "")
    done = command("minutes", "may")
    assert "Not saved." in done.out
    assert (meeting(project).attended, meeting(project).decisions) == (("dana",), ("Go on",))


SCRIPT = (
    *("--present", "all but lee", "--absent", "lee", "--guest", "Max Gast"),
    *(
        "--decision",
        "Go on",
        "--action",
        "Call; Dana Ruiz, lee; 5/14",
        "--action",
        "Print it",
        "--done",
        "lunch",
    ),
)


def test_a_script_gives_options(project: Path, command: Run) -> None:
    done = command("minutes", "May meeting", *SCRIPT)
    assert (done.code, done.err) == (0, "Warning: “Print it” has no owner.\n")
    assert done.out == (
        "Present: Dana Ruiz, The College, Uma Reyes, and Max Gast.\nRegrets: Lee Wong.\nDecision: Go on.\n"
        "Action item: Call (Dana Ruiz and Lee Wong, due Friday, May 14, 2027).\n"
        "Action item: Print it (no owner or due date yet).\nDone: Order lunch.\nChanged meetings.yaml.\n"
    )
    found = meeting(project)
    assert found.attended == ("dana", "college", "Uma Reyes", "Max Gast")
    assert (found.absent, found.decisions) == (("lee",), ("Go on",))
    assert meeting(project, "april").actions[1].done
    assert command("undo").code == 0
    assert (project / "meetings.yaml").read_text() == MEETINGS


def test_saying_it_again_changes_nothing_and_completes_what_was_open(project: Path, command: Run) -> None:
    command("minutes", "may", *SCRIPT)
    before = (project / "meetings.yaml").read_text()
    again = command("minutes", "may", *SCRIPT[:-2])
    assert again.out.endswith("Nothing to change.\n")
    assert (project / "meetings.yaml").read_text() == before
    command("minutes", "may", "--present", "lee", "--action", "Print it; lee; in 2 weeks")
    found = meeting(project)
    assert (found.absent, found.attended[-1]) == ((), "lee")
    assert [(one.title, one.owner, one.due) for one in found.actions[1:]] == [
        ("Print it", "lee", date(2027, 5, 20))
    ]


NOTES = "\ufeffPresent: Dana, Lee\n\n- Regrets:\n* Decided: Go on; or not\nAction item: Call; lee; May 14\n"


def test_notes_are_read_from_a_pipe(project: Path, command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(NOTES))
    found = json.loads(command("minutes", "may", "--format", "json").out)
    assert (found["written"], found["did"][0]) == (True, "Present: Dana Ruiz and Lee Wong.")
    recorded = meeting(project)
    assert (recorded.attended, recorded.decisions) == (("dana", "lee"), ("Go on; or not",))
    assert (recorded.actions[0].owner, recorded.actions[0].due) == ("lee", date(2027, 5, 14))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["mya", "--present", "dana"], "There is no meeting “mya”. Did you mean “may” (May meeting)?"),
        (["zzz", "--present", "dana"], "There is no meeting “zzz”. The meetings: april, may, back."),
        (
            ["may", "--present", "Dna"],
            "There is no person or organization “Dna”. Did you mean “dana” (Dana Ruiz)?",
        ),
        (
            ["may", "--present", "Xu"],
            'To add a person: pathwayctl add person --name "Xu". A guest: --guest "Xu"',
        ),
        (["may", "--absent", "college"], "There is no person “college”."),
        (["may", "--action", "a; b; c; d"], 'Write "WHAT; WHO; WHEN"'),
        (["may", "--action", "Call; lee; soon"], "“soon” is not a day. Write it as 3/12"),
        (["may", "--action", "Call; Xu"], "There is no person, organization, or team “Xu”."),
        (
            ["may", "--done", "Dance"],
            "No open action item is called “Dance”. Open are “Book a room”, “Order lunch”.",
        ),
        (["may", "--done", "o"], "“o” could be “Book a room”, “Order lunch”."),
        (["may"], "There is nothing to record. Give it in options"),
    ],
)
def test_what_is_not_clear(
    typed: list[str], said: str, project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    done = command("minutes", *typed)
    assert (done.code, done.out) == (2, "")
    assert said in words(done.err)
    assert (project / "meetings.yaml").read_text() == MEETINGS


def test_a_line_of_notes_that_is_not_clear_is_named(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("present: dana\ndecison: Go on\n"))
    done = command("minutes", "may")
    assert done.code == 2
    assert "Line 2 of the notes is not clear: “decison: Go on”. Did you mean “decision”?" in words(done.err)
    assert meeting(project).attended == ()


def test_a_project_without_meetings(
    make_project: MakeProject, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make_project({"work.yaml": WORK}))
    assert "The project has no meetings. To add one: pathwayctl add meeting" in words(
        command("minutes", "may", "--present", "dana").err
    )


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("3/12", date(2028, 3, 12)),
        ("5/6", date(2027, 5, 6)),
        ("5/14/27", date(2027, 5, 14)),
        ("5/14/2027", date(2027, 5, 14)),
        ("2027-05-14", date(2027, 5, 14)),
        ("March 12", date(2028, 3, 12)),
        ("12 Dec", date(2027, 12, 12)),
        ("May 21st", date(2027, 5, 21)),
        ("May 21, 2029", date(2029, 5, 21)),
        ("2/29", date(2028, 2, 29)),
        ("Thursday", date(2027, 5, 13)),
        ("fri", date(2027, 5, 7)),
        ("this Friday", date(2027, 5, 7)),
        ("next Friday", date(2027, 5, 14)),
        ("next Monday", date(2027, 5, 10)),
        ("Tomorrow", date(2027, 5, 7)),
        ("in 2 weeks", date(2027, 5, 20)),
        ("in a week", date(2027, 5, 13)),
        ("10 days", date(2027, 5, 16)),
        ("soon", None),
        ("13/45", None),
        ("next", None),
        ("", None),
    ],
)
def test_days_are_counted_from_the_meeting(said: str, day: date | None) -> None:
    assert day_after(said, date(2027, 5, 6)) == day  # a Thursday


def test_days_end_with_the_calendar() -> None:
    assert day_after("in 5 weeks", date.max) is None
    assert day_after("3/12", date.max) is None


def test_the_minutes_of_the_meeting_before_are_approved(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("minutes", "april", "--present", "dana")
    left = asks(monkeypatch, "", "", "perhaps", "yes")
    done = command("minutes", "may")
    assert left == []
    assert "Were the minutes of “April meeting” approved? [no]" in words(done.out)
    assert "Type yes or no." in done.out
    assert meeting(project, "april").approved == date(2027, 5, 6)
    left = asks(monkeypatch, "", "", "")
    command("minutes", "may")
    assert meeting(project, "april").approved == date(2027, 5, 6)


def test_motions_are_asked_for_where_they_are_made(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = asks(
        monkeypatch, "dana", "", "", "", "?", "Adopt it", "?", "", "", "?", "", "?", "lost", "defeated"
    )
    done = command("minutes", "may")
    assert left == []
    assert "Type one motion in a sentence" in words(done.out)
    (motion,) = meeting(project).motions
    assert (motion.motion, motion.moved, motion.vote, motion.result) == ("Adopt it", None, None, "defeated")
    asks(monkeypatch, *[""] * 12)
    assert "moved" in command("minutes", "back").out  # the project has motions by now
