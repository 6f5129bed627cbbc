"""Plan, check, schedule, and print a career pathways project kept in plain YAML.

The Python API is what ``__all__`` names; it is loaded when it is first used.
"""

__version__ = "0.1.0"

__all__ = ["Project", "ProjectError", "ProjectNotFoundError", "__version__", "open_project"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathwayctl.app import Project, ProjectError, ProjectNotFoundError, open_project


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from pathwayctl import app

    return getattr(app, name)
