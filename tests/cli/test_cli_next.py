"""``pathwayctl next``, as a facilitator uses it."""

from __future__ import annotations

import json
import re
import shlex
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from commands import Run, runner

from conftest import MakeProject
from pathwayctl.reporters.lines import width_of
from pathwayctl.scaffolds import ABOUT, lay_out, scaffold
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
EXAMPLE = Path(__file__).parents[2] / "examples" / "colorado_sector"

HEAD = "pathwayctl: 1\nproject:\n  name: Our *partnership*\n  start: 2027-01-04\n  guides: [%s]\n"
BEGUN = {
    "pathway.yaml": HEAD % "sector",
    "partnership.yaml": (
        'partnership:\n  scope: Machining\n  region: Two counties\n  naics: ["3327"]\n'
        "  labor_market_brief: 640 companies\n"
    ),
    "partners.yaml": (
        "organizations:\n  - {id: shop, name: Shop, category: business-industry-workforce}\n"
        "  - {id: mill, name: Mill, category: business-industry-workforce}\n"
    ),
    "invitations.yaml": "invitations: [{id: i, to: shop, sent: 2027-01-05}]\n",
    "meetings.yaml": (
        "meetings:\n  - {id: launch, title: The launch | *at* last, kind: sector-launch, date: 2027-02-01}\n"
    ),
    "talent.yaml": "priorities: []\noccupations:\n  - {id: welder, title: Welder}\n",
    "work.yaml": (
        "tasks:\n"
        "  - {id: scope, title: Check the scope, step: 1, duration: 5d}\n"
        + "".join(
            f"  - {{id: t{n}, title: Task {n}, step: 3, duration: {n}d, depends_on: [scope]}}\n"
            for n in range(1, 6)
        )
    ),
}


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("next", "my-project")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def begun(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> str:
    """The folder of a project that has taken its first two steps, named from the current folder."""
    monkeypatch.chdir(make_project(dict(BEGUN)).parent)
    return "project"


def test_the_next_step_with_what_is_lacking_and_what_to_type(begun: str, command: Run) -> None:
    done = command("next", begun)
    assert (done.code, done.err) == (0, "")
    check_snapshot(EXPECTED / "next-begun.txt", done.out)
    prose = [text for text in done.out.splitlines() if not text.startswith("pathwayctl ")]
    assert max(map(width_of, prose)) <= 80


def test_a_new_project_is_helped_to_find_where_to_begin(
    make_project: MakeProject, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make_project({"pathway.yaml": HEAD % "sector"}))
    done = command("next")
    check_snapshot(EXPECTED / "next-new.txt", done.out)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_whatever_the_width_nothing_stands_out(
    width: int, begun: str, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for guide in ("ccrs", "components", "grades-9-14", "sector"):
        typed = command("next", begun, "--guide", guide).out.splitlines()
        prose = [text for text in typed if not re.match(r" *(- |, )?[{\w-]+:|pathwayctl ", text)]
        assert max(map(width_of, prose)) <= min(width, 100)


def test_the_same_words_every_time_and_no_blanks_at_the_ends(begun: str, command: Run) -> None:
    first, second = (command("next", begun, "--guide", "ccrs,sector") for _ in range(2))
    assert first == second
    assert not any(text != text.rstrip() for text in first.out.splitlines())


def test_every_state_stands_in_words_also_where_there_is_colour(
    begun: str, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = command("next", begun).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    painted = command("next", begun).out
    assert "\x1b[32mdone" in painted
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == plain


def test_guides_come_in_the_order_of_the_project(make_project: MakeProject, command: Run) -> None:
    root = make_project({"pathway.yaml": HEAD % "sector, ccrs, sector"})
    found = re.findall(r"^\w.* \(([a-z0-9-]+)\)$", command("next", str(root)).out, re.MULTILINE)
    assert found == ["sector", "ccrs"]


def test_a_project_without_a_guide_is_told_which_there_are(make_project: MakeProject, command: Run) -> None:
    root = str(make_project())
    done = command("next", root)
    assert done.code == 0
    assert done.out == (
        "This project does not follow a guide yet. There are four:\n"
        "  ccrs: Designing a Career Pathways System\n"
        "  components: Stakeholder roles in seven components\n"
        "  grades-9-14: Grades 9-14 one-year work plan\n"
        "  sector: Creating Career Pathways in Colorado: 17 steps\n"
        "Name yours in pathway.yaml, under project:, such as guides: [sector]\n"
        "Or look at one without following it: pathwayctl next --guide sector\n"
    )
    assert "(sector)" in command("next", root, "--guide", "sector").out
    assert json.loads(command("next", root, "--format", "json").out)["guides"] == []
    assert "does not follow a guide yet" in command("next", root, "--format", "markdown").out


def test_a_project_with_errors_is_looked_at_all_the_same(
    make_project: MakeProject, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = {**BEGUN, "work.yaml": "tasks:\n  - {id: a, title: A, owner: nobody, step: 1, duration: ten}\n"}
    root = make_project(dict(broken))
    done = command("next", str(root))
    assert done.code == 0
    said = " ".join(done.out.split())
    assert "The project has 2 errors, and anything with an error is not counted here:" in said
    assert f"pathwayctl validate {root}" in said
    monkeypatch.chdir(root)
    assert command("next").out.endswith("not counted here:\npathwayctl validate\n")
    assert json.loads(command("next", "--format", "json").out)["errors"] == 2
    assert "> The project has 2 errors" in command("next", "--format", "markdown").out


def test_a_broken_main_file_hides_no_error(make_project: MakeProject, command: Run) -> None:
    done = command("next", str(make_project({"pathway.yaml": "project: [\n"})))
    assert done.code == 0
    assert "does not follow a guide yet" in done.out
    assert "The project has 1 error" in done.out


def test_where_there_is_no_project(tmp_path: Path, command: Run) -> None:
    done = command("next", str(tmp_path))
    assert (done.code, done.out) == (2, "")
    assert "no pathway.yaml" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--guide", "sektor"), "There is no guide “sektor”. Did you mean “sector”?"),
        (("--format", "pdf"), "There is no format “pdf”."),
    ],
)
def test_what_is_mistyped_is_told(words: tuple[str, ...], said: str, begun: str, command: Run) -> None:
    done = command("next", begun, *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def as_json(command: Run, *words: str) -> Any:
    return json.loads(command("next", *words, "--format", "json").out)


def test_json_for_other_programs(begun: str, command: Run) -> None:
    document = as_json(command, begun)
    assert list(document) == ["version", "errors", "guides"]
    assert (document["version"], document["errors"]) == (1, 0)
    (guide,) = document["guides"]
    assert list(guide) == ["guide", "title", "counts", "next", "items"]
    assert guide["counts"] == {"not-begun": 13, "work-open": 1, "under-way": 2, "done": 1}
    assert guide["next"] == "define-scope"
    scope, _, launch, *_ = guide["items"]
    assert scope["state"] == "work-open"
    assert scope["open_tasks"] == [
        {"id": "scope", "title": "Check the scope", "start": "2027-01-04", "finish": "2027-01-08"}
    ]
    assert (launch["number"], launch["group"]) == (3, "Part I: Build the Sector Partnership")
    assert launch["evidence"] == ["launch meeting planned"]
    assert launch["lacks"][0] == {
        "text": "“The launch | *at* last” has no agenda yet.",
        "section": "meetings",
        "file": "meetings.yaml",
        "line": 2,
        "edits": [
            {
                "how": "In meetings.yaml, line 2, add before the closing brace:",
                "lines": [", agenda: [{title: What is growing, minutes: 45}]"],
            }
        ],
        "commands": [f'pathwayctl add launch.agenda --title "What is growing" --minutes 45 -p {begun}'],
        "note": None,
        "snippet": "meetings:\n  - id: launch\n    agenda:\n      - {title: What is growing, minutes: 45}",
    }
    assert len(launch["open_tasks"]) == 5
    ccrs = as_json(command, begun, "--guide", "ccrs")["guides"][0]
    assert ccrs["items"][0]["number"] is None
    assert ccrs["items"][0]["sign"] is None


def test_all_snippets_of_the_json_can_be_read(begun: str, command: Run) -> None:
    document = as_json(command, begun, "--guide", "ccrs, components, grades-9-14, sector")
    lacks = [lack for guide in document["guides"] for item in guide["items"] for lack in item["lacks"]]
    assert len(lacks) > 50
    for lack in lacks:
        read = yaml.safe_load(lack["snippet"])
        assert isinstance(read, list) or list(read) == [lack["section"]]
        assert lack["file"].endswith(".yaml")


def test_markdown_for_a_wiki(begun: str, command: Run) -> None:
    done = command("next", begun, "--format", "markdown")
    assert (done.code, done.err) == (0, "")
    check_snapshot(EXPECTED / "next-begun.md", done.out)


def test_markdown_of_a_new_project(make_project: MakeProject, command: Run) -> None:
    root = str(make_project({"pathway.yaml": HEAD % "sector"}))
    text = command("next", root, "--format", "markdown").out
    assert "- A project may begin at any step" in text
    assert text.count("You are past this step if: ") == 17


def how(command: Run, root: Path) -> list[str]:
    """How to type what comes next: the lines that say where."""
    text = command("next", str(root)).out
    said = re.findall(r"^   (In .*|At the end .*)$((?:\n   \S.*$)?)", text, re.MULTILINE)
    return [" ".join("".join(parts).split()) for parts in said]


def test_where_to_type_follows_the_files(make_project: MakeProject, command: Run) -> None:
    files = {**BEGUN, "work.yaml": "tasks: []\n"}
    root = make_project(files)
    assert how(command, root) == [
        "In meetings.yaml, line 2, add before the closing brace:",
        "In meetings.yaml, line 2, add before the closing brace:",
        "In talent.yaml, change line 1 to:",
    ]
    (root / "talent.yaml").write_text("goals: []\n", "utf-8")
    assert how(command, root)[2] == "In a new file goals.yaml, write:"
    (root / "goals.yaml").write_text("goals:\n", "utf-8")
    assert how(command, root)[2] == "At the end of goals.yaml, add:"
    (root / "goals.yaml").write_text("priorities:\n", "utf-8")
    assert how(command, root)[2] == "In goals.yaml, add below line 1 (“priorities:”):"


PARTIES = """\
people: [{id: dana-ruiz, name: Dana Ruiz, category: k-12}]
organizations:
  - {id: harrow-ridge, name: Harrow Ridge, category: business-industry-workforce}
  - {id: your-college, name: Your College, category: postsecondary}
occupations: [{id: machinist, title: Machinists}]
ksas: [{id: read-prints, title: Read prints, kind: skill}]
"""


@pytest.mark.parametrize("guide", ABOUT)
def test_commands_do_what_the_lines_do(guide: str, tmp_path: Path, command: Run) -> None:
    """Those of a gap can be typed one after the other, as they are shown."""
    root = tmp_path / "p"
    assert lay_out(root, scaffold((guide,), "Example", date(2027, 1, 4), {})) is None
    (root / "zz.yaml").write_text(PARTIES, "utf-8")
    (report,) = as_json(command, str(root))["guides"]
    found = [lack["commands"] for item in report["items"] for lack in item["lacks"] if lack["commands"]]
    by_kind = {re.sub(r"( [\w-]+\.| --).*| [\w-]+ -p.*", "", lines[0]): lines for lines in found}
    assert len(by_kind) > 2
    for line in (line for lines in by_kind.values() for line in lines):
        done = command(*shlex.split(line)[1:])
        assert done.code == 0, f"{line}: {done.err}"
        assert re.search("Changed|Created", done.out), line


def test_everything_that_is_missing_is_shown_where_that_is_asked_for(begun: str, command: Run) -> None:
    short, whole = command("next", begun).out, command("next", begun, "--all").out
    assert f"To see everything that is missing:\npathwayctl next {begun} --all\n" in short
    assert "--all" not in whole
    missing = [
        lack
        for guide in as_json(command, begun)["guides"]
        for item in guide["items"]
        for lack in item["lacks"]
    ]
    said = " ".join(whole.split())
    assert all(" ".join(lack["text"].split()) in said for lack in missing)
    assert "…" not in short
    markdown = command("next", begun, "--all", "--format", "markdown").out
    assert markdown.count("```yaml") >= len(missing)


def test_everything_that_is_done_is_said_to_be(make_project: MakeProject, command: Run) -> None:
    from pathwayctl.guidance.report import GuideReport
    from pathwayctl.loading.project import load
    from pathwayctl.model.vocabulary import Guide
    from pathwayctl.reporters.guidance.view import GuidanceReport
    from pathwayctl.reporters.lines import plain
    from pathwayctl.reporters.registry import GUIDANCE

    report = GuidanceReport(load(make_project()), (GuideReport(Guide.SECTOR, "step", ()),))
    assert "Every step is done." in plain(GUIDANCE.writer("table")(report, 80))
    assert "\nEvery step is done.\n" in plain(GUIDANCE.writer("markdown")(report, 80))
    assert json.loads(plain(GUIDANCE.writer("json")(report, 80)))["guides"][0]["next"] is None


def test_texts_of_the_project_stay_texts(make_project: MakeProject, command: Run) -> None:
    launch = (
        'meetings: [{id: l, title: "A\\e[31m | <b>", kind: sector-launch, actions: [{title: "``` B"}]}]\n'
    )
    priorities = "priorities: [{id: p, title: Quick results}]\n"
    files = {**BEGUN, "meetings.yaml": launch, "talent.yaml": priorities, "work.yaml": "tasks: []\n"}
    root = str(make_project(files))
    assert "\x1b" not in command("next", root).out
    done = command("next", root, "--format", "markdown").out
    assert "\\<b>" in done
    assert "\n````yaml\n" in done


def test_the_example(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLE)
    done = command("next")
    assert (done.code, done.err) == (0, "")
    check_snapshot(EXPECTED / "next-example.txt", done.out)
