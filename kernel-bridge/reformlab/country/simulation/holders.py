"""What a formula may ask about the inputs that are stored for a variable."""

from typing import TYPE_CHECKING, Any

from ..symbols.columns import Column
from ..symbols.texts import as_number

if TYPE_CHECKING:
    from .simulation import TracedSimulation


class TracedHolder:
    """Knows inputs only: what has been computed before depends on the order of questions."""

    def __init__(self, simulation: "TracedSimulation", variable: Any) -> None:
        self.simulation = simulation
        self.variable = variable

    @property
    def population(self) -> Any:
        return self.simulation.populations[self.variable.entity.key]

    def get_known_periods(self) -> list[Any]:
        tracer = self.simulation.tracer
        tracer.depend_on(self.variable.name)
        tracer.current.is_dated = True
        return [
            tracer.period(period) for period in self.simulation.scenario.given.get(self.variable.name, {})
        ]

    def get_known_branch_periods(self) -> list[tuple[str, Any]]:
        return [("default", period) for period in self.get_known_periods()]

    def get_input_periods(self, *_: Any) -> list[Any]:
        return self.get_known_periods()

    def get_array(self, period: Any, *_: Any) -> Any:
        self.simulation.tracer.current.is_dated = True
        return self.simulation.tracer.given_value(
            self.simulation, self.variable, self.simulation.tracer.period(period)
        )

    _get_array_from_storage = get_array

    def _stores_user_input(self, period: Any, *_: Any) -> bool:
        return self.get_array(period) is not None

    def default_array(self) -> Any:
        return self.simulation.tracer.default_value(self.variable)


def dispatched(variable: Any, period: Any, column: Any) -> dict[str, Any]:
    """An input by periods of its variable's own length, divided or repeated as `set_input` does."""
    unit = variable.definition_period
    if unit == "eternity" or period.unit == unit or variable.set_input is None:
        return {"eternity" if unit == "eternity" else str(period): column}
    parts = period.get_subperiods(unit)
    if "divide" in getattr(variable.set_input, "__name__", "") and isinstance(column, Column):
        column = as_number(column) / len(parts)
    return {str(part): column for part in parts}
