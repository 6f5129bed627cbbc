"""``pathwayctl render --meeting``: the packet for one meeting, to print and to mail."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pikepdf
import pytest
from commands import Run, runner

from conftest import MakeProject
from pathwayctl.writing import readable_name
from repositories import repository

EXAMPLE = Path(__file__).parents[2] / "examples" / "state_agency"
MARCH = "2027-03-30 State board March packet"
TEXT = """\
meetings:
  - {id: held, title: First meeting, kind: team, date: 2027-01-12, attended: [A], actions: [{title: Call Bo}]}
  - {id: closed, title: Staff only, kind: team, date: 2027-02-01, private: true}
  - {id: off, title: Called off, kind: team, date: 2027-02-02, status: cancelled}
  - {id: soon, title: "Team’s <talk>: next?", kind: team, date: 2027-02-10, link: "https://example.org/join"}
  - {id: later, title: Later meeting, kind: team, date: 2027-03-10}
"""


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with meetings, ``project`` in the current folder."""
    root = make_project({"meetings.yaml": TEXT})
    monkeypatch.chdir(root.parent)
    return root


def test_a_packet_for_the_board(tmp_path: Path, command: Run) -> None:
    root = shutil.copytree(EXAMPLE, tmp_path / "agency", ignore=shutil.ignore_patterns("build"))
    main = root / "pathway.yaml"
    line = "  contact: Board office, mara.ellison@example.gov\n  accommodations: Call 555-0100 by March 23\n"
    main.write_text(main.read_text().replace("  region:", f"{line}  region:", 1))
    done = command("render", str(root), "--meeting", "board-march", "-o", str(tmp_path / "out"))
    assert done.code == 0
    made = tmp_path / "out" / MARCH
    assert sorted(path.name for path in made.iterdir()) == [
        f"{MARCH}.pdf",
        "4b-at-a-glance.html",
        "4c.html",
        "agenda-board-march.html",
        "agreements.html",
        "all.html",
        "board.html",
        "index.html",
        "measures.html",
        "minutes-board-march.html",
        "sign-in-board-march.html",
        "what-changed-board.html",
    ]
    assert "Tell the board what a second region would cost" in (made / "agenda-board-march.html").read_text()
    every = (made / "all.html").read_text()
    assert "Claire Jennings can say what her committee" not in every  # a note for the facilitator
    assert "Agenda: State board, December" not in every
    index = (made / "index.html").read_text()
    for words in (
        "Convened by Three Lakes Pathways Alliance",
        "Tuesday, March 30, 2027",
        "1:00 PM to 2:00 PM",
        "Department of Education, board room",
        "Board office, mara.ellison@",
        "Call 555-0100 by March 23",
        "Sheets to print",
        "As of February 26, 2027",
        f'href="{MARCH.replace(" ", "%20")}.pdf"',
    ):
        assert words in index
    assert "(not named)" not in index
    with pikepdf.open(io.BytesIO((made / f"{MARCH}.pdf").read_bytes())) as pdf:
        number = len(pdf.pages)
        with pdf.open_outline() as outline:
            titles = [entry.title for entry in outline.root]
    assert titles[0] == "Agenda: State board, March"
    assert titles[-1] == "Minutes: State board, March"
    assert f">1 to {number}</td>" in index


MATERIALS = """\
meetings:
  - id: soon
    title: Soon
    kind: team
    date: 2027-02-10
    agenda:
      - {title: Risks, minutes: 10, materials: [risk  Breakdown, Flip chart, 4E]}
      - {title: Engagement, minutes: 10, materials: [Engagement of stakeholders, Minutes, 4C Risk breakdown]}
      - {title: Ours, minutes: 10, materials: [Costs], private: true}
"""


def test_handouts_that_the_agenda_names_are_in_the_packet(
    make_project: MakeProject, tmp_path: Path, command: Run
) -> None:
    root = make_project({"meetings.yaml": MATERIALS, "templates/handouts/costs.j2": '{{ heading("Ours") }}'})
    for audience, more in (("partners", []), ("internal", ["costs", "engagement"])):
        out = tmp_path / audience
        done = command(
            "render", str(root), "--next", "--audience", audience, "--format", "html", "-o", str(out)
        )
        assert done.code == 0
        names = {path.stem for path in (out / "2027-02-10 Soon packet").iterdir()}
        usual = {"index", "all", "agenda-soon", "sign-in-soon", "minutes-soon"}
        assert sorted(names - usual) == sorted(["4c", "4e", *more])


def test_what_it_brings_comes_before_the_sheets_to_fill_in(
    make_project: MakeProject, tmp_path: Path, command: Run
) -> None:
    root = make_project({"meetings.yaml": MATERIALS})
    command("render", str(root), "--next", "--format", "txt", "-o", str(tmp_path))
    whole = (tmp_path / "2027-02-10 Soon packet" / "index.txt").read_text("utf-8")
    places = [whole.index(title) for title in ("Agenda: Soon", "Risk breakdown", "Sign-in sheet: Soon")]
    assert places == sorted(places)


def test_the_next_meeting_is_the_first_that_is_not_over_or_private(project: Path, command: Run) -> None:
    assert command("render", "project", "--next", "--format", "html").code == 0
    made = project / "build" / "2027-02-10 Teams talk next packet"
    assert sorted(path.name for path in made.iterdir()) == [
        "agenda-soon.html",
        "all.html",
        "index.html",
        "minutes-soon.html",
        "sign-in-soon.html",
    ]
    assert "Call Bo" in (made / "agenda-soon.html").read_text()
    assert "https://example.org/join" in (made / "index.html").read_text()
    every = (made / "all.html").read_text()
    assert every.count("Later meeting") == 1  # as the next meeting, in the minutes to fill in
    assert "Staff only" not in every
    done = command("render", "project", "--next", "--today", "2027-02-11", "--format", "md")
    assert done.out == "Read project/build/2027-03-10 Later meeting packet/index.md\n"
    done = command("render", "project", "--next", "--audience", "public", "--format", "html")
    assert "example.org/join" not in (made / "all.html").read_text()
    done = command("render", "project", "--next", "--today", "2027-04-01")
    assert (done.code, done.err.startswith("No meeting on or after April 1, 2027 has a date.")) == (2, True)


def test_packets_for_meetings_stay_when_all_pages_are_made_again(project: Path, command: Run) -> None:
    command("render", "project", "--meeting", "later", "--format", "html")
    command("render", "project", "--format", "html")
    assert (project / "build" / "2027-03-10 Later meeting packet" / "index.html").is_file()
    assert "2027-03-10%20Later%20meeting%20packet/index.html" in (project / "build/index.html").read_text()
    command("render", "project", "--format", "html", "--audience", "public")
    assert not (project / "build" / "2027-03-10 Later meeting packet").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--meeting", "off"), "The meeting “off” is cancelled"),
        (
            ("--meeting", "closed"),
            "The meeting “closed” is private. To make its packet, add: --audience",
        ),
        (("--meeting", "sonn"), "soon"),
        (("--meeting", "soon", "--next"), "Use one of them."),
        (("--next", "--handout", "4b"), "A packet for one meeting is made whole."),
        (("--next", "--packet", "board", "--packet", "kickoff"), "Name one with --packet, or none."),
    ],
)
def test_what_cannot_be_made(project: Path, command: Run, words: tuple[str, ...], said: str) -> None:
    done = command("render", "project", *words)
    assert done.code == 2
    assert said in done.err
    assert not (project / "build").exists()


def test_pages_say_the_day_of_the_last_commit_of_the_project(tmp_path: Path, command: Run) -> None:
    found = repository(tmp_path / "repository")
    header = "pathwayctl: 1\nproject:\n  name: Example\n  start: 2027-01-04\n"
    found.commit("2027-02-03", {"plan/pathway.yaml": header})
    found.commit("2027-03-09", {"readme.txt": "Nothing of the project"})
    pages = {"--today": "As of February 20, 2027", "": "As of February 3, 2027"}
    for option, said in pages.items():
        words = (option, "2027-02-20") if option else ()
        command("render", str(found.folder / "plan"), "--handout", "4b", *words)
        assert said in (found.folder / "plan/build/handouts/4b.html").read_text()


def test_meetings_whose_titles_differ_in_capitals_have_folders_of_their_own(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch, command: Run
) -> None:
    rows = (("am", "Board meeting"), ("pm", "BOARD Meeting"), ("other", "Board"))
    meetings = [f"  - {{id: {id_}, title: {title}, kind: board, date: 2027-04-05}}" for id_, title in rows]
    root = make_project({"meetings.yaml": "\n".join(["meetings:", *meetings])})
    monkeypatch.chdir(root)
    for id_, _ in rows:
        assert command("render", "--meeting", id_, "--format", "md").code == 0
    made = {path.name for path in (root / "build").iterdir() if path.is_dir()}
    assert {
        "2027-04-05 Board meeting am packet", "2027-04-05 BOARD Meeting pm packet", "2027-04-05 Board packet",
    } <= made  # fmt: skip


def test_names_of_files_are_safe_everywhere() -> None:
    assert readable_name("Café: “What’s next?” <a/b>\\c|*") == "Cafe Whats next a b c"
    assert readable_name("会议") == ""
    assert readable_name("word " * 40) == ("word " * 12).strip()
