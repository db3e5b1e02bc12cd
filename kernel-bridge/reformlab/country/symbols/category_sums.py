"""Sums over all rows of a category: `for one in np.unique(key): x[key == one] = np.sum(y[key == one])`.

Everybody of a category becomes a group of an entity of its own, and the sum one over its members. It is known
to these rows only, so nothing but an assignment to them takes it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from .columns import Column
from .host_columns import HostColumn
from .known_rows import known_rows
from .lift import lift
from .recording import Untraceable
from .texts import as_number


@dataclass(frozen=True)
class CategorySum:
    """`column` is right in the rows where `condition` holds."""

    column: Column
    condition: int


def category_sum(column: Column) -> Any:
    """The sum of `x[key == one]`."""
    recording, condition = column.recording, column.rows
    if condition is None:
        raise Untraceable("numpy.sum over the rows of a column")
    graph = recording.graph
    if graph.is_constant(condition, 0.0):
        return lift(recording, 0.0)
    key = _key(column, condition)
    group = recording.grouping(key)
    relation = f"{column.entity}.{group}"
    total = graph.relation("sum_members", relation, group, as_number(column).node)
    node = graph.relation("project", relation, str(column.entity), total)
    return CategorySum(Column(recording, node, column.entity, "float"), condition)


def _key(column: Column, condition: int) -> HostColumn:
    """What the condition compares with a constant."""
    graph = column.recording.graph
    operands = graph.operands[condition]
    keys = [node for node in operands if graph.ops[node] != "constant"]
    if graph.ops[condition] != "equal" or len(keys) != 1 or graph.depends_on_parameters[condition]:
        raise Untraceable("a sum over rows that no category of the data tells apart")
    if graph.entities[keys[0]] != column.entity:
        raise Untraceable("a sum over everybody")
    return HostColumn.of(Column(column.recording, keys[0], column.entity, "float"))


class Categories:
    """The texts that a column may hold, each of which a formula deals with in turn."""

    def __init__(self, labels: tuple[str, ...]) -> None:
        self._labels = labels

    def __iter__(self) -> Iterator[str]:
        return iter(self._labels)


def unique(x: Any, **options: Any) -> Any:
    """Of this population, where it is known; else all there could be."""
    rows = known_rows(x) if isinstance(x, Column | HostColumn) else None
    if rows is not None and not any(options.values()):
        return x.recording.outside(lambda: np.unique(rows))
    if isinstance(x, Column) and x.kind == "text" and not any(options.values()):
        return Categories(x.labels)
    raise Untraceable("a function of all rows of a column at once")
