"""Tracing with the population in view: what data alone decide is known; answers are the original's."""

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from reformlab.country.law.load_system import System
from reformlab.country.simulation.trace import Trace, original_leaves
from reformlab.country.simulation.tracer import Tracer
from reformlab.country.traces.assumptions import unmet_assumptions
from reformlab.country.traces.evaluate import evaluate
from reformlab.country.traces.input_columns import (
    given_inputs,
    input_columns,
    know,
    leaf_reader,
    relations,
)
from reformlab.country.traces.parameter_values import parameter_values

from .small_country import MONTH, OUTPUTS, PERIOD, person, random_people, small_country

variables: Any = import_module("openfisca_core.variables")
SEED = 7


def _sorted_share(persons: Any, period: Any, law: Any) -> Any:
    """Cannot be traced, and rests on data and on what comes after them."""
    salary = persons("salary", period)
    return np.sort(salary) * 0 + law(period).rate


def _nobody_is_in_debt(persons: Any, period: Any, law: Any) -> Any:
    rent = persons("rent", period)
    if (rent < 0).any():
        raise ValueError("the original never comes here")
    return rent * law(period).rate


def _ranked_by_rent(persons: Any, period: Any) -> Any:
    return np.argsort(np.argsort(persons("rent", period) * 0, kind="stable")) * 0 + 5


def _whole_debt(persons: Any, period: Any, law: Any) -> Any:
    debt = persons("rent", period) * law(period).rate - 1e6
    return debt if (debt > 0).any() else np.zeros(persons.count)


def _of_ranks(persons: Any, period: Any) -> Any:
    return persons("salary", period) * (persons("ranked_by_rent", period) > 9)


@pytest.fixture(scope="module")
def system() -> System:
    country = small_country()
    for formula in (_sorted_share, _nobody_is_in_debt, _ranked_by_rent, _of_ranks, _whole_debt):
        fields = {"entity": person, "value_type": float, "definition_period": MONTH, "label": ""}
        name = formula.__name__.strip("_")
        country.tax_benefit_system.add_variable(
            type(name, (variables.Variable,), fields | {"formula": formula})
        )
    return country


def people(system: System) -> Any:
    """The same each time; what one has computed is not an input of the next."""
    return random_people(system, 60, SEED)


def traced(system: System, names: list[str]) -> Trace:
    tracer = know(Tracer(system, given_inputs(people(system))), people(system))
    return tracer.trace([(name, PERIOD) for name in names])


@pytest.mark.parametrize("name", [*OUTPUTS, "nobody_is_in_debt", "ranked_by_rent", "of_ranks"])
def test_values_are_the_original_engines(name: str, system: System) -> None:
    trace, given = traced(system, [name]), people(system)
    law = system.tax_benefit_system.parameters
    columns = input_columns(trace, given)
    found = evaluate(trace, columns, relations(trace, given), parameter_values(trace, law))
    expected = np.asarray(people(system).calculate(name, PERIOD)).astype(float)
    np.testing.assert_allclose(found[name, PERIOD].astype(float), expected, rtol=2e-6, atol=2e-4)


def test_conditions_over_all_rows_of_data_are_known_and_not_assumed(system: System) -> None:
    assert traced(system, ["nobody_is_in_debt"]).assumptions == set()
    blind = Tracer(system, given_inputs(people(system))).trace([("nobody_is_in_debt", PERIOD)])
    assert blind.untraced


def test_what_the_original_finds_alike_for_all_folds_and_stays_named(system: System) -> None:
    trace = traced(system, ["of_ranks"])
    (node,) = trace.outputs.values()
    assert trace.graph.ops[node] == "constant"
    assert list(trace.untraced) == ["ranked_by_rent"]
    assert original_leaves(trace) == [f"original@ranked_by_rent@{PERIOD}"]


def test_questions_about_all_rows_that_parameters_decide_are_held_against_the_population(
    system: System,
) -> None:
    trace = traced(system, ["masked", "whole_debt"])
    leaf = leaf_reader(trace, people(system))
    assert trace.assumed.keys() == {"whole_debt"}
    assert unmet_assumptions(trace, leaf) == {"whole_debt": ["any was taken for True"]}
