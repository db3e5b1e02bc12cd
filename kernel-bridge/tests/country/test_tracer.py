"""Traced formulas against the original engine, on random populations."""

import copy
from typing import Any

import numpy as np
import pytest

from reformlab.country.simulation.trace import Trace
from reformlab.country.simulation.tracer import Tracer
from reformlab.country.symbols.recording import Untraceable
from reformlab.country.traces.evaluate import evaluate
from reformlab.country.traces.input_columns import given_inputs, input_columns, relations
from reformlab.country.traces.parameter_values import RetraceNeeded, parameter_values

from .small_country import LAW, OUTPUTS, PERIOD, random_people, small_country

KEYS = [(name, PERIOD) for name in OUTPUTS]


SEED = 1


@pytest.fixture(scope="module")
def people() -> Any:
    return random_people(small_country(), 200, SEED)


@pytest.fixture(scope="module")
def trace(people: Any) -> Trace:
    return Tracer(small_country(), given_inputs(people)).trace(KEYS)


@pytest.fixture(scope="module")
def values(trace: Trace, people: Any) -> Any:
    return computed(trace, people, small_country().tax_benefit_system.parameters)


def computed(trace: Trace, people: Any, parameters: Any) -> Any:
    columns = input_columns(trace, people)
    return evaluate(trace, columns, relations(trace, people), parameter_values(trace, parameters))


def changed(path: str, value: float) -> Any:
    """The small country under another law."""
    law = copy.deepcopy(LAW)
    *way, last = path.split(".")
    inner: Any = law
    for name in way:
        inner = inner["brackets"][int(name)] if name.isdigit() and "brackets" in inner else inner[name]
    inner[last] = (
        {"2000-01-01": value} if "values" not in inner[last] else {"values": {"2000-01-01": {"value": value}}}
    )
    return small_country(law)


@pytest.mark.parametrize("name", OUTPUTS)
def test_values_are_the_original_engines(name: str, values: Any, people: Any) -> None:
    found = values[(name, PERIOD)]
    expected = np.asarray(people.calculate(name, PERIOD)).astype(float)
    np.testing.assert_allclose(found.astype(float), expected, rtol=2e-6, atol=2e-4)


def test_nothing_is_left_to_the_original_engine(trace: Trace) -> None:
    assert trace.untraced == {}


@pytest.mark.parametrize(
    ("path", "value"), [("rate", 0.375), ("marginal.1.threshold", 1400.0), ("by_zone.south.extra", 9.0)]
)
def test_a_reform_is_other_parameters_of_the_same_program(
    path: str, value: float, trace: Trace, people: Any
) -> None:
    reformed = changed(path, value)
    found = computed(trace, people, reformed.tax_benefit_system.parameters)
    under = random_people(reformed, 200, SEED)
    for key in KEYS:
        expected = np.asarray(under.calculate(*key)).astype(float)
        np.testing.assert_allclose(found[key].astype(float), expected, rtol=2e-6, atol=2e-4)


@pytest.mark.parametrize(
    ("path", "value"),
    # The order of brackets, a condition, a formula's own table that the law has a part in, dated values.
    [("marginal.1.threshold", 3000.0), ("in_effect", 3.0), ("by_size.2", 21.5), ("by_size.5", 51.0)],
)
def test_what_shaped_the_program_asks_for_another_trace(path: str, value: float, trace: Trace) -> None:
    with pytest.raises(RetraceNeeded):
        parameter_values(trace, changed(path, value).tax_benefit_system.parameters)


def test_inputs_that_are_not_given_are_defaults(people: Any) -> None:
    tracer = Tracer(small_country(), {("salary", PERIOD)})
    looped = tracer.trace([("looped", PERIOD)])
    assert list(looped.inputs) == [f"salary@{PERIOD}"]


def test_a_computed_variable_that_is_given_is_an_input() -> None:
    tracer = Tracer(small_country(), {("salary", PERIOD), ("marginal_tax", PERIOD)})
    assert f"marginal_tax@{PERIOD}" in tracer.trace([("marginal_tax", PERIOD)]).inputs


def test_other_inputs_trace_again_only_what_asks_for_them() -> None:
    tracer = Tracer(small_country(), {("salary", PERIOD)})
    first = tracer.trace([("marginal_tax", PERIOD), ("looped", PERIOD)])
    second = tracer.trace(
        [("marginal_tax", PERIOD), ("looped", PERIOD)], {("salary", PERIOD), ("rent", PERIOD)}
    )
    assert first.outputs[("marginal_tax", PERIOD)] == second.outputs[("marginal_tax", PERIOD)]
    assert first.outputs[("looped", PERIOD)] != second.outputs[("looped", PERIOD)]


def test_an_output_of_text_cannot_be_in_a_program() -> None:
    with pytest.raises(Untraceable):
        Tracer(small_country(), {("code", PERIOD)}).trace([("code", PERIOD)])
