"""The law that a reform makes: parameters changed, or built anew by the package where more changes."""

import importlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from ..law.load_system import System
from ..law.parameter_changes import Changes, changed_parameters, read_changes
from ..populations.population import Population, open_population

LawReform: TypeAlias = Changes | str | os.PathLike[str] | type | None
"""Changes by path, the path of a JSON file that holds them, a `Reform` class, or none."""
DEFAULT_START = "2024-01-01"
"""From when a package that does not say looks for reforms that parameters switch on."""


@dataclass(frozen=True)
class Law:
    """Parameters, and what else a reform changed."""

    parameters: Any
    base: Any
    """The parameters that they are changed from."""
    changed: frozenset[str] = frozenset()
    """Paths of parameters."""
    structural: Any = None
    """A reform that the package itself has to apply, as it takes it."""
    name: object = None
    """What tells one such reform from another."""


def law_of(system: System, simulation: Any, reform: LawReform) -> Law:
    """On top of the law that a simulation has. Raises E_COUNTRY_REFORM, E_FILE_READ."""
    current = simulation.tax_benefit_system.parameters
    if reform is None:
        return Law(current, current)
    if isinstance(reform, type):
        return Law(current, current, structural=reform, name=reform)
    changes = changes_of(reform)
    parameters = changed_parameters(system, current, changes)
    if _structure(system, parameters) != _structure(system, current):
        return Law(
            current, frozenset(changes), package_reform(system, changes), repr(sorted(changes.items()))
        )
    return Law(parameters, current, frozenset(changes))


def changes_of(reform: Changes | str | os.PathLike[str]) -> Changes:
    """Given, or read from a file. Raises E_COUNTRY_REFORM, E_FILE_READ."""
    return reform if isinstance(reform, Mapping) else read_changes(Path(reform).expanduser())


def package_reform(system: System, changes: Changes) -> Any:
    """Changes of parameters as a class that the package applies itself."""
    if system.dialect == "policyengine":
        return system.core.reforms.Reform.from_dict(dict(changes))

    class Changed(system.core.reforms.Reform):  # type: ignore[name-defined, misc]
        """OpenFisca's own way of changing parameters."""

        def apply(self) -> None:
            self.modify_parameters(lambda parameters: changed_parameters(system, parameters, changes))

    return Changed


def original_simulation(system: System, population: Population, year: int, reform: LawReform) -> Any:
    """The original engine with a reform, as its own users run it. Raises E_COUNTRY_POPULATION, …_REFORM."""
    if reform is not None and not isinstance(reform, type):
        reform = package_reform(system, changes_of(reform))
    return open_population(system, population, year, reform)


def _structure(system: System, parameters: Any) -> tuple[tuple[str, str], ...]:
    """What PolicyEngine's packages do to formulas where parameters switch them on."""
    try:
        room = importlib.import_module(f"{system.name}.reforms")
    except ImportError:
        return ()
    structural = getattr(room, "create_structural_reforms_from_parameters", None)
    if structural is None:
        return ()
    module = importlib.import_module(type(system.tax_benefit_system).__module__)
    reform = structural(parameters, getattr(module, "DEFAULT_START_DATE", DEFAULT_START))
    if reform is None:
        return ()
    steps = _Steps(system.tax_benefit_system)
    reform.apply(steps)
    return tuple(steps.taken)


class _Steps:
    """Stands in for a system and notes what a reform would do to it."""

    def __init__(self, system: Any) -> None:
        self.taken: list[tuple[str, str]] = []
        self._system = system

    def __getattr__(self, name: str) -> Any:
        if name in ("add_variable", "update_variable", "replace_variable", "neutralize_variable"):
            return lambda variable: self.taken.append((name, getattr(variable, "__name__", str(variable))))
        if name == "modify_parameters":
            return lambda function: self.taken.append((name, getattr(function, "__qualname__", "")))
        return getattr(self._system, name)
