"""Turns a template so that what it loops over and puts together passes through the environment's hands.

Jinja gives no hook for the turns of a loop, so the calls that count them are put into the template
after it is read and before it is run: ``for x in rows`` becomes ``for x in counted(rows)``, ``a ~ b``
becomes ``joined(a, b)``, and a list written in the template is handed to ``made``.
"""

from __future__ import annotations

from typing import cast

from jinja2 import nodes
from jinja2.visitor import NodeTransformer


class Counting(NodeTransformer):
    """Puts the calls of ``counted``, ``joined`` and ``made`` into a template."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - the name is Jinja's
        """A loop goes through ``counted``."""
        self.generic_visit(node)
        node.iter = _through("counted", [cast("nodes.Expr", node.iter)], node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Expr:  # noqa: N802 - the name is Jinja's
        """Texts put together with ``~`` go through ``joined``."""
        self.generic_visit(node)
        return _through("joined", list(node.nodes), node.lineno)

    def visit_List(self, node: nodes.List) -> nodes.Expr:  # noqa: N802 - the name is Jinja's
        """A list goes through ``made``, unless all that is in it stands in the template."""
        self.generic_visit(node)
        return node if _constant(node.items) else _through("made", [node], node.lineno)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Expr:  # noqa: N802 - the name is Jinja's
        """The same for a tuple, but not for the names that a loop sets."""
        self.generic_visit(node)
        return node if node.ctx != "load" or _constant(node.items) else _through("made", [node], node.lineno)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Expr:  # noqa: N802 - the name is Jinja's
        """The same for a dictionary."""
        self.generic_visit(node)
        return node if not node.items else _through("made", [node], node.lineno)


def _constant(items: list[nodes.Expr]) -> bool:
    return all(isinstance(item, nodes.Const) for item in items)


def _through(method: str, values: list[nodes.Expr], line: int) -> nodes.Expr:
    function = nodes.EnvironmentAttribute(method, lineno=line)
    return nodes.Call(function, values, [], None, None, lineno=line)
