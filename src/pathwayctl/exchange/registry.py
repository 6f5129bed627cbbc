"""The formats that a project is exported to, and those that are imported. A new one is a module and a line.

A module that exports has the function ``write`` (an ``Exporter``), and one that imports has ``read`` (an
``Importer``, which gets the bytes and the name of the file).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from pathwayctl.editing.edits import Refused
    from pathwayctl.exchange.export_source import Exported, ExportOrder, ExportSource
    from pathwayctl.exchange.import_plan import ImportOrder, ImportPlan
    from pathwayctl.handouts.context import Context
    from pathwayctl.loading.project import Loaded

    Exporter = Callable[[ExportSource, ExportOrder], bytes | Exported]
    Importer = Callable[[bytes, str, Context, Loaded, ImportOrder], ImportPlan | Refused]


class ExportFormat(NamedTuple):
    """A format: its module, and the options that it takes beyond the audience, as ``ExportOrder`` names them.

    ``presets`` are its ready-made sets of columns. A ``binary`` format is not put on a screen: without a
    file to write, it gets one named for the project. ``ending`` is that of its files, by default its name.
    """

    module: str
    takes: tuple[str, ...] = ()
    presets: tuple[str, ...] = ()
    binary: bool = False
    ending: str = ""

    @property
    def write(self) -> Exporter:
        """The function that makes the file; its module is imported only now."""
        made: Exporter = _function(self.module, "write")
        return made


PRESET_NAMES: Final = ("smartsheet", "perkins", "cami", "524b")
EXPORTS: Final[Mapping[str, ExportFormat]] = {
    "csv": ExportFormat("section_csv", ("sections", "parties", "bom")),
    "ctdl": ExportFormat("ctdl"),
    "ics": ExportFormat("ics", ("parties", "kinds")),
    "json": ExportFormat("whole_json"),
    "msproject": ExportFormat("msproject.plan_xml", binary=True, ending="xml"),
    "xlsx": ExportFormat(
        "workbook.book_writer", ("sections", "parties", "preset"), PRESET_NAMES, binary=True
    ),
}
"""The formats of ``export`` by name."""
IMPORTS: Final[Mapping[str, str]] = {
    ".xlsx": "workbook.merging",
    ".csv": "lists.partner_lists",
    ".xml": "msproject.plan_merging",
}
"""The modules that read files, by the ending of the file."""
LISTS: Final = "lists.partner_lists"
"""The module that reads a spreadsheet whose rows are said to be of some kind."""
_SAVED_AS_XML: Final[Mapping[str, str]] = {
    ".mpp": "In Microsoft Project, choose File > Save As, and as the type “XML Format (*.xml)”.",
    ".mpt": "In Microsoft Project, choose File > Save As, and as the type “XML Format (*.xml)”.",
    ".pod": "In ProjectLibre, choose File > Save As, and as the type “Microsoft Project 2010 XML”.",
    ".gan": "In GanttProject, choose Project > Export, and then “Microsoft Project file” as XML.",
}
"""How other programs save a plan as XML, by the ending of their own files."""


def export(context: Context, loaded: Loaded, form: str, order: ExportOrder | None = None) -> Exported:
    """The file of a format, with what its audience may see, and what of that it has no place for."""
    from pathwayctl.exchange.export_source import Exported, ExportOrder, ExportSource

    order = order or ExportOrder()
    made = EXPORTS[form].write(ExportSource(context, loaded, order.audience), order)
    return made if isinstance(made, Exported) else Exported(made)


def plan_import(
    context: Context, loaded: Loaded, file: Path, order: ImportOrder | None = None
) -> ImportPlan | Refused:
    """What a file would change in a project, by the format that its name ends in. Raises ``OSError``."""
    from pathwayctl.editing.edits import Refused
    from pathwayctl.exchange.import_plan import ImportOrder
    from pathwayctl.wording import listed

    order = order or ImportOrder()
    module = IMPORTS.get(file.suffix.lower())
    if order.kind and file.suffix.lower() in (".xlsx", ".csv"):
        module = LISTS
    how = _SAVED_AS_XML.get(file.suffix.lower())
    if how is not None:
        return Refused(
            f"“{file.name}” has to be saved as XML to be imported.", f"{how} Then import that file."
        )
    if module is None:
        return Refused(
            f"“{file.name}” is not a file that can be imported.",
            f"The name of the file has to end in {listed(tuple(IMPORTS), 'or')}.",
        )
    read: Importer = _function(module, "read")
    return read(file.read_bytes(), file.name, context, loaded, order)


def _function(module: str, name: str) -> Any:
    return getattr(import_module(f"{__package__}.{module}"), name)
