"""A population as the package's own simulation, whose holders give the input columns."""

import importlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, Union

import numpy as np

from ...errors import ReformlabError
from ..law.load_system import System
from .person_table import simulation_of_persons
from .situation import simulation_of_situation

if TYPE_CHECKING:
    import pandas as pd

Population: TypeAlias = Union["pd.DataFrame", str, os.PathLike[str]]
"""A table with a row for each person, or the path of a file that holds a population."""
TABLES = (".csv", ".parquet")
STORES = (".h5", ".hdf5")
SITUATIONS = ".json"


def open_population(system: System, population: Population, year: int, reform: Any = None) -> Any:
    """A simulation that holds the population's inputs and has computed nothing.

    Args:
        system: whose package makes it.
        population: persons with `person_id`, `person_household_id`, … and variables; files end in .csv,
            .parquet, in PolicyEngine's own forms .h5, or, where they hold a situation, .json.
        year: in which variables without a period of their own hold.
        reform: a class or a dictionary, as the package takes it.

    Raises E_COUNTRY_POPULATION.
    """
    if isinstance(population, str | os.PathLike):
        path = Path(population).expanduser()
        if not path.exists():
            raise _unusable(path, "there is no such file")
        if path.suffix in STORES:
            return _of_store(system, path, year, reform)
        if path.suffix == SITUATIONS:
            return simulation_of_situation(system, path, reform)
        population = _read_table(path)
    if system.dialect == "openfisca":
        return simulation_of_persons(system, population, year, reform)
    table = importlib.import_module(f"{system.core.name}.data").Dataset.from_dataframe(population, str(year))
    return _microsimulation(system, table, reform)


def record_ids(simulation: Any, entity: str) -> Any:
    """What the population calls the records of an entity, in its order."""
    return np.asarray(simulation.populations[entity].ids)


def _of_store(system: System, path: Path, year: int, reform: Any) -> Any:
    if system.dialect == "openfisca":
        raise _unusable(path, "OpenFisca has no such form")
    # Packages know stores of tables of their own by the path; the core knows those of arrays.
    try:
        return _microsimulation(system, str(path), reform)
    except (KeyError, TypeError, ValueError):
        dataset = importlib.import_module(f"{system.core.name}.data").Dataset
        return _microsimulation(system, dataset.from_file(str(path), str(year)), reform)


def _microsimulation(system: System, dataset: Any, reform: Any) -> Any:
    package = importlib.import_module(system.name)
    options = {} if reform is None else {"reform": reform}
    return package.Microsimulation(dataset=dataset, **options)


def _read_table(path: Path) -> "pd.DataFrame":
    import pandas as pd

    if path.suffix not in TABLES:
        raise _unusable(path, "its name ends in none of .csv, .parquet, .h5, .json")
    try:
        return pd.read_csv(path) if path.suffix == ".csv" else pd.read_parquet(path)
    except (OSError, ValueError) as error:
        raise _unusable(path, str(error)) from error


def _unusable(path: Path, problem: str) -> ReformlabError:
    return ReformlabError(
        "E_COUNTRY_POPULATION",
        f'Cannot take "{path}" as a population: {problem}.',
        "Give a table with a row for each person: person_id, person_household_id, …, and variables.",
        {"file": str(path)},
    )
