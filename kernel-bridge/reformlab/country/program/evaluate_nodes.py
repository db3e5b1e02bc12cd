"""Nodes of the program in NumPy, double precision: slow, obvious, what everything else is compared with."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np

from .graph import BOOL, Graph
from .memo import Memo
from .operations import MEANINGS

NEUTRAL = {"sum_members": 0.0, "max_members": -np.inf, "min_members": np.inf}
SCATTER = {"sum_members": np.add, "max_members": np.maximum, "min_members": np.minimum}


def evaluate_nodes(
    graph: Graph,
    nodes: Iterable[int],
    leaf: Callable[[str], Any],
    parameters: Mapping[str, float] | None = None,
    relations: Mapping[str, Any] | None = None,
    counts: Mapping[str, int] | None = None,
    memo: Memo | None = None,
) -> dict[int, Any]:
    """Values of nodes, scalars as such. Without `relations`, `leaf` answers them under `relation@group`.

    `memo` holds values of nodes from before, under the same leaves and parameters.
    """
    wanted = list(nodes)
    reached = graph.reachable(wanted, () if memo is None else memo)
    values = {} if memo is None else {node: memo[node] for node in reached if node in memo}
    order = [node for node in reached if node not in values]
    # A column is forgotten with its last use.
    last = {operand: node for node in order for operand in graph.operands[node]}
    for node in wanted:
        last.pop(node, None)
    with np.errstate(all="ignore"):
        for node in order:
            op, name = graph.ops[node], graph.names[node]
            operands = [values[operand] for operand in graph.operands[node]]
            if op == "constant":
                value: Any = np.float64(graph.values[node])
            elif op == "parameter":
                value = np.float64(graph.values[node] if parameters is None else parameters[name])
            elif op == "input":
                value = np.asarray(leaf(name), dtype=float)
            elif op in SCATTER or op == "project":
                group = name.partition(".")[2]
                rows = leaf(f"relation@{group}") if relations is None else relations[name]
                count = int(np.max(rows, initial=-1)) + 1 if counts is None else counts[group]
                value = related(op, operands[0], rows, count)
            else:
                value = MEANINGS[op](*operands)
            is_condition = graph.types[node] == BOOL
            values[node] = np.asarray(value).astype(bool) if is_condition else value
            if memo is not None:
                memo.keep(node, values[node])
            for operand in set(graph.operands[node]):
                if last.get(operand) == node and operand in values:
                    del values[operand]
    return {node: values[node] for node in wanted}


def related(op: str, operand: Any, rows: Any, count: int) -> Any:
    if op == "project":
        groups = np.asarray(operand)
        return groups[rows] if groups.size > 1 else np.broadcast_to(groups, rows.shape)
    if op == "sum_members":
        return np.bincount(rows, weights=np.broadcast_to(operand, rows.shape), minlength=count)
    result = np.full(count, NEUTRAL[op])
    SCATTER[op].at(result, rows, np.broadcast_to(operand, rows.shape))
    return result
