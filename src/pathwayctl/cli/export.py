"""``pathwayctl export``: the project as a file for people and programs that do not read YAML."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from pathwayctl.cli.checked_project import scheduled
from pathwayctl.cli.completion import ids_like
from pathwayctl.cli.exits import stop, tell
from pathwayctl.cli.options import OUTPUT, SHOWN, ProjectArgument, ProjectOption, offering, option
from pathwayctl.cli.output import save
from pathwayctl.cli.project_paths import SCREEN, the_project
from pathwayctl.cli.typed_values import chosen, the_one, the_parties
from pathwayctl.exchange import registry as exchange
from pathwayctl.exchange.registry import EXPORTS, PRESET_NAMES
from pathwayctl.model.vocabulary import Audience

if TYPE_CHECKING:
    from pathwayctl.app import Project
    from pathwayctl.exchange.export_source import ExportOrder

_AUDIENCES: Final = {one.value: one for one in Audience}

FormatArgument = Annotated[
    str,
    typer.Argument(
        metavar="FORMAT",
        help="xlsx for a workbook to fill in, csv for a section, ics for calendars, msproject for Microsoft "
        "Project, ctdl for a credential registry, or json for programs.",
        autocompletion=offering(EXPORTS),
    ),
]
Sections = Annotated[
    list[str] | None,
    option("--section", "NAME", "Export only a section, such as tasks. For several, repeat it.", SHOWN),
]
RowsFor = Annotated[
    list[str] | None,
    option(
        "--for",
        "PERSON",
        "Export only what names a person or organization, by id or name. For several, repeat it.",
        SHOWN,
        autocompletion=ids_like,
    ),
]
Preset = Annotated[
    str | None,
    option(
        "--preset",
        "NAME",
        "A ready-made set of columns: smartsheet, perkins, cami, or 524b.",
        SHOWN,
        autocompletion=offering(PRESET_NAMES),
    ),
]
ForWhom = Annotated[
    str,
    option(
        "--audience",
        "NAME",
        "Who may see the file: partners (default), public, or internal for your own staff.",
        SHOWN,
        autocompletion=offering(_AUDIENCES),
    ),
]
Meetings = Annotated[bool, option("--meetings", "", "Put meetings in the calendar.", SHOWN)]
Milestones = Annotated[bool, option("--milestones", "", "Put milestones in the calendar.", SHOWN)]
Deadlines = Annotated[bool, option("--deadlines", "", "Put deadlines and due dates in the calendar.", SHOWN)]
Tasks = Annotated[bool, option("--tasks", "", "Put tasks in the calendar, as whole days.", SHOWN)]
ByteOrderMark = Annotated[
    bool, option("--bom", "", "Start a CSV file with the mark by which Excel knows its letters.", SHOWN)
]
File = Annotated[
    Path | None,
    option("--output -o", "FILE", "The file to write, or - for the screen.", OUTPUT),
]


def export(
    form: FormatArgument,
    project: ProjectArgument = None,
    in_project: ProjectOption = None,
    sections: Sections = None,
    people: RowsFor = None,
    preset: Preset = None,
    meetings: Meetings = False,
    milestones: Milestones = False,
    deadlines: Deadlines = False,
    tasks: Tasks = False,
    bom: ByteOrderMark = False,
    audience: ForWhom = "partners",
    output: File = None,
) -> None:
    """Write the project as a file for people and programs that do not read YAML.

    pathwayctl export xlsx my-project
    pathwayctl export xlsx my-project --section tasks --section risks --for dana-ruiz -o for-dana.xlsx
    pathwayctl export xlsx my-project --audience internal -o everything.xlsx
    pathwayctl export xlsx my-project --preset smartsheet -o smartsheet.xlsx
    pathwayctl export ics my-project --for dana-ruiz -o dana-ruiz.ics
    pathwayctl export csv my-project --section risks -o risks.csv
    pathwayctl export msproject my-project -o plan.xml
    """
    from pathwayctl.exchange.export_source import ExportOrder

    form = the_one(form, EXPORTS, "format")
    wanted = {"meetings": meetings, "milestones": milestones, "deadlines": deadlines, "tasks": tasks}
    kinds = tuple(kind for kind, is_wanted in wanted.items() if is_wanted)
    _only_where_taken(
        form, {"sections": sections, "parties": people, "preset": preset, "kinds": kinds, "bom": bom}
    )
    there = scheduled(the_project(project, in_project))
    whom = _AUDIENCES[the_one(audience, _AUDIENCES, "audience")]
    parts = chosen(sections or (), _sections(there), "section")
    preset = the_one(preset, EXPORTS[form].presets, "preset") if preset is not None else ""
    order = ExportOrder(whom, parts, the_parties(people or (), there.plan), preset, kinds, bom)
    _deliver(form, there, order, output)


def _sections(project: Project) -> tuple[str, ...]:
    from pathwayctl.exchange.entry_tables import UNUSED_SECTIONS

    return tuple(name for name in type(project.plan).model_fields if name not in UNUSED_SECTIONS)


_NAMES: Final = {
    "sections": "--section",
    "parties": "--for",
    "preset": "--preset",
    "kinds": "--meetings and the like",
    "bom": "--bom",
}


def _only_where_taken(form: str, given: dict[str, object]) -> None:
    """Stop at an option that the format does not take."""
    for name, value in given.items():
        if value and name not in EXPORTS[form].takes:
            forms = ", ".join(one for one, known in EXPORTS.items() if name in known.takes)
            stop(f"{_NAMES[name]} is for {forms}: it has no use with {form}. Leave it out.")


def _deliver(form: str, project: Project, order: ExportOrder, output: Path | None) -> None:
    """Write the file that was named, or one named for the project; only a text goes to the screen."""
    made, kind = exchange.export(project.context, project.loaded, form, order), EXPORTS[form]
    if output is None and kind.binary:
        from pathwayctl.writing import safe_name

        output = Path(f"{safe_name(project.plan.project.name)}.{kind.ending or form}")
    if output is None or output == SCREEN:
        sys.stdout.flush()
        sys.stdout.buffer.write(made.content)
    else:
        save(made.content, output, project.loaded.kept_files())
        tell(f"Wrote {output}.")
    if made.left_out:
        _show_left_out(made.left_out)


def _show_left_out(left_out: tuple[str, ...]) -> None:
    """Say what of the plan the format has no place for, apart from a file on the screen."""
    from pathwayctl.reporters.lines import folded, line
    from pathwayctl.reporters.screen import screen_width, show

    tell("Not carried over as it is in your plan:")
    rows = (row for said in left_out for row in folded(f"  {said}", screen_width(sys.stderr)))
    show(map(line, rows), sys.stderr)
