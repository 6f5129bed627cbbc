"""Keep libraries from loading what no command uses: a third of the start of ``validate``.

``import networkx`` loads 280 modules, of which sequencing needs two dozen; ``holidays`` loads every country
for the sake of one; and both, like pydantic, look through all installed packages for plugins, which nobody
here wants. A stand-in takes the place of such a module. ``import *`` finds in it only what is used, and asked
for another name it loads the module itself.

Only for a process that is all ours: a program that uses the Python API gets its libraries whole.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, Final

_UNUSED: Final = {
    "networkx": ("algorithms", "convert_matrix", "drawing", "generators", "linalg", "readwrite", "relabel"),
    "holidays": ("countries",),
}
_USED: Final = {"networkx.algorithms": "networkx.algorithms.dag"}
"""The module with the names that ``import *`` finds in a stand-in."""


class _StandIn(ModuleType):
    """A package that is loaded when it is asked for a name; its modules can be loaded without it."""

    def __getattr__(self, name: str) -> Any:
        if name == "__all__" and self.__name__ in _USED:
            used = import_module(_USED[self.__name__])
            vars(self).update({one: getattr(used, one) for one in used.__all__})
        if name.startswith("__"):  # asked by the import system and by ``import *``
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def prefer_parts() -> None:
    """Put the stand-ins where the import system looks first; what is loaded already stays."""
    for package, parts in _UNUSED.items():
        found = find_spec(package)
        if found is not None and package not in sys.modules:
            for part in parts:
                folders = [str(Path(folder, part)) for folder in found.submodule_search_locations or ()]
                _stand_in(f"{package}.{part}", __path__=folders)
    _stand_in("holidays.version", __version__="")
    _stand_in("importlib.metadata", entry_points=lambda **_: ())


def _stand_in(module: str, **names: Any) -> None:
    if module not in sys.modules:
        stand_in = sys.modules[module] = _StandIn(module)
        vars(stand_in).update(names)
