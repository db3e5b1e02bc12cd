"""policyengine-core: abolitions, `defined_for`, sums of variables, inputs uprated or carried over."""

from typing import TYPE_CHECKING, Any

from ..symbols.casts import as_float
from ..symbols.columns import Column
from ..symbols.functions import where
from .leaves import given_column
from .results import as_result
from .rules import check_for_cycle, run_formula

if TYPE_CHECKING:
    from .simulation import TracedSimulation


class PolicyEngineRules:
    max_spiral_loops = 10

    def compute(self, simulation: "TracedSimulation", variable: Any, period: Any) -> Any:
        tracer = simulation.tracer
        if _is_abolished(simulation, variable, period):
            return tracer.default_value(variable)
        given = tracer.given_value(simulation, variable, period)
        if given is not None:
            return given
        unit = variable.definition_period
        if unit == "month" and period.unit == "year":
            if _is_stock(variable):
                return simulation.calculate(variable.name, period.get_subperiods("month")[-1])
            return simulation.calculate_add(variable.name, period)
        if unit == "year" and period.unit == "month":
            if _is_stock(variable):
                return simulation.calculate(variable.name, period.this_year)
            return simulation.calculate_divide(variable.name, period)
        if unit != "eternity" and (period.unit != unit or period.size != 1):
            raise ValueError(f"{variable.name} is defined for a {unit}, not for {period}.")
        mask = None
        if variable.defined_for is not None:
            mask = simulation.calculate(variable.defined_for, period, map_to=variable.entity.key) > 0
        check_for_cycle(simulation, variable, period)
        result = run_formula(simulation, variable, period)
        if result is None:
            result = _summed(simulation, variable, period)
        if result is None:
            result = _carried(simulation, variable, period)
        if mask is None:
            return result
        return where(mask, as_result(tracer.recording, variable, result), tracer.default_value(variable))

    def is_computable(self, variable: Any, period: Any) -> bool:
        unit = variable.definition_period
        return (
            unit == "eternity"
            or (period.size == 1 and {unit, period.unit} <= {"month", "year"})
            or (period.size == 1 and period.unit == unit)
        )

    def calculate_divide(self, simulation: "TracedSimulation", variable: str, period: Any) -> Any:
        if period.unit == "month":
            return simulation.calculate(variable, period.this_year) / 12.0
        return simulation.calculate(variable, period)


def _is_stock(variable: Any) -> bool:
    return str(getattr(variable.quantity_type, "value", variable.quantity_type)).lower().endswith("stock")


def _is_abolished(simulation: "TracedSimulation", variable: Any, period: Any) -> bool:
    if variable.is_neutralized or variable.name in simulation.scenario.system.neutralized:
        return True
    node = simulation.reader.root
    for name in ("gov", "abolitions", variable.name):
        node = getattr(node, "children", {}).get(name)
        if node is None:
            return False
    return bool(simulation.reader.at(f"gov.abolitions.{variable.name}", period))


def _summed(simulation: "TracedSimulation", variable: Any, period: Any) -> Any:
    """The variable's `adds` less its `subtracts`; None where it has neither."""
    total: Any = None
    for names, sign in ((variable.adds, 1), (variable.subtracts, -1)):
        if names is None or len(names) == 0:
            continue
        if isinstance(names, str):
            names = simulation.reader.at(names, period)
        total = 0 if total is None else total
        for name in names:
            if name in simulation.scenario.system.variables:
                term = simulation.calculate(name, period, map_to=variable.entity.key)
            else:
                term = simulation.reader.at(name, period)
            total = total + term if sign > 0 else total - term
    return total


def _carried(simulation: "TracedSimulation", variable: Any, period: Any) -> Any:
    """The latest input from before, uprated or as it was; else the default."""
    tracer = simulation.tracer
    known = simulation.scenario.given.get(variable.name, {})
    inputs = [one for text in known for one in _periods_of(variable, tracer.period(text))]
    unit = variable.definition_period
    earlier = [one for one in inputs if one.unit == unit and one.start < period.start]
    if variable.uprating is not None and earlier:
        latest = max(earlier, key=lambda one: _recency(one, unit))
        array = given_column(tracer.recording, variable, latest, known)
        return as_float(array) * _uprating_factor(simulation, variable, latest, period)
    if simulation.scenario.system.auto_carry_over_input_variables and variable.calculate_output is None:
        carried = [one for one in inputs if one.start <= period.start]
        if carried:
            latest = max(carried, key=lambda one: _recency(one, unit))
            array = given_column(tracer.recording, variable, latest, known)
            return tracer.default_value(variable) if array is None else array
    return tracer.default_value(variable)


def _periods_of(variable: Any, period: Any) -> list[Any]:
    """A year that stands for twelve equal months is these months."""
    is_alike = variable.definition_period == "month" and period.unit == "year"
    return list(period.get_subperiods("month")) if is_alike else [period]


def _recency(period: Any, unit: str) -> tuple[bool, Any, Any]:
    return period.unit == unit, period.start, period.size


def _uprating_factor(simulation: "TracedSimulation", variable: Any, latest: Any, period: Any) -> Any:
    before, now = (_index(simulation, variable.uprating, one.start) for one in (latest, period))
    if before is None or now is None or before == 0:
        return 1
    return now / before


def _index(simulation: "TracedSimulation", path: str, instant: Any) -> Any:
    """The index then; held at its first value before that, at its last once it ends."""
    value = simulation.reader.at(path, str(instant))
    if isinstance(value, Column):
        return value
    dated = [one for one in simulation.reader.find(path).values_list if one.value is not None]
    if not dated:
        return None
    held = next((one for one in dated if one.instant_str <= str(instant)), dated[-1])
    return simulation.reader.at(path, held.instant_str)
