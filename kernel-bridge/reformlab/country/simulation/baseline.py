"""The law before any reform, as formulas ask for it: what the original engine computes is an input."""

from typing import TYPE_CHECKING, Any

from .leaves import leaf, leaf_name

if TYPE_CHECKING:
    from .simulation import TracedSimulation

OF_BASELINE = "@baseline"
"""Ends the names of leaves that the original engine computes before any reform."""


class BaselinePopulation:
    """Answers variables as they are before a reform, whatever the parameters of the program are."""

    def __init__(self, simulation: "TracedSimulation") -> None:
        self._simulation = simulation

    def __call__(self, variable: str, period: Any, *_: Any) -> Any:
        tracer = self._simulation.tracer
        known = self._simulation.variable(variable)
        name = leaf_name(known, str(tracer.period(period)))
        return leaf(tracer.recording, known, f"original@{name}{OF_BASELINE}")


class Baseline:
    """Of a simulation over a population."""

    def __init__(self, simulation: "TracedSimulation") -> None:
        self.populations = dict.fromkeys(simulation.populations, BaselinePopulation(simulation))
