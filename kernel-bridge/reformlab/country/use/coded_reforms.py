"""Reforms that are classes: the process that holds the class traces the law that it makes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ...errors import ReformlabError
from ..host.program_host import ProgramHost
from ..law.load_system import System, load_system
from ..populations.population import record_ids
from ..populations.reformed import reformed_population
from ..populations.simulation_values import as_asked
from ..preparation.law_words import enum_names, type_of_variable
from ..preparation.prepared import Prepared, prepare
from .answers import CountryAnswer


class CodedReforms:
    """Of one package, which is imported with the first; the last program stays open."""

    def __init__(self, package: str, host: ProgramHost) -> None:
        """Imports nothing yet."""
        self._package = package
        self._host = host
        self._system: System | None = None
        self._last: tuple[Any, Prepared, dict[str, Any]] | None = None

    def columns(
        self, population: Path, year: int, titles: Sequence[str], reform: type, entity: str | None
    ) -> CountryAnswer:
        """Raises what `prepare` raises, and E_COUNTRY_ENTITY."""
        prepared, values = self._computed(population, year, titles, reform)
        simulation, asked = prepared.simulation, {title: as_asked(title, year) for title in titles}
        law = simulation.tax_benefit_system
        variables = {title: law.variables[name] for title, (name, _) in asked.items()}
        rows = _rows_of(law.person_entity.key, variables, entity)
        columns = {}
        for title, (name, period) in asked.items():
            own, column = variables[title].entity.key, values[f"{name}@{period}"]
            members = None if own == rows else simulation.populations[own].members_entity_id
            columns[title] = column if members is None else column[members]
        names = enum_names(self._opened())
        return CountryAnswer(
            rows=rows,
            ids=record_ids(simulation, rows),
            columns=columns,
            types={title: type_of_variable(variable, names) for title, variable in variables.items()},
            enums={name: [item.name for item in enum] for enum, name in names.items()},
        )

    def _computed(
        self, population: Path, year: int, titles: Sequence[str], reform: type
    ) -> tuple[Prepared, dict[str, Any]]:
        key = (population, year, tuple(titles), reform)
        if self._last is None or self._last[0] != key:
            self._last = None
            system = self._opened()
            simulation = reformed_population(system, population, year, reform)
            asked = list(dict.fromkeys(as_asked(title, year) for title in titles))
            prepared = prepare(system, simulation, asked)
            self._last = (key, prepared, run_prepared(self._host, prepared))
        return self._last[1:]

    def _opened(self) -> System:
        self._system = self._system or load_system(self._package)
        return self._system


def run_prepared(host: ProgramHost, prepared: Prepared) -> dict[str, Any]:
    """All outputs of a program, under the law that it was traced with."""
    session = host.open(prepared.program, prepared.columns(), prepared.relations)
    try:
        place = {name: at for at, name in enumerate(prepared.trace.parameters)}
        order = np.array([place[name] for name in session.parameters], dtype=np.int64)
        names = [f"{variable}@{period}" for variable, period in prepared.trace.outputs]
        return dict(session.run(prepared.parameters[order], names).outputs)
    finally:
        session.close()


def _rows_of(persons: str, variables: dict[str, Any], entity: str | None) -> str:
    found = sorted({str(variable.entity.key) for variable in variables.values()})
    if entity is None and len(found) == 1:
        return found[0]
    if entity == persons or [entity] == found:
        return str(entity)
    raise ReformlabError(
        "E_COUNTRY_ENTITY",
        f"{', '.join(variables)} are of {' and '.join(found)}"
        + (f", not of {entity}." if entity else ", and rows are of one."),
        f'Ask for one entity at a time, or say entity="{persons}", which repeats values of groups.',
        {"entities": found},
    )
