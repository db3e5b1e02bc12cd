"""A population under a reform: its law alone is another where formulas stay what they are."""

from copy import copy
from typing import Any

from ..law.derived_parameters import sources_of_derived
from ..law.load_system import System
from ..law.parameter_changes import changed_parameters
from ..law.reforms import LawReform, changes_of, package_reform
from ..law.structural_reforms import structure
from .population import Population, open_population


def reformed_population(system: System, population: Population, year: int, reform: LawReform) -> Any:
    """A simulation; the package itself builds its law where more than parameters changes.

    Raises E_COUNTRY_POPULATION, E_COUNTRY_REFORM, E_FILE_READ.
    """
    if reform is None or isinstance(reform, type):
        return open_population(system, population, year, reform)
    current = system.tax_benefit_system.parameters
    changes = changes_of(reform)
    parameters = changed_parameters(system, current, changes)
    is_more = not changes.keys().isdisjoint(sources_of_derived(system))
    if is_more or structure(system, parameters) != structure(system, current):
        return open_population(system, population, year, package_reform(system, reform))
    simulation = open_population(system, population, year)
    if system.dialect == "policyengine":
        simulation.baseline = open_population(system, population, year)
    law = copy(simulation.tax_benefit_system)
    law.parameters = parameters
    law._parameters_at_instant_cache = {}
    simulation.tax_benefit_system = law
    return simulation
