"""Earlier states of a project, read from git without a checkout."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pathwayctl.analysis.plan_changes.plan_state import PlanState
from pathwayctl.app import open_project
from pathwayctl.diagnostics import RevisionError
from pathwayctl.revisions.history import history_of
from pathwayctl.revisions.project_history import ProjectHistory
from repositories import LONGER, MAIN, WORK, Repository, repository


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    return repository(tmp_path / "repository")


def history(root: Path) -> ProjectHistory:
    return open_project(root).history


def duration(state: PlanState) -> str:
    assert state.plan is not None
    (task,) = state.plan.tasks
    assert task.duration is not None
    return f"{task.duration.likely.amount}{task.duration.likely.unit}"


def refused(root: Path, asked: str) -> str:
    with pytest.raises(RevisionError) as caught:
        history(root).named(asked)
    return str(caught.value)


def test_a_revision_is_read_by_its_branch_tag_id_and_day(repo: Repository) -> None:
    first = repo.commit("2027-05-10", {"pathway.yaml": MAIN, "work.yaml": WORK})
    repo.git("tag", "kickoff")
    repo.commit("2027-05-12", {"work.yaml": LONGER})
    repo.write({"work.yaml": WORK.replace("3d", "9d")})
    before = _all_files(repo.folder)
    found = history(repo.folder)
    for name in ("kickoff", first[:9], "HEAD~1", "2027-05-10", "2027-05-11"):
        assert duration(found.named(name)) == "3d", name
    for name in ("main", "HEAD", "2027-05-12", "2030-01-01"):
        assert duration(found.named(name)) == "5d", name
    assert duration(found.now) == "9d"
    assert found.named("kickoff").revision == first
    assert _all_files(repo.folder) == before


def _all_files(folder: Path) -> dict[Path, tuple[bytes, int]]:
    """Every file, those of git included, and when it was written."""
    return {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()
    }


def test_only_files_of_the_project_are_read(repo: Repository) -> None:
    repo.commit(
        "2027-05-10",
        {
            "plans/a/pathway.yaml": MAIN,
            "plans/a/work/deep.yml": WORK,
            "plans/a/build/old.yaml": "tasks: [broken",
            "plans/a/baselines/x.yaml": "no: baseline",
            "plans/a/.hidden/x.yaml": "no: section",
            "plans/b/pathway.yaml": MAIN.replace("Example", "Other"),
            "notes.yaml": "neither: here",
        },
    )
    assert duration(history(repo.folder / "plans" / "a").named("HEAD")) == "3d"


def test_a_link_is_followed_within_the_project_only(repo: Repository) -> None:
    repo.write({"pathway.yaml": MAIN, "parts/work.txt": WORK})
    (repo.folder / "work.yaml").symlink_to("parts/work.txt")
    repo.commit("2027-05-10")
    assert duration(history(repo.folder).named("HEAD")) == "3d"
    (repo.folder / "work.yaml").unlink()
    (repo.folder / "work.yaml").symlink_to("../../outside.yaml")
    repo.commit("2027-05-11")
    (repo.folder / "work.yaml").unlink()
    said = refused(repo.folder, "HEAD")
    assert said.startswith(
        "The last commit cannot be read: work.yaml, line 1: “work.yaml” is a link to a file outside"
    )


def test_a_project_that_was_moved_is_found(repo: Repository) -> None:
    other = MAIN.replace("Example", "Other")
    repo.commit("2027-05-10", {"old/pathway.yaml": MAIN, "old/work.yaml": WORK, "other/pathway.yaml": other})
    repo.git("mv", "old", "new")
    repo.commit("2027-05-11")
    root = repo.folder / "new"
    assert duration(history(root).named("HEAD~1")) == "3d"
    repo.write({"new/pathway.yaml": MAIN.replace("Example", "Renamed")})
    said = refused(root, "HEAD~1")
    assert "there are several: “old” and “other”" in said
    assert said.endswith(":old")
    assert duration(history(root).named("HEAD~1:old")) == "3d"
    assert refused(root, "HEAD~1:gone") == "There is no pathway.yaml in the folder “gone” of that revision."


def test_what_cannot_be_read_says_what_to_type(repo: Repository, tmp_path: Path) -> None:
    repo.write({"pathway.yaml": MAIN})
    assert 'git commit -m "Begin"' in refused(repo.folder, "HEAD")
    assert 'git commit -m "Begin"' in refused(repo.folder, "2027-05-10")
    repo.commit("2027-05-09", {"pathway.yaml": "pathwayctl: 2\n", "readme.md": "x"})
    repo.commit("2027-05-10", {"pathway.yaml": MAIN})
    assert "pathway.yaml, line 1" in refused(repo.folder, "2027-05-09")
    assert refused(repo.folder, "mian").endswith("Did you mean “main”?")
    for name in ("--output=x", "-x", "a\nb", "main..HEAD"):
        assert refused(repo.folder, name).startswith(f"There is no revision “{name}”")
    assert refused(repo.folder, "").endswith("For the last commit, write: HEAD")
    assert refused(repo.folder, "2027-02-30") == "“2027-02-30” is not a day. Write it as in 2027-05-12."
    assert refused(repo.folder, "2027-05-01").endswith("pathwayctl diff 2027-05-09")
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "pathway.yaml").write_text(MAIN)
    assert "not in a git repository" in refused(alone, "HEAD")


def test_a_project_that_was_not_there_yet(repo: Repository) -> None:
    repo.commit("2027-05-09", {"readme.md": "x"})
    repo.commit("2027-05-10", {"pathway.yaml": MAIN})
    assert "was not in the repository yet" in refused(repo.folder, "HEAD~1")


def test_a_shallow_copy_says_how_to_get_the_rest(repo: Repository, tmp_path: Path) -> None:
    repo.commit("2027-05-09", {"pathway.yaml": MAIN})
    repo.commit("2027-05-10", {"work.yaml": WORK})
    copy = Repository(tmp_path)
    copy.git("clone", "--quiet", "--depth=1", repo.folder.as_uri(), "copy")
    root = tmp_path / "copy"
    assert duration(history(root).named("2027-05-10")) == "3d"
    assert "git fetch --unshallow" in refused(root, "2027-05-09")
    assert "git fetch --unshallow" in refused(root, "v1")


def test_a_merge_counts_from_the_day_it_was_made(repo: Repository) -> None:
    repo.commit("2027-05-01", {"pathway.yaml": MAIN, "work.yaml": WORK})
    repo.git("checkout", "--quiet", "-b", "side")
    repo.commit("2027-05-03", {"work.yaml": LONGER})
    repo.git("checkout", "--quiet", "main")
    repo.commit("2027-05-02", {"readme.md": "x"})
    repo.git("merge", "--quiet", "--no-edit", "side", day="2027-05-08")
    found = history(repo.folder)
    assert duration(found.named("2027-05-05")) == "3d"
    assert duration(found.named("2027-05-08")) == "5d"


def test_settings_of_a_repository_start_no_program(
    repo: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.commit("2027-05-10", {"pathway.yaml": MAIN, "work.yaml": WORK})
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(0o755)
    for name in (
        "core.fsmonitor",
        "core.pager",
        "gpg.program",
        "diff.external",
        "core.sshCommand",
        "core.editor",
    ):
        repo.git("config", name, str(trap))
    repo.git("config", "log.showSignature", "true")
    hooks = repo.folder / ".git" / "hooks"
    for name in ("post-checkout", "post-index-change", "reference-transaction"):
        (hooks / name).write_text(trap.read_text())
        (hooks / name).chmod(0o755)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_PAGER", str(trap))
    assert duration(history(repo.folder).named("2027-05-10")) == "3d"
    assert not (tmp_path / "sprung").exists()


def test_without_git_the_reason_is_said(repo: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit("2027-05-10", {"pathway.yaml": MAIN})
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert "https://git-scm.com" in refused(repo.folder, "HEAD")
    monkeypatch.setattr(shutil, "which", lambda _: "./git")  # in the project itself
    with pytest.raises(RevisionError):
        history_of(repo.folder)


def test_a_baseline_and_a_folder_are_states_too(repo: Repository, tmp_path: Path) -> None:
    repo.commit("2027-05-10", {"pathway.yaml": MAIN, "work.yaml": WORK})
    baseline = (
        "baseline: 1\nname: main\nstart: 2027-01-04\nfinish: 2027-01-05\ntasks:\n"
        "  draft: {title: Draft it, start: 2027-01-04, finish: 2027-01-05, days: 2}\n"
    )
    repo.write({"baselines/main.yaml": baseline})
    found = history(repo.folder)
    kept = found.named("main")
    assert kept.name == "the baseline “main”"
    assert kept.plan is None
    changes = found.changes(kept)
    assert changes.dates is not None
    assert changes.dates.finish_days == 1
    assert duration(found.named("refs/heads/main")) == "3d"
    copy = repository(tmp_path / "copy")
    copy.write({"pathway.yaml": MAIN, "work.yaml": LONGER})
    assert duration(found.named(str(copy.folder))) == "5d"
    repo.write({"baselines/main.yaml": "baseline: 9\n"})
    assert "The baseline “main” cannot be read" in refused(repo.folder, "main")
