"""A formula's result in the type of its variable."""

from typing import Any

import numpy as np

from ..symbols.casts import as_float, truncated
from ..symbols.columns import Column
from ..symbols.host_columns import HostColumn
from ..symbols.lift import column_of, is_enum, lift
from ..symbols.recording import Recording, Untraceable
from ..symbols.texts import as_bool, as_number, enum_leaf, enum_of_index, enum_of_text, text_of_enum
from ..symbols.vectors import position_in


def as_result(recording: Recording, variable: Any, value: Any) -> Any:
    entity, type_ = variable.entity.key, variable.value_type
    if is_enum(type_):
        return column_of(recording, as_enum(recording, variable.possible_values, value), entity)
    if type_ not in (float, int, bool):
        return _as_other(recording, value, entity)
    if isinstance(value, HostColumn) and value.kind == "host":
        value = value.astype(type_ if type_ is not int else np.int64)
    column = column_of(recording, value, entity)
    if type_ is bool:
        return as_bool(column)
    return truncated(as_number(column)) if type_ is int else as_float(column)


def as_enum(recording: Recording, enum: Any, value: Any) -> Column:
    if isinstance(value, HostColumn) and value.kind == "host":
        names = [item.name for item in enum]
        return enum_leaf(position_in(names, value), enum)
    value = getattr(value, "column", value)
    column = lift(recording, value)
    if column.kind == "text":
        return enum_of_text(column, enum)
    return column if column.kind == "enum" else enum_of_index(as_number(column), enum)


def _as_other(recording: Recording, value: Any, entity: str) -> Any:
    if isinstance(value, HostColumn):
        if value.entity != entity:
            raise Untraceable(f"a column of {value.entity} where one of {entity} belongs")
        return value
    column = column_of(recording, value, entity)
    return text_of_enum(column) if column.kind in ("enum", "text") else HostColumn.of(column)
