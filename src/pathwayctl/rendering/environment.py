"""The environment that handout templates run in: what they may use, and how values become text.

A project's template is as untrusted as its data. It sees the view and the block functions, a choice
of filters, and no methods beyond a few harmless ones. How long it may run and how much memory it may
take is not settled here: ``template_child.py`` runs it in a process with limits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from inspect import signature
from typing import Any, Final

from jinja2 import BaseLoader, Environment, StrictUndefined, nodes, pass_context, pass_environment
from jinja2.runtime import Context, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace, missing
from jinja2.visitor import NodeTransformer

from pathwayctl.rendering.arguments import USAGE
from pathwayctl.rendering.markup import Markup, escape
from pathwayctl.rendering.mistakes import UnfitError
from pathwayctl.rendering.page_builder import Desk
from pathwayctl.rendering.plain_text import kind_of, plain, printed
from pathwayctl.rendering.template_phrases import PhraseTransformer
from pathwayctl.wording import suggestion

KEPT_FILTERS: Final = (
    "abs", "capitalize", "d", "default", "dictsort", "first", "groupby", "int", "last", "length", "list",
    "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort",
    "title", "trim", "truncate", "unique", "upper",
)  # fmt: skip
"""Jinja's filters that give the same result every time."""
TEXT_FILTERS: Final = ("capitalize", "lower", "title", "trim", "truncate", "upper")
METHODS: Final = frozenset({
    "capitalize", "count", "endswith", "get", "items", "keys", "lower", "rstrip", "startswith", "strip",
    "title", "upper", "values", "lstrip",
    "changed", "cycle",
})  # fmt: skip
"""Methods of texts, dictionaries, and loops that a template may call."""
LARGEST: Final = 10**15
"""The largest number that a template can calculate."""
_OPERATORS: Final = frozenset({"+", "-", "*", "/", "//", "%", "**"})
_TOGETHER: Final = "To put texts together, use ~"


class Missing(StrictUndefined):
    """A name that is not there, said in plain words as soon as it is used."""

    @property
    def _undefined_message(self) -> str:
        name, thing = str(self._undefined_name), self._undefined_obj
        if self._undefined_hint or thing is None:
            return self._undefined_hint or f"There is no value in which to look for “{name}”."
        known = (
            (*USAGE, "view", "title") if thing is missing else getattr(thing, "__dataclass_fields__", thing)
        )
        near = suggestion(name, map(str, known)) if isinstance(known, tuple | dict) else ""
        return f"There is no “{name}” here. {near}".rstrip()


class HandoutEnvironment(ImmutableSandboxedEnvironment):
    """One environment for all handouts of a run; ``desk`` is the one of the page in hand.

    ``translate`` puts the fixed phrases of its templates into another language.
    """

    intercepted_binops = _OPERATORS

    def __init__(self, loader: BaseLoader, translate: Callable[[str], str] | None = None) -> None:
        self._translate = translate
        super().__init__(
            loader=loader,
            autoescape=True,  # what comes from data cannot be taken for a token, see page_builder.py
            undefined=Missing,
            finalize=_output,
            trim_blocks=True,
            lstrip_blocks=True,
            cache_size=-1,
            auto_reload=False,
        )
        self.filters = {name: self.filters[name] for name in KEPT_FILTERS}
        self.filters.update({name: _of_text(self.filters[name]) for name in TEXT_FILTERS})
        self.filters.update(join=_join, replace=_replace, string=_finalized)
        self.globals.clear()
        self.globals.update(namespace=Namespace, range=range)
        self.globals.update({name: self._block_function(name) for name in USAGE})
        self.begin()

    def begin(self, *, measures: bool = True) -> Desk:
        """Clear the desk for the next page; one of which no size is asked is not measured."""
        self.desk = Desk(measures=measures)
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

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Data, macros of included files, and the few methods of ``METHODS``."""
        harmless = not callable(value) or attr in METHODS or isinstance(value, Macro)
        return harmless and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """No exception for ``format``, which Jinja would let through."""

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """The value of an attribute that a template may not use."""
        return self.undefined(f"A template cannot use “{attribute}”.", obj=obj, name=attribute)

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        if self._translate:
            source = PhraseTransformer(self._translate).visit(source)
        return super()._generate(_Texts().visit(source), name, filename, defer_init)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Calculate with numbers, add texts to texts and lists to lists, and refuse all else."""
        for value in (left, right):
            if isinstance(value, Undefined):
                str(value)  # says what is missing, and stops the template
        if isinstance(left, int | float) and isinstance(right, int | float):
            return self._calculated(context, operator, left, right)
        if operator != "+":
            raise UnfitError(f"“{operator}” works with numbers only.", _TOGETHER)
        for kind in (str, list, tuple):
            if isinstance(left, kind) and isinstance(right, kind):
                return super().call_binop(context, operator, left, right)
        both = f"{kind_of(left)} and {kind_of(right)}"
        raise UnfitError(f"{both[0].upper()}{both[1:]} cannot be added.", _TOGETHER)

    def _calculated(self, context: Context, operator: str, left: float, right: float) -> Any:
        if max(abs(left), abs(right)) <= LARGEST and (operator != "**" or _small_power(left, right)):
            result = super().call_binop(context, operator, left, right)
            if abs(result) <= LARGEST:
                return result
        raise UnfitError("This number becomes too large.", "Look at the numbers on this line.")


class _Texts(NodeTransformer):
    """Has ``a ~ b`` show values as ``{{ a }}{{ b }}`` does; Jinja would show lists and ``None`` as Python."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Concat:  # noqa: N802 - the name is Jinja's
        """Every part goes through the filter ``string``."""
        self.generic_visit(node)
        line = node.lineno
        node.nodes = [nodes.Filter(part, "string", [], [], None, None, lineno=line) for part in node.nodes]
        return node


@pass_context
def _output(context: Context, value: Any) -> str:  # noqa: ARG001 - see below
    """What ``{{ value }}`` shows. Jinja writes constants by itself, unless the context is asked for."""
    return _finalized(value)


def _finalized(value: Any) -> str:
    return value if isinstance(value, Markup) else printed(value)


def _of_text(work: Callable[..., Any]) -> Callable[..., Any]:
    """A filter of texts that is not tried on anything else."""

    @wraps(work)
    def filtered(*given: Any, **named: Any) -> Any:
        _finalized(next(value for value in given if not isinstance(value, Environment)))
        return work(*given, **named)

    return filtered


@pass_environment
def _join(
    environment: Environment, values: Iterable[Any], between: Any = "", attribute: str | None = None
) -> str:
    parts = [
        _finalized(value if attribute is None else environment.getitem(value, attribute)) for value in values
    ]
    seam = _finalized(between)
    if any(isinstance(part, Markup) for part in parts):
        seam = escape(seam)
    return seam.join(parts)


def _replace(text: Any, old: Any, new: Any) -> str:
    return plain(text).replace(plain(old), plain(new))


def _small_power(base: float, exponent: float) -> bool:
    return abs(base) <= 1_000 and abs(exponent) <= 50 and (base == 0 or abs(base**exponent) <= LARGEST)
