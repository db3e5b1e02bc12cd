"""A country whose formula loops over rows, which no program can."""

from importlib import import_module
from typing import Any

import numpy as np

_country: Any = import_module("openfisca_country_template")
_entities: Any = import_module("openfisca_country_template.entities")
_periods: Any = import_module("openfisca_core.periods")
_variables: Any = import_module("openfisca_core.variables")


class rounded_salary(_variables.Variable):  # type: ignore[misc] # noqa: N801
    """In steps of the basic income."""

    value_type = float
    entity = _entities.Person
    definition_period = _periods.DateUnit.MONTH

    def formula(persons: Any, period: Any, law: Any) -> Any:  # noqa: N805
        step = law(period).benefits.basic_income
        return np.array([round(float(salary) / step) * step for salary in persons("salary", period)])


class tax_on_rounded(_variables.Variable):  # type: ignore[misc] # noqa: N801
    """Traced, on top of what is not."""

    value_type = float
    entity = _entities.Person
    definition_period = _periods.DateUnit.MONTH

    def formula(persons: Any, period: Any, law: Any) -> Any:  # noqa: N805
        return persons("rounded_salary", period) * law(period).taxes.income_tax_rate


class share_of_salaries(_variables.Variable):  # type: ignore[misc] # noqa: N801
    """Fails where nobody has a salary."""

    value_type = float
    entity = _entities.Person
    definition_period = _periods.DateUnit.MONTH

    def formula(persons: Any, period: Any, _: Any) -> Any:  # noqa: N805
        salaries = [float(salary) for salary in persons("salary", period)]
        return np.array([salary / sum(salaries) for salary in salaries])


class CountryTaxBenefitSystem(_country.CountryTaxBenefitSystem):  # type: ignore[misc]
    """With all."""

    def __init__(self) -> None:
        super().__init__()
        self.add_variables(rounded_salary, tax_on_rounded, share_of_salaries)
