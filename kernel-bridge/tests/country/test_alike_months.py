"""A month that does what the month before did is not traced again, and stays what the original computes."""

import copy
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from reformlab.country.law.load_system import System
from reformlab.country.simulation.tracer import Tracer
from reformlab.country.traces.evaluate import evaluate
from reformlab.country.traces.input_columns import given_inputs, input_columns, relations
from reformlab.country.traces.parameter_values import RetraceNeeded, parameter_values

from .small_country import LAW, MONTH, person, random_people, small_country, variables

MONTHS = [f"2020-{month:02}" for month in range(1, 13)]
FROM_JULY = {"values": {"2000-01-01": {"value": 0.25}, "2020-07-01": {"value": 0.5}}}
Formula = Callable[[Any, Any, Any], Any]


def _of_its_year(persons: Any, period: Any, law: Any) -> Any:
    in_year = law(period.this_year).rate + period.start.year
    return law(period).rate * persons("salary", period) + in_year + law(period.start).by_size["2"]


def _of_its_month(persons: Any, period: Any, law: Any) -> Any:
    return persons("salary", period) + period.start.month


def _of_its_text(persons: Any, period: Any, law: Any) -> Any:
    return persons("salary", period) + (1 if f"{period}" < "2020-05" else 2)


def _of_its_order(persons: Any, period: Any, law: Any) -> Any:
    return persons("salary", period) + (1 if period > period.this_year.first_month.offset(5) else 2)


def _of_its_holder(persons: Any, period: Any, law: Any) -> Any:
    is_given = persons.get_holder("salary").get_array(period) is not None
    return persons("salary", period) + is_given


def _of_another_month(persons: Any, period: Any, law: Any) -> Any:
    return persons("salary", period) + persons("salary", period.last_month)


def _with(formula: Formula, law: Any) -> tuple[System, list[str]]:
    """A country with one variable more, and the months in which its formula ran."""
    ran: list[str] = []

    def counted(persons: Any, period: Any, parameters: Any) -> Any:
        ran.append("")
        return formula(persons, period, parameters)

    fields = {"entity": person, "value_type": float, "definition_period": MONTH, "label": ""}
    system = small_country(law)
    system.tax_benefit_system.add_variable(
        type("asked", (variables.Variable,), {**fields, "formula": counted})
    )
    return system, ran


def _people(system: System) -> Any:
    people = random_people(system, 20, 1)
    for month, amount in (("2020-04", 400.0), ("2020-09", 900.0)):
        people.set_input("salary", month, np.full(people.persons.count, amount))
    return people


@pytest.mark.parametrize(
    ("formula", "runs"),
    # Where salaries are given, the month after, and where a parameter changes.
    [(_of_its_year, 7)]
    + [(one, 12) for one in (_of_its_month, _of_its_text, _of_its_order, _of_its_holder, _of_another_month)],
)
def test_formulas_run_where_their_month_may_differ(formula: Formula, runs: int) -> None:
    system, ran = _with(formula, {**LAW, "rate": FROM_JULY})
    people = _people(system)
    trace = Tracer(system, given_inputs(people)).trace([("asked", month) for month in MONTHS])
    assert len(ran) == runs
    parameters = parameter_values(trace, system.tax_benefit_system.parameters)
    found = evaluate(trace, input_columns(trace, people), relations(trace, people), parameters)
    for month in MONTHS:
        assert np.allclose(found["asked", month], people.calculate("asked", month)), month


def test_a_change_in_a_month_that_was_not_traced_is_seen() -> None:
    system, ran = _with(_of_its_year, LAW)
    trace = Tracer(system, ()).trace([("asked", month) for month in MONTHS])
    assert len(ran) == 2
    changed = copy.deepcopy(system.tax_benefit_system.parameters)
    changed.rate.update(period="month:2020-11:1", value=0.9)
    with pytest.raises(RetraceNeeded, match="rate differs"):
        parameter_values(trace, changed)
