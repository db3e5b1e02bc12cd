"""What passes between persons and groups outside the program: texts, dates, and ranks of data alone."""

from typing import TYPE_CHECKING, Any

import numpy as np

from ..symbols.columns import Column
from ..symbols.host_columns import HostColumn, Recipe
from ..symbols.known_values import Values
from ..symbols.recording import Untraceable

if TYPE_CHECKING:
    from .group_population import TracedGroupPopulation


def relation_leaf(group: "TracedGroupPopulation") -> str:
    """Under this name recipes get the group of each person."""
    return f"relation@{group.entity.key}"


def position_leaf(group: "TracedGroupPopulation") -> str:
    return f"position@{group.entity.key}"


def projected(group: "TracedGroupPopulation", column: HostColumn) -> HostColumn:
    _require(column, group.entity.key)
    leaf, inner = relation_leaf(group), column.recipe

    def compute(values: Values) -> Any:
        found = np.asarray(inner.compute(values))
        return found[values(leaf)] if found.size > 1 else found

    recipe = Recipe(("project", group.entity.key, inner.key), (*inner.leaves, leaf), compute)
    return HostColumn(column.recording, recipe, group.members.entity.key, column.sample)


def chosen(group: "TracedGroupPopulation", column: HostColumn, is_chosen: Any, default: Any) -> HostColumn:
    """Of each group the one member that is chosen; nothing that parameters decide may choose."""
    _require(column, group.members.entity.key)
    leaf, inner, choice = relation_leaf(group), column.recipe, HostColumn.of(is_chosen).recipe

    def compute(values: Values) -> Any:
        found, groups = np.asarray(inner.compute(values)), values(leaf)
        is_it = np.broadcast_to(choice.compute(values), groups.shape)
        missing = np.zeros(1, dtype=found.dtype)[0] if default == 0 else default
        result = np.full(groups.max(initial=-1) + 1, missing, dtype=found.dtype)
        result[groups[is_it]] = np.broadcast_to(found, groups.shape)[is_it]
        return result

    key = ("chosen", group.entity.key, inner.key, choice.key, str(default))
    recipe = Recipe(key, (*inner.leaves, *choice.leaves, leaf), compute)
    return HostColumn(column.recording, recipe, group.entity.key, column.sample)


def reduced(
    group: "TracedGroupPopulation", column: HostColumn, reducer: Any, neutral: Any, is_in: Any
) -> Any:
    """Of each group its members' values, brought to one by a ufunc, as the latest of their dates."""
    _require(column, group.members.entity.key)
    leaf, inner, choice = relation_leaf(group), column.recipe, HostColumn.of(is_in).recipe
    ufunc = getattr(reducer, "ufunc", reducer)

    def compute(values: Values) -> Any:
        found, groups = np.asarray(inner.compute(values)), values(leaf)
        is_one = np.broadcast_to(choice.compute(values), groups.shape)
        result = np.full(groups.max(initial=-1) + 1, neutral, dtype=found.dtype)
        ufunc.at(result, groups[is_one], np.broadcast_to(found, groups.shape)[is_one])
        return result

    key = ("reduced", group.entity.key, inner.key, choice.key, ufunc.__name__, str(neutral))
    recipe = Recipe(key, (*inner.leaves, *choice.leaves, leaf), compute)
    return HostColumn(column.recording, recipe, group.entity.key, column.sample)


def entity_ids(group: "TracedGroupPopulation") -> HostColumn:
    leaf = relation_leaf(group)
    return HostColumn.given(group.recording, leaf, group.members.entity.key, np.zeros(1, dtype=np.int64))


def rank(group: "TracedGroupPopulation", order: Column, holds: Column) -> Any:
    leaf, position = relation_leaf(group), position_leaf(group)
    criteria = HostColumn.of(order).recipe
    condition = HostColumn.of(holds).recipe

    def compute(values: Values) -> Any:
        groups = values(leaf)
        sorted_by = np.broadcast_to(np.asarray(criteria.compute(values), dtype=float), groups.shape)
        counts = np.broadcast_to(np.asarray(condition.compute(values), dtype=bool), groups.shape)
        rows = np.lexsort((values(position), np.where(counts, sorted_by, np.inf), groups))
        first = np.searchsorted(groups[rows], groups[rows], side="left")
        ranks = np.empty(groups.size, dtype=np.int64)
        ranks[rows] = np.arange(groups.size) - first
        return np.where(counts, ranks, -1)

    leaves = (*criteria.leaves, *condition.leaves, leaf, position)
    recipe = Recipe(("rank", group.entity.key, criteria.key, condition.key), leaves, compute)
    sample = np.zeros(1, dtype=np.int64)
    return HostColumn(group.recording, recipe, group.members.entity.key, sample).leaf()


def _require(column: HostColumn, entity: str) -> None:
    if column.entity != entity:
        raise Untraceable(f"a column of {column.entity} where one of {entity} belongs")
