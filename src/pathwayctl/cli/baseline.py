"""``pathwayctl baseline``: keep a schedule to compare with later."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from pathwayctl.cli.arguments import the_one
from pathwayctl.cli.exits import reason, stop, tell
from pathwayctl.cli.options import InProject, Project
from pathwayctl.cli.paths import as_argument, as_option, near, root_of, the_project

if TYPE_CHECKING:
    from pathwayctl.reporters.baselines import Saved

_ACTIONS: Final = ("save", "list", "drop")


def baseline(
    action: Annotated[
        str,
        typer.Argument(
            metavar="ACTION", help="save keeps the schedule, list shows all baselines, drop removes one."
        ),
    ],
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="The name of the baseline, such as approved.")
    ] = None,
    project: Project = None,
    in_project: InProject = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace the baseline that already has this name.")
    ] = False,
) -> None:
    """Save the schedule as it is now, to compare with it later.

    pathwayctl baseline save approved
    pathwayctl baseline list -p my-project
    pathwayctl baseline drop approved
    """
    action = the_one(action, _ACTIONS, "action")
    if replace and action != "save":
        stop(f"--replace belongs to “save”, not to “{action}”.")
    if action == "list":
        if name is not None and project is in_project is None and Path(name).is_dir():
            project, name = Path(name), None  # a list takes no name, so this can only be the project
        place = the_project(project, in_project)
        if name is not None:
            stop(
                f"“list” shows all baselines and takes no name. To compare with one: {_compare(name, place)}"
            )
        _list(place)
        return
    place = the_project(project, in_project)
    if name is None:
        stop(f"pathwayctl baseline {action} needs a name after it: pathwayctl baseline {action} approved")
    elif action == "save":
        _save(name, place, replace=replace)
    else:
        _drop(name, place)


def _save(name: str, project: Path, *, replace: bool) -> None:
    from pathwayctl.cli.examining import scheduled
    from pathwayctl.writing import LONGEST, NotWritten, is_reserved, safe_name

    if not name.strip():
        save = f"pathwayctl baseline save approved{as_option(project)}"
        stop(f"The name of a baseline is missing. For example: {save}")
    if safe_name(name) != name:
        why = (
            "some systems reserve this name."
            if is_reserved(name)
            else f"names are lower-case letters and digits joined by hyphens, at most {LONGEST} of them."
        )
        save = f"pathwayctl baseline save {safe_name(name)}{as_option(project)}"
        stop(f"“{name}” cannot be the name of a baseline: {why} Write: {save}")
    examined, made = scheduled(project)

    from pathwayctl.baselines.frozen import freeze
    from pathwayctl.baselines.keeping import keep
    from pathwayctl.reporters.shell import typed
    from pathwayctl.wording import count, long_day

    loaded = examined.loaded
    if name in loaded.baselines and not replace:
        stop(
            f"There is a baseline “{name}” already, and it was not changed. To replace it: "
            f"pathwayctl baseline save {name}{as_option(project)} --replace"
        )
    frozen = freeze(made, name, loaded.plan.project.status_date)
    written = keep(loaded.root, frozen)
    if isinstance(written, NotWritten):
        stop(f"“{near(written.path)}” was not written. {written.message}")
    tasks = count(sum(task.start is not None for task in frozen.tasks), "task")
    file = near(written.path)
    if not written.changed:
        tell(f"{file} holds this schedule already: {tasks}, finish on {long_day(frozen.finish)}.")
        return
    tell(
        f"Wrote {file}: {tasks}, finish on {long_day(frozen.finish)}.\n"
        f"Keep it with your plan, for example: git add {typed(file)}\n"
        f"To see later what has moved: {_compare(name, project)}"
    )


def _list(project: Path) -> None:
    from pathwayctl.cli.examining import examine

    root = root_of(project)
    examined = examine(root)
    loaded = examined.loaded
    if not loaded.baselines:
        tell(
            f"There are no baselines yet. To save one: pathwayctl baseline save approved{as_option(project)}"
        )
        return

    from pathwayctl.analysis.variance.comparison import finish_variance
    from pathwayctl.baselines.keeping import recall
    from pathwayctl.diagnostics import Severity
    from pathwayctl.reporters.baselines import Saved, write
    from pathwayctl.reporters.screen import screen_width, show
    from pathwayctl.scheduling.schedule import Schedule

    errors = any(finding.severity is Severity.ERROR for finding in examined.findings)
    made = None if errors or not isinstance(examined.schedule, Schedule) else examined.schedule
    saved: list[Saved] = []
    for name in loaded.baselines:
        kept = recall(root, name).baseline
        moved = finish_variance(kept, made) if kept and made else None
        saved.append(Saved(name, kept, moved, name == loaded.plan.project.baseline))
    show(write(tuple(saved), screen_width(sys.stdout)), sys.stdout)
    if made is None:
        see = f"pathwayctl validate{as_argument(project)}"
        tell(f"The plan has errors, so there is no comparison. To see them: {see}")
    _tell_of_broken(saved, project)


def _tell_of_broken(saved: list[Saved], project: Path) -> None:
    for one in saved:
        if one.baseline is None:
            tell(f"“{one.name}” cannot be read. To see why: {_compare(one.name, project)}")


def _drop(name: str, project: Path) -> None:
    from pathwayctl.baselines.keeping import forget
    from pathwayctl.cli.baselines import known_baseline
    from pathwayctl.loading.files import baseline_file, baseline_names

    root = root_of(project)
    name = known_baseline(name, baseline_names(root), project)
    file = near(root / baseline_file(name))
    try:
        forget(root, name)
    except OSError as error:
        stop(f"“{file}” was not removed: {reason(error)}.")
    tell(f"Removed {file}.")


def _compare(name: str, project: Path) -> str:
    return f"pathwayctl schedule{as_argument(project)} --baseline {name}"
