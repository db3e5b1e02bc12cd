"""Persons as formulas see them. Projections between persons and groups are the package's own projectors."""

from typing import TYPE_CHECKING, Any

import numpy as np

from ..symbols.columns import Column
from ..symbols.lift import column_of
from .rank import rank

if TYPE_CHECKING:
    from .simulation import TracedSimulation


def projectable(method: Any) -> Any:
    method.projectable = True
    return method


class TracedPopulation:
    """Of persons."""

    def __init__(self, simulation: "TracedSimulation", entity: Any) -> None:
        self.simulation = simulation
        self.entity = entity
        self.recording = simulation.tracer.recording
        self._holders: dict[str, Any] = {}

    def __call__(self, variable: str, period: Any = None, options: Any = None) -> Any:
        chosen = {
            str(option).lower() for option in ([options] if isinstance(options, str) else options or [])
        }
        if "add" in chosen:
            return self.simulation.calculate_add(variable, period)
        if "divide" in chosen:
            return self.simulation.calculate_divide(variable, period)
        return self.simulation.calculate(variable, period)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name in ("simulation", "entity"):
            raise AttributeError(name)
        shortcut = self.simulation.tracer.system.core.projectors.get_projector_from_shortcut
        projector = shortcut(self, name)
        if not projector:
            raise AttributeError(f"{self.entity.key} has no {name}")
        return projector

    @property
    def count(self) -> int:
        return self.recording.sizes[self.entity.key]

    def empty_array(self) -> Any:
        return self.filled_array(0.0)

    def filled_array(self, value: Any, dtype: Any = None) -> Any:
        filled: Any = column_of(self.recording, value, self.entity.key)
        return filled if dtype is None else filled.astype(dtype)

    def get_holder(self, variable: str) -> Any:
        return self.simulation.get_holder(variable)

    def check_period_validity(self, *_: Any) -> None:
        """Periods are checked where a value is calculated."""

    @projectable
    def has_role(self, role: Any) -> Any:
        found: Any = None
        for one in role.subroles or [role]:
            name = f"role@{role.entity.key}.{one.key}"
            node = self.recording.graph.input(name, self.entity.key, "bool")
            column = Column(self.recording, node, self.entity.key, "bool")
            found = column if found is None else found | column
        self.simulation.tracer.roles[f"role@{role.entity.key}"] = role.entity
        return found

    @projectable
    def value_from_partner(self, array: Any, entity: Any, role: Any) -> Any:
        first, second = role.subroles
        of_first = entity.value_from_person(array, first)
        of_second = entity.value_from_person(array, second)
        return np.select([self.has_role(first), self.has_role(second)], [of_second, of_first])

    @projectable
    def get_rank(self, entity: Any, criteria: Any, condition: Any = True) -> Any:
        group = getattr(entity, "reference_entity", entity)
        return rank(group, criteria, condition)
