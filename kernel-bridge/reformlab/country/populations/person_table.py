"""A table of persons as a simulation of OpenFisca; PolicyEngine's core has this already."""

from typing import TYPE_CHECKING, Any

import numpy as np

from ...errors import ReformlabError
from ..law.load_system import System

if TYPE_CHECKING:
    import pandas as pd


def simulation_of_persons(system: System, table: "pd.DataFrame", year: int, reform: Any = None) -> Any:
    """Persons in the order of the rows, groups in the order of their ids.

    Columns, as in PolicyEngine's flat files: `person_id`; for each group `person_household_id` and
    `person_household_role`, or everybody is alone and has the first role; variables, of a group as its first
    person has them, `salary__2026-01` in a period of their own.

    Raises E_COUNTRY_POPULATION.
    """
    law = system.tax_benefit_system if reform is None else reform(system.tax_benefit_system)
    persons = law.person_entity.key
    count = len(table)
    builder = system.core.simulations.SimulationBuilder()
    builder.create_entities(law)
    ids = table[f"{persons}_id"].to_numpy() if f"{persons}_id" in table else np.arange(count)
    builder.declare_person_entity(persons, ids)
    first_rows, structure = {persons: np.arange(count)}, {f"{persons}_id"}
    for entity in law.group_entities:
        belongs, has = f"{persons}_{entity.key}_id", f"{persons}_{entity.key}_role"
        of_persons = table[belongs].to_numpy() if belongs in table else np.arange(count)
        groups, first_rows[entity.key] = np.unique(of_persons, return_index=True)
        population = builder.declare_entity(entity.key, groups)
        builder.join_with_persons(population, of_persons, _roles(table, has, entity, count))
        structure |= {belongs, has, f"{entity.key}_id"}
    simulation = builder.build(law)
    for column in table.columns:
        if column not in structure:
            _set_input(simulation, str(column), table[column].to_numpy(), first_rows, year)
    return simulation


def _roles(table: "pd.DataFrame", column: str, entity: Any, count: int) -> Any:
    if column not in table:
        return np.repeat(entity.flattened_roles[0].key, count)
    roles = table[column].to_numpy().astype(str)
    known = [role.key for role in entity.flattened_roles]
    if unknown := sorted(set(roles) - set(known)):
        raise _unusable(column, f"{unknown[0]} is no role", f"Roles are {', '.join(known)}.")
    return roles


def _set_input(simulation: Any, column: str, values: Any, first_rows: dict[str, Any], year: int) -> None:
    name, _, period = column.partition("__")
    variable = simulation.tax_benefit_system.get_variable(name)
    if variable is None:
        raise _unusable(column, "there is no such variable", "Leave the column out, or check its name.")
    own = values[first_rows[variable.entity.key]]
    is_number = own.dtype.kind in "biuf" and np.dtype(variable.dtype).kind in "biuf"
    own = own.astype(variable.dtype) if is_number else own.astype(str)
    try:
        simulation.set_input(name, period or str(year), own)
    except ValueError as error:
        monthly = f"Say in which period it holds: {name}__{year}-01."
        raise _unusable(column, " ".join(str(error).split()), monthly) from error


def _unusable(column: str, problem: str, remedy: str) -> ReformlabError:
    return ReformlabError(
        "E_COUNTRY_POPULATION",
        f'Cannot take the column "{column}": {problem}.',
        remedy,
        {"column": column},
    )
