"""Every block of every page does what the page says: files are valid, commands run, outputs are real.

- A ``yaml`` block is a part of a project without errors. If its first line is a comment with the name
  of a file, such as ``# work/launch.yaml``, it is that file in the project of the next commands; so are
  ``jinja`` and ``css`` blocks.
- The lines of an ``sh`` block are commands. A ``console`` block is a command after ``$`` and paragraphs of
  what it shows, in their order. Lines after ``>`` are answers to its questions.
- After a line ``cd NAME``, commands are given in that folder.
- A ``python`` block is run by the test of its page.
- Commands of git are run on the status date of the project.
- Commands that install are not run. The files that they name are the ones of this version.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import webbrowser
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from doc_pages import PAGES, ROOT, Block, blocks
from pathwayctl import __version__
from pathwayctl.app import open_project
from pathwayctl.checks import references
from pathwayctl.cli.main import run
from pathwayctl.cli.registry import COMMANDS
from pathwayctl.diagnostics import Severity
from pathwayctl.scaffolds import ABOUT
from repositories import Repository, repository

HEAD: Final = {"pathwayctl": 1, "project": {"name": "Example", "start": "2027-01-04"}}
EXAMPLE: Final = "examples/colorado_sector"
INSTALLERS: Final = {"uv", "pipx", "winget"}
LANGUAGES: Final = {"yaml", "jinja", "css", "sh", "powershell", "console", "mermaid", "python"}
WHEEL: Final = f"pathwayctl-{__version__}-py3-none-any.whl"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line in a folder, with answers; gives its exit code and all that it has shown."""
    for name in ("COLUMNS", "FORCE_COLOR", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(webbrowser, "open", lambda address: True)

    def run_it(line: str, folder: Path, answers: Iterator[str] | None = None) -> tuple[int, str]:
        monkeypatch.chdir(folder)
        if answers is not None:

            def answer(prompt: str) -> str:
                text = next(answers, None)
                if text is None:
                    raise EOFError
                sys.stdout.write(f"{prompt}{text}".rstrip() + "\n")
                return text

            monkeypatch.setattr(f"pathwayctl.cli.{line.split()[1]}.on_terminal", lambda: True)
            monkeypatch.setattr("builtins.input", answer)
        monkeypatch.setattr("sys.argv", shlex.split(line, comments=True))
        code = run()
        shown = capsys.readouterr()
        return code, shown.out + shown.err

    return run_it


@dataclass
class Desk:
    """The folder in which somebody follows a page: the examples in it, and the files named on the page."""

    folder: Path
    command: Run
    files: dict[str, str] = field(default_factory=dict)
    projects: int = 0
    home: Path | None = None
    known_elsewhere: frozenset[str] = frozenset()
    """The code of findings about ids, for a page with parts of larger projects."""

    def follow(self, block: Block) -> None:
        match block.language:
            case "yaml" if block.file.startswith(".github/"):
                self.check_workflow(block.text)
            case "yaml" if block.file == ".gitlab-ci.yml":
                check_schema("vendor.gitlab-ci", block.text, self.folder / "gitlab.yml")
                check_installation(block.text)
            case "yaml" | "jinja" | "css" if block.file:
                self.files[block.file] = block.content
            case "yaml":
                check_fragment(block.text, self.folder / "fragment", self.known_elsewhere)
            case "sh":
                for line in block.text.splitlines():
                    self.enter(line)
            case "console":
                first, _, shown = block.text.partition("\n")
                assert first.startswith("$ ")
                self.enter(first.removeprefix("$ "), shown)
            case "powershell":
                check_installation(block.text)

    def enter(self, line: str, shown: str = "") -> None:
        """Run a command; ``validate`` alone may end with findings."""
        if line.split()[0] in INSTALLERS:
            check_installation(line)
            return
        if line.startswith("cd "):
            self.home = self.folder / line.removeprefix("cd ")
            assert self.home.is_dir()
            return
        if line.startswith("git "):
            self.keep(line)
            return
        assert line.startswith("pathwayctl ")
        if line == "pathwayctl --version":  # this is answered before the program is loaded
            return
        answers = [row[1:].strip() for row in shown.splitlines() if row == ">" or row.startswith("> ")]
        code, said = self.command(line, self.place_for(line), iter(answers) if answers else None)
        assert code == 0 or (code == 1 and " validate" in line) or "was not removed" in shown, said
        assert in_order(shown, said), f"the page shows\n{shown}\nand the program says\n{said}"

    def keep(self, line: str) -> None:
        """Run git in the project of the page, on the day that the project says it is."""
        assert self.home is not None
        project = open_project(self.home).plan.project
        Repository(self.home).git(*shlex.split(line)[1:], day=str(project.status_date or project.start))

    def place_for(self, line: str) -> Path:
        """Where a command is given: beside the project that it names, or in the project of the page."""
        if "my-project" in line and " init " not in line and not (self.folder / "my-project").exists():
            code, said = self.command("pathwayctl init my-project", self.folder)
            assert code == 0, said
        if self.home is not None:
            return self.home
        if " init " in line or any((self.folder / word).exists() for word in shlex.split(line)[2:]):
            return self.folder
        self.projects += 1
        project = self.folder / f"project-{self.projects}"
        if "pathway.yaml" not in self.files:
            shutil.copytree(self.folder / EXAMPLE, project)
        for name, text in self.files.items():
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            (project / name).write_text(text, "utf-8")
        self.files.clear()
        if " diff" in line:
            repository(project).commit("2027-01-04")
        return project

    def check_workflow(self, text: str) -> None:
        """A workflow of GitHub: fits its schema, and its steps run as they are or are those of the action."""
        check_schema("vendor.github-workflows", text, self.folder / "workflow.yml")
        (job,) = yaml.safe_load(text)["jobs"].values()
        if "uses" in job:
            self.check_call(job)
            return
        first, *steps = job["steps"]
        assert first["uses"].startswith("actions/checkout@v")
        for step in steps:
            if step.get("uses", "").startswith("OWNER/"):
                assert step["uses"] == f"OWNER/pathwayctl@v{__version__}"
                assert {*step["with"]} <= {
                    *yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
                }
            elif "run" in step:
                self.enter(step["run"])

    def check_call(self, job: dict[str, Any]) -> None:
        """A workflow of ours that is called: it is there, and takes what it is given and asks for no more."""
        name, _, version = job["uses"].removeprefix("OWNER/pathwayctl/").partition("@")
        called = yaml.safe_load((ROOT / name).read_text("utf-8"))
        inputs = called[True]["workflow_call"]["inputs"]  # YAML 1.1 reads "on" as a truth value
        required = {key for key, one in inputs.items() if one.get("required")}
        assert version == job["with"]["tool-ref"] == f"v{__version__}"
        assert required <= set(job["with"]) <= set(inputs)


def check_schema(schema: str, text: str, file: Path) -> None:
    file.write_text(text, "utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def check_installation(text: str) -> None:
    assert set(re.findall(r"[\w.-]+\.whl", text)) <= {WHEEL}


def in_order(shown: str, said: str) -> bool:
    """Whether the paragraphs of one text stand in another, in their order."""
    place = 0
    for part in filter(None, shown.strip("\n").split("\n\n")):
        place = said.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return True


def check_fragment(text: str, folder: Path, but: frozenset[str] = frozenset()) -> None:
    """A part of a project has no errors ``but`` these, with no more than a name and a first day added."""
    told = yaml.safe_load(text)
    whole = {**HEAD, **told, "project": {**HEAD["project"], **told.get("project", {})}}  # type: ignore[dict-item]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    if not told.keys() & {"project", "pathwayctl"}:  # as it is written, with its quotes
        whole = HEAD
        (folder / "part.yaml").write_text(text, "utf-8")
    (folder / "pathway.yaml").write_text(yaml.safe_dump(whole, sort_keys=False, allow_unicode=True), "utf-8")
    errors = [one for one in open_project(folder).findings if one.severity is Severity.ERROR]
    assert [one for one in errors if one.code not in but] == []


@pytest.fixture
def desk(tmp_path: Path, command: Run) -> Desk:
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("build"))
    return Desk(tmp_path, command)


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if blocks(page) and page.name != "four-weeks.md"],
    ids=lambda page: page.name,
)
def test_a_page_works_as_printed(page: Path, desk: Desk) -> None:
    if page.name == "fields.md":
        desk.known_elsewhere = frozenset(rule.code for rule in references.RULES)
    for block in blocks(page):
        assert block.language in LANGUAGES, f"line {block.line}"
        desk.follow(block)
    if desk.files:  # files after the last command
        desk.enter("pathwayctl render")


def test_the_pages_have_blocks_of_every_kind() -> None:
    """So that no kind is passed over without a word."""
    assert {block.language for page in PAGES for block in blocks(page)} == LANGUAGES


def test_four_weeks_need_no_editor(desk: Desk) -> None:
    """From an empty folder, and no command that changes a project is left out."""
    page = blocks(ROOT / "docs" / "four-weeks.md")
    assert {block.language for block in page} == {"sh", "console"}
    for folder in desk.folder.iterdir():
        shutil.rmtree(folder)
    for block in page:
        desk.follow(block)
    lines = [line.removeprefix("$ ") for block in page for line in block.text.splitlines()]
    used = {line.split()[1] for line in lines if line.startswith("pathwayctl ")}
    (changes,) = (one.group for one in COMMANDS if one.name == "set")
    assert {one.name for one in COMMANDS if one.group == changes} <= used
    assert open_project(desk.folder / "valley").errors == ()


def test_what_a_style_shows_is_on_the_page(desk: Desk) -> None:
    (style,) = (block for block in blocks(ROOT / "docs" / "facilitators.md") if block.language == "css")
    desk.follow(style)
    desk.enter("pathwayctl render --handout 4b --format html")
    assert "font-family: Georgia" in (desk.folder / "project-1/build/handouts/4b.html").read_text("utf-8")


def test_a_wrong_output_is_noticed(desk: Desk) -> None:
    with pytest.raises(AssertionError, match="the page shows"):
        desk.enter(f"pathwayctl schedule {EXAMPLE}", "This is not what it says.")
    assert not in_order("b\n\na", "a b")
    assert in_order("a\n\nb", "a - b")


PERSON: Final = "people: []"


@pytest.mark.parametrize("guide", ABOUT)
def test_the_first_five_minutes(guide: str, desk: Desk) -> None:
    """The README from its beginning to the printed pages, with each guide."""
    lines = iter(block for block in blocks(ROOT / "README.md") if block.language in {"sh", "yaml"})
    begin = next(block for block in lines if " init " in block.text)
    desk.enter(begin.text.replace("--guide sector", f"--guide {guide}"))
    person = next(block for block in lines if block.language == "yaml")
    partners = desk.folder / "my-project" / "partners.yaml"
    text = partners.read_text("utf-8")
    assert text.count(f"\n{PERSON}\n") == 1
    partners.write_text(text.replace(PERSON, person.text.rstrip()), "utf-8")
    work = next((desk.folder / "my-project" / "work").glob("*.yaml"))
    text = work.read_text("utf-8")
    owned = re.sub(
        r"(?m)^( *)(title: .*)\n\1outcome:", r"\1\2\n\1owner: dana-ruiz\n\1outcome:", text, count=1
    )
    assert owned != text
    work.write_text(owned, "utf-8")
    for block in lines:
        if "my-project" in block.text:
            desk.follow(block)
    assert (desk.folder / "my-project/build/index.html").is_file()
    made = (desk.folder / "my-project/build/handouts/4b.html").read_text("utf-8")
    assert "Dana Ruiz" in made
