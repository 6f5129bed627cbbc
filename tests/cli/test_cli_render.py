"""``pathwayctl render``, as a facilitator uses it."""

from __future__ import annotations

import json
import webbrowser
from pathlib import Path

import pytest
from commands import Run, runner

from conftest import HEAD, MakeProject
from pathwayctl.evidence.packets import PACKETS
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.rendering import ready_pages
from pathwayctl.rendering.output_folder import LIST
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
EXAMPLE = Path(__file__).parents[2] / "examples" / "colorado_sector"
WORK = "tasks:\n  - {id: a, title: A, duration: 5d}\n"


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("render", "my-project")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project, ``project`` in the current folder."""
    root = make_project({"work.yaml": WORK})
    monkeypatch.chdir(root.parent)
    return root


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser was asked to show."""
    shown: list[str] = []

    def show(address: str) -> bool:
        shown.append(address)
        return len(shown) == 1

    monkeypatch.setattr(webbrowser, "open", show)
    return shown


def files_in(folder: Path) -> dict[str, bytes]:
    """Every page below a folder, by its name from there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != LIST
    }


def test_the_pages_of_the_example(tmp_path: Path, command: Run) -> None:
    done = command("render", str(EXAMPLE), "-o", str(tmp_path / "pages"), "--today", "2027-03-01")
    assert done.code == 0
    made = files_in(tmp_path / "pages")
    assert {name.rpartition(".")[2] for name in made} == {"html", "md"}
    for name in (
        "index.md",
        "index.html",
        "handouts/index.md",
        "handouts/1a-1.md",
        "handouts/4b.md",
        "implementation/index.html",
        "kickoff/index.md",
    ):
        check_snapshot(EXPECTED / "pages" / name, made[name].decode())


def test_the_pages_land_in_the_project_unless_told_otherwise(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = command("render", "project")
    number = len(files_in(project / "build"))
    assert (done.code, done.out) == (0, "Open project/build/index.html\n")
    assert done.err.startswith(f"Wrote {number} files to project/build.\n")
    again = command("render", "project", "--audience", "partners")
    assert again.err == f"Wrote 0 files to project/build; {number} files had not changed.\n"
    monkeypatch.chdir(project)
    assert command("render").out == "Open build/index.html\n"
    assert command("render", "-o", "../elsewhere").out == "Open ../elsewhere/index.html\n"
    assert files_in(project.parent / "elsewhere") == files_in(project / "build")


def test_what_is_asked_for_is_made_and_no_more(project: Path, command: Run) -> None:
    def made(*words: str) -> set[str]:
        folder = "out-" + "-".join(words).replace(",", "-")
        assert command("render", "project", "-o", folder, *words).code == 0
        return set(files_in(Path(folder)))

    assert made("--handout", "4C", "--format", "md") == {"index.md", "handouts/index.md", "handouts/4c.md"}
    assert {name.partition("/")[0] for name in made("--packet", "kickoff", "--format", "html")} == {
        "index.html",
        "handouts",
        "kickoff",
    }
    both = made("--packet", "implementation", "--handout", "1a-1,1a-2", "--format", "MD")
    assert {"implementation/index.md", "handouts/4b.md", "handouts/1a-1.md", "handouts/1a-2.md"} < both
    assert command("render", "project", "-o", "words", "--format", "md").out == "Read words/index.md\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--packet", "kickof"], "There is no packet “kickof”. Did you mean “kickoff”?"),
        (["--packet", ""], "The name of a packet is missing. The packets are "),
        (["--handout", "4z"], "There is no handout “4z”. "),
        (["--handout", "4b,"], "The name of a handout is missing. The handouts are "),
        (
            ["--format", "odt"],
            "There is no format “odt”. The formats are html, md, txt, pdf, docx, pptx, eml, and csv.",
        ),
        (
            ["--format", ""],
            "The name of a format is missing. The formats are html, md, txt, pdf, docx, pptx, eml, and csv.",
        ),
        (
            ["--format", "html,"],
            "The name of a format is missing. The formats are html, md, txt, pdf, docx, pptx, eml, and csv.",
        ),
        (
            ["--today", "1.3.2027"],
            "“1.3.2027” could be read in two ways. If you mean January 3, 2027, put the year first. Write",
        ),
        (["--today", ""], "“” is not a day. Days are written year, month, day. Write --today 2027-03-01"),
        (
            ["--format", "md", "--open"],
            "--open shows pages in a browser, so the formats must include html.\n",
        ),
        (["-o", "file"], "file/"),
        (["-o", "file/below"], "file/below/"),
    ],
)
def test_wrong_wishes_are_answered_and_nothing_is_made(
    words: list[str], said: str, project: Path, command: Run
) -> None:
    Path("file").write_text("mine", encoding="utf-8")
    done = command("render", "project", *words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(said)
    assert not (project / "build").exists()
    assert Path("file").read_text("utf-8") == "mine"


def test_a_folder_that_the_user_names_may_be_a_link_but_not_one_in_the_project(
    project: Path, command: Run
) -> None:
    Path("real").mkdir()
    Path("link").symlink_to("real")
    assert command("render", "project", "-o", "link", "--handout", "4b").out == "Open link/index.html\n"
    assert (Path("real") / "index.html").is_file()
    (project / "build").symlink_to("../real")
    done = command("render", "project")
    assert (done.code, done.out) == (2, "")
    assert "“build” is a link to another place." in done.err


@pytest.mark.parametrize(
    ("name", "options"),
    [("index.md", ()), ("index.html", ()), ("handouts/4b.md", ()), ("for-dana/index.md", ("--for", "dana"))],
)
def test_files_of_others_are_not_replaced(
    name: str, options: tuple[str, ...], project: Path, command: Run
) -> None:
    (project / "people.yaml").write_text("people:\n  - {id: dana, name: Dana}\n")
    mine = Path("out") / name
    mine.parent.mkdir(parents=True)
    mine.write_text("my own notes")
    before = files_in(Path("out"))
    done = command("render", "project", "-o", "out", *options)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"“out/{name}” is already there, and pathwayctl did not create it. Nothing was written. "
        "Choose another folder with -o, move the file away, or replace it with --force.\n"
    )
    assert files_in(Path("out")) == before
    assert command("render", "project", "-o", "out", *options, "--force").code == 0
    assert mine.read_text() != "my own notes"
    # From now on it is one of ours.
    assert command("render", "project", "-o", "out", *options, "--today", "2027-02-02").code == 0


def test_files_of_others_that_are_not_in_the_way_stay(project: Path, command: Run) -> None:
    notes = Path("out") / "handouts" / "notes.md"
    notes.parent.mkdir(parents=True)
    notes.write_text("my own notes")
    for audience in ("internal", "public"):
        assert command("render", "project", "-o", "out", "--audience", audience).code == 0
    assert notes.read_text() == "my own notes"


def test_a_run_that_was_cut_off_can_be_repeated(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pathwayctl import writing
    from pathwayctl.rendering import output_folder

    whole = writing.write
    written: list[str] = []

    def stopped(folder: Path, name: str, content: bytes) -> object:
        if len(written) == 5:
            raise KeyboardInterrupt
        written.append(name)
        return whole(folder, name, content)

    monkeypatch.setattr(output_folder, "write", stopped)
    assert command("render", "project", "-o", "out").code == 130
    monkeypatch.setattr(output_folder, "write", whole)
    assert command("render", "project", "-o", "out", "--today", "2027-02-02").code == 0


def test_a_folder_that_is_a_link_to_itself(project: Path, command: Run) -> None:
    Path("loop").symlink_to("loop")
    done = command("render", "project", "-o", "loop")
    assert (done.code, done.out) == (2, "")
    assert "is a link to another place" in done.err
    done = command("schedule", "project", "-o", "loop")
    assert (done.code, done.out) == (2, "")
    assert "a link leads back to itself" in done.err
    done = command("init", "loop")
    assert (done.code, done.out) == (2, "")
    assert Path("loop").is_symlink()


def test_the_day_on_the_pages_is_never_the_clocks(
    make_project: MakeProject, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project({"work.yaml": WORK})
    page = root / "build" / "handouts" / "1a-1.md"

    def line(*words: str) -> str:
        done = command("render", str(root), "--packet", "kickoff", "--format", "md", *words)
        assert done.code == 0
        return page.read_text("utf-8").splitlines()[2]

    assert "As of" not in line()
    assert line("--today", "2027-03-01").endswith(" · As of March 1, 2027")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert line().endswith(" · As of January 15, 2027")
    assert line("--today", "2027-03-01").endswith(" · As of March 1, 2027")
    (root / "pathway.yaml").write_text(f"{HEAD}  status_date: 2027-02-01\n", encoding="utf-8")
    assert line().endswith(" · As of February 1, 2027")
    done = command("render", str(root), "--today", "2027-03-01")
    assert done.err.startswith(
        "The pages say “As of February 1, 2027”: a project’s status_date goes before --today.\n"
    )


def test_the_index_is_opened_in_a_browser(project: Path, command: Run, opened: list[str]) -> None:
    index = (project / "build" / "index.html").as_uri()
    done = command("render", "project", "--open")
    assert (done.code, done.out) == (0, "Open project/build/index.html\n")
    assert opened == [index]
    again = command("render", "project", "--open")
    assert again.code == 0
    assert again.err.endswith("No browser could be opened. Open the page yourself.\n")


def test_a_mistake_in_a_template_keeps_only_its_own_page_out(project: Path, command: Run) -> None:
    folder = project / "templates" / "handouts"
    folder.mkdir(parents=True)
    (folder / "4b.j2").write_text("Fine\n\n  {{ nothing.of_the_kind }}  \n", encoding="utf-8")
    (folder / "own-page.j2").write_text('{{ heading("Ours") }}\n', encoding="utf-8")
    done = command("render", "project")
    assert (done.code, done.out) == (1, "")
    assert "project/templates/handouts/4b.j2:3:3  error PW230\n" in done.err
    assert "\n  3 |   {{ nothing.of_the_kind }}\n    |   ^^^^^^^^^^^^^^^^^^^^^^^^^\n" in done.err
    made = files_in(project / "build")
    assert "handouts/own-page.md" in made
    assert "handouts/4c.md" in made
    assert "4b.md" not in made["implementation/index.md"].decode()
    assert not [name for name in made if "4b.md" in name]


def test_pages_of_own_templates_that_are_too_large_together_are_left_out(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project / "templates" / "handouts"
    folder.mkdir(parents=True)
    for name in ("a", "b", "c"):
        (folder / f"{name}.j2").write_text("{{ items(range(9)) }}", encoding="utf-8")
    (project / "packets.yaml").write_text("packets:\n  - {id: own, title: Own, handouts: [a, a, b, c]}\n")
    monkeypatch.setattr(ready_pages, "MOST_TOGETHER", 700)  # a page takes 209
    done = command("render", "project", "--packet", "own", "--format", "md")
    assert done.code == 1
    assert "become too large together" in done.err
    assert sorted(files_in(project / "build")) == [
        "handouts/a.md",
        "handouts/b.md",
        "index.md",
        "own/index.md",
    ]
    assert (project / "build/own/index.md").read_text().count("](../handouts/a.md)") == 2


def test_a_style_that_cannot_be_used_is_shown_as_far_as_it_may_be_read(
    project: Path, command: Run, tmp_path: Path
) -> None:
    style = project / "templates" / "style.css"
    style.parent.mkdir()
    style.write_text("a { color: red }\nb { background: url(https://example.org/x.png) }\n", encoding="utf-8")
    done = command("render", "project")
    assert done.code == 1
    assert "project/templates/style.css:2:1  error PW230\n" in done.err
    assert "\n  2 | b { background: url(" in done.err
    style.unlink()
    (tmp_path / "secret").write_text("not for everyone", encoding="utf-8")
    style.symlink_to(tmp_path / "secret")
    done = command("render", "project")
    assert done.code == 1
    assert "project/templates/style.css:1:1  error PW230\n" in done.err
    assert "not for everyone" not in done.err


def test_a_handout_of_ones_own_may_have_any_name(project: Path, command: Run) -> None:
    folder = project / "templates" / "handouts"
    folder.mkdir(parents=True)
    for name in ("index", "all", "Who-Owns", "KSA_list", "4b-blank", "_parts", "4c"):
        (folder / f"{name}.j2").write_text(f"Hello {name}\n", encoding="utf-8")
    assert command("render", "project").code == 0
    made = {name: text.decode() for name, text in files_in(project / "build").items()}
    for name in ("index-2", "all-2", "who-owns", "ksa-list", "4b-blank-2"):
        assert "Hello " in made[f"handouts/{name}.md"]
    assert made["handouts/index.md"].startswith("# All handouts\n")
    assert "- [KSA list](ksa-list.md): A handout of your own.\n" in made["handouts/index.md"]
    assert "Hello 4c" in made["handouts/4c.md"]
    assert "Hello" not in made["handouts/4b-blank.md"]
    assert "](../handouts/4b-blank.md)" in made["implementation/index.md"]
    assert not [name for name in made if "parts" in name]
    done = command("render", "project", "--handout", "WHO-owns,ksa_list", "--format", "md", "-o", "own")
    assert done.code == 0
    assert set(files_in(Path("own"))) == {
        "index.md",
        "handouts/index.md",
        "handouts/ksa-list.md",
        "handouts/who-owns.md",
    }


def test_pages_lead_to_the_ones_beside_them(project: Path, command: Run) -> None:
    command("render", "project", "--handout", "4a-1,4a-2,4c")
    made = {name: text.decode() for name, text in files_in(project / "build").items()}
    index = "[Handouts](index.md)"
    before, after = "[Previous: Pathways requirements, part 1](4a-1.md)", "[Next: Risk breakdown](4c.md)"
    assert f"\n{index} · {before} · {after}\n" in made["handouts/4a-2.md"]
    assert f"\n{index} · [Next: Pathways requirements, part 2](4a-2.md)\n" in made["handouts/4a-1.md"]
    assert "[All packets](../index.md)" in made["handouts/index.md"]
    assert "Everything on one page, to print" in made["handouts/index.html"]
    assert made["handouts/all.html"].count("<h2") >= 3


def test_the_front_page_says_what_the_project_is(make_project: MakeProject, command: Run) -> None:
    root = make_project({"pathway.yaml": f"{HEAD}  summary: Welders for the north\n"})
    command("render", str(root), "--format", "md")
    assert "\nWelders for the north\n" in (root / "build" / "index.md").read_text("utf-8")


def test_the_master_schedule_shows_the_projects_own_baseline(
    make_project: MakeProject, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = "pathwayctl: 1\nproject: {name: Example, start: 2027-01-04, baseline: approved}\n"
    root = make_project({"pathway.yaml": head, "work.yaml": WORK})
    monkeypatch.chdir(root.parent)
    page = Path("pages/handouts/4b.html")
    assert command("baseline", "save", "approved", "-p", "project").code == 0
    (root / "work.yaml").write_text(WORK.replace("5d", "9d"), "utf-8")
    assert command("render", "project", "--handout", "4b", "-o", "pages").code == 0
    assert ", baseline Jan 4, 2027 to Jan 8, 2027" in page.read_text("utf-8")
    outside = command("render", "project", "--handout", "4b", "-o", "outside", "--audience", "public")
    shown = [path.read_text("utf-8") for path in Path("outside").rglob("4b.html")]
    assert outside.code == 0
    assert shown
    assert not any(", baseline Jan" in text or ">Baseline<" in text for text in shown)


def test_a_mistake_in_a_template_is_told_with_what_was_made_all_the_same(
    make_project: MakeProject, command: Run
) -> None:
    root = make_project({"templates/handouts/4b.j2": "{{ no_such_thing() }}\n"})
    done = command("render", str(root), "--format", "md")
    assert done.code == 1
    assert done.err.startswith("Wrote ")
    assert "All other pages were made. Fix the template, then run this again." in done.err
    assert "Fix the errors first" not in done.err
    assert "stops the schedule" not in done.err


def test_a_mistake_that_leaves_no_page_says_that_nothing_was_made(
    make_project: MakeProject, command: Run
) -> None:
    root = make_project({"templates/style.css": "b { background: url(https://example.org/x.png) }\n"})
    done = command("render", str(root), "--format", "html")
    assert done.code == 1
    assert "Nothing was made. Fix the mistake, then run this again." in done.err
    assert "Wrote 0 files" not in done.err
    assert not (root / "build").exists()


def test_packets_and_handouts_are_listed_without_a_project(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = command("render", "--list")
    assert (shown.code, shown.err) == (0, "")
    check_snapshot(EXPECTED / "render-list.txt", shown.out)
    assert list(tmp_path.iterdir()) == []
    answer = json.loads(command("render", "--list", "--format", "json").out)
    assert [one["id"] for one in answer["packets"]] == [one.id for one in PACKETS]
    assert [one["id"] for one in answer["handouts"]] == [one.id for one in HANDOUTS]
    assert next(one for one in answer["handouts"] if one["id"] == "4b")["packets"] == [
        one.id for one in PACKETS if "4b" in one.handouts
    ]


def test_a_project_lists_its_own_packets_and_handouts_even_with_errors(project: Path, command: Run) -> None:
    (project / "packets.yaml").write_text(
        "packets:\n  - {id: retreat, title: Retreat, about: For the retreat., handouts: [4b, owners]}\n"
    )
    (project / "templates" / "handouts").mkdir(parents=True)
    (project / "templates" / "handouts" / "owners.j2").write_text("{{ prose(view.name) }}")
    (project / "work.yaml").write_text("tasks:\n  - {id: a, title: A, owner: nobody}\n")
    shown = command("render", "project", "--list")
    assert shown.code == 0
    assert "For the retreat. (4b, owners)" in " ".join(shown.out.split())
    assert "\n  owners " in shown.out
    assert not (project / "build").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--format", "pdf"), "There is no format “pdf”."),
        (("nowhere",), "There is no folder or file “nowhere”."),
    ],
)
def test_a_list_that_cannot_be_shown(words: tuple[str, ...], said: str, project: Path, command: Run) -> None:
    done = command("render", *words, "--list")
    assert (done.code, done.out) == (2, "")
    assert said in done.err


@pytest.mark.parametrize(
    ("words", "made"),
    [
        (("--handout", "master  Schedule"), "handouts/4b.html"),
        (("--handout", "Identifying stakeholders, part 1"), "handouts/1a-1.html"),
        (("--packet", "kickoff packet"), "kickoff/index.html"),
    ],
)
def test_titles_are_taken_for_ids(words: tuple[str, ...], made: str, project: Path, command: Run) -> None:
    assert command("render", "project", *words, "--format", "html").code == 0
    assert (project / "build" / made).is_file()
