"""`x[rows]` for what parameters decide: members of the same group are picked by their position in it."""

from typing import Any

import numpy as np

from .columns import Column
from .functions import where
from .host_columns import HostColumn, Recipe
from .known_values import Values
from .recording import Recording, Untraceable
from .texts import as_number, enum_of_index


def picked_of_group(column: Column, rows: HostColumn) -> Any:
    """Each person's value of somebody of the same group by row; one's own where there is none."""
    recording = column.recording
    if column.entity != recording.persons or rows.entity != recording.persons or column.kind == "text":
        raise Untraceable("a formula picks rows by their position")
    position = _positions(recording, rows).leaf()
    number = as_number(column)
    result: Any = number
    recording.notes.assumptions.add(f"groups have at most {recording.members_at_most} members")
    for nth in range(recording.members_at_most):
        result = where(position == nth, _nth(recording, number, nth), result)
    if column.kind == "enum":
        return enum_of_index(result, column.enum)
    return result > 0 if column.kind == "bool" else result


def _nth(recording: Recording, column: Column, nth: int) -> Column:
    """To every member of a group, the value of the one at a position."""
    graph, group, persons = recording.graph, recording.group, str(recording.persons)
    position = Column(recording, graph.input(f"position@{group}", persons), persons, "int")
    counted: Any = where(position == nth, column, 0.0)
    summed = graph.relation("sum_members", f"{persons}.{group}", group, counted.node)
    node = graph.relation("project", f"{persons}.{group}", persons, summed)
    return Column(recording, node, persons, column.kind)


def _positions(recording: Recording, rows: HostColumn) -> HostColumn:
    """The position in its group of the person in each row that is picked; -1 where none is."""
    relation, position, inner = f"relation@{recording.group}", f"position@{recording.group}", rows.recipe

    def compute(values: Values) -> Any:
        groups, positions = values(relation), values(position)
        picked = np.broadcast_to(inner.compute(values), groups.shape)
        # Formulas ask for row 0 where there is nobody, and leave out what that answers.
        is_there = (picked >= 0) & (groups[picked] == groups)
        if np.any(~is_there & (picked > 0)):
            raise ValueError(f"a formula picks somebody of another {recording.group}")
        return np.where(is_there, positions[picked], -1).astype(np.int64)

    key = ("position of", recording.group, inner.key)
    recipe = Recipe(key, (*inner.leaves, relation, position), compute)
    return HostColumn(recording, recipe, recording.persons, np.zeros(1, dtype=np.int64))


def row_numbers(recording: Recording, entity: str) -> HostColumn:
    """Of an entity, as `numpy.arange` of its size."""
    leaf = f"relation@{recording.group if entity == recording.persons else entity}"

    def compute(values: Values) -> Any:
        groups = values(leaf)
        return np.arange(groups.size if entity == recording.persons else groups.max(initial=-1) + 1)

    recipe = Recipe(("row numbers", entity), (leaf,), compute)
    return HostColumn(recording, recipe, entity, np.zeros(1, dtype=np.int64))
