"""Groups of persons as formulas see them.

Sums over the members of a group and projection to its members are operations of the program; everything else
is said with them: the n-th person's value is a sum over members of what counts only at position n.
"""

from typing import Any

import numpy as np

from ..symbols.columns import Column
from ..symbols.functions import where
from ..symbols.host_columns import HostColumn
from ..symbols.lift import column_of
from ..symbols.recording import Untraceable
from ..symbols.texts import as_bool, as_number, enum_of_index
from ..symbols.unknown import Unknown
from . import group_hosts
from .populations import TracedPopulation, projectable


class TracedGroupPopulation(TracedPopulation):
    """Of groups of persons."""

    def __call__(self, variable: str, period: Any = None, options: Any = None) -> Any:
        known = self.simulation.tax_benefit_system.variables.get(variable)
        is_policyengine = self.simulation.tracer.system.dialect == "policyengine"
        if is_policyengine and known is not None and known.entity.is_person:
            return self.sum(self.members(variable, period, options))
        return super().__call__(variable, period, options)

    @property
    def members(self) -> TracedPopulation:
        return self.simulation.persons

    @property
    def members_position(self) -> Column:
        node = self.recording.graph.input(f"position@{self.entity.key}", self.members.entity.key)
        return Column(self.recording, node, self.members.entity.key, "int")

    @property
    def members_role(self) -> "MembersRole":
        return MembersRole(self)

    @property
    def members_entity_id(self) -> Any:
        return group_hosts.entity_ids(self)

    def _aggregate(self, op: str, array: Any, role: Any, neutral: float) -> Any:
        if isinstance(array, Unknown):
            return array
        column = column_of(self.recording, array, self.members.entity.key)
        if role is not None:
            column = where(self.members.has_role(role), column, neutral)
        return self._related(op, as_number(column))

    def _related(self, op: str, column: Column) -> Column:
        relation = f"{self.members.entity.key}.{self.entity.key}"
        target = self.members.entity.key if op == "project" else self.entity.key
        node = self.recording.graph.relation(op, relation, target, column.node)
        return Column(self.recording, node, target, column.kind, column.enum, column.labels)

    @projectable
    def sum(self, array: Any, role: Any = None) -> Any:
        total = self._aggregate("sum_members", array, role, 0)
        if isinstance(total, Unknown):
            return total
        return Column(self.recording, total.node, total.entity, "float")

    @projectable
    def any(self, array: Any, role: Any = None) -> Any:
        return self.sum(array, role) > 0

    @projectable
    def all(self, array: Any, role: Any = None) -> Any:
        column = as_bool(column_of(self.recording, array, self.members.entity.key))
        return self._aggregate("min_members", column, role, 1) > 0

    @projectable
    def max(self, array: Any, role: Any = None) -> Any:
        return self._aggregate("max_members", array, role, -np.inf)

    @projectable
    def min(self, array: Any, role: Any = None) -> Any:
        return self._aggregate("min_members", array, role, np.inf)

    @projectable
    def reduce(self, array: Any, reducer: Any, neutral_element: Any, role: Any = None) -> Any:
        if isinstance(array, HostColumn) and array.kind == "host":
            everyone = column_of(self.recording, True, self.members.entity.key)
            is_in = everyone if role is None else self.members.has_role(role)
            return group_hosts.reduced(self, array, reducer, neutral_element, is_in)
        known = {"maximum": self.max, "minimum": self.min, "add": self.sum, "logical_and": self.all}
        if getattr(reducer, "__name__", "") not in known:
            raise Untraceable("a reduction of members by a function of its own")
        return known[reducer.__name__](array, role)

    @projectable
    def nb_persons(self, role: Any = None) -> Column:
        counted = self.sum(1.0, role)
        return Column(self.recording, counted.node, counted.entity, "int")

    @projectable
    def value_from_person(self, array: Any, role: Any, default: Any = 0) -> Any:
        return self._chosen(array, self.members.has_role(role), default)

    @projectable
    def value_nth_person(self, n: int, array: Any, default: Any = 0) -> Any:
        return self._chosen(array, self.members_position == n, default)

    @projectable
    def value_from_first_person(self, array: Any) -> Any:
        return self.value_nth_person(0, array)

    def _chosen(self, array: Any, is_chosen: Column, default: Any) -> Any:
        """The one chosen member's value, or the default."""
        if isinstance(array, Unknown):
            return array
        if isinstance(array, HostColumn) and array.kind == "host":
            return group_hosts.chosen(self, array, is_chosen, default)
        column = column_of(self.recording, array, self.members.entity.key)
        numbers = column if column.kind == "text" else as_number(column)
        found = self._related("sum_members", _numbers_where(is_chosen, numbers))
        if column.kind == "enum":
            return enum_of_index(found, column.enum)
        found = Column(self.recording, found.node, found.entity, column.kind, None, column.labels)
        if column.kind == "bool":
            found = as_bool(Column(self.recording, found.node, found.entity, "int"))
        is_default = default == 0 or default is False
        return found if is_default else where(self.any(is_chosen), found, default)

    def project(self, array: Any, role: Any = None) -> Any:
        if isinstance(array, Unknown):
            return array
        if isinstance(array, HostColumn) and array.kind == "host":
            return group_hosts.projected(self, array)
        column = column_of(self.recording, array, self.entity.key)
        projected = self._related("project", column)
        return projected if role is None else where(self.members.has_role(role), projected, 0)


class MembersRole:
    """`group.members_role == role`."""

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, group: TracedGroupPopulation) -> None:
        self.group = group

    def __eq__(self, role: object) -> Any:
        return self.group.members.has_role(role)

    def __ne__(self, role: object) -> Any:
        return ~self.group.members.has_role(role)


def _numbers_where(is_chosen: Column, column: Column) -> Column:
    graph = column.recording.graph
    node = graph.elementwise("select", is_chosen.node, column.node, graph.constant(0.0))
    return Column(column.recording, node, is_chosen.entity, column.kind, column.enum, column.labels)
