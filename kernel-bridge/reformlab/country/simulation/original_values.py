"""A variable whose formula cannot be traced: what the original engine computes for it is an input."""

from typing import TYPE_CHECKING, Any

import numpy as np

from ..symbols.columns import Column
from ..symbols.known_rows import one_value
from ..symbols.lift import column_of, enum_constant
from ..symbols.recording import Recording
from .leaves import given_column, leaf_name

if TYPE_CHECKING:
    from .entries import Entry


def original_column(recording: Recording, variable: Any, period: Any, entry: "Entry") -> Any:
    """An input; a constant where what it rests on is data and the population has one value of it."""
    name = f"original@{leaf_name(variable, str(period))}"
    column = given_column(recording, variable, period, {str(period): None}, "original@")
    if recording.values is None or not _is_of_data(recording, entry):
        return column
    values = recording.values
    try:
        rows = recording.outside(lambda: np.asarray(values(name)))
    except Exception:  # Where the original cannot compute it either, it is told when it is needed.
        return column
    recording.computed.add(name)
    entry.computed = name
    value = one_value(rows)
    if value is None or not isinstance(column, Column):
        return column
    known = enum_constant(recording, column.enum, value) if column.kind == "enum" else value
    return column_of(recording, known, variable.entity.key)


def _is_of_data(recording: Recording, entry: "Entry") -> bool:
    """Whether parameters decide nothing that the formula had asked for when it turned out untraceable."""
    depends = recording.graph.depends_on_parameters
    nodes = (child.value.node for child in entry.children if isinstance(child.value, Column))
    return not any(depends[node] for node in nodes)
