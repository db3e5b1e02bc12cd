"""Values of the population that is traced for: what rests on its data alone is known while formulas run."""

from typing import Any

import numpy as np

from .columns import Column
from .host_columns import HostColumn

ORIGINAL = "original@"


def known_rows(column: Any) -> Any:
    """The rows of a column that data alone decides; None where parameters do, or no population is given."""
    recording = column.recording
    if recording.values is None or column.entity is None:
        return None
    if isinstance(column, Column):
        if recording.graph.depends_on_parameters[column.node]:
            return None
        column = HostColumn.of(column)
    if _rests_on_original(recording, column.recipe.leaves):
        return None
    return recording.outside(lambda: np.asarray(column.recipe.compute(recording.values)))


def value_of_all(column: HostColumn) -> Any:
    """The one value of all rows of the population; None where they differ, or no population is given."""
    recording, key = column.recording, (column.entity, column.recipe.key)
    if recording.values is not None and key not in recording.alike:
        rows = known_rows(column)
        if rows is None:
            return None
        recording.alike[key] = one_value(rows)
    return recording.alike.get(key)


def one_value(rows: Any) -> Any:
    """Of an array, the value that all its elements have; None where there is none."""
    return rows.flat[0].item() if rows.size and (rows == rows.flat[0]).all() else None


def _rests_on_original(recording: Any, leaves: tuple[str, ...]) -> bool:
    """Whether something would have to be computed by the original engine first."""
    return any(
        (leaf.startswith(ORIGINAL) and leaf not in recording.computed)
        or (leaf in recording.hosts and _rests_on_original(recording, recording.hosts[leaf].recipe.leaves))
        for leaf in leaves
    )
