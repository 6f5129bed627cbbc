"""What only follows from something that was refused is not reported beside it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from checking import HEAD

from pathwayctl.app import open_project
from pathwayctl.rule_pages import RulePage, rule_codes, rule_page

RULES = [rule_page(code) for code in rule_codes() if code > "PW3"]
LARGE = "PW576"
"""Its example is a list of 146 responsibilities."""
REFUSED = [[[1]]]
"""Nothing that any field takes."""
BROKEN = "{id: [x"
"""An entry that the parser cannot read, and that no correction makes readable."""
FROM_THE_CHECKS = "PW3"


def _places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a piece of data, the outer ones first."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for part, item in inner:
        yield (*path, part)
        yield from _places(item, (*path, part))


def _codes(project: dict[str, Any], folder: Path) -> Counter[str]:
    text = yaml.safe_dump(project, sort_keys=False, allow_unicode=True)
    (folder / "pathway.yaml").write_text(text.replace(f"'{BROKEN}'", BROKEN), "utf-8")
    return Counter(finding.code for finding in open_project(folder).findings)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in RULES if rule.code != LARGE])
def test_a_refused_value_is_the_only_thing_reported(rule: RulePage, tmp_path: Path) -> None:
    """In the good example of each rule, each value in turn is replaced by one that no field takes."""
    text = yaml.safe_load(rule.fixed) or {}
    project = json.loads(json.dumps({"pathwayctl": 1, "project": HEAD, **text}, default=str))
    before = _codes(project, tmp_path)
    for path in [path for path in _places(project) if len(path) > 1]:
        changed = json.loads(json.dumps(project))
        here = changed
        for part in path[:-1]:
            here = here[part]
        here[path[-1]] = REFUSED
        new = _codes(changed, tmp_path) - before
        assert not [code for code in new if code >= FROM_THE_CHECKS], (path, new)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in RULES if rule.code != LARGE])
def test_a_syntax_error_is_the_only_thing_reported(rule: RulePage, tmp_path: Path) -> None:
    """In the good example of each rule, each entry of a section in turn is replaced by a broken one."""
    text = yaml.safe_load(rule.fixed) or {}
    project = json.loads(json.dumps({"pathwayctl": 1, "project": HEAD, **text}, default=str))
    before = _codes(project, tmp_path)
    for section, number in [path for path in _places(project) if len(path) == 2 and isinstance(path[1], int)]:
        changed = json.loads(json.dumps(project))
        changed[section][number] = BROKEN
        new = _codes(changed, tmp_path) - before
        assert not [code for code in new if code >= FROM_THE_CHECKS], (section, number, new)


def test_what_has_nothing_to_do_with_it_is_still_reported(tmp_path: Path) -> None:
    project = {
        "pathwayctl": 1,
        "project": {"name": "Example", "start": "2027-01-04"},
        "tasks": [
            {"id": "a", "title": "A", "cost": "much", "owner": "nobody-known"},
            {"id": "b", "title": "B", "depends_on": ["c"]},
        ],
        "meetings": [
            {"id": "m", "title": "M", "kind": "team", "date": "soon"},
            {"id": "n", "title": "N", "kind": "team"},
        ],
    }
    assert set(_codes(project, tmp_path)) >= {"PW215", "PW303", "PW302", "PW209", "PW560"}
