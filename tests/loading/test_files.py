"""Which files of a folder are read, and what is said of those that are not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from conftest import HEAD, MakeProject
from pathwayctl.loading import files
from pathwayctl.loading.files import name_meant
from pathwayctl.loading.nearby import misnamed_main_file, projects_below
from pathwayctl.loading.project import Loaded, load

GOALS = "goals:\n  - {id: a, title: A}\n  - {id: b, title: B}\n"


def said(loaded: Loaded) -> list[tuple[str, str, str, str]]:
    return [(one.code, one.file, one.message, one.hint) for one in loaded.findings]


@pytest.mark.parametrize("name", ["NEW GOALS.YAML", "goals.Yml", "goals.YML", "a.b.yaml"])
def test_capitals_in_the_ending_make_no_difference(name: str, make_project: MakeProject) -> None:
    loaded = load(make_project({name: GOALS}))
    assert [goal.id for goal in loaded.plan.goals] == ["a", "b"]
    assert loaded.findings == ()


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("goals.yaml.txt", "goals.yaml"),
        ("goals.YML.TXT", "goals.YML"),
        ("goals.yaml.docx", "goals.yaml"),
        ("goals.yaml (1)", "goals.yaml"),
        ("goals.yaml - Copy", "goals.yaml"),
        ("goals.yalm", "goals.yaml"),
        ("goals.ymal", "goals.yaml"),
        ("goals.yamll", "goals.yaml"),
        ("goals.yam", "goals.yaml"),
        ("goals_yaml", "goals.yaml"),
        ("goals,yml", "goals.yaml"),
        ("goals.yaml.bak", ""),
        ("goals.yaml~", ""),
        ("goals.txt", ""),
        ("goals.xml", ""),
        ("goals.may", ""),
        ("family", ""),
        ("yaml", ""),
        ("goals.yaml", ""),
    ],
)
def test_a_file_that_looks_meant_for_the_project_is_named(
    name: str, meant: str, make_project: MakeProject
) -> None:
    assert name_meant(name) == meant
    found = said(load(make_project({f"work/{name}": "goals: []\n"})))
    message = f"“{name}” is not read, because its name does not end in .yaml or .yml."
    hint = f"Rename it to {meant}, or move it out of the project folder."
    assert found == ([("PW192", f"work/{name}", message, hint)] if meant else [])


def test_where_the_right_name_is_taken_the_hint_says_what_to_do_with_both(make_project: MakeProject) -> None:
    (one,) = said(load(make_project({"work/goals.yaml": GOALS, "work/goals.yaml.txt": GOALS})))
    assert one[3] == "Copy what is new in it to work/goals.yaml, then delete it."


@pytest.mark.parametrize(
    ("copy", "text", "message", "hint"),
    [
        ("goals - Copy.yaml", GOALS, "All 2 entries of “goals - Copy.yaml” are copies", "Delete the file."),
        ("a.yaml", f"# mine\n{GOALS}", "All 2 entries of “goals.yaml” are copies", "Delete the file."),
        (
            "goals (Tom's conflicted copy).yaml",
            GOALS.replace("B", "C"),
            "All 2 entries of “goals (T",
            "differ",
        ),
        ("goals-TOMS-LAPTOP.yaml", GOALS.replace("B", "C"), "All 2 entries of “goals-TOMS", "differ"),
        (
            "goals (1).yaml",
            "goals:\n  - {id: b, title: B}\n",
            "The one entry of “goals (1).yaml” is",
            "differ",
        ),
    ],
)
def test_a_copy_is_named_once_and_left_out(
    copy: str, text: str, message: str, hint: str, make_project: MakeProject
) -> None:
    loaded = load(make_project({"goals.yaml": GOALS, copy: text}))
    (one,) = said(loaded)
    assert one[0] == "PW193"
    assert one[2].startswith(message)
    assert hint in one[3]
    assert [goal.id for goal in loaded.plan.goals] == ["a", "b"]
    assert not loaded.sound


def test_a_copy_of_the_main_file_is_named_too(make_project: MakeProject) -> None:
    (one,) = said(load(make_project({"pathway - Copy.yaml": HEAD})))
    assert one[:3] == ("PW193", "pathway - Copy.yaml", "All of “pathway - Copy.yaml” is in pathway.yaml too.")


@pytest.mark.parametrize(
    "other",
    [
        "goals:\n  - {id: a, title: A}\n  - {id: new, title: New}\n",
        "goals:\n  - {id: a, title: A}\n  - {title: New}\n",
        "goals:\n  - {id: a, title: A}\nrisks:\n  - {id: a, title: A}\n",
    ],
)
def test_what_has_something_of_its_own_is_no_copy(other: str, make_project: MakeProject) -> None:
    loaded = load(make_project({"goals.yaml": GOALS, "goals - Copy.yaml": other}))
    assert "PW193" not in {one.code for one in loaded.findings}


def test_ids_that_two_people_chose_are_no_copy(make_project: MakeProject) -> None:
    loaded = load(make_project({"east.yaml": GOALS, "west.yaml": GOALS.replace("title: B", "title: Other")}))
    assert "PW193" not in {one.code for one in loaded.findings}


def test_thousands_of_copies_take_no_longer_for_each(make_project: MakeProject) -> None:
    loaded = load(make_project({f"g{number}.yaml": GOALS for number in range(1_200)}))
    assert len(loaded.findings) + sum(one.number for one in loaded.surplus) == 1_199


def test_folders_may_be_nested_as_deep_as_the_system_allows(tmp_path: Path) -> None:
    (tmp_path / "pathway.yaml").write_text(HEAD)
    here, deep = os.getcwd(), 1_200  # noqa: PTH109 - to come back
    os.chdir(tmp_path)
    try:
        for _ in range(deep):  # one at a time: as one path it would be too long for some systems
            os.mkdir("d")  # noqa: PTH102
            os.chdir("d")
        assert load(tmp_path).findings == ()
        for _ in range(deep):  # by hand: what sweeps up after tests would go too deep for Python
            os.chdir("..")
            os.rmdir("d")  # noqa: PTH106
    finally:
        os.chdir(here)


def test_no_more_is_read_than_a_project_can_hold(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project({"a.yaml": GOALS, "b.yaml": "# " + "x" * 900, "c.yaml": "# " + "x" * 900})
    monkeypatch.setattr(files, "LARGEST_PROJECT", 1_500)
    loaded = load(root)
    (one,) = said(loaded)
    assert one[:3] == (
        "PW108",
        "c.yaml",
        "1 file was not read, because all files together have more than 50 MB.",
    )
    assert len(loaded.plan.goals) == 2


def test_a_file_that_is_too_large_is_not_even_read(make_project: MakeProject) -> None:
    root = make_project({})
    with (root / "big.yaml").open("wb") as stream:
        stream.truncate(3_000_000_000)
    (one,) = said(load(root))
    assert one[:3] == ("PW101", "big.yaml", "The file has 3,000 MB, and the limit is 20 MB.")


@pytest.mark.parametrize("name", ["pathway.yaml.txt", "Pathway.YAML", "pathway.yml", "pathway.yalm"])
def test_a_main_file_with_another_name_is_found(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(HEAD)
    (tmp_path / "notes.txt").write_text("")
    assert misnamed_main_file(tmp_path) == name
    assert misnamed_main_file(tmp_path / name) == ""


def test_projects_in_the_folders_below_are_found_the_nearest_first(tmp_path: Path) -> None:
    for name in ("b", "a/deep", "a/deep/inside", "one/two/three/four", ".hidden"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "pathway.yaml").write_text(HEAD)
    assert projects_below(tmp_path) == [tmp_path / "b", tmp_path / "a" / "deep"]
    assert projects_below(tmp_path / "nowhere") == []
