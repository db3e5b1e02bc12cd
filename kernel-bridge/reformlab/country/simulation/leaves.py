"""Inputs and defaults of variables as columns, by the type of the variable."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..program.graph import BOOL, CATEGORY, NUMBER
from ..symbols.columns import Column, Kind
from ..symbols.host_columns import HostColumn, Recipe
from ..symbols.lift import column_of, enum_constant, enum_domain, is_enum
from ..symbols.recording import Recording

KINDS: dict[type, tuple[Kind, str]] = {float: ("float", NUMBER), int: ("int", NUMBER), bool: ("bool", BOOL)}
ETERNITY = "eternity"


def leaf_name(variable: Any, period: str) -> str:
    return str(variable.name) if variable.definition_period == ETERNITY else f"{variable.name}@{period}"


def given_column(
    recording: Recording, variable: Any, period: Any, known: Mapping[str, Any], prefix: str = ""
) -> Any:
    """The input for a period, or None. A month may be given under its year, whose months are then alike."""
    text = str(period)
    if variable.definition_period == ETERNITY:
        text = next(iter(known))
    elif variable.definition_period == "month" and period.unit == "month" and text not in known:
        text = str(period.start.year)
    elif variable.definition_period == "month" and period.unit == "year":
        return None
    if text not in known:
        return None
    return (
        known[text]
        if known[text] is not None
        else leaf(recording, variable, prefix + leaf_name(variable, text))
    )


def leaf(recording: Recording, variable: Any, name: str) -> Any:
    entity = variable.entity.key
    if is_enum(variable.value_type):
        enum = variable.possible_values
        node = recording.graph.input(name, entity, CATEGORY, enum_domain(recording, enum))
        return Column(recording, node, entity, "enum", enum=enum)
    if variable.value_type in KINDS:
        kind, type_ = KINDS[variable.value_type]
        return Column(recording, recording.graph.input(name, entity, type_), entity, kind)
    return HostColumn.given(recording, name, entity, sample_of(variable))


def default_column(recording: Recording, variable: Any) -> Any:
    value, entity = variable.default_value, variable.entity.key
    if is_enum(variable.value_type):
        return column_of(recording, enum_constant(recording, variable.possible_values, value.index), entity)
    if variable.value_type in KINDS:
        return column_of(recording, variable.value_type(value), entity)
    if isinstance(value, str):
        return column_of(recording, value, entity)
    sample = sample_of(variable)
    recipe = Recipe(("constant", str(value)), (), lambda _: sample)
    return HostColumn(recording, recipe, entity, sample)


def sample_of(variable: Any) -> Any:
    value = variable.default_value
    if not isinstance(value, str):
        return np.full(1, value, dtype="datetime64[D]")
    declared = np.dtype(variable.dtype)
    return np.full(1, value.encode(), declared) if declared.kind == "S" else np.full(1, value, "U64")
