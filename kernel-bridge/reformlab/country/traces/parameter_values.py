"""The parameters of a trace under a law; whether the trace still stands under it."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from ..law.parameters import find_parameter
from ..program.evaluate_nodes import evaluate_nodes
from ..simulation.trace import ParameterLeaf, Trace


class RetraceNeeded(Exception):  # noqa: N818 - a caller traces again
    """The law differs in what the program's shape rests on; the message says in what."""


def parameter_values(trace: Trace, parameters: Any) -> Any:
    """Values in the order of `trace.parameters`. Raises RetraceNeeded."""
    for (path, instant), value in trace.statics.items():
        (now,) = _values_at(parameters, path, [instant])
        if now != value:
            raise RetraceNeeded(f"{path} at {instant} was {value!r} and is {now!r}")
    values = {leaf.name: _value_of(parameters, leaf) for leaf in trace.parameters.values()}
    guarded = {
        leaf.name: values[leaf.name] if leaf.name in values else _value_of(parameters, leaf)
        for leaf in trace.guard_leaves.values()
    }
    found = evaluate_nodes(trace.graph, trace.guards, lambda name: name, guarded)
    for node, value in trace.guards.items():
        if float(found[node]) != value and value == value:
            steered = next((n for n in trace.graph.reachable([node]) if trace.graph.names[n]), node)
            raise RetraceNeeded(f"{trace.graph.names[steered]} steers which rules there are")
    return np.array(list(values.values()), dtype=float)


def _value_of(parameters: Any, leaf: ParameterLeaf) -> float:
    found = _values_at(parameters, leaf.path, leaf.instants)
    if any(value != found[0] for value in found):
        raise RetraceNeeded(f"{leaf.path} differs between {leaf.instants[0]} and {leaf.instants[-1]}")
    if isinstance(found[0], bool) != (leaf.type == "bool") or not isinstance(found[0], bool | int | float):
        raise RetraceNeeded(f"{leaf.path} was a {leaf.type} and is {found[0]!r}")
    return float(found[0])


def _values_at(parameters: Any, path: str, instants: Iterable[str]) -> list[Any]:
    try:
        dated = find_parameter(parameters, path).values_list
    except (KeyError, IndexError, AttributeError):
        dated = []
    return [next((one.value for one in dated if one.instant_str <= instant), None) for instant in instants]
