"""The law before any reform, as formulas ask for it: what the original engine computes is an input."""

from typing import TYPE_CHECKING, Any

from .leaves import given_column

if TYPE_CHECKING:
    from .simulation import TracedSimulation


class BaselinePopulation:
    """Answers variables as they are before a reform, whatever the parameters of the program are."""

    def __init__(self, simulation: "TracedSimulation") -> None:
        self._simulation = simulation

    def __call__(self, variable: str, period: Any, *_: Any) -> Any:
        tracer = self._simulation.tracer
        when = tracer.period(period)
        known = self._simulation.variable(variable)
        return given_column(tracer.recording, known, when, {str(when): None}, "original@")


class Baseline:
    """Of a simulation over a population."""

    def __init__(self, simulation: "TracedSimulation") -> None:
        self.populations = dict.fromkeys(simulation.populations, BaselinePopulation(simulation))
