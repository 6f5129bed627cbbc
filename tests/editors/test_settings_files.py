"""Settings of editors are added to a project's folder, and nothing that a user has set is lost."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from pathwayctl.editors.settings_files import EDITORS, plan_settings, write_settings
from pathwayctl.editors.settings_merge import merged_json, merged_lines, merged_section, whole


def set_up(root: Path, *editors: str) -> dict[str, str]:
    planned = plan_settings(root, editors)
    assert list(write_settings(root, planned)) == []
    return {one.name: one.done for one in planned}


@pytest.mark.parametrize("editor", EDITORS)
def test_each_editor_gets_its_files_once(editor: str, tmp_path: Path) -> None:
    assert set(set_up(tmp_path, editor).values()) == {"made"}
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert set(set_up(tmp_path, editor).values()) == {"complete"}
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_every_file_can_be_read_by_its_editor_and_names_the_schema(tmp_path: Path) -> None:
    set_up(tmp_path, *EDITORS)
    settings = json.loads((tmp_path / ".vscode/settings.json").read_text())
    assert list(settings["yaml.schemas"]) == ["./.pathwayctl/schema.json"]
    helix = tomllib.loads((tmp_path / ".helix/languages.toml").read_text())
    server = helix["language-server"]["yaml-language-server"]["config"]["yaml"]
    assert server["schemas"] == settings["yaml.schemas"]
    idea = ET.parse(tmp_path / ".idea/jsonSchemas.xml").iter("option")
    assert {"relativePathToSchema": ".pathwayctl/schema.json"}.items() <= {
        one.get("name", ""): one.get("value", "") for one in idea
    }.items()
    assert './.pathwayctl/schema.json"' in (tmp_path / ".nvim.lua").read_text()
    assert (tmp_path / ".pathwayctl/.gitignore").read_text() == "*\n!.gitignore\n"


def test_the_problem_matcher_reads_what_validate_writes(tmp_path: Path) -> None:
    set_up(tmp_path, "vscode")
    task, _ = json.loads((tmp_path / ".vscode/tasks.json").read_text())["tasks"]
    matcher = task["problemMatcher"]
    said = "work/plan.yaml:12:18: error PW303: “Launch” is owned by “dana”. Write dana-ruiz"
    found = re.match(matcher["pattern"]["regexp"], said)
    assert found
    parts = {name: found[number] for name, number in matcher["pattern"].items() if name != "regexp"}
    assert parts["file"] == "work/plan.yaml"
    assert (parts["line"], parts["column"], parts["severity"], parts["code"]) == (
        "12",
        "18",
        "error",
        "PW303",
    )
    assert re.match(matcher["background"]["beginsPattern"], "Checking the project.")
    assert re.match(matcher["background"]["endsPattern"], "Checked the project: 1 error.")


def test_settings_are_added_to_those_of_the_user() -> None:
    theirs = '{\n\t"files.encoding": "utf16le",\n\t"list": [1],\n\t"tasks": [{"label": "a", "x": 1}]\n}\n'
    tasks = '[{"label": "a"}, {"label": "b"}]'
    ours = f'{{"files.encoding": "utf8", "list": [1, 2], "tasks": {tasks}, "new": {{"k": 1}}}}'
    found = merged_json(theirs, ours)
    assert json.loads(found.text) == {
        "files.encoding": "utf16le",
        "list": [1, 2],
        "tasks": [{"label": "a", "x": 1}, {"label": "b"}],
        "new": {"k": 1},
    }
    assert '\n\t"new"' in found.text
    assert json.loads(found.lacking) == {"files.encoding": "utf8"}
    assert merged_json(found.text, ours).text == found.text


@pytest.mark.parametrize("theirs", ['// mine\n{"a": 1}', "[]", "", "[" * 100_000])
def test_what_is_not_plain_settings_stays_as_it_is(theirs: str) -> None:
    found = merged_json(theirs, '{"b": 2}')
    assert (found.text, found.lacking) == (theirs, '{"b": 2}')
    assert found.why


def test_lines_and_sections_are_added_at_the_end() -> None:
    assert merged_lines("build/\n*.tmp", "x/\nbuild/\n").text == "build/\n*.tmp\nx/\n"
    section = "[*.yaml]\nindent_size = 2\n"
    assert merged_section("root = true\n", section).text == f"root = true\n\n{section}"
    other = merged_section("[*.yaml]\nindent_size = 4\n", section)
    assert (other.text, other.lacking) == ("[*.yaml]\nindent_size = 4\n", section.strip())
    assert whole("a  b\n", "a b\n").lacking == ""
    assert whole("other\n", "a b\n").lacking == "a b\n"


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "project"
    outside.mkdir()
    root.mkdir()
    (root / ".vscode").symlink_to(outside)
    failed = list(write_settings(root, plan_settings(root, ["vscode"])))
    assert len(failed) == 3
    assert list(outside.iterdir()) == []
