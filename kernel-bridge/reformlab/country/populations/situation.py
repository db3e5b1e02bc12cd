"""Households written out in JSON, as both cores' own services take them."""

import importlib
import json
from pathlib import Path
from typing import Any

from ...errors import ReformlabError
from ..law.load_system import System


def simulation_of_situation(system: System, path: Path, reform: Any = None) -> Any:
    """`{"persons": {…}, "households": {…}}`; what is asked for there (null) is not given.

    Raises E_COUNTRY_POPULATION.
    """
    try:
        situation = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _unusable(path, str(error)) from error
    if not isinstance(situation, dict):
        raise _unusable(path, "it is no object of entities")
    try:
        if system.dialect == "policyengine":
            options = {} if reform is None else {"reform": reform}
            return importlib.import_module(system.name).Simulation(situation=situation, **options)
        law = system.tax_benefit_system if reform is None else reform(system.tax_benefit_system)
        return system.core.simulations.SimulationBuilder().build_from_entities(law, situation)
    except (system.core.errors.SituationParsingError, ValueError, KeyError, TypeError) as error:
        raise _unusable(path, _problem(error)) from error


def _problem(error: Exception) -> str:
    """Cores say where the mistake is as a nested object."""
    found: Any = getattr(error, "error", None) or str(error)
    way = []
    while isinstance(found, dict) and found:
        name, found = next(iter(found.items()))
        way.append(str(name))
    return " ".join(f"{'/'.join(way)}{': ' if way else ''}{found}".split()).rstrip(".")


def _unusable(path: Path, problem: str) -> ReformlabError:
    return ReformlabError(
        "E_COUNTRY_POPULATION",
        f'Cannot take "{path}" as a population: {problem}.',
        "Write a situation as the package's own documentation does, or give a table of persons.",
        {"file": str(path)},
    )
