"""Folders become plans; what cannot be understood becomes findings, and hides nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from conftest import HEAD, MakeProject
from pathwayctl.app import open_project
from pathwayctl.diagnostics import Finding, Problem, Rule
from pathwayctl.loading.files import find_project
from pathwayctl.loading.project import Loaded, load
from pathwayctl.rule_pages import RulePage, rule_codes, rule_page

A_RULE = Rule("PW310")
RULES = [rule_page(code) for code in rule_codes() if "PW190" <= code < "PW230"]


def codes(loaded: Loaded) -> list[str]:
    return [finding.code for finding in sorted(loaded.findings, key=lambda one: one.order)]


def only(loaded: Loaded) -> Finding:
    assert len(loaded.findings) == 1, loaded.findings
    return loaded.findings[0]


def test_lists_are_joined_in_path_order(make_project: MakeProject) -> None:
    loaded = load(
        make_project(
            {
                "b.yml": "goals:\n  - {id: third, title: C}\n",
                "a/z.yaml": "goals:\n  - {id: first, title: A}\n  - {id: second, title: B}\n",
            }
        )
    )
    assert [goal.id for goal in loaded.plan.goals] == ["first", "second", "third"]
    assert loaded.findings == ()
    assert loaded.sound


def test_a_problem_is_placed_in_the_file_that_holds_it(make_project: MakeProject) -> None:
    files = {"a.yaml": "goals:\n  - {id: a, title: A}\n", "b.yaml": "goals:\n  - id: b\n    title: B\n"}
    loaded = load(make_project(files))
    (finding,) = loaded.place([A_RULE.at(("goals", 1, "title"), "Said.")])
    assert (finding.file, finding.position.line, finding.position.column) == ("b.yaml", 3, 12)
    (section,) = loaded.place([A_RULE.at(("goals",), "Said.", on_key=True)])
    assert (section.file, section.position.line) == ("a.yaml", 1)
    (absent,) = loaded.place([A_RULE.at(("risks",), "Said.")])
    assert (absent.file, absent.position.line) == ("pathway.yaml", 1)
    (whole,) = loaded.place([A_RULE.at((), "Said.")])
    assert (whole.file, whole.position.line) == ("pathway.yaml", 1)


def test_folders_that_are_not_the_project_are_left_alone(make_project: MakeProject) -> None:
    bad = "nonsense: [\n"
    names = (".hidden/a.yaml", ".b.yaml", "templates/c.yaml", "baselines/d.yaml", "build/e.yaml", "notes.txt")
    assert load(make_project(dict.fromkeys(names, bad))).findings == ()


def test_a_templates_folder_further_down_belongs_to_the_project(make_project: MakeProject) -> None:
    loaded = load(make_project({"work/templates/a.yaml": "goals:\n  - {id: a, title: A}\n"}))
    assert len(loaded.plan.goals) == 1


def test_a_broken_file_hides_nothing_and_its_ids_are_known(make_project: MakeProject) -> None:
    files = {
        "a.yaml": "people:\n  - id: dana-ruiz\n    name: [Dana\n",
        "b.yaml": "goals:\n  - {id: a, title: A, colour: red}\n",
    }
    loaded = load(make_project(files))
    assert "PW202" in codes(loaded)
    assert any(finding.file == "a.yaml" for finding in loaded.findings)
    assert [person.id for person in loaded.plan.people] == ["dana-ruiz"]
    assert not loaded.sound


def test_what_does_not_fit_is_taken_out_and_the_rest_stays(make_project: MakeProject) -> None:
    text = """\
tasks:
  - {id: a, title: 5}
  - id: b
    title: B
    consulted: [1, dana-ruiz, 2, lee-park]
    status: nearly
    tasks:
      - {title: no id}
      - {id: c, title: C, owner: }
"""
    loaded = load(make_project({"work.yaml": text}))
    (task,) = loaded.plan.tasks
    assert task.consulted == ("dana-ruiz", "lee-park")
    assert [child.id for child in task.tasks] == ["c"]
    assert loaded.unread == {"a"}
    assert codes(loaded) == ["PW205", "PW207", "PW207", "PW206", "PW203"]


def test_places_are_those_of_the_files_after_something_was_taken_out(make_project: MakeProject) -> None:
    text = "tasks:\n  - {id: a, title: 5}\n  - {id: b, title: B, consulted: [7, x]}\n"
    loaded = load(make_project({"work.yaml": text}))
    (finding,) = loaded.place([A_RULE.at(("tasks", 0, "consulted", 0), "Said.")])
    assert (finding.position.line, finding.position.column) == (3, 38)


def test_a_section_too_broken_to_use_is_left_out_whole(make_project: MakeProject) -> None:
    loaded = load(make_project({"pathway.yaml": "pathwayctl: 1\nproject: {start: 2027-01-04}\n"}))
    assert codes(loaded) == ["PW203"]
    assert loaded.plan.project.name == "Unnamed project"


def test_blank_fields_count_as_left_out_unless_they_are_needed(make_project: MakeProject) -> None:
    loaded = load(make_project({"a.yaml": "people:\ngoals:\n  - id: a\n    title:\n    owner:\n"}))
    finding = only(loaded)
    assert finding.code == "PW216"
    assert "left blank" in finding.message


def test_one_mistake_is_reported_once(make_project: MakeProject) -> None:
    head = HEAD.replace("2027-01-04", "2027-02-30")
    loaded = load(make_project({"pathway.yaml": head}))
    assert len(loaded.findings) == 1


def test_an_error_counts_more_than_a_warning_about_the_same_text(make_project: MakeProject) -> None:
    text = "people:\n  - {id: a, name: A, category: cte, does_the_work: yes}\n"
    finding = only(load(make_project({"a.yaml": text})))
    assert finding.code == "PW220"


def test_sections_that_stand_once(make_project: MakeProject) -> None:
    loaded = load(make_project({"z.yaml": "project: {name: Other, start: 2027-01-04}\n"}))
    finding = only(loaded)
    assert (finding.code, finding.file) == ("PW217", "z.yaml")
    assert "pathway.yaml" in finding.message
    assert loaded.plan.project.name == "Example"


def test_what_every_project_needs(make_project: MakeProject) -> None:
    assert codes(load(make_project({"pathway.yaml": "# nothing yet\n"}))) == ["PW218", "PW219"]
    # Not asked for where the main file is broken: it may well be there.
    assert "PW218" not in codes(load(make_project({"pathway.yaml": "project: [\n"})))


def test_an_unknown_section_keeps_its_ids(make_project: MakeProject) -> None:
    loaded = load(make_project({"a.yaml": "persons:\n  - {id: dana-ruiz, name: Dana}\nxyz: 1\n"}))
    assert codes(loaded) == ["PW201", "PW201"]
    assert "dana-ruiz" in loaded.unread


def test_a_list_section_that_is_no_list(make_project: MakeProject) -> None:
    assert only(load(make_project({"a.yaml": "goals: many\n"}))).code == "PW204"


def test_the_project_is_found_from_any_place_inside(make_project: MakeProject) -> None:
    root = make_project({"work/deep/a.yaml": ""})
    for start in (root, root / "pathway.yaml", root / "work" / "deep", root / "work" / "deep" / "a.yaml"):
        assert find_project(start) == root
    assert find_project(root.parent) is None


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="this system has no links")
def test_links_may_not_lead_out(make_project: MakeProject, tmp_path: Path) -> None:
    root = make_project({"inside.yaml": "goals:\n  - {id: a, title: A}\n"})
    outside = tmp_path / "secret.yaml"
    outside.write_text("goals:\n  - {id: b, title: B}\n")
    (root / "link.yaml").symlink_to(outside)
    (root / "dangling.yaml").symlink_to(root / "nowhere.yaml")
    loaded = load(root)
    assert codes(loaded) == ["PW190", "PW191"]
    assert [goal.id for goal in loaded.plan.goals] == ["a"]


def test_what_is_no_ordinary_file(make_project: MakeProject) -> None:
    root = make_project()
    if hasattr(os, "mkfifo"):
        os.mkfifo(root / "pipe.yaml")
        assert codes(load(root)) == ["PW190"]


def test_a_file_that_may_not_be_read(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_project({"a.yaml": ""})
    real = Path.open

    def refuse(self: Path, *given: object, **named: object) -> object:
        if self.name == "a.yaml":
            raise PermissionError(13, "Permission denied")
        return real(self, *given, **named)  # type: ignore[call-overload]  # handed through as they came

    monkeypatch.setattr(Path, "open", refuse)
    finding = only(load(root))
    assert finding.code == "PW190"
    assert "permission denied" in finding.message


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.triggers], ids=lambda rule: rule.code)
def test_the_examples_of_each_rule(rule: RulePage, make_project: MakeProject) -> None:
    assert rule.code in codes(load(make_project({"example.yaml": rule.triggers})))
    if rule.fixed:
        assert codes(load(make_project({"example.yaml": rule.fixed}))) == []


def test_every_rule_about_the_shape_can_happen(make_project: MakeProject) -> None:
    shown = {rule.code for rule in RULES if rule.triggers}
    assert {rule.code for rule in RULES} - shown == {"PW190", "PW191", "PW192", "PW193", "PW218", "PW219"}


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("goals: [{id: Ärger!, title: A}]", "PW207", "Write id: arger"),
        ("goals: [{id: '!!', title: A}]", "PW207", "Write id: a"),
        ("goals: [{id: a, title: [x]}]", "PW204", "a list"),
        ("goals: [{id: a, title: {x: z}}]", "PW204", "a group of fields"),
        ("goals: [{id: a, title: 2027-01-04}]", "PW205", '"2027-01-04"'),
        ("goals: [{id: a, title: true}]", "PW205", "true or false"),
        ("goals: [5]", "PW204", "“5”"),
        ("tasks: [{id: a, title: A, cost: much}]", "PW215", "“much”"),
        ("tasks: [{id: a, title: A, step: 2.5}]", "PW215", "“2.5”"),
        ("tasks: [{id: a, title: A, step: 0}]", "PW215", "at least 1"),
        ("tasks: [{id: a, title: A, assigned: 5}]", "PW214", "a list of ids belongs here"),
        ("tasks: [{id: a, title: A, assigned: [B C]}]", "PW214", "“B C”"),
        ("tasks: [{id: a, title: A, assigned: [b, b]}]", "PW214", "twice"),
        ("tasks: [{id: a, title: A, duration: {low: 1d}}]", "PW212", "three-point estimate"),
        ("tasks: [{id: a, title: A, duration: 999999w}]", "PW211", "999999w"),
        ("tasks: [{id: a, title: A, depends_on: [b FS+900000ew]}]", "PW213", "b FS+900000ew"),
        (
            "tasks: [{id: a, title: A, depends_on: [[b]]}]",
            "PW213",
            "“depends_on” holds a list in a list, but",
        ),
        (
            "tasks: [{id: a, title: A, duration: {low: 1d, likely: 3 days, high: 9d}}]",
            "PW211",
            "“3 days” that cannot be read. Write duration: {low: 1d, likely: 3d, high: 9d}",
        ),
        ("tasks: [{id: a, title: A, duration: [1d, 2d]}]", "PW211", "“duration” holds a list, but"),
        ("calendar: {working_days: []}", "PW204", "at least one"),
        ("calendar: []", "PW204", "working_days"),
        ("calendar: {working_days: Monday-Friday}", "PW204", "Write working_days: [mon, tue, wed, thu, fri]"),
        ("calendar: {working_days: sometimes}", "PW204", "a list belongs here"),
        ("pathwayctl: 2", "PW217", "only one"),
        ("people: [{id: a, name: A, leave: soon}]", "PW204", "hyphen"),
        (
            "risks: [{id: a, title: A, kind: internal, category: T, delays: [{task: b, by: x}]}]",
            "PW211",
            "“x”",
        ),
        ("goals: [{id: a, title: " + "x" * 20_001 + "}]", "PW216", "20,001"),
    ],
)
def test_what_is_said(text: str, code: str, said: str, make_project: MakeProject) -> None:
    finding = only(load(make_project({"a.yaml": text + "\n"})))
    assert finding.code == code
    assert said in f"{finding.message} {finding.hint}"


def test_terms_are_a_group_of_texts(make_project: MakeProject) -> None:
    head = HEAD + "  terms: {college: 5, Big One: x, district: Ours}\n"
    loaded = load(make_project({"pathway.yaml": head}))
    assert codes(loaded) == ["PW205", "PW207"]
    assert loaded.plan.project.terms == {"district": "Ours"}


def test_a_version_that_is_not_known(make_project: MakeProject) -> None:
    assert codes(load(make_project({"pathway.yaml": HEAD.replace(": 1", ": 2", 1)}))) == ["PW219"]


def test_a_problem_moves_without_changing() -> None:
    problem = A_RULE.at(("goals",), "Said.", "Do it.", on_key=True)
    assert problem.moved(("a", 1)) == Problem(A_RULE, ("a", 1), "Said.", "Do it.", on_key=True)


def test_a_folder_that_may_not_be_looked_into(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project({"locked/a.yaml": "goals: 5\n"})
    real = os.scandir

    def refuse(folder: str) -> object:
        if folder.endswith("locked/"):
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    finding = only(load(root))
    assert (finding.code, finding.file) == ("PW190", "locked")


def test_an_id_used_twice_says_where_the_other_is(make_project: MakeProject) -> None:
    goals = "goals:\n  - {id: a, title: A}\n  - {id: b, title: B}\n"
    more = f"{goals}  - {{id: c, title: C}}\n"  # so that the file is more than a copy
    root = make_project({"partners.yaml": goals, "partners - Copy.yaml": more, "z.yaml": "tasks: []\n"})
    findings = [finding for finding in open_project(root).findings if finding.code == "PW301"]
    assert [(one.file, one.message.rpartition("The other is in ")[2]) for one in findings] == [
        ("partners.yaml", "partners - Copy.yaml, line 2."),
        ("partners.yaml", "partners - Copy.yaml, line 3."),
    ]
    assert all("If this is a copy, delete it" in one.hint for one in findings)


def test_findings_use_the_words_of_the_project(make_project: MakeProject) -> None:
    work = 'tasks:\n  - {id: a, title: "Visit [COLLEGE]", depends_on: [b]}\n'
    head = HEAD + "  terms: {college: Front Range}\n"
    (finding,) = (
        one
        for one in open_project(make_project({"pathway.yaml": head, "a.yaml": work})).findings
        if one.code == "PW302"
    )
    assert finding.message == "“Visit Front Range” waits for “b”, but no task has that id."


def test_a_broken_part_does_not_make_others_incomplete(make_project: MakeProject) -> None:
    work = "meetings:\n  - {id: a, title: A, kind: team, date: tomorrow, starts: noon}\n"
    assert {one.code for one in open_project(make_project({"a.yaml": work})).findings} == {"PW209", "PW210"}
