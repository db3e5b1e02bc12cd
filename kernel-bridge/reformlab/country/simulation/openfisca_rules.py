"""openfisca-core: input, formula, default; periods have to fit."""

from typing import TYPE_CHECKING, Any

from .rules import check_for_cycle, run_formula

if TYPE_CHECKING:
    from .simulation import TracedSimulation

FIRSTS = {"year": "this_year", "month": "first_month", "day": "first_day", "week": "first_week"}


class OpenFiscaRules:
    max_spiral_loops = 1

    def compute(self, simulation: "TracedSimulation", variable: Any, period: Any) -> Any:
        if not self.is_computable(variable, period):
            raise ValueError(
                f"{variable.name} is defined for a {variable.definition_period}, not for {period}."
            )
        tracer = simulation.tracer
        if variable.is_neutralized or variable.name in simulation.scenario.system.neutralized:
            return tracer.default_value(variable)
        given = tracer.given_value(simulation, variable, period)
        if given is not None:
            return given
        check_for_cycle(simulation, variable, period)
        result = run_formula(simulation, variable, period)
        return tracer.default_value(variable) if result is None else result

    def is_computable(self, variable: Any, period: Any) -> bool:
        unit = variable.definition_period
        return unit == "eternity" or (
            period.size == 1 and (unit not in ("year", "month", "week") or period.unit == unit)
        )

    def calculate_divide(self, simulation: "TracedSimulation", variable: str, period: Any) -> Any:
        unit = simulation.variable(variable).definition_period
        whole = getattr(period, FIRSTS.get(str(unit), "first_weekday"))
        parts = getattr(whole, f"size_in_{period.unit}s")
        return simulation.calculate(variable, whole) / parts
