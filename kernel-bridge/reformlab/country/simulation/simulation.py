"""The simulation as formulas see it: it answers columns of the program instead of arrays."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from ..law.systems import TracedSystem
from ..symbols.columns import Column
from ..symbols.lift import column_of
from ..symbols.recording import UnknownAttribute, Untraceable
from .asked_inputs import AskedInputs
from .baseline import Baseline
from .group_population import TracedGroupPopulation
from .holders import TracedHolder, dispatched
from .populations import TracedPopulation
from .scenario import INPUTS, IS_OVER_DATASET, Scenario

if TYPE_CHECKING:
    from .tracer import Tracer


class TracedSimulation:
    """One scenario of a tracer. A branch is another simulation with inputs of its own."""

    trace = False
    has_axes = False
    reform = None

    def __init__(
        self,
        tracer: "Tracer",
        scenario: Scenario,
        branch_name: str = "default",
        parent: "TracedSimulation | None" = None,
    ) -> None:
        self.tracer = tracer
        self.scenario = scenario
        self.branch_name = branch_name
        self.parent_branch = parent
        self.branches: dict[str, TracedSimulation] = {}
        kinds = (TracedGroupPopulation, TracedPopulation)
        self.populations: Mapping[str, TracedPopulation] = {
            entity.key: kinds[bool(entity.is_person)](self, entity) for entity in scenario.system.entities
        }
        self.persons = next(p for p in self.populations.values() if p.entity.is_person)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name == "populations":
            raise AttributeError(name)
        if name in self.populations:
            return self.populations[name]
        if name in (
            "max_spiral_loops",
            "start_instant",
            "default_calculation_period",
            "default_input_period",
        ):
            return getattr(self.tracer, name, None)
        found = getattr(self.tracer.original, name, self)
        if isinstance(found, bool | int | float | str):
            self.tracer.depend_on(IS_OVER_DATASET)
            return found
        raise UnknownAttribute(f"the simulation's {name}")

    @property
    def dataset(self) -> Any:
        """The package's own, as far as the data are known."""
        self.tracer.depend_on(IS_OVER_DATASET)
        return getattr(self.tracer.original, "dataset", None)

    @property
    def baseline(self) -> Baseline | None:
        """Known where the population is; the original has one under reforms alone."""
        return None if self.tracer.recording.values is None else Baseline(self)

    @property
    def root(self) -> "TracedSimulation":
        """What it is a branch of, or itself."""
        return self if self.parent_branch is None else self.parent_branch.root

    @property
    def reader(self) -> Any:
        return self.scenario.system.reader

    @property
    def tax_benefit_system(self) -> Any:
        return self.scenario.system

    @tax_benefit_system.setter
    def tax_benefit_system(self, system: Any) -> None:
        if not isinstance(system, TracedSystem):
            raise Untraceable("a formula computes under a law of its own")
        self.scenario = self.scenario.with_system(system)

    @property
    def is_over_dataset(self) -> bool:
        self.tracer.depend_on(IS_OVER_DATASET)
        return self.scenario.is_over_dataset

    @property
    def input_variables(self) -> AskedInputs:
        return AskedInputs(dict.fromkeys(name for name, _ in self.scenario.inputs), self._note)

    @property
    def _user_input_keys(self) -> AskedInputs:
        given = {(name, period) for name, known in self.scenario.given.items() for period in known}
        return AskedInputs(
            ((name, "default", self.tracer.period(at)) for name, at in sorted(given)), self._note
        )

    def _note(self, variable: str) -> None:
        self.tracer.current.is_dated = True
        self.tracer.depend_on(variable or INPUTS)

    def _get_visible_branch_names(self) -> list[str]:
        return ["default"]

    def _get_exportable_input_periods(self, variable: str, **_: Any) -> list[Any]:
        return self.get_holder(variable).get_known_periods()

    def drop_computed_arrays(self) -> None:
        """Nothing computed is held: a branch knows what depends on its inputs."""

    def _drop_holders_built_for_another_policy(self) -> None:
        """Nothing is held from another law."""

    def get_population(self, plural: str | None = None) -> Any:
        return next((p for p in self.populations.values() if p.entity.plural == plural), None)

    def get_variable_population(self, variable: str) -> Any:
        return self.populations[self.variable(variable).entity.key]

    def get_holder(self, variable: str) -> TracedHolder:
        return TracedHolder(self, self.variable(variable))

    def get_array(self, variable: str, period: Any) -> Any:
        return self.get_holder(variable).get_array(self.tracer.period(period))

    def get_known_periods(self, variable: str) -> list[Any]:
        return self.get_holder(variable).get_known_periods()

    def variable(self, name: str) -> Any:
        found = self.scenario.system.variables.get(name)
        if found is None:
            raise ValueError(f"Variable {name} does not exist.")
        return found

    def calculate(
        self, variable: str, period: Any = None, map_to: str | None = None, *_: Any, **__: Any
    ) -> Any:
        value = self.tracer.value(self, variable, self.tracer.period(period))
        return value if map_to is None else self.map_result(value, self.variable(variable).entity.key, map_to)

    calc = calculate

    def calculate_add(self, variable: str, period: Any, *_: Any, **__: Any) -> Any:
        unit = self.variable(variable).definition_period
        terms = [self.calculate(variable, sub) for sub in self.tracer.period(period).get_subperiods(unit)]
        if len(terms) > 1 and all(isinstance(t, Column) and t.node == terms[0].node for t in terms):
            return terms[0] * len(terms) if terms[0].kind != "bool" else terms[0].astype(int) * len(terms)
        return sum(terms)

    def calculate_divide(self, variable: str, period: Any, *_: Any, **__: Any) -> Any:
        return self.tracer.rules.calculate_divide(self, variable, self.tracer.period(period))

    def map_result(self, values: Any, source: str, target: str, how: str | None = None) -> Any:
        if source == target:
            return values
        one, other = self.populations[source], self.populations[target]
        if source == self.persons.entity.key:
            return getattr(other, how or "sum")(values)
        if target == self.persons.entity.key:
            return one.project(values / one.nb_persons() if how == "mean" else values)
        return other.sum(one.project(np.divide(values, one.nb_persons())))

    def get_branch(self, name: str = "branch", clone_system: bool = False) -> "TracedSimulation":
        if name == self.branch_name:
            return self
        self.tracer.current.is_dated = True
        if name not in self.branches:
            branch = TracedSimulation(self.tracer, self.scenario, name, self)
            if clone_system:
                branch.tax_benefit_system = self.tax_benefit_system.clone()
            self.branches[name] = branch
        return self.branches[name]

    def set_input(self, variable: str, period: Any, value: Any) -> None:
        if self.branch_name == "default":
            raise Untraceable("a formula sets an input of the simulation it runs in")
        known = self.variable(variable)
        column = column_of(self.tracer.recording, value, known.entity.key)
        columns = dispatched(known, self.tracer.period(period), column)
        self.scenario = self.scenario.with_input(variable, columns)

    def delete_arrays(self, variable: str, period: Any = None) -> None:
        if self.branch_name == "default":
            raise Untraceable("a formula deletes values of the simulation it runs in")
        text = None if period is None else str(self.tracer.period(period))
        self.scenario = self.scenario.without_input(variable, text)
