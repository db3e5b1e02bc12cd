"""Formulas that parameters switch on."""

from importlib import import_module
from typing import Any

_reforms: Any = import_module("policyengine_core.reforms")
_variables: Any = import_module("policyengine_core.variables")


def create_structural_reforms_from_parameters(parameters: Any, start: str) -> Any:
    """A flat tax in place of the scale; None where it is not switched on."""
    if not parameters(start).gov.contrib.flat_tax.in_effect:
        return None
    from .entities import Person

    class income_tax(_variables.Variable):  # type: ignore[misc] # noqa: N801
        value_type = float
        entity = Person
        definition_period = "year"
        label = "Income tax, flat"

        def formula(person: Any, period: Any, law: Any) -> Any:  # noqa: N805
            return person("income", period) * law(period).gov.contrib.flat_tax.rate

    class FlatTax(_reforms.Reform):  # type: ignore[misc]
        def apply(self) -> None:
            self.update_variable(income_tax)

    return FlatTax
