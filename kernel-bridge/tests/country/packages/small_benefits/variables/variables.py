"""Inputs, and variables of every form that PolicyEngine's core has."""

from importlib import import_module
from typing import Any

import numpy as np

_enums: Any = import_module("policyengine_core.enums")
_variables: Any = import_module("policyengine_core.variables")
_entities: Any = import_module("small_benefits.entities")
Household, Person = _entities.Household, _entities.Person
Variable = _variables.Variable


class Region(_enums.Enum):  # type: ignore[misc]
    NORTH = "North"
    SOUTH = "South"
    ISLANDS = "Islands"


class Band(_enums.Enum):  # type: ignore[misc]
    NONE = "None"
    LOW = "Low"
    HIGH = "High"


def _variable(name: str, entity: Any, value_type: Any, formula: Any = None, **fields: Any) -> Any:
    held = {
        "entity": entity,
        "value_type": value_type,
        "definition_period": "year",
        "label": name,
        "__module__": __name__,
    }
    return type(name, (Variable,), held | fields | ({"formula": formula} if formula else {}))


def _income_tax(person: Any, period: Any, law: Any) -> Any:
    tax = law(period).gov.tax
    return tax.scale.calc(np.maximum(person("income", period) - person("allowance", period), 0))


def _monthly_benefit(person: Any, period: Any, law: Any) -> Any:
    benefit = law(period).gov.benefit
    region = person.household("region", period.this_year)
    amount = benefit.amount[region] + benefit.by_age.calc(person("age", period.this_year))
    # A year's income asked for in a month is a twelfth of it, what is held is not.
    means = person("income", period) + 0.01 * person("savings", period)
    return np.maximum(amount - benefit.taper * means, 0)


def _tax_without_allowance(person: Any, period: Any) -> Any:
    branch = person.simulation.get_branch("no_allowance")
    branch.set_input("allowance", period, np.zeros(person.count))
    return branch.calculate("income_tax", period)


def _looped(person: Any, period: Any) -> Any:
    """A loop over rows, which no program has."""
    ages = np.array([float(age) for age in person("age", period)])
    return ages + person("pension", period)


def _survey_age(person: Any, period: Any) -> Any:
    """By what the simulation was built from."""
    simulation = person.simulation
    is_survey = simulation.is_survey and simulation.dataset is not None and simulation.is_over_dataset
    return person("age", period) if is_survey else person.filled_array(0)


def _looped_without(name: str) -> Any:
    def formula(person: Any, period: Any) -> Any:
        branch = person.simulation.get_branch(f"without_{name}")
        branch.set_input(name, period, np.zeros(person.count))
        return branch.calculate("looped", period)

    return formula


def _tax_at_higher_rate(person: Any, period: Any) -> Any:
    branch = person.simulation.get_branch("higher_rate", clone_system=True)
    rate = branch.tax_benefit_system.parameters.gov.tax.scale.brackets[1].rate
    rate.update(period=period, value=0.5)
    branch.delete_arrays("income_tax", period)
    return branch.calculate("income_tax", period)


def _band(person: Any, period: Any, law: Any) -> Any:
    tax = person("income_tax", period)
    return np.select([tax > 10_000, tax > 0], [Band.HIGH, Band.LOW], default=Band.NONE)


def _oldest(person: Any, period: Any) -> Any:
    return person.get_rank(person.household, -person("age", period)) == 0


def _is_tax_changed(person: Any, period: Any) -> Any:
    """By more than single precision, against the law before any reform."""
    baseline = person.simulation.baseline
    if baseline is None:
        return person.filled_array(False)
    return np.abs(person("income_tax", period) - baseline.populations["person"]("income_tax", period)) > 1


def _taxpayers(household: Any, period: Any) -> Any:
    band = household.members("band", period)
    return household.sum(band == Band.HIGH) + 2 * household.any(band == Band.NONE)


VARIABLES = [
    _variable("age", Person, int),
    _variable("employment_income", Person, float, uprating="gov.index"),
    _variable("pension", Person, float),
    _variable("expenses", Person, float),
    _variable("savings", Person, float, quantity_type=_variables.QuantityType.STOCK),
    _variable("rent", Household, float, definition_period="month"),
    _variable("household_weight", Household, float),
    _variable("region", Household, _enums.Enum, possible_values=Region, default_value=Region.NORTH),
    _variable("income", Person, float, adds=["employment_income", "pension"], subtracts=["expenses"]),
    _variable("means", Person, float, adds="gov.counted"),
    _variable(
        "allowance",
        Person,
        float,
        lambda person, period, law: law(period).gov.tax.allowance + law(period).gov.share.average,
    ),
    _variable(
        "is_taxed", Person, bool, lambda p, period, law: p("income", period) >= law(period).gov.tax.taxed_from
    ),
    _variable("income_tax", Person, float, _income_tax, defined_for="is_taxed"),
    _variable("monthly_benefit", Person, float, _monthly_benefit, definition_period="month"),
    _variable("benefits", Household, float, adds=["monthly_benefit"]),
    _variable("rent_of_year", Household, float, lambda household, period: household("rent", period)),
    _variable("tax_without_allowance", Person, float, _tax_without_allowance),
    _variable("tax_at_higher_rate", Person, float, _tax_at_higher_rate),
    _variable("survey_age", Person, int, _survey_age),
    _variable("looped", Person, float, _looped),
    _variable("looped_without_savings", Person, float, _looped_without("savings")),
    _variable("looped_without_pension", Person, float, _looped_without("pension")),
    _variable("is_tax_changed", Person, bool, _is_tax_changed),
    _variable("band", Person, _enums.Enum, _band, possible_values=Band, default_value=Band.NONE),
    _variable("is_oldest", Person, bool, _oldest),
    _variable("taxpayers", Household, float, _taxpayers),
    _variable("net_income", Household, float, adds=["income", "benefits"], subtracts=["income_tax"]),
]
globals().update({variable.__name__: variable for variable in VARIABLES})
