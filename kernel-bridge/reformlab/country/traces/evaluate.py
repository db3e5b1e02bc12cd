"""The outputs of a trace in NumPy: the reference that the engine is held to."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..program.evaluate_nodes import evaluate_nodes
from ..simulation.trace import Trace


def evaluate(
    trace: Trace,
    columns: Mapping[str, tuple[int, Mapping[str, Any]]],
    relations: Mapping[str, Any],
    parameters: Any,
) -> dict[tuple[str, str], Any]:
    """Every output of the trace, from columns as `input_columns` answers them and the parameters' values."""
    leaves = {name: values for _, entity in columns.values() for name, values in entity.items()}
    scalars = dict(zip(trace.parameters, np.asarray(parameters, dtype=float), strict=True))
    counts = {entity: count for entity, (count, _) in columns.items()}
    nodes = list(trace.outputs.values())
    found = evaluate_nodes(trace.graph, nodes, leaves.__getitem__, scalars, relations, counts)
    return {
        output: np.broadcast_to(found[node], counts[trace.entities[output]])
        for output, node in trace.outputs.items()
    }
