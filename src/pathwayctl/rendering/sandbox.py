"""The environment that handout templates run in: what they may use, and how much of it.

A project's template is as untrusted as its data. It sees the view and the block functions, a choice
of filters, and no methods beyond a few harmless ones. Every turn of a loop, call, included file and
text put together is counted, so that it ends.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from functools import wraps
from inspect import signature
from typing import Any, Final

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, nodes, pass_context
from jinja2.runtime import Context, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace, missing
from markupsafe import Markup

from pathwayctl.rendering.arguments import USAGE
from pathwayctl.rendering.budget import Budget
from pathwayctl.rendering.counting import Counting
from pathwayctl.rendering.desk import Desk
from pathwayctl.rendering.mistakes import UnfitError
from pathwayctl.rendering.words import kind_of, plain, printed
from pathwayctl.wording import suggestion

KEPT_FILTERS: Final = (
    "abs", "capitalize", "d", "default", "dictsort", "first", "groupby", "int", "last", "length", "list",
    "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort",
    "title", "trim", "truncate", "unique", "upper",
)  # fmt: skip
"""Jinja's filters that give the same result every time and cannot make much out of little."""
TEXT_FILTERS: Final = ("capitalize", "lower", "title", "trim", "truncate", "upper")
METHODS: Final = frozenset({
    "capitalize", "count", "endswith", "get", "items", "keys", "lower", "rstrip", "startswith", "strip",
    "title", "upper", "values", "lstrip",
    "changed", "cycle",
})  # fmt: skip
"""Methods of texts, dictionaries and loops that a template may call."""
LARGEST: Final = 10**15
LONGEST: Final = 100_000
"""Entries of a list, or turns of a range."""

CALL: Final = 5
"""Steps that a call or an included file counts for: it takes that much longer than a turn of a loop."""


_TOGETHER: Final = "To put texts together, use ~"


class Missing(StrictUndefined):
    """A name that is not there, said in plain words as soon as it is used."""

    @property
    def _undefined_message(self) -> str:
        name, thing = str(self._undefined_name), self._undefined_obj
        if self._undefined_hint or thing is None:
            return self._undefined_hint or f"There is nothing to find “{name}” in."
        known = (
            (*USAGE, "view", "title") if thing is missing else getattr(thing, "__dataclass_fields__", thing)
        )
        near = suggestion(name, map(str, known)) if isinstance(known, tuple | dict) else ""
        return f"There is no “{name}” here. {near}".rstrip()


class Workshop(ImmutableSandboxedEnvironment):
    """One environment for all handouts of a run; ``desk`` and ``budget`` are those of the page in hand."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, loader: BaseLoader) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,  # what comes from data cannot be taken for a token, see desk.py
            undefined=Missing,
            finalize=_output,
            trim_blocks=True,
            lstrip_blocks=True,
            cache_size=-1,
            auto_reload=False,
        )
        self.filters = {name: self.filters[name] for name in KEPT_FILTERS}
        self.filters.update({name: _of_text(self.filters[name]) for name in TEXT_FILTERS})
        self.filters.update(join=self._join, replace=self._replace, string=_finalized)
        self.globals.clear()
        self.globals.update(namespace=Namespace, range=self._range)
        self.globals.update({name: self._block_function(name) for name in USAGE})
        self.begin()

    def begin(self) -> Desk:
        """Clear the desk for the next page."""
        self.budget = Budget()
        self.desk = Desk(self.budget)
        return self.desk

    def _block_function(self, name: str) -> Callable[..., Markup]:
        """A block function for every page of the run: included files are kept from page to page."""
        shape = signature(getattr(Desk, name))

        def function(*given: object, **named: object) -> Markup:
            try:
                shape.bind(self.desk, *given, **named)
            except TypeError:
                raise UnfitError(
                    f"“{name}” is given too much, too little, or a name that it does not have.",
                    f"Write it like this: {{{{ {USAGE[name]} }}}}",
                ) from None
            block: Markup = getattr(self.desk, name)(*given, **named)
            return block

        return function

    # What a template may touch

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Data, macros of included files, and the few methods of ``METHODS``."""
        harmless = not callable(value) or attr in METHODS or isinstance(value, Macro)
        return harmless and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """No exception for ``format``: a width in it can make a text of any length."""

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """What stands for an attribute that a template may not use."""
        return self.undefined(f"A template cannot use “{attribute}”.", obj=obj, name=attribute)

    # What is counted

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        return super()._generate(Counting().visit(source), name, filename, defer_init)

    def _load_template(
        self,
        name: str,
        globals: MutableMapping[str, Any] | None,  # noqa: A002
    ) -> Template:
        self.budget.step(CALL)
        return super()._load_template(name, globals)

    def call(self, context: Context, obj: Any, /, *given: Any, **named: Any) -> Any:
        """Call a function of the template."""
        self.budget.step(CALL)
        if isinstance(obj, LoopContext) and given:
            given = (self.counted(given[0]), *given[1:])
        return super().call(context, obj, *given, **named)

    def call_binop(self, context: Context, sign: str, left: Any, right: Any) -> Any:
        """``+``, ``*``, ``**`` and ``%``, without those that make much out of little."""
        for value in (left, right):
            if isinstance(value, Undefined):
                str(value)  # says what is missing, and stops the template
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if sign == "+" and not numbers:
            return self._added(left, right)
        if not numbers:
            raise UnfitError(f"Only numbers can stand beside “{sign}”.", _TOGETHER)
        if sign in ("*", "**") and not _small(sign, left, right):
            raise UnfitError("This number becomes too large.", "Look at the numbers on this line.")
        return super().call_binop(context, sign, left, right)

    def _added(self, left: Any, right: Any) -> Any:
        for kind in (str, list, tuple):
            if isinstance(left, kind) and isinstance(right, kind):
                self.budget.text(len(left) + len(right))
                total: Any = operator.add(left, right)
                return total
        both = f"{kind_of(left)} and {kind_of(right)}"
        raise UnfitError(f"{both[0].upper()}{both[1:]} cannot be added.", _TOGETHER)

    def counted(self, values: Any) -> Iterator[Any]:
        """What a loop goes through, a step each."""
        if not isinstance(values, Iterable):
            raise UnfitError(f"There is {kind_of(values)} where a list is asked for.", "Loop over a list.")
        for value in values:
            self.budget.step()
            yield value

    def made(self, value: Any) -> Any:
        """A list that the template writes; lists of lists of lists soon hold more than anyone can count."""
        parts, found = [value], 0
        while parts:
            part = parts.pop()
            found += 1
            if isinstance(part, list | tuple):
                parts += part
            elif isinstance(part, dict):
                parts += [*part, *part.values()]
            if found + len(parts) > LONGEST:
                raise UnfitError("This list becomes too large.", "Show less on one page.")
        self.budget.step(found)
        return value

    def joined(self, *values: Any) -> str:
        """``a ~ b``: texts one after the other."""
        parts = [_finalized(value) for value in values]
        self.budget.text(sum(map(len, parts)))
        return Markup("").join(parts) if any(isinstance(part, Markup) for part in parts) else "".join(parts)

    def concat(self, parts: Iterable[str]) -> str:
        """The output of a template, a macro or a block."""
        pieces = list(parts)
        self.budget.text(sum(map(len, pieces)))
        return "".join(pieces)

    def _join(self, values: Any, between: Any = "", attribute: str | None = None) -> str:
        parts: list[Any] = []
        for value in self.counted(values):
            parts += [between] if parts else []
            parts.append(value if attribute is None else self.getitem(value, attribute))
        return self.joined(*parts)

    def _replace(self, text: Any, old: Any, new: Any) -> str:
        whole, wanted, instead = plain(text), plain(old), plain(new)
        self.budget.text(len(whole) + whole.count(wanted) * len(instead))
        return whole.replace(wanted, instead)

    def _range(self, *ends: Any) -> range:
        numbers = [end for end in ends if isinstance(end, int) and abs(end) <= LARGEST]
        if len(numbers) < len(ends) or not 1 <= len(ends) <= 3 or ends[2:] == (0,):
            raise UnfitError("“range” takes one to three whole numbers.", "Write it like this: range(1, 11)")
        turns = range(*numbers)
        if len(turns) > LONGEST:
            raise UnfitError(f"“range” goes through more than {LONGEST:,} numbers.", "Take a shorter range.")
        self.budget.step(len(turns))
        return turns


@pass_context
def _output(context: Context, value: Any) -> str:  # noqa: ARG001 - see below
    """What ``{{ value }}`` shows. Jinja writes constants by itself, unless the context is asked for."""
    return _finalized(value)


def _finalized(value: Any) -> str:
    return value if isinstance(value, Markup) else printed(value)


def _of_text(work: Callable[..., Any]) -> Callable[..., Any]:
    """A filter of texts that is not tried on anything else (a list could be shown at any length)."""

    @wraps(work)
    def filtered(*given: Any, **named: Any) -> Any:
        _finalized(next(value for value in given if not isinstance(value, Environment)))
        return work(*given, **named)

    return filtered


def _small(sign: str, left: float, right: float) -> bool:
    if sign == "**":
        return abs(left) <= 1_000 and abs(right) <= 50 and abs(left**right) <= LARGEST
    return abs(left) <= LARGEST and abs(right) <= LARGEST and abs(left * right) <= LARGEST
