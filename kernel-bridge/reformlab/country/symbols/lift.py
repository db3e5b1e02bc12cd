"""Values of Python and NumPy as columns."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from ..program.graph import BOOL, CATEGORY
from .columns import Column
from .host_columns import HostColumn
from .recording import Recording, Untraceable


def is_enum_item(value: Any) -> bool:
    return hasattr(value, "index") and hasattr(value, "name") and hasattr(type(value), "__members__")


def is_enum(value: Any) -> bool:
    return isinstance(value, type) and hasattr(value, "__members__")


def is_liftable(value: Any) -> bool:
    return (
        value is None
        or isinstance(value, Column | HostColumn | bool | int | float | str | bytes | np.generic | np.ndarray)
        or is_enum_item(value)
    )


def recording_of(values: Iterable[Any]) -> Recording:
    for value in values:
        if isinstance(value, Column | HostColumn):
            return value.recording
        if isinstance(value, list | tuple):
            for inner in value:
                if isinstance(inner, Column | HostColumn):
                    return inner.recording
    raise Untraceable("no column among the operands")


def lift(recording: Recording, value: Any) -> Column:
    graph = recording.graph
    if isinstance(value, Column):
        return value
    if isinstance(value, HostColumn):
        leaf: Column = value.leaf()
        return leaf
    if isinstance(value, bool | np.bool_):
        return Column(recording, graph.constant(float(value), BOOL), None, "bool")
    if isinstance(value, int | np.integer):
        return Column(recording, graph.constant(float(value)), None, "int")
    if isinstance(value, float | np.floating):
        return Column(recording, graph.constant(float(value)), None, "float")
    if isinstance(value, str | bytes):
        label = value.decode() if isinstance(value, bytes) else str(value)
        return Column(recording, graph.constant(0.0), None, "text", labels=(label,))
    if is_enum_item(value):
        return enum_constant(recording, type(value), value.index)
    if isinstance(value, np.ndarray):
        return _lift_array(recording, value)
    raise Untraceable(getattr(value, "cause", f"a value of type {type(value).__name__}"))


def enum_domain(recording: Recording, enum: Any) -> str:
    return recording.graph.domain(enum.__name__, [item.name for item in enum])


def enum_constant(recording: Recording, enum: Any, index: int) -> Column:
    node = recording.graph.constant(float(index), CATEGORY, enum_domain(recording, enum))
    return Column(recording, node, None, "enum", enum=enum)


def column_of(recording: Recording, value: Any, entity: str) -> Column:
    """The value as a whole column of the entity; one value is the same for every row."""
    column = lift(recording, value)
    if column.entity == entity:
        return column
    if column.entity is not None:
        raise Untraceable(f"a column of {column.entity} where one of {entity} belongs")
    return Column(recording, column.node, entity, column.kind, column.enum, column.labels)


def common_entity(columns: Iterable[Column]) -> str | None:
    found = {column.entity for column in columns} - {None}
    if len(found) > 1:
        raise Untraceable(f"columns of {' and '.join(sorted(map(str, found)))} in one operation")
    return found.pop() if found else None


def _lift_array(recording: Recording, array: Any) -> Column:
    """An array of one value, or of as many equal ones as an entity seems to have rows."""
    flat = array.reshape(-1)
    if flat.size == 0:
        raise Untraceable("an array without values")
    first = lift(recording, flat[0] if flat.dtype == object else flat[0].item())
    if flat.size == 1:
        return first
    entity = recording.entity_of_size(flat.size)
    if entity is None or not np.all(flat == flat[0]):
        raise Untraceable("an array with values of its own")
    return column_of(recording, first, entity)
