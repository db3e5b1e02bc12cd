"""What formulas were taken to find when they ask about all rows at once, held against a population."""

from collections.abc import Callable
from typing import Any

import numpy as np

from ..program.evaluate_nodes import evaluate_nodes
from ..simulation.trace import Trace

OVER_ROWS = {"any": np.any, "all": np.all}


def unmet_assumptions(trace: Trace, leaf: Callable[[str], Any]) -> dict[str, list[str]]:
    """Of variables, the questions that the population answers otherwise, under the law that was traced.

    `leaf` answers the values of any input. Formulas ask in order to skip work, and the program does what
    the original skips: where their answers are the same, as `compare` tells, nothing is lost.
    """
    nodes = {node for asked in trace.assumed.values() for node in asked if _is_known(trace, node)}
    found = evaluate_nodes(trace.graph, nodes, leaf)
    unmet = {
        variable: [
            f"{name} was taken for {taken}"
            for node, (name, taken) in asked.items()
            if node in found and bool(OVER_ROWS[name](found[node])) != taken
        ]
        for variable, asked in sorted(trace.assumed.items())
    }
    return {variable: texts for variable, texts in unmet.items() if texts}


def _is_known(trace: Trace, node: int) -> bool:
    """Whether the original engine need not compute anything for it that the program does without."""
    names = (trace.graph.names[at] for at in trace.graph.reachable([node]) if trace.graph.ops[at] == "input")
    return all(name in trace.inputs or not name.startswith("original@") for name in names)
