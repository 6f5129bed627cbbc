"""The page “What changed since the last meeting”: what it begins with, and what partners see of it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from changed_project import NEW, OLD
from pathwayctl.app import Project, open_project
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.plan_changes.what_changed import HANDOUT, WhatChanged
from pathwayctl.handouts.sharing import shared
from pathwayctl.model.vocabulary import Audience
from pathwayctl.rendering.page_sets import Order
from repositories import Repository, repository


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    """A project committed on the day of its April board meeting, and changed since."""
    found = repository(tmp_path / "project")
    found.commit("2027-04-01", {**OLD, "work.yaml": OLD["work.yaml"].replace("Plan it", "Plan")})
    found.commit("2027-04-14", OLD)
    found.write(NEW)
    return found


def pages(context: Context) -> dict[str, WhatChanged]:
    found = {}
    for page in HANDOUT.pages(context):
        assert isinstance(page.view, WhatChanged)
        found[page.slug] = page.view
    return found


def words(view: WhatChanged) -> str:
    return "\n".join(line for part in view.parts for line in (part.title, *part.lines, part.further))


def test_the_page_begins_with_the_last_board_meeting(repo: Repository) -> None:
    context = open_project(repo.folder).context
    assert list(pages(context)) == ["what-changed-board"]  # no reflection was held, and there is no baseline
    view = pages(context)["what-changed-board"]
    assert view.since == "Compared with the meeting “April board” on April 14, 2027."
    assert [part.title for part in view.parts] == [
        "Finish and milestones",
        "Tasks",
        "People and organizations",
        "Risks",
        "Decisions and action items",
        "Measures",
        "Agreements",
        "Goals",
    ]


def test_partners_see_nothing_that_is_private_or_internal(repo: Repository) -> None:
    project = open_project(repo.folder)
    staff, partners = (
        words(pages(shared(project.context, audience))["what-changed-board"])
        for audience in (Audience.INTERNAL, Audience.PARTNERS)
    )
    for secret in ("secret coordinator", "Ann Secret", "@example.org", "engagement"):
        assert secret in staff, secret
        assert secret not in partners, secret
    assert "Print the guide for (not named)" in partners
    assert "Kim Lane joined" in partners


def test_what_became_private_is_not_said_to_be_gone(repo: Repository) -> None:
    repo.write(
        {"records.yaml": NEW["records.yaml"].replace("title: No rooms,", "title: No rooms, private: true,")}
    )
    more = "\ngoals:\n  - {id: open, title: Open two pathways, private: true}\n"
    repo.write({"records.yaml": (repo.folder / "records.yaml").read_text().partition("\ngoals:")[0] + more})
    context = shared(open_project(repo.folder).context, Audience.PARTNERS)
    said = words(pages(context)["what-changed-board"])
    assert "Goals" not in said
    assert "No rooms" not in said
    assert "“Staff leave” was re-rated" in said


def test_another_beginning_can_be_asked_for(repo: Repository) -> None:
    project = open_project(repo.folder)
    context = replace(project.context, since=project.history.named("2027-04-01"))
    assert list(pages(context)) == ["what-changed-board", "what-changed-reflection"]
    assert "“Plan” is now called “Plan it”." in words(pages(context)["what-changed-reflection"])
    order = Order(packets=("board",), formats=("md",), since=project.history.named("2027-04-01"))
    (text,) = (one.text for one in project.pages(order).files if one.name.endswith("what-changed-board.md"))
    assert "“Plan” is now called “Plan it”." in text
    assert project.pages(order) == project.pages(order)


def test_no_page_shows_an_id_of_git(repo: Repository) -> None:
    project = open_project(repo.folder)
    commit = project.history.commits.named("HEAD").id
    for asked in ("HEAD", commit, commit[:7], "2027-05-01"):
        order = Order(formats=("html", "md"), since=project.history.named(asked))
        texts = [one.text for one in project.pages(order).files]
        assert any("ompared with" in text for text in texts)
        assert not any(commit[:7] in text for text in texts), asked
    earlier = pages(replace(project.context, since=project.history.named("HEAD~1")))
    assert {view.since for view in earlier.values()} == {"Compared with the plan of April 1, 2027."}


def without_git(folder: Path, files: dict[str, str]) -> Project:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return open_project(folder)


def test_without_git_it_begins_with_the_baseline_or_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pages(without_git(tmp_path / "plain", NEW).context) == {}
    baseline = (
        "baseline: 1\nname: approved\nstart: 2027-01-04\nfinish: 2027-05-18\ntasks:\n"
        "  secret: {title: Hush, start: 2027-01-04, finish: 2027-01-05, days: 2}\n"
    )
    main = NEW["pathway.yaml"].replace("  status_date", "  baseline: approved\n  status_date")
    project = without_git(
        tmp_path / "kept", {**NEW, "pathway.yaml": main, "baselines/approved.yaml": baseline}
    )
    monkeypatch.setenv("PATH", os.devnull)
    found = pages(project.context)
    assert list(found) == ["what-changed-board", "what-changed-reflection"]
    assert found["what-changed-board"].since == "Compared with the baseline “approved”."
    partners = words(pages(shared(project.context, Audience.PARTNERS))["what-changed-board"])
    assert "Hush" in words(found["what-changed-board"])
    assert "Hush" not in partners  # a baseline does not say whether it was private


def test_a_project_that_has_not_changed_has_no_page(repo: Repository) -> None:
    repo.commit("2027-04-14")
    assert pages(open_project(repo.folder).context) == {}
