"""What the code keeps to, as functions from a source tree to its faults; each names the place by its path."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path

import networkx as nx

LONGEST_MODULE = 300
LONGEST_FUNCTION = 50
LONGEST_COMMAND = 15
"""Lines of a body, without its signature and docstring: the options of a command are declarations."""

OWNERS: dict[str, tuple[str, ...]] = {
    "_ruamel_yaml": ("source/parser.py",),
    "holidays": ("scheduling/holidayplaces.py", "scheduling/daysoff.py"),
    "jinja2": (
        "rendering/environment.py",  # the sandbox that handout templates run in
        "rendering/loader.py",  # where their files come from
        "rendering/template_errors.py",  # what can go wrong in them
        "rendering/plain_text.py",  # a name that is not there, among the values to show
        "rendering/html.py",  # the frame of a page, which is ours alone
    ),
    "markdown_it": ("rendering/prose.py",),
    "markupsafe": ("rendering/markup.py",),
    "networkx": ("scheduling/",),
    "numpy": ("simulation/",),
    "pydantic": ("model/", "loading/", "catalog/", "baselines/"),
    "pydantic_core": ("model/values.py",),
    "rich": ("reporters/",),
    "tinycss2": ("rendering/styles.py",),
    "typer": ("cli/",),
}
"""Each third-party package, and where alone it may be imported: a module, or its room."""


@dataclass(frozen=True)
class Source:
    """The modules of a package below a folder, parsed."""

    root: Path
    package: str

    def modules(self) -> Iterator[tuple[str, str, ast.Module]]:
        """Each module's path from the package's folder, its text, and its tree."""
        folder = self.root / self.package
        for path in sorted(folder.rglob("*.py")):
            text = path.read_text("utf-8")
            yield path.relative_to(folder).as_posix(), text, ast.parse(text)


def long_modules(source: Source) -> list[str]:
    """Modules of more lines than fit in the head."""
    sizes = {name: text.count("\n") for name, text, _ in source.modules()}
    return [f"{name}: {lines} lines" for name, lines in sizes.items() if lines > LONGEST_MODULE]


def silent_modules(source: Source) -> list[str]:
    """Modules that do not begin by saying what they are for."""
    return [name for name, _, tree in source.modules() if not ast.get_docstring(tree)]


def long_functions(source: Source) -> list[str]:
    """Functions whose body does not fit on a screen."""
    return [
        f"{name}:{node.lineno} {node.name}: {body_lines(node)} lines"
        for name, _, tree in source.modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and body_lines(node) > LONGEST_FUNCTION
    ]


def long_commands(source: Source, commands: set[tuple[str, str]]) -> list[str]:
    """Commands that do more than parse, call, and show; ``commands`` are their modules and functions."""
    return [
        f"{name} {node.name}: {body_lines(node)} lines"
        for name, _, tree in source.modules()
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and (name, node.name) in commands
        and body_lines(node) > LONGEST_COMMAND
    ]


def body_lines(node: ast.FunctionDef) -> int:
    """The lines of a function from its first statement after the docstring to its last."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def cycles(source: Source) -> list[str]:
    """Modules that import each other in a ring, imports for types included."""
    graph = nx.DiGraph()
    known = {_dotted(source.package, name) for name, _, _ in source.modules()}
    for name, _, tree in source.modules():
        here = _dotted(source.package, name)
        graph.add_edges_from(
            (here, target) for target in _imports(tree, known) if target in known and target != here
        )
    return [" <-> ".join(sorted(ring)) for ring in nx.strongly_connected_components(graph) if len(ring) > 1]


def strange_imports(source: Source, owners: dict[str, tuple[str, ...]]) -> list[str]:
    """Third-party packages that are imported outside their owner."""
    return sorted(
        {
            f"{name} imports {package}"
            for name, _, tree in source.modules()
            for target in _imports(tree)
            if (package := target.partition(".")[0]) in owners and not name.startswith(owners[package])
        }
    )


def _dotted(package: str, name: str) -> str:
    return f"{package}.{name.removesuffix('.py').replace('/', '.')}".removesuffix(".__init__")


def _imports(tree: ast.Module, known: Set[str] = frozenset()) -> Iterator[str]:
    """Every module that is imported anywhere in a module, also inside functions and for types.

    ``known`` are the modules of the package.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from names
            if not known >= set(names):  # or it only names the room in which they are
                yield node.module


def command_functions(source: Source) -> set[tuple[str, str]]:
    """The module and the function of each command, from the imports of the registry of commands."""
    registry = source.root / source.package / "cli" / "registry.py"
    return {
        (f"cli/{node.module.rpartition('.')[2]}.py", alias.name)
        for node in ast.parse(registry.read_text("utf-8")).body
        if isinstance(node, ast.ImportFrom) and node.module and ".cli." in node.module
        for alias in node.names
    }


def reaches_past_the_front_door(tests: Path) -> list[str]:
    """Tests that import the command line, outside the folder of its own tests."""
    return [
        path.relative_to(tests).as_posix()
        for path in sorted(tests.rglob("*.py"))
        if path.relative_to(tests).parts[0] != "cli"
        and any(
            name == "pathwayctl.cli" or name.startswith("pathwayctl.cli.")
            for name in _imports(ast.parse(path.read_text("utf-8")))
        )
    ]
