"""A recorded session: what yaml-language-server offers, marks, and says in the Colorado example.

VS Code, Neovim, Helix, and others run this server. It comes from npm, so where npm or its registry does not
answer, the session is skipped; the same places are then looked at in the schema itself.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from language_server import LanguageServer
from schema_samples import EXAMPLES, complaints

from pathwayctl.app import open_project
from pathwayctl.assets import templates
from pathwayctl.schema.known_ids import known_ids
from pathwayctl.schema.project_schema import project_schema, schema_text
from pathwayctl.source.reading import read

COLORADO = next(one for one in EXAMPLES if one.name == "colorado_sector")
SERVER = "yaml-language-server@2.0.0"
TASK = "tasks:\n  - id: a-new-task\n    title: A new task\n"
STEP = "Define the scope of the partnership"
NO_PARTY = "No person, organization, or team in this project has this id."
PERSON = "people:\n  - id: new-person\n    name: New Person\n"

COMPLETIONS = [
    pytest.param(f"{TASK}    owner: ", {"teresa-maldonado": "Teresa Maldonado (person)"}, id="owner"),
    pytest.param(f"{TASK}    deputy: te", {"teresa-maldonado": "Teresa Maldonado (person)"}, id="begun"),
    pytest.param(
        f"{TASK}    depends_on: [", {"appoint-core-team": "Appoint the core team"}, id="in brackets"
    ),
    pytest.param(f"{TASK}    depends_on:\n      - ", {"step-1": STEP}, id="list"),
    pytest.param(f"{TASK}    assigned: {{te", {"teresa-maldonado": ""}, id="name of a field"),
    pytest.param(f"{TASK}    status: ", {"in-progress": "In progress", "done": "Done"}, id="vocabulary"),
    pytest.param(f"{TASK}    as_late_as_possible: ", {"true": "", "false": ""}, id="true or false"),
    pytest.param(f"{TASK}    dur", {"duration": "Working time"}, id="field"),
    pytest.param(f"{PERSON}    organization: ", {"cache-plains-college": ""}, id="organization"),
    pytest.param("tasks:\n  - ", {"New task": "A new task, with the fields to fill in"}, id="snippet"),
    pytest.param("ris", {"risks": "Events that may help or hurt the project"}, id="section"),
]
"""What is typed, the cursor at its end, and what is offered, with what is shown beside it."""

DIAGNOSTICS = [
    pytest.param(
        f"{TASK}    owner: teresa-maldonada\n",
        (3, 11),
        "No person, organization, or team in this",
        id="owner",
    ),
    pytest.param(f"{TASK}    depends_on: [step-99 SS+2d]\n", (3, 17), "No task in this", id="depends_on"),
    pytest.param(f"{TASK}    durration: 3d\n", (3, 4), "Property durration is not allowed", id="field"),
    pytest.param(f"{TASK}    duration: 3 days\n", (3, 14), "this: duration: 10d", id="duration"),
    pytest.param(f"{TASK}    status: finished\n", (3, 12), "Write planned, in-progress, done", id="word"),
    pytest.param(f"{TASK}    deadline: March 31\n", (3, 14), "this: deadline: 2027-03-31", id="day"),
    pytest.param("goals:\n  - id: a-goal\n", (1, 4), "Missing property", id="missing"),
]
"""What is typed, the place that is marked (line and column from 0), and the message."""

CLEAN = [
    f"{TASK}    owner: [teresa-maldonado, cache-plains-college]\n    depends_on: [step-1, step-1 SS+2d]\n",
    f"{TASK}    owner:\n    status:\n    depends_on:\n    cost: $1,200\n    duration: 2w\n",
    f"{TASK}    assigned: {{teresa-maldonado: 0.5}}\n    window: October 2027\n",
    "meetings:\n",
    "",
]

HOVERS = [
    pytest.param(f"{TASK}    owner: teresa-maldonado\n", "owner", "`owner: teresa-maldonado`", id="field"),
    pytest.param(f"{TASK}    status: in-progress\n", "in-progress", "`in-progress`: In progress", id="word"),
    pytest.param(
        f"{TASK}    depends_on: [step-1]\n", "step-1", "Define the scope of the partnership", id="id"
    ),
    pytest.param("risks:\n", "risks", "Events that may help or hurt the project", id="section"),
]
"""What is typed, the word under the pointer, and what is said of it."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("editor") / "project"
    shutil.copytree(COLORADO, root)
    (root / ".pathwayctl").mkdir()
    text = schema_text(known_ids(open_project(root).index, "test"))
    (root / ".pathwayctl" / "schema.json").write_text(text, "utf-8")
    (root / "baselines").mkdir()
    (root / "baselines" / "approved.yaml").write_text("baseline: {name: approved}\n", "utf-8")
    return root


@pytest.fixture(scope="module")
def server(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("Node.js is not installed")
    folder = tmp_path_factory.mktemp("npm")
    command = [
        npm,
        "install",
        "--prefix",
        str(folder),
        "--no-audit",
        "--no-fund",
        "--cache",
        f"{folder}/cache",
        SERVER,
    ]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    except (subprocess.SubprocessError, OSError):
        pytest.skip("npm cannot install yaml-language-server here")
    settings = json.loads((templates() / "editors" / "settings.json").read_text("utf-8"))
    script = folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    running = LanguageServer(script, project, settings)
    yield running
    running.stop()


@pytest.fixture
def file(project: Path, request: pytest.FixtureRequest) -> Path:
    """A file of its own for each test, so that no answer is about another one."""
    return project / "work" / f"new-{abs(hash(request.node.name))}.yaml"


@pytest.mark.parametrize(("text", "offered"), COMPLETIONS)
def test_completion(server: LanguageServer, file: Path, text: str, offered: dict[str, str]) -> None:
    server.open(file, text)
    lines = text.split("\n")
    found = server.at("completion", file, len(lines) - 1, len(lines[-1]))["items"]
    said = {one["label"]: json.dumps(one.get("documentation") or "") for one in found}
    for label, about in offered.items():
        assert label in said
        assert about in said[label]


@pytest.mark.parametrize(("text", "place", "message"), DIAGNOSTICS)
def test_diagnostic(
    server: LanguageServer, file: Path, text: str, place: tuple[int, int], message: str
) -> None:
    (found,) = server.open(file, text)
    assert (found["range"]["start"]["line"], found["range"]["start"]["character"]) == place
    assert message in found["message"]


@pytest.mark.parametrize("text", CLEAN)
def test_nothing_to_say(server: LanguageServer, file: Path, text: str) -> None:
    assert server.open(file, text) == []


@pytest.mark.parametrize(("text", "word", "said"), HOVERS)
def test_hover(server: LanguageServer, file: Path, text: str, word: str, said: str) -> None:
    server.open(file, text)
    before = text[: text.rindex(word) + 1]
    found = server.at("hover", file, before.count("\n"), len(before) - before.rfind("\n") - 1)
    assert said in found["contents"]["value"]


def test_no_file_of_the_example_is_red(server: LanguageServer, project: Path) -> None:
    for path in sorted(project.rglob("*.yaml")):
        if path.is_file():
            assert server.open(path, path.read_text("utf-8")) == [], path


@pytest.mark.parametrize(("text", "place", "message"), DIAGNOSTICS)
def test_the_schema_alone_marks_the_same(text: str, place: tuple[int, int], message: str) -> None:
    assert len(complaints(SCHEMA, read(text.encode()).value)) == 1


@pytest.mark.parametrize("text", CLEAN)
def test_the_schema_alone_has_nothing_to_say(text: str) -> None:
    assert complaints(SCHEMA, read(text.encode()).value) == []


@pytest.mark.parametrize(
    ("steps", "id_", "name"),
    [
        (("tasks", "owner"), "teresa-maldonado", "Teresa Maldonado (person)"),
        (("tasks", "depends_on"), "step-1", "Define the scope of the partnership"),
        (("people", "organization"), "cache-plains-college", ""),
        (("tasks", "status"), "in-progress", "In progress"),
    ],
)
def test_the_schema_alone_offers_the_same(steps: tuple[str, ...], id_: str, name: str) -> None:
    assert name in dict(offered_at(SCHEMA, steps))[id_]


SCHEMA = project_schema(known_ids(open_project(COLORADO).index, "test"))


def offered_at(schema: dict[str, Any], steps: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The words of every list of words that the schema has at some steps, each with its explanation."""
    here = [schema]
    for step in (*steps, ""):
        found = []
        while here:
            one = here.pop()
            if "$ref" in one:
                here.append(SCHEMA["definitions"][one["$ref"].rpartition("/")[2]])
            here += [
                *one.get("allOf", ()),
                *one.get("anyOf", ()),
                *(one[key] for key in ("then", "else") if key in one),
            ]
            here += [one["items"]] if "items" in one else []
            if step in one.get("properties", {}):
                found.append(one["properties"][step])
            elif not step and "enum" in one:
                yield from zip(one["enum"], one["markdownEnumDescriptions"], strict=False)
        here = found
