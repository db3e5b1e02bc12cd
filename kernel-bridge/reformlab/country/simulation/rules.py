"""How a core comes from a variable and a period to a value: what both dialects share."""

from typing import TYPE_CHECKING, Any, Protocol

from ..law.watched_periods import watched
from ..symbols.recording import SpiralError, Untraceable
from .helpers import with_helpers
from .package_patches import with_reducing_ufuncs

if TYPE_CHECKING:
    from ..law.load_system import System
    from .simulation import TracedSimulation


class Rules(Protocol):
    max_spiral_loops: int

    def compute(self, simulation: "TracedSimulation", variable: Any, period: Any) -> Any:
        """The value by input, formula or default; raises what the original would raise."""

    def is_computable(self, variable: Any, period: Any) -> bool:
        """Whether the original engine answers the variable in such a period."""

    def calculate_divide(self, simulation: "TracedSimulation", variable: str, period: Any) -> Any:
        """The part of a longer period that falls on a shorter one."""


def rules_of(system: "System") -> Rules:
    from .openfisca_rules import OpenFiscaRules
    from .policyengine_rules import PolicyEngineRules

    return OpenFiscaRules() if system.dialect == "openfisca" else PolicyEngineRules()


def run_formula(simulation: "TracedSimulation", variable: Any, period: Any) -> Any:
    """What the formula in force answers, or None where there is none."""
    formula = variable.get_formula(period)
    if formula is None:
        return None
    with_reducing_ufuncs(formula.__globals__)
    with_helpers(formula.__globals__, simulation.tracer.system.name)
    population = simulation.populations[variable.entity.key]
    period = watched(period, simulation.tracer.current.look_at_month)
    if formula.__code__.co_argcount == 2:
        return formula(population, period)
    return formula(population, period, simulation.tax_benefit_system.parameters)


def check_for_cycle(simulation: "TracedSimulation", variable: Any, period: Any) -> None:
    running = simulation.tracer.frames_of(variable.name, simulation.branch_name)
    if str(period) in running:
        raise Untraceable(f"{variable.name} in {period} asks for itself")
    if len(running) >= simulation.tracer.max_spiral_loops:
        raise SpiralError(variable.name)
