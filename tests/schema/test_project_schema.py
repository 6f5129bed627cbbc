"""The schema for editors says what the program says: red where a file is wrong, and nowhere else."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from schema_samples import EXAMPLES, complaints, in_json, red_in, schema_of

from conftest import MakeProject
from pathwayctl.app import open_project
from pathwayctl.checks import references
from pathwayctl.loading.fields import fits_at, keys, model_at
from pathwayctl.model.base import Model
from pathwayctl.model.plan import Plan
from pathwayctl.model.vocabulary import Word
from pathwayctl.rule_pages import rule_codes, rule_page
from pathwayctl.scaffolds import ABOUT, scaffold
from pathwayctl.schema.known_ids import known_ids
from pathwayctl.schema.project_schema import schema_text
from pathwayctl.source.reading import read

GENERAL = schema_of()
VALUES: tuple[Any, ...] = (
    *("dana-ruiz", "Dana Ruiz", "a--b", "10d", "2w", "10 days", "2027-01-04", "2027-13-04", "2027-10"),
    *("October 2027", "last business day of the month", "The 3rd Tuesday of each  month", "2 weeks", "often"),
    *("13:30", "9:05", "25:00", "$1,200", "1,200.50", "12%", "15 percent of juniors", "draft SS+2d"),
    *(" draft FS - 3ed ", "draft XX", "https://x.org/a", "ftp://x", "a@b.org", "48.0501", "3327", "31-33"),
    *("1S1", "07-01", "#1c4a73", "USD", "PW540", "51-4041.00", "13052", "planned", "k-12", "long-term"),
    *(-1, 0, 1, 4, 7, 17, 100, 101, 1999, 20_000, 0.5, -0.5, True, False, [], {}),
    *(["dana-ruiz"], ["Dana Ruiz"], ["dana-ruiz", "lee-park"], [1], ["long-term"], ["k-12"], ["mon"]),
    *(["draft SS+2d"], ["2027-01-04"], [{"title": "x"}], [{"group": "Table 1"}], {"title": "x"}),
    *(
        {"low": "5d", "likely": "10d", "high": "20d"},
        {"low": "5d"},
        {"text": "x"},
        {"college": "Front Range"},
    ),
    *({"from": "2027-01-04", "to": "2027-01-05"}, {"dana-ruiz": 0.5}, {"dana-ruiz": 0}),
)
"""Values that some field takes and others do not, in every form that a field can have."""


def fields() -> Iterator[tuple[tuple[str | int, ...], type[Model], str]]:
    """The path of every field, its model, and its name; a group that recurs comes once."""
    waiting: list[tuple[str | int, ...]] = [(name,) for name in Plan.model_fields]
    seen: set[type[Model]] = set()
    while waiting:
        path = waiting.pop()
        for group in (path, (*path, 0)):
            model = model_at(group)
            if model is not None and model not in seen:
                seen.add(model)
                for name in keys(model):
                    yield (*group, name), model, name
                    waiting.append((*group, name))


FIELDS = list(fields())


def field_schema(model: type[Model], name: str) -> dict[str, Any]:
    group = GENERAL["definitions"][model.__name__]
    group = group if "properties" in group else group["anyOf"][-1]
    found: dict[str, Any] = group["properties"][name]
    return found


@pytest.mark.parametrize(
    ("path", "model", "name"), FIELDS, ids=[".".join(map(str, one[0])) for one in FIELDS]
)
def test_a_field_takes_what_the_program_takes(
    path: tuple[str | int, ...], model: type[Model], name: str
) -> None:
    checked = Draft7Validator({**field_schema(model, name), "definitions": GENERAL["definitions"]})
    for value in VALUES:
        assert checked.is_valid(in_json(value)) == fits_at(path, value), value


def test_every_field_is_there_with_what_to_say_of_it() -> None:
    assert len(FIELDS) > 600
    for path, model, name in FIELDS:
        schema = field_schema(model, name)
        assert schema["title"], path
        assert schema["markdownDescription"].startswith(schema["description"]), path
    shown = [
        name for _, model, name in FIELDS if "Example: `" in field_schema(model, name)["markdownDescription"]
    ]
    assert len(shown) > 400


@pytest.mark.parametrize("value", [dt.date(2027, 1, 4), "2027-01-04"])
def test_a_day_is_a_day_with_quotes_or_without(value: object) -> None:
    entry = {"id": "a", "title": "A", "deadline": value}
    assert complaints(GENERAL, {"tasks": [entry]}) == []


def test_every_word_of_a_vocabulary_is_explained() -> None:
    vocabularies = [one for one in GENERAL["definitions"].values() if "enum" in one]
    assert len(vocabularies) == len(
        [one for one in Word.__subclasses__() if one.__name__ in GENERAL["definitions"]]
    )
    for one in vocabularies:
        assert len(one["markdownEnumDescriptions"]) == len(one["enum"]) - 1
        assert one["enum"][-1] is None, "a blank is allowed"


def test_every_pattern_is_one_that_editors_can_read() -> None:
    """JavaScript reads patterns in its strict mode, in which a needless backslash is an error."""
    text = json.dumps(GENERAL)
    patterns = sorted({json.loads(f'"{one}"') for one in re.findall(r'"pattern": "((?:[^"\\]|\\.)*)"', text)})
    assert len(patterns) > 15
    assert not [one for one in patterns if re.search(r"\\[^dsSwbDWn.$^()\[\]{}+*?/|\\-]|\(\?[P#<]", one)]


@pytest.mark.parametrize("root", EXAMPLES, ids=lambda one: one.name)
def test_nothing_is_red_in_the_examples(root: Path) -> None:
    assert list(red_in(root, GENERAL)) == []
    assert list(red_in(root, schema_of(root))) == []


@pytest.mark.parametrize("guides", [*([one] for one in ABOUT), list(ABOUT)], ids=lambda one: "-".join(one))
def test_nothing_is_red_in_a_new_project(guides: list[str], make_project: MakeProject) -> None:
    root = make_project(dict(scaffold(guides, "Demo", dt.date(2027, 1, 4), {})))
    assert list(red_in(root, schema_of(root))) == []


def test_another_validator_finds_nothing_in_the_examples(tmp_path: Path) -> None:
    for root in EXAMPLES:
        file = tmp_path / f"{root.name}.json"
        file.write_text(schema_text(known_ids(open_project(root).index, "test")), "utf-8")
        names = [str(one) for one in sorted(root.rglob("*.y*ml")) if "baselines" not in one.parts]
        found = subprocess.run(
            [sys.executable, "-m", "check_jsonschema", "--schemafile", str(file), *names],
            capture_output=True,
            text=True,
            check=False,
        )
        assert found.returncode == 0, found.stdout[-2000:]


NOT_OF_ONE_PLACE = {"PW212", "PW217"}
"""Errors that only a look at several values or files can find."""
OF_SHAPE = [code for code in rule_codes() if "PW201" <= code <= "PW222" and code not in NOT_OF_ONE_PLACE]
OF_REFERENCES = sorted({one.code for one in references.RULES})
SEEN = [code for code in (*OF_SHAPE, *OF_REFERENCES) if rule_page(code).triggers]
OF_BASELINES = range(230, 237)


@pytest.mark.parametrize("code", SEEN)
def test_what_a_rule_finds_is_red(code: str, make_project: MakeProject) -> None:
    rule = rule_page(code)
    root = make_project({"example.yaml": rule.triggers})
    assert list(red_in(root, schema_of(root)))


@pytest.mark.parametrize("code", SEEN)
def test_what_a_rule_asks_for_is_not_red(code: str, make_project: MakeProject) -> None:
    root = make_project({"example.yaml": rule_page(code).fixed})
    assert list(red_in(root, schema_of(root))) == []


def test_nothing_is_red_that_any_rule_asks_for() -> None:
    pages = [rule_page(code) for code in rule_codes() if code >= "PW2" and int(code[2:]) not in OF_BASELINES]
    texts = {page.code: page.fixed for page in pages if page.fixed}
    assert len(texts) > 200
    red = {code: complaints(GENERAL, read(text.encode()).value) for code, text in texts.items()}
    assert {code: said for code, said in red.items() if said} == {}


def test_the_ids_of_a_project_are_known(make_project: MakeProject) -> None:
    root = make_project(
        {
            "plan.yaml": "people:\n  - {id: lee-park, name: Lee _Park_}\n"
            "tasks:\n  - {id: launch, title: Launch}\n  - {id: call, title: Call, every: month, times: 2,"
            " duration: 1d}\n"
        }
    )
    known = schema_of(root)["definitions"]
    assert known["person"]["enum"] == ["lee-park", None]
    assert known["person"]["markdownEnumDescriptions"] == [r"Lee \_Park\_"]
    assert known["task"]["enum"] == ["launch", "call", "call-2027-01", "call-2027-02", None]
    assert known["person"]["errorMessage"] == "No person in this project has this id."


def test_while_a_file_cannot_be_read_no_id_is_red(make_project: MakeProject) -> None:
    root = make_project(
        {"a.yaml": "people:\n  - {id: lee-park, name: Lee}\n", "b.yaml": "tasks:\n  - id: [\n"}
    )
    schema = schema_of(root)
    assert schema["definitions"]["person"]["examples"] == ["lee-park"]
    assert complaints(schema, {"project": {"name": "A", "start": "2027-01-04", "facilitator": "who"}}) == []


def test_the_same_project_has_the_same_schema() -> None:
    texts = {schema_text(known_ids(open_project(EXAMPLES[0]).index, "1")) for _ in range(2)}
    assert len(texts) == 1
    outside = re.sub(r'"\$schema": "[^"]*"', "", texts.pop())
    assert '"$ref": "#/' in outside
    assert not re.search(r'"\$(ref|schema|id)": "[^#]', outside), "nothing is fetched"
