"""`x[mask]` and `x[mask] = y`: a masked part is computed for every row, and counts where the mask holds."""

from copy import copy
from typing import Any

import numpy as np

from .category_sums import CategorySum
from .columns import Column
from .host_columns import HostColumn, computed
from .lift import column_of, lift
from .recording import Untraceable
from .texts import as_bool, unified
from .unknown import Unknown


def masked(column: Any, key: Any) -> Any:
    if isinstance(key, Unknown):
        return key
    if _is_whole(key):
        return column
    if getattr(key, "kind", None) == "bool":
        picked = copy(column)
        picked.rows = lift(column.recording, key).node
        return picked
    return rows_at(column, key)


def rows_at(column: Any, key: Any) -> Any:
    """`x[rows]`: of data alone outside the program, else among the members of a group."""
    if not isinstance(key, Column | HostColumn):
        raise Untraceable("a formula picks rows by their position")
    if isinstance(column, Column) and column.recording.graph.depends_on_parameters[column.node]:
        from .picked_rows import picked_of_group

        return picked_of_group(column, HostColumn.of(key) if isinstance(key, Column) else key)
    operands = [HostColumn.of(one) if isinstance(one, Column) else one for one in (column, key)]
    return computed(_rows, tuple(operands), {}, "rows")


def _rows(values: Any, rows: Any) -> Any:
    return np.broadcast_to(values, rows.shape)[rows] if np.size(values) == 1 else values[rows]


def assigned(column: Column, key: Any, value: Any) -> Column:
    recording = column.recording
    if column.entity is None:
        raise Untraceable("a formula assigns to a part of a number")
    if _is_whole(key):
        return column_of(recording, value, column.entity)
    if getattr(key, "kind", None) != "bool":
        raise Untraceable("a formula assigns to rows by their position")
    condition = as_bool(lift(recording, key))
    if isinstance(value, CategorySum):
        if value.condition != condition.node:
            raise Untraceable("a sum of some rows, where others are")
        value = value.column
    chosen, kept = unified([value, column], recording)
    node = recording.graph.elementwise("select", condition.node, chosen.node, kept.node)
    kind = chosen.kind if chosen.kind == kept.kind else "float"
    return Column(recording, node, column.entity, kind, kept.enum, kept.labels)


def _is_whole(key: Any) -> bool:
    return key is Ellipsis or (isinstance(key, slice) and key == slice(None))
