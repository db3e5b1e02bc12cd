"""Texts a program can hold: choices among texts known while tracing. And enums as numbers and back."""

from typing import Any

import numpy as np

from ..program.graph import CATEGORY
from .columns import Column
from .lift import common_entity, enum_constant, enum_domain, lift
from .recording import Untraceable


def index_of_enum(column: Column) -> Column:
    """The position of the category, as a number."""
    graph = column.recording.graph
    cases = [graph.constant(float(index)) for index in range(len(list(column.enum)))]
    node = graph.elementwise("gather", column.node, *cases)
    return Column(column.recording, node, column.entity, "int")


def enum_of_index(column: Column, enum: Any) -> Column:
    graph = column.recording.graph
    domain = enum_domain(column.recording, enum)
    cases = [graph.constant(float(index), CATEGORY, domain) for index in range(len(list(enum)))]
    node = graph.elementwise("gather", column.node, *cases)
    return Column(column.recording, node, column.entity, "enum", enum=enum)


def enum_leaf(positions: Any, enum: Any) -> Column:
    """Positions in an enum that data decides, as an input of the program."""
    recording, entity = positions.recording, positions.entity
    node = recording.graph.input(positions.registered(), entity, CATEGORY, enum_domain(recording, enum))
    return Column(recording, node, entity, "enum", enum=enum)


def text_of_enum(column: Column) -> Column:
    if column.kind != "enum":
        return column
    names = tuple(item.name for item in column.enum)
    return Column(column.recording, index_of_enum(column).node, column.entity, "text", labels=names)


def enum_of_text(column: Column, enum: Any) -> Column:
    """By name, as the originals encode; a text that names no category is the first."""
    positions = {item.name: item.index for item in enum}
    graph = column.recording.graph
    cases = [enum_constant(column.recording, enum, positions.get(label, 0)).node for label in column.labels]
    node = graph.elementwise("gather", column.node, *cases)
    return Column(column.recording, node, column.entity, "enum", enum=enum)


def with_labels(column: Column, labels: tuple[str, ...]) -> Column:
    """The same text, numbered by other labels that include its own."""
    if column.labels == labels:
        return column
    graph = column.recording.graph
    cases = [graph.constant(float(labels.index(label))) for label in column.labels]
    node = graph.elementwise("gather", column.node, *cases)
    return Column(column.recording, node, column.entity, "text", labels=labels)


def unified(values: list[Any], recording: Any) -> list[Column]:
    """Choices brought to one kind: enums of one class, texts with the same labels, conditions, numbers."""
    columns = [lift(recording, value) for value in values]
    common_entity(columns)
    enums = [column.enum for column in columns if column.kind == "enum"]
    if enums:
        return [_as_enum(column, enums[0]) for column in columns]
    if any(column.kind == "text" for column in columns):
        columns = [_as_text(column) for column in columns]
        labels = tuple(dict.fromkeys(label for column in columns for label in column.labels))
        return [with_labels(column, labels) for column in columns]
    if all(column.kind == "bool" for column in columns):
        return columns
    return [as_number(column) for column in columns]


def as_number(column: Column) -> Column:
    if column.kind == "bool":
        node = column.recording.graph.elementwise("indicator", column.node)
        return Column(column.recording, node, column.entity, "int")
    if column.kind == "enum":
        return index_of_enum(column)
    if column.kind == "text":
        return _number_of_text(column)
    return column


def as_bool(column: Column) -> Column:
    if column.kind == "bool":
        return column
    graph = column.recording.graph
    node = graph.elementwise("not_equal", as_number(column).node, graph.constant(0.0))
    return Column(column.recording, node, column.entity, "bool")


def _as_enum(column: Column, enum: Any) -> Column:
    if column.kind == "enum":
        return column
    return enum_of_text(column, enum) if column.kind == "text" else enum_of_index(as_number(column), enum)


def _as_text(column: Column) -> Column:
    """Beside texts, NumPy's default of `select` is 0: a text of its own."""
    if column.kind == "text":
        return column
    if column.entity is None:
        return lift(column.recording, str(column.item()))
    raise Untraceable("texts and numbers in one column")


def _number_of_text(column: Column) -> Column:
    try:
        numbers = [float(label) for label in column.labels]
    except ValueError:
        raise Untraceable("a text used as a number") from None
    graph = column.recording.graph
    node = graph.elementwise("gather", column.node, *(graph.constant(np.float64(n)) for n in numbers))
    return Column(column.recording, node, column.entity, "float")
