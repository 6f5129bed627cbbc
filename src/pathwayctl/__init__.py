"""Plan, check, schedule, and print a career pathways project kept in plain YAML.

The Python API is what ``__all__`` names. Each name is loaded when it is first used, so that importing the
package costs nothing.
"""

__all__ = [
    "AddEntry",
    "Audience",
    "ExportOrder",
    "Guide",
    "ImportOrder",
    "MoveEntry",
    "Order",
    "Project",
    "ProjectError",
    "ProjectNotFoundError",
    "Refused",
    "RemoveEntry",
    "RemoveItem",
    "RenameId",
    "RevisionError",
    "SetField",
    "StatusScope",
    "__version__",
    "open_project",
]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathwayctl.app import Project, ProjectError, ProjectNotFoundError, open_project
    from pathwayctl.diagnostics import RevisionError
    from pathwayctl.editing.edits import (
        AddEntry,
        MoveEntry,
        Refused,
        RemoveEntry,
        RemoveItem,
        RenameId,
        SetField,
    )
    from pathwayctl.exchange.export_source import ExportOrder
    from pathwayctl.exchange.import_plan import ImportOrder
    from pathwayctl.guidance.status_report import StatusScope
    from pathwayctl.model.vocabulary import Audience, Guide
    from pathwayctl.rendering.page_sets import Order
    from pathwayctl.version import __version__

_HOMES = {
    "Audience": "model.vocabulary",
    "ExportOrder": "exchange.export_source",
    "Guide": "model.vocabulary",
    "ImportOrder": "exchange.import_plan",
    "Order": "rendering.page_sets",
    "RevisionError": "diagnostics",
    "StatusScope": "guidance.status_report",
    "__version__": "version",
} | dict.fromkeys(
    ("AddEntry", "MoveEntry", "Refused", "RemoveEntry", "RemoveItem", "RenameId", "SetField"), "editing.edits"
)
"""The modules of the names that are not in ``app``."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'app')}"), name)
