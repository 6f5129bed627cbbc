"""Typer's plain help with groups and examples, and plain words for mistyped commands.

Typer writes the help, reads the command line, and completes it. What is added here, and why, is in
``docs/architecture.md``, "The command line".
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from pathwayctl.cli.exits import stop
from pathwayctl.wording import nearest

_WRONG_USAGE: Final[type[Exception]] = typer.BadParameter.__mro__[1]
"""What Typer raises for a command that is not written right; it has no public name of its own."""
_CLOSE: Final = 0.7
"""How alike a command or an option must be to be meant; “rename” is not “render”."""
_SYNONYMS: Final[Mapping[str, tuple[str, str]]] = {
    **dict.fromkeys(("check", "lint", "errors", "findings"), ("find what is wrong", "validate")),
    **dict.fromkeys(("explain", "rules", "finding"), ("read about a finding", "rule CODE")),
    **dict.fromkeys(("new", "create", "start", "begin"), ("begin a new project", "init my-project")),
    **dict.fromkeys(("print", "build", "make", "pdf", "handouts"), ("make the handouts", "render")),
    **dict.fromkeys(("plan", "dates", "gantt", "calendar", "list"), ("see the dates", "schedule")),
    **dict.fromkeys(("csv", "excel", "spreadsheet"), ("write a workbook", "export xlsx")),
    **dict.fromkeys(("merge", "load"), ("take over a workbook", "import FILE.xlsx")),
    **dict.fromkeys(("todo", "steps", "guide"), ("see what to do next", "next")),
    **dict.fromkeys(("week", "due", "late", "today", "report"), ("see what is due and late", "status")),
    **dict.fromkeys(("compare", "changes"), ("see what has changed", "diff")),
    **dict.fromkeys(("delete", "rm", "del"), ("remove an entry", "remove ID")),
    **dict.fromkeys(("done", "complete", "finish"), ("report that a task is done", "task done ID")),
    **dict.fromkeys(("revert", "back"), ("undo the last change", "undo")),
    **dict.fromkeys(("attendance", "notes"), ("take the minutes of a meeting", "minutes MEETING")),
    **dict.fromkeys(("edit", "change"), ("change a field", "set ID.FIELD VALUE")),
    **dict.fromkeys(("odds", "risk", "risks", "montecarlo"), ("see how certain the dates are", "simulate")),
}
"""Words that people type for what a command does."""


MINUS: Final = "\u2212="
"""Stands for ``-=``, which would be taken for an option."""


class HelpCommand(TyperCommand):
    """A command whose help groups its options, and ends with examples: its epilog."""

    allow_extra_args = True  # so that the message about them can name the usual cause

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The arguments and ``[OPTIONS]``, in the order in which people type them."""
        arguments = [one for one in self.get_params(ctx) if one.param_type_name == "argument"]
        return [*map(_in_usage, arguments), "[OPTIONS]"]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments, and the options in their groups."""
        sections: dict[str, list[tuple[str, str]]] = {"Arguments": []}
        for param in self.get_params(ctx):
            title = "Arguments" if param.param_type_name == "argument" else "Options"
            sections.setdefault(getattr(param, "rich_help_panel", None) or title, []).append(_row(param, ctx))
        _write_sections(formatter, {**sections, "Options": sections.pop("Options")})  # the others go last

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - Typer's signature
        """Write the examples, each on its line."""
        if self.epilog:
            with formatter.section("Examples"):
                formatter.write_text(f"\b\n{self.epilog}")

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Show the help on any screen; then end."""
        super().format_help(ctx, formatter)
        _end(formatter.getvalue())

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what follows the command; stops with plain words where it is not right."""
        args = [MINUS if one == "-=" else one for one in args]  # it is no option
        args = list(_with_empty_values(args, self.get_params(ctx)))
        rest = _parsed(super().parse_args, ctx, args)
        if rest and not ctx.resilient_parsing:
            stop(
                f"“{rest[0]}” is one word too many for {ctx.command_path}. "
                'A name with a space in it needs quotes: "my project".'
            )
        return rest


class HelpGroup(TyperGroup):
    """All commands together, with a help that shows them in their groups."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the commands in their groups, then the options."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for name, command in self.commands.items():
            group = getattr(command, "rich_help_panel", None) or "Commands"
            sections.setdefault(group, []).append((name, command.help or ""))
        _write_sections(formatter, sections)
        _write_sections(formatter, {"Options": [_row(param, ctx) for param in self.get_params(ctx)]})

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Show the help on any screen; then end."""
        super().format_help(ctx, formatter)
        _end(formatter.getvalue())

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what comes before the command, and take ``help`` and ``version`` as commands too."""
        if args[:1] == ["help"]:
            args = [*args[1:2], "--help"]
        elif args[:1] == ["version"]:
            args = ["--version"]
        return _parsed(super().parse_args, ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that is named; stops with the nearest one where there is none."""
        if args[0] not in self.commands and not ctx.resilient_parsing:
            said = f"There is no command “{args[0]}”."
            instead = _instead(args[0], self.commands)
            stop(" ".join(filter(None, (said, instead, f"All commands: {ctx.command_path} --help"))))
        return super().resolve_command(ctx, args)


def _with_empty_values(args: list[str], params: Iterable[Any]) -> Iterator[str]:
    """The words after a command, with an empty value after each option that may stand alone.

    The help shows the value of such an option in brackets: ``--example [NAME]``.
    """
    alone = {name for param in params if str(param.metavar).startswith("[") for name in param.opts}
    for word, following in zip(args, [*args[1:], "-"], strict=False):
        yield word
        if word in alone and following.startswith("-"):
            yield ""


def _instead(word: str, commands: Iterable[str]) -> str:
    """The command to type in place of a word: one that does what the word says, or a near spelling."""
    said = _SYNONYMS.get(word.lower())
    if said:
        return f"To {said[0]}: pathwayctl {said[1]}."
    near = nearest(word.lower(), commands, _CLOSE)
    return f"Did you mean “{near}”?" if near else ""


def _parsed(parse: Any, ctx: Any, args: list[str]) -> list[str]:
    if ctx.resilient_parsing:  # a shell asks how the line goes on
        for param in ctx.command.get_params(ctx):
            # Words stay as they were typed: converting them would load pydantic, half of the time to answer.
            param.process_value = _as_typed
    try:
        rest: list[str] = parse(ctx, args)
    except _WRONG_USAGE as error:
        stop(_in_words(error, ctx))
    return rest


def _as_typed(_: Any, value: Any) -> Any:
    return value


def _in_words(error: Any, ctx: Any) -> str:
    """Why a command cannot be read: Typer's reason, or a plainer one where that speaks of arguments."""
    help_for = f"pathwayctl {ctx.info_name} --help" if ctx.parent else f"{ctx.command_path} --help"
    by_option = {name: param for param in ctx.command.get_params(ctx) for name in param.opts}
    name, missing = getattr(error, "option_name", None), getattr(error, "param", None)
    given = by_option.get(name)
    if name is not None and given is None:
        near = nearest(name.strip("-"), {one.strip("-") for one in by_option}, _CLOSE)
        meant = f"Did you mean “{'--' if len(near) > 1 else '-'}{near}”?" if near else ""
        return " ".join(filter(None, (f"There is no option “{name}”.", meant, f"All options: {help_for}")))
    if given is not None and not given.is_flag:
        return f"“{name}” needs {given.metavar} after it. {given.help}"
    if type(error).__name__ == "MissingParameter" and missing is not None:
        return f"{ctx.command_path} needs {_in_usage(missing)} after it. {missing.help}"
    return f"{error.format_message().rstrip('.')}. Its help: {help_for}"


def _in_usage(param: Any) -> str:
    """``DIR``, or ``[PROJECT]`` for what may be left out, or ``[PROJECT...]`` for as many as one likes."""
    name = f"{param.metavar}..." if param.nargs == -1 else str(param.metavar)
    return name if param.required else f"[{name}]"


def _row(param: Any, ctx: Any) -> tuple[str, str]:
    """A parameter and its help, without Typer's names for the types of Python."""
    name = param.metavar if param.param_type_name == "argument" else param.get_help_record(ctx)[0]
    return str(name), param.help or ""


def _write_sections(formatter: Any, sections: Mapping[str, list[tuple[str, str]]]) -> None:
    """Write sections one below the other, all in the same two columns."""
    left = max(len(name) for rows in sections.values() for name, _ in rows)
    for title, rows in sections.items():
        if rows:
            with formatter.section(title):
                formatter.write_dl([(f"{name:{left}}", about) for name, about in rows])


def _end(text: str) -> NoReturn:
    """Show a help, its headings in bold, and end the program."""
    from pathwayctl.reporters.lines import line
    from pathwayctl.reporters.screen import show

    rows = text.rstrip().split("\n")
    show([line((row, "bold") if row[:1].strip() and row.endswith(":") else row) for row in rows], sys.stdout)
    raise typer.Exit
