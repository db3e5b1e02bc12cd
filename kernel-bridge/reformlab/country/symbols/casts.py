"""`astype`, and what the originals do to a formula's result: the type of the variable."""

from typing import Any

import numpy as np

from .columns import Column
from .host_columns import HostColumn
from .recording import Untraceable
from .texts import as_bool, as_number, text_of_enum


def cast(column: Column, type_: Any) -> Any:
    if type_ is object or getattr(type_, "__name__", "") == "object":
        return column
    try:
        kind = np.dtype(type_).kind
    except TypeError:
        raise Untraceable(f"astype({type_})") from None
    if kind == "b":
        return as_bool(column)
    if kind == "u" and not column.recording.graph.depends_on_parameters[column.node]:
        return HostColumn.of(column).astype(type_)
    if kind in "iu":
        return truncated(as_number(column))
    if kind == "f":
        return as_float(column)
    if kind in "US" and column.kind in ("enum", "text"):
        return text_of_enum(column)
    if kind in "US" and column.kind == "int":
        # Whole numbers name what they pick from the parameters as their texts do.
        return column
    if column.recording.graph.depends_on_parameters[column.node]:
        if kind in "Mm":
            from .dates import dated

            return dated(column, np.dtype(type_))
        raise Untraceable(f"astype({type_}) of what parameters decide")
    return HostColumn.of(column).astype(type_)


def truncated(column: Column) -> Column:
    if column.kind == "int":
        return column
    node = column.recording.graph.elementwise("truncate", column.node)
    return Column(column.recording, node, column.entity, "int")


def as_float(column: Column) -> Column:
    number = as_number(column)
    return Column(column.recording, number.node, column.entity, "float")
