"""``pathwayctl render`` for one audience or one person, with packets of the project's own, and as PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import Run, runner
from typst import TypstError

from conftest import MakeProject
from pathwayctl.rendering import pdf
from pathwayctl.rendering.output_folder import LIST

FILES = {
    "people.yaml": """\
people:
  - {id: dana-ruiz, name: Dana Ruiz, category: k-12, email: dana@example.org, phone: 555-0100}
  - {id: lee-park, name: Lee Park, category: cte, private: true}
""",
    "work.yaml": """\
tasks:
  - {id: draft, title: Draft it, duration: 5d, owner: dana-ruiz}
  - {id: parley, title: Parley with the plant, duration: 2d, private: true, depends_on: [draft]}
meetings:
  - {id: first, title: First meeting, kind: kickoff, date: 2027-02-01, invited: [dana-ruiz]}
  - {id: other, title: Other meeting, kind: team, date: 2027-02-02, invited: [lee-park]}
""",
    "packets.yaml": """\
packets:
  - id: for-principals
    title: For the principals
    about: What is planned
    cover: |
      Welcome to <all> of you.

      Second paragraph.
    logo: logo.svg
    handouts: [4b, 4c]
    titles: {4b: The year at a glance}
""",
    "logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>',
}


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("render", "my-project")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project, ``project`` in the current folder."""
    root = make_project(FILES)
    monkeypatch.chdir(root.parent)
    return root


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def all_text(folder: Path) -> str:
    return "\n".join((folder / name).read_text("utf-8") for name in sorted(names(folder)))


@pytest.mark.parametrize("audience", ["public", "partners"])
def test_pages_for_others_hold_no_contacts_and_nothing_private(
    project: Path, command: Run, audience: str
) -> None:
    assert command("render", "project", "--audience", audience).code == 0
    said = all_text(project / "build")
    for secret in ("dana@example.org", "555-0100", "Lee Park", "Parley with", "parley", "first-facilitator"):
        assert secret not in said
    assert "Draft it" in said


def test_pages_are_for_partners_unless_someone_else_is_named(project: Path, command: Run) -> None:
    done = command("render", "project")
    assert done.code == 0
    for secret in ("dana@example.org", "555-0100", "Lee Park", "Parley with", "parley", "first-facilitator"):
        assert secret not in all_text(project / "build")
    there = names(project / "build" / "handouts")
    assert {"sign-in-first.html", "agenda-first.html", "1a-1.html"} <= there
    assert done.err.splitlines()[-1] == (
        "Left out what is for your own staff only: Engagement of stakeholders, Budget, Agendas, "
        "Facilitator’s guide, My assignments, Invitations, Commitment forms, Letters after a meeting, and "
        "Reflection guide. Add --audience internal to make these pages too."
    )
    assert "Left out" not in command("render", "project", "--audience", "partners").err
    inside = command("render", "project", "--audience", "internal")
    assert "Left out" not in inside.err
    assert "dana@example.org" in all_text(project / "build")


@pytest.mark.parametrize(
    ("words", "who", "type_"),
    [
        (["engagement"], "your own staff", "internal"),
        (["4b,invitation"], "your own staff", "internal"),
        (["board", "--audience", "public"], "partners and your own staff", "partners"),
    ],
)
def test_a_handout_that_the_audience_does_not_get_is_refused_with_what_to_type(
    project: Path, command: Run, words: list[str], who: str, type_: str
) -> None:
    done = command("render", "project", "--handout", *words)
    name = words[0].rpartition(",")[2]
    said = f"The handout “{name}” is for {who} only. To make it, add: --audience {type_}\n"
    assert (done.code, done.out, done.err) == (2, "", said)
    assert not (project / "build").exists()


def test_the_public_gets_results_and_neither_gaps_nor_forms(project: Path, command: Run) -> None:
    assert command("render", "project", "--audience", "public", "--format", "md").code == 0
    made, said = names(project / "build" / "handouts"), all_text(project / "build")
    assert "**Gap:**" not in said
    assert r"\_\_\_" not in said
    assert "[ ]" not in said
    assert not made & {
        "1a-1.md",
        "1a-2.md",
        "4b-blank.md",
        "4c.md",
        "4d.md",
        "4e.md",
        "groups.md",
        "table-5.md",
    }
    assert {"4b.md", "1b.md", "agenda-first.md"} <= made
    assert command("render", "project", "--audience", "partners", "--format", "md").code == 0
    assert "**Gap:**" in all_text(project / "build")


def test_what_was_made_for_the_staff_is_swept_out_before_the_public_comes(
    project: Path, command: Run
) -> None:
    assert command("render", "project", "--audience", "internal").code == 0
    mine = project / "build" / "handouts" / "my-own.html"
    mine.write_text("mine", "utf-8")
    assert "dana@example.org" in all_text(project / "build")
    assert command("render", "project", "--audience", "public", "--packet", "kickoff").code == 0
    assert "dana@example.org" not in all_text(project / "build")
    assert mine.read_text("utf-8") == "mine"
    assert {name.partition("/")[0] for name in names(project / "build")} == {
        "kickoff", "index.html", "index.md", LIST, "handouts",
    }  # fmt: skip


def test_one_packet_more_leaves_the_others_and_the_front_page_leads_to_all(
    project: Path, command: Run
) -> None:
    assert command("render", "project", "--packet", "for-principals").code == 0
    assert command("render", "project", "--packet", "kickoff").code == 0
    assert command("render", "project", "--handout", "4b").code == 0
    front = (project / "build" / "index.html").read_text("utf-8")
    for folder in ("kickoff", "for-principals", "handouts"):
        assert f'href="{folder}/index.html"' in front
        assert (project / "build" / folder / "index.html").is_file()
    command("render", "project", "--format", "md")
    assert not [name for name in names(project / "build") if name.endswith(".html")]


def test_a_packet_of_ones_own_has_its_order_titles_cover_and_logo(project: Path, command: Run) -> None:
    assert command("render", "project", "--packet", "for-principals").code == 0
    folder = project / "build" / "for-principals"
    assert {name for name in names(project / "build") if name.endswith(".md")} == {
        "index.md", "for-principals/index.md", "handouts/4b-for-principals.md", "handouts/4c.md",
    }  # fmt: skip
    index = (folder / "index.html").read_text("utf-8")
    assert "<p>Welcome to &lt;all&gt; of you.</p>" in index
    assert "<p>Second paragraph.</p>" in index
    assert 'src="data:image/svg+xml;base64,' in index
    assert "The year at a glance" in index
    assert "Second paragraph." in (folder / "index.md").read_text("utf-8")
    assert 'src="data:image/svg+xml;base64,' in (folder / "all.html").read_text("utf-8")


def test_packets_that_were_made_before_stay_linked(project: Path, command: Run) -> None:
    assert command("render", "project", "--packet", "for-principals").code == 0
    assert command("render", "project", "--packet", "board").code == 0
    page = (project / "build" / "handouts" / "4b-at-a-glance.md").read_text("utf-8")
    assert "[Board packet](../board/index.md)" in page
    blank = (project / "build" / "handouts" / "4c.md").read_text("utf-8")
    for packet in ("[Board packet](../board/index.md)", "[For the principals](../for-principals/index.md)"):
        assert f"\n{packet} · [Previous: " in blank


@pytest.mark.parametrize(
    ("logo", "reason"),
    [
        ("nowhere.png", "is not there"),
        ("../outside.png", "is not in the project’s folder"),
        ("work.yaml", "is not a picture that a page can show"),
        ("large.png", "is larger than 1,000,000 bytes"),
        ("folder.png", "is not there"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_a_finding(
    project: Path, command: Run, logo: str, reason: str
) -> None:
    (project.parent / "outside.png").write_bytes(b"x")
    (project / "large.png").write_bytes(b"x" * 1_000_001)
    (project / "folder.png").mkdir()
    file = project / "packets.yaml"
    file.write_text(file.read_text("utf-8").replace("logo.svg", logo), "utf-8")
    done = command("validate", "project")
    assert done.code == 1
    assert f"The logo “{logo}” {reason}." in " ".join(done.out.split())
    assert "packets.yaml:9" in done.out


def test_what_one_person_gets(project: Path, command: Run) -> None:
    assert command("render", "project", "--for", "dana-ruiz").code == 0
    folder = project / "build" / "for-dana-ruiz"
    assert "agenda-first.html" in names(folder)
    assert "agenda-other.html" not in names(folder)
    done = command("render", "project", "--for", "dana-riuz")
    assert done.code == 2
    assert "Did you mean “dana-ruiz” (Dana Ruiz)?" in done.err


def test_what_several_people_get_is_made_in_one_run(project: Path, command: Run) -> None:
    done = command("render", "project", "--for", "dana-ruiz", "--for", "Lee Park", "--format", "md")
    assert done.code == 0
    assert (project / "build" / "for-dana-ruiz" / "index.md").is_file()
    assert (project / "build" / "for-lee-park" / "index.md").is_file()
    front = (project / "build" / "index.md").read_text("utf-8")
    assert front.index("for-dana-ruiz/index.md") < front.index("for-lee-park/index.md")


def test_what_one_person_gets_in_its_order(project: Path, command: Run) -> None:
    (project / "more.yaml").write_text(
        "invitations: [{id: ask-dana, to: dana-ruiz, meeting: first, rationale: Too few finish}]\n", "utf-8"
    )
    assert command("render", "project", "--for", "dana-ruiz", "--format", "md").code == 0
    folder = project / "build" / "for-dana-ruiz"
    index = (folder / "index.md").read_text("utf-8")
    order = [
        index.index(f"({name}.md)")
        for name in ("assignments-dana-ruiz", "invitation-dana-ruiz", "agenda-first")
    ]
    assert order == sorted(order)
    assert "| 1 | Draft it |" in (folder / "assignments-dana-ruiz.md").read_text("utf-8")
    assert "Too few finish" in (folder / "invitation-dana-ruiz.md").read_text("utf-8")


def test_whoever_leads_a_meeting_gets_the_copy_with_notes(project: Path, command: Run) -> None:
    file = project / "work.yaml"
    text = file.read_text("utf-8").replace("invited: [dana-ruiz]", "facilitator: dana-ruiz")
    file.write_text(text, "utf-8")
    assert command("render", "project", "--for", "dana-ruiz").code == 0
    assert "agenda-first-facilitator.html" in names(project / "build" / "for-dana-ruiz")
    assert command("render", "project", "--for", "dana-ruiz", "--audience", "partners").code == 0
    there = names(project / "build" / "for-dana-ruiz")
    assert "agenda-first.html" in there
    assert not [name for name in there if "assignments" in name or "facilitator" in name]


def test_the_board_report_compares_with_the_projects_own_baseline(project: Path, command: Run) -> None:
    assert command("baseline", "save", "approved", "-p", "project").code == 0
    head = project / "pathway.yaml"
    kept = head.read_text("utf-8")
    head.write_text(kept.replace("start: 2027-01-04", "start: 2027-01-04\n  baseline: approved"), "utf-8")
    work = project / "work.yaml"
    work.write_text(work.read_text("utf-8").replace("duration: 5d", "duration: 8d"), "utf-8")
    for audience in ("internal", "partners"):
        done = command("render", "project", "--packet", "board", "--format", "md", "--audience", audience)
        assert done.code == 0
        page = (project / "build" / "handouts" / "board.md").read_text("utf-8")
        assert "3 working days later" in page
        assert "Parley" not in page
    assert (project / "build" / "handouts" / "4c.md").is_file()
    command("render", "project", "--packet", "board", "--format", "md", "--audience", "public")
    assert not (project / "build" / "handouts" / "board.md").exists()


def test_slides_for_partners_come_without_notes(project: Path, command: Run) -> None:
    for audience, there in (("internal", True), ("partners", False)):
        words = ("render", "project", "--handout", "slides", "--format", "md", "--audience", audience)
        assert command(*words).code == 0
        page = (project / "build" / "handouts" / "slides-kickoff.md").read_text("utf-8")
        assert ("Speaker notes" in page) is there
        assert "First meeting" in page


def test_wrong_audiences_are_answered(project: Path, command: Run) -> None:
    done = command("render", "project", "--audience", "partner")
    assert done.code == 2
    assert "Did you mean “partners”?" in done.err


def test_a_letter_that_no_font_has_is_named(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_printed", lacking)
    done = command("render", "project", "--packet", "kickoff", "--format", "pdf")
    assert done.code == 2
    assert (
        "kickoff/kickoff.pdf could not be made. No font on this computer has the letters of “漢”." in done.err
    )
    assert not (project / "build").exists()


def lacking(packet: str, *, own_fonts_only: bool) -> bytes:
    words = 'PDF/UA-1 error: the text `"漢"` could not be displayed with font `"Public Sans"`'
    raise TypstError(words, words)


def test_a_packet_as_pdf_is_the_same_each_time(project: Path, command: Run) -> None:
    words = ("render", "project", "--packet", "for-principals", "--format", "pdf")
    assert command(*words).code == 0
    file = project / "build" / "for-principals" / "for-principals.pdf"
    data = file.read_bytes()
    assert data.startswith(b"%PDF-")
    assert b"/MarkInfo" in data  # tagged
    assert b"/Outlines" in data  # bookmarks
    assert names(project / "build") == {"for-principals/for-principals.pdf", LIST}
    again = command(*words)
    assert "1 file had not changed" in again.err
    assert file.read_bytes() == data
