"""``pathwayctl baseline``: save a schedule to compare with later."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from pathwayctl.cli.completion import saved_baselines
from pathwayctl.cli.exits import reason, stop, tell
from pathwayctl.cli.options import ProjectArgument, ProjectOption, form_option, offering, option
from pathwayctl.cli.output import show_report
from pathwayctl.cli.project_paths import as_argument, as_option, near, root_of, the_project
from pathwayctl.cli.typed_values import the_baseline, the_one
from pathwayctl.reporters.baselines import FORMATS, Saved, as_json, facts_of, number_of_tasks, write

if TYPE_CHECKING:
    from pathwayctl.app import Project
    from pathwayctl.baselines.frozen import Baseline
    from pathwayctl.writing import Written

_ACTIONS: Final = ("save", "list", "drop")


Action = Annotated[
    str,
    typer.Argument(
        metavar="ACTION",
        help="save saves the schedule, list shows all baselines, drop removes one.",
        autocompletion=offering(_ACTIONS),
    ),
]
Name = Annotated[
    str | None,
    typer.Argument(
        metavar="NAME",
        help="The name of the baseline, such as approved.",
        autocompletion=saved_baselines,
    ),
]
Form = Annotated[str, form_option("text to read (default), or json for programs.", FORMATS)]
Replace = Annotated[bool, option("--replace", None, "Replace the baseline that already has this name.")]


def baseline(
    action: Action,
    name: Name = None,
    project: ProjectArgument = None,
    in_project: ProjectOption = None,
    replace: Replace = False,
    form: Form = "text",
) -> None:
    """Save the schedule as it is now, to compare with it later.

    pathwayctl baseline save approved
    pathwayctl baseline list -p my-project
    pathwayctl baseline list --format json
    pathwayctl baseline drop approved
    """
    action, form = the_one(action, _ACTIONS, "action"), the_one(form, FORMATS, "format")
    if replace and action != "save":
        stop(f"--replace belongs to “save”, not to “{action}”.")
    if action == "list":
        if name is not None and project is in_project is None and Path(name).is_dir():
            project, name = Path(name), None  # list takes no name, so this must be the project
        _list(name, the_project(project, in_project), form)
    elif name is None:
        stop(f"pathwayctl baseline {action} needs a name after it: pathwayctl baseline {action} approved")
    elif action == "save":
        _save(name, the_project(project, in_project), form, replace=replace)
    else:
        _drop(name, the_project(project, in_project), form)


def _save(name: str, place: Path, form: str, *, replace: bool) -> None:
    from pathwayctl.baselines.keeping import keep
    from pathwayctl.cli.checked_project import scheduled
    from pathwayctl.writing import NotWritten

    _refuse_unfit(name, place)
    project = scheduled(place)
    if name in project.loaded.baselines and not replace:
        stop(
            f"There is a baseline “{name}” already, and it was not changed. To replace it: "
            f"pathwayctl baseline save {name}{as_option(place)} --replace"
        )
    frozen = project.freeze(name)
    written = keep(project.root, frozen)
    if isinstance(written, NotWritten):
        stop(f"“{near(written.path)}” was not written. {written.message}")
    if form == "json":
        facts = {"name": name, "file": near(written.path), "changed": written.changed, **facts_of(frozen)}
        show_report(lambda _: as_json("saved", facts))
    else:
        _tell_of_saved(frozen, written, place)


def _refuse_unfit(name: str, place: Path) -> None:
    """Stop if a file cannot have the name of a baseline."""
    from pathwayctl.writing import LONGEST, is_reserved, safe_name

    if not name.strip():
        save = f"pathwayctl baseline save approved{as_option(place)}"
        stop(f"The name of a baseline is missing. For example: {save}")
    if safe_name(name) != name:
        why = (
            "some systems reserve this name."
            if is_reserved(name)
            else f"names are lower-case letters and digits joined by hyphens, at most {LONGEST} of them."
        )
        save = f"pathwayctl baseline save {safe_name(name)}{as_option(place)}"
        stop(f"“{name}” cannot be the name of a baseline: {why} Write: {save}")


def _tell_of_saved(frozen: Baseline, written: Written, place: Path) -> None:
    from pathwayctl.reporters.shell import typed
    from pathwayctl.wording import count, long_day

    tasks = count(number_of_tasks(frozen), "task")
    file = near(written.path)
    if not written.changed:
        tell(f"{file} holds this schedule already: {tasks}, finish on {long_day(frozen.finish)}.")
        return
    tell(
        f"Wrote {file}: {tasks}, finish on {long_day(frozen.finish)}.\n"
        f"Keep it with your plan, for example: git add {typed(file)}\n"
        f"To see later what has changed: {_compare(frozen.name, place)}"
    )


def _list(name: str | None, place: Path, form: str) -> None:
    from pathwayctl.cli.checked_project import opened

    if name is not None:
        stop(f"“list” shows all baselines and takes no name. To compare with one: {_compare(name, place)}")
    project = opened(root_of(place))
    saved = tuple(_saved(project, one) for one in project.loaded.baselines)
    if form == "json":
        show_report(lambda _: as_json("baselines", saved))
        return
    if not saved:
        tell(f"There are no baselines yet. To save one: pathwayctl baseline save approved{as_option(place)}")
        return

    show_report(lambda width: write(saved, width))
    if project.errors:
        see = f"pathwayctl validate{as_argument(place)}"
        tell(f"The plan has errors, so nothing can be compared. To see them: {see}")
    for one in saved:
        if one.baseline is None:
            tell(f"“{one.name}” cannot be read. To see why: {_compare(one.name, place)}")


def _saved(project: Project, name: str) -> Saved:
    from pathwayctl.analysis.variance.comparison import finish_variance

    kept = project.recall(name).baseline
    variance = finish_variance(kept, project.schedule) if kept and not project.errors else None
    return Saved(name, kept, variance, name == project.plan.project.baseline)


def _drop(name: str, place: Path, form: str) -> None:
    from pathwayctl.baselines.keeping import forget
    from pathwayctl.loading.files import baseline_file, baseline_names

    root = root_of(place)
    name = the_baseline(name, baseline_names(root), place)
    file = near(root / baseline_file(name))
    try:
        forget(root, name)
    except OSError as error:
        stop(f"“{file}” was not removed: {reason(error)}.")
    if form == "json":
        show_report(lambda _: as_json("dropped", {"name": name, "file": file}))
    else:
        tell(f"Removed {file}.")


def _compare(name: str, place: Path) -> str:
    return f"pathwayctl schedule{as_argument(place)} --baseline {name}"
