"""Identities that hold whatever the operands are, applied as a node is added.

`x * 0` is 0 here though NaN and infinity say otherwise: laws multiply by a condition to say "only where".
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .graph import Graph

Operands = tuple[int, ...]
Rule = Callable[["Graph", Operands], int | None]


def simplify(graph: "Graph", op: str, operands: Operands) -> int | None:
    """An earlier node that says the same, or None."""
    rule = RULES.get(op)
    return rule(graph, operands) if rule else None


def _add(graph: "Graph", operands: Operands) -> int | None:
    a, b = operands
    if graph.is_constant(a, 0):
        return b
    return a if graph.is_constant(b, 0) else None


def _subtract(graph: "Graph", operands: Operands) -> int | None:
    a, b = operands
    if graph.is_constant(b, 0):
        return a
    return graph.elementwise("negate", b) if graph.is_constant(a, 0) else None


def _multiply(graph: "Graph", operands: Operands) -> int | None:
    for one, other in (operands, operands[::-1]):
        if graph.is_constant(one, 1):
            return other
        if graph.is_constant(one, 0):
            return one
    return None


def _divide(graph: "Graph", operands: Operands) -> int | None:
    a, b = operands
    return a if graph.is_constant(b, 1) else None


def _negate(graph: "Graph", operands: Operands) -> int | None:
    (a,) = operands
    return graph.operands[a][0] if graph.ops[a] == "negate" else None


def _extreme(graph: "Graph", operands: Operands) -> int | None:
    a, b = operands
    return a if a == b else None


def _less(graph: "Graph", operands: Operands) -> int | None:
    a, b = operands
    return graph.operands[b][0] if graph.is_constant(a, 0) and graph.ops[b] == "indicator" else None


def _equal(graph: "Graph", operands: Operands) -> int | None:
    a, b = operands
    if graph.types[a] != "number" and a == b:
        return graph.constant(1, "bool")
    return None


def _not_equal(graph: "Graph", operands: Operands) -> int | None:
    a, b = operands
    if graph.types[a] != "number" and a == b:
        return graph.constant(0, "bool")
    for one, other in ((a, b), (b, a)):
        if graph.is_constant(one, 0) and graph.ops[other] == "indicator":
            return graph.operands[other][0]
    return None


def _and(graph: "Graph", operands: Operands) -> int | None:
    a, b = operands
    for one, other in ((a, b), (b, a)):
        if graph.is_constant(one, 0):
            return one
        if graph.is_constant(one, 1):
            return other
        if graph.ops[other] == "and" and one in graph.operands[other]:
            return other
    return a if a == b else None


def _or(graph: "Graph", operands: Operands) -> int | None:
    a, b = operands
    for one, other in ((a, b), (b, a)):
        if graph.is_constant(one, 1):
            return one
        if graph.is_constant(one, 0):
            return other
    return a if a == b else None


def _not(graph: "Graph", operands: Operands) -> int | None:
    (a,) = operands
    return graph.operands[a][0] if graph.ops[a] == "not" else None


def _select(graph: "Graph", operands: Operands) -> int | None:
    condition, a, b = operands
    if graph.ops[condition] == "constant":
        return a if graph.values[condition] else b
    if a == b:
        return a
    if graph.types[a] == "bool":
        if graph.is_constant(a, 1):
            return graph.elementwise("or", condition, b)
        if graph.is_constant(b, 0):
            return graph.elementwise("and", condition, a)
        if graph.is_constant(a, 0):
            return graph.elementwise("and", graph.elementwise("not", condition), b)
        if graph.is_constant(b, 1):
            return graph.elementwise("or", graph.elementwise("not", condition), a)
    if graph.ops[condition] == "not":
        return graph.elementwise("select", graph.operands[condition][0], b, a)
    if graph.is_constant(a, 1) and graph.is_constant(b, 0) and graph.types[a] == "number":
        return graph.elementwise("indicator", condition)
    return None


def _gather(graph: "Graph", operands: Operands) -> int | None:
    key, *cases = operands
    if graph.ops[key] == "constant":
        at = graph.values[key]
        return cases[min(max(int(at) if at == at else 0, 0), len(cases) - 1)]
    return cases[0] if all(case == cases[0] for case in cases) else None


RULES: dict[str, Rule] = {
    "add": _add,
    "subtract": _subtract,
    "multiply": _multiply,
    "divide": _divide,
    "negate": _negate,
    "minimum": _extreme,
    "maximum": _extreme,
    "less": _less,
    "equal": _equal,
    "not_equal": _not_equal,
    "and": _and,
    "or": _or,
    "not": _not,
    "select": _select,
    "gather": _gather,
}
