"""The help of commands, and plain words for mistyped ones.

Typer's own help draws boxes and names types of Python. This one says the same in sections of plain
text, and loads none of the libraries that draw boxes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import Any, Final, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from pathwayctl import __version__
from pathwayctl.cli.exits import stop
from pathwayctl.reporters.layout import Line, line
from pathwayctl.wording import nearest

Row = tuple[str, str]

_WRONG_USAGE: Final[type[Exception]] = typer.BadParameter.__mro__[1]
"""What Typer raises for a command that is not written right; it has no public name of its own."""
_WIDEST: Final = 100
"""Columns: longer lines are hard to read."""
_GAP: Final = "  "
_CLOSE: Final = 0.7
"""How alike a command or an option must be to be meant; “rename” is not “render”."""
_SYNONYMS: Final[Mapping[str, tuple[str, str]]] = {
    **dict.fromkeys(("check", "lint", "errors", "findings"), ("find what is wrong", "validate")),
    **dict.fromkeys(("explain", "rules", "finding"), ("read about a finding", "rule CODE")),
    **dict.fromkeys(("new", "create", "start", "begin"), ("begin a new project", "init my-project")),
    **dict.fromkeys(("print", "build", "make", "pdf", "handouts"), ("make the handouts", "render")),
    **dict.fromkeys(("plan", "dates", "gantt", "calendar", "list"), ("see the dates", "schedule")),
    **dict.fromkeys(("export", "csv", "excel"), ("write a spreadsheet", "schedule --format csv -o plan.csv")),
    **dict.fromkeys(("todo", "status", "steps", "guide"), ("see what to do next", "next")),
    **dict.fromkeys(("compare", "changes", "diff"), ("see what has moved", "schedule --baseline NAME")),
    **dict.fromkeys(("odds", "risk", "risks", "montecarlo"), ("see how sure the dates are", "simulate")),
}
"""Words that people type for what a command does."""
_HELP: Final = "Show this help and exit."


class Command(TyperCommand):
    """A command with its help in plain text. Further paragraphs of its docstring are examples."""

    allow_extra_args = True  # to say in our own words that there are any

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - Typer hands it over
        """Show what the command does, what it is given, and examples; then end."""
        about, _, examples = (self.help or "").partition("\n\n")
        arguments, options = _params(self, ctx)
        usage = " ".join([ctx.command_path, *map(_in_usage, arguments), "[OPTIONS]"])
        sections = {
            "Arguments": [_row(param) for param in arguments],
            "Options": [_row(param) for param in options],
            "Examples": [(example, "") for example in examples.splitlines()],
        }
        _show(usage, about, sections)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what stands after the command; stops with plain words where it is not right."""
        rest = _parsed(super().parse_args, ctx, args)
        if rest:
            stop(
                f"“{rest[0]}” is one word too many for {ctx.command_path}. "
                'A name with a space in it needs quotes: "my project".'
            )
        return rest


class Group(TyperGroup):
    """All commands together, with a help that shows them in their groups."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - Typer hands it over
        """Show all commands; then end."""
        sections: dict[str, list[Row]] = {}
        for name, command in self.commands.items():
            about = (command.help or "").partition("\n\n")[0]
            sections.setdefault(getattr(command, "rich_help_panel", None) or "", []).append((name, about))
        sections["Options"] = [("--version", "Show the version and exit."), ("-h, --help", _HELP)]
        _show(f"{ctx.command_path} COMMAND", self.help or "", sections, self.epilog or "")

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what stands before the command; stops with plain words where it is not right."""
        # These are no options of Typer's: it would load a large library to learn that they are not there.
        if args[:1] == ["--version"]:
            _end([line(f"pathwayctl {__version__}")])
        if args[:1] == ["version"]:
            _end([line(f"pathwayctl {__version__}")])
        if args[:1] == ["help"] and len(args) > 1:
            args = [args[1], "--help"]
        if args[:1] in (["--help"], ["-h"], ["help"]):
            self.format_help(ctx, None)
        return _parsed(super().parse_args, ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that is named; stops with the nearest one where there is none."""
        if args[0] not in self.commands:
            said = f"There is no command “{args[0]}”."
            instead = _instead(args[0], self.commands)
            stop(" ".join(filter(None, (said, instead, f"All commands: {ctx.command_path} --help"))))
        return super().resolve_command(ctx, args)


def _instead(word: str, commands: Iterable[str]) -> str:
    """The command to type in place of a word: one that does what the word says, or a near spelling."""
    said = _SYNONYMS.get(word.lower())
    if said:
        return f"To {said[0]}: pathwayctl {said[1]}."
    near = nearest(word.lower(), commands, _CLOSE)
    return f"Did you mean “{near}”?" if near else ""


def _parsed(parse: Any, ctx: Any, args: list[str]) -> list[str]:
    try:
        rest: list[str] = parse(ctx, args)
    except _WRONG_USAGE as error:
        stop(_in_words(error, ctx))
    return rest


def _in_words(error: Exception, ctx: Any) -> str:
    """Why a command cannot be read: Typer's reason in the words of this program."""
    params = [param for group in _params(ctx.command, ctx) for param in group]
    by_option = {option: param for param in params for option in param.opts}
    option = getattr(error, "option_name", None)
    if option in by_option:
        param = by_option[option]
        if param.is_flag:
            return f"“{option}” takes no value: write it alone."
        return f"“{option}” needs {param.metavar} after it. {param.help}"
    if option is not None:
        names = {one.strip("-"): one for one in by_option or ("--version", "--help")}
        near = nearest(str(option).strip("-"), names, _CLOSE)
        said = f"There is no option “{option}”."
        meant = f"Did you mean “{names[near]}”?" if near else ""
        return " ".join(filter(None, (said, meant, f"All options: {ctx.command_path} --help")))
    wrong = getattr(error, "param", None)
    if wrong is None:
        return f"{ctx.command_path} cannot be read as it is written. Its help: {ctx.command_path} --help"
    if type(error).__name__ == "MissingParameter":
        return f"{ctx.command_path} needs {_in_usage(wrong)} after it. {wrong.help}"
    return f"{ctx.command_path} cannot use what is given for {_row(wrong)[0]}. {wrong.help}"


def _params(command: Any, ctx: Any) -> tuple[list[Any], list[Any]]:
    """The arguments and the options of a command."""
    both: tuple[list[Any], list[Any]] = ([], [])
    for param in command.get_params(ctx):
        both[param.param_type_name == "option"].append(param)
    return both


def _in_usage(param: Any) -> str:
    """``DIR``, or ``[PROJECT]`` for what may be left out, or ``[PROJECT...]`` for as many as one likes."""
    name = f"{param.metavar}..." if param.nargs == -1 else str(param.metavar)
    return name if param.required else f"[{name}]"


def _row(param: Any) -> Row:
    if param.param_type_name == "argument":
        return param.metavar, param.help
    options = ", ".join(sorted(param.opts, key=len))
    if "--help" in param.opts:
        return options, _HELP
    return f"{options} {param.metavar or ''}".rstrip(), param.help


def _show(usage: str, about: str, sections: Mapping[str, Iterable[Row]], end: str = "") -> NoReturn:
    """Show a help, every section in the same two columns; then end the program."""
    from pathwayctl.reporters.layout import folded
    from pathwayctl.reporters.screen import screen_width

    width = min(screen_width(sys.stdout), _WIDEST)
    left = max(len(name) for rows in sections.values() for name, about in rows if about)
    lines = [line(usage), line(), *map(line, folded(about, width))]
    for title, rows in sections.items():
        lines += [line(), line((title, "bold"))] if rows else []
        for name, said in rows:
            first, *others = folded(said, width - left - 2 * len(_GAP))
            lines.append(line(_GAP, (f"{name:{left}}", "cyan"), _GAP, first))
            lines += [line(" " * (left + 2 * len(_GAP)), more) for more in others]
    lines += [line(), *map(line, folded(end, width))] if end else []
    _end(lines)


def _end(lines: Iterable[Line]) -> NoReturn:
    """Show lines and end the program."""
    from pathwayctl.reporters.screen import show

    show(lines, sys.stdout)
    raise typer.Exit
