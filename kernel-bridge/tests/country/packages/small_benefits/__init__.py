"""A country of PolicyEngine's kind, made for the tests: each variable uses what some real package uses."""

from importlib import import_module
from pathlib import Path
from typing import Any

from .entities import ENTITIES

_CORE: Any = import_module("policyengine_core")
_parameters: Any = import_module("policyengine_core.parameters")
_simulations: Any = import_module("policyengine_core.simulations")
_systems: Any = import_module("policyengine_core.taxbenefitsystems")
HERE = Path(__file__).parent
DEFAULT_START_DATE = "2026-01-01"


class CountryTaxBenefitSystem(_systems.TaxBenefitSystem):  # type: ignore[misc]
    """Built as PolicyEngine's packages build theirs."""

    entities = ENTITIES
    variables_dir = HERE / "variables"
    parameters_dir = HERE / "parameters"
    auto_carry_over_input_variables = True
    basic_inputs = ()

    def __init__(self, reform: Any = None) -> None:
        super().__init__(reform=reform)
        self._work_out_average()
        from .reforms import create_structural_reforms_from_parameters

        structural = create_structural_reforms_from_parameters(self.parameters, DEFAULT_START_DATE)
        if structural is not None:
            structural.apply(self)

    def modify_parameters(self, modifier_function: Any) -> Any:
        """A parameter is worked out of others whenever any is changed."""
        result = super().modify_parameters(modifier_function)
        if hasattr(self.parameters.gov.share, "average"):
            self._work_out_average()
        return result

    def _work_out_average(self) -> None:
        share = self.parameters.gov.share
        people = share.people("2026-01-01")
        values = {one.instant_str: one.value / people for one in share.total.values_list}
        share.children.pop("average", None)
        share.add_child("average", _parameters.Parameter("gov.share.average", {"values": values}))
        share.clear_parent_cache()


system = CountryTaxBenefitSystem()


class _Defaults:
    default_tax_benefit_system = CountryTaxBenefitSystem
    default_tax_benefit_system_instance = system
    default_role = "member"
    is_survey = True
    default_calculation_period = 2026
    default_input_period = 2026


class Microsimulation(_Defaults, _simulations.Microsimulation):  # type: ignore[misc]
    """Over a population."""


class Simulation(_Defaults, _simulations.Simulation):  # type: ignore[misc]
    """Of households that are written out."""
