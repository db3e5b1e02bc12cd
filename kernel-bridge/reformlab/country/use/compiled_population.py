"""A population with the programs that were compiled for it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from ...errors import ReformlabError
from ..host.program_host import ProgramHost, ProgramSession
from ..law.load_system import System
from ..populations.population import Population, open_population
from ..populations.simulation_values import Asked
from ..simulation.trace import Trace
from ..simulation.tracer import Tracer
from ..symbols.recording import Untraceable
from ..traces.input_columns import given_inputs
from ..traces.parameter_values import RetraceNeeded, parameter_values
from .compiled_program import CompiledProgram, Parameters, Values
from .country_law import Law
from .prepared_program import PreparedProgram, PreparedPrograms, data_hash, prepare, prepared_key

MOST_PROGRAMS = 2
"""The law as it stands, and one that changed what steers formulas."""


class CompiledPopulation:
    """Traces and compiles when it is first asked for; then reforms of parameters are numbers alone."""

    def __init__(
        self, system: System, host: ProgramHost, population: Population, year: int, reform: Any = None
    ) -> None:
        """Opens the population with the package, which applies `reform`. Raises E_COUNTRY_POPULATION."""
        self._package = system
        self.host = host
        self._population = population
        self._year = year
        self.simulation = open_population(system, population, year, reform)
        self.given = given_inputs(self.simulation)
        self._data = data_hash(self.simulation)
        self._programs: list[tuple[Any, CompiledProgram]] = []
        self._restructured: tuple[object, CompiledPopulation] | None = None

    @property
    def system(self) -> System:
        """With the law that the simulation has."""
        return replace(self._package, tax_benefit_system=self.simulation.tax_benefit_system)

    def values(self, asked: Sequence[Asked], law: Law) -> Values:
        """Of variables and periods. Raises E_COUNTRY_UNTRACED, and `Untraceable` as E_COUNTRY_UNTRACED."""
        if law.structural is not None:
            opened, law = self.under(law)
            return opened.values(asked, law)
        program, parameters = self.program(asked, law)
        return program.values(asked, parameters)

    def program(self, asked: Sequence[Asked], law: Law) -> tuple[CompiledProgram, Parameters]:
        """One that fits the law, and the values of its parameters under it."""
        for traced_law, program in self._programs:
            if set(asked) <= program.trace.outputs.keys():
                try:
                    return program, program.parameters(law, traced_law)
                except RetraceNeeded:
                    continue
        program = self._compiled(asked, law.parameters)
        return program, program.parameters(law, law.base)

    def trace(self, asked: Sequence[Asked], parameters: Any) -> Trace:
        """Under these parameters."""
        tracer = Tracer(
            self.system, self.given, parameters, getattr(self.simulation, "is_over_dataset", True)
        )
        try:
            return tracer.trace(asked)
        except Untraceable as error:
            raise _untraceable(asked, error) from error
        except ValueError as error:
            raise self._wrong_period(asked, error) from error

    def session(self, prepared: PreparedProgram) -> ProgramSession:
        """In the engine."""
        return self.host.open(prepared.program, prepared.columns, prepared.relations)

    def close(self) -> None:
        """Frees what the engine holds for it."""
        for _, program in self._programs:
            program.session.close()
        self._programs.clear()
        if self._restructured is not None:
            self._restructured[1].close()
            self._restructured = None

    def _compiled(self, asked: Sequence[Asked], parameters: Any) -> CompiledProgram:
        """The law as it stands is kept longest: most questions are about changes of it."""
        while len(self._programs) >= MOST_PROGRAMS:
            self._programs.pop()[1].session.close()
        prepared = self._prepared(asked, parameters)
        base = np.asarray(parameter_values(prepared.trace, parameters))
        program = CompiledProgram(prepared.trace, self.session(prepared), base)
        # What later runs compare with: they compute again only what other parameters change.
        program.values(asked, base, baseline=True)
        self._programs.append((parameters, program))
        return program

    def _prepared(self, asked: Sequence[Asked], parameters: Any) -> PreparedProgram:
        kept = PreparedPrograms(self._package)
        key = prepared_key(self._data, asked, parameters)
        prepared = kept.find(key)
        if prepared is None:
            prepared = prepare(self.trace(asked, parameters), self.simulation)
            kept.keep(key, prepared)
        return prepared

    def _wrong_period(self, asked: Sequence[Asked], error: ValueError) -> ReformlabError:
        variable, period = asked[0]
        own = str(self.system.tax_benefit_system.get_variable(variable).definition_period)
        when = {"month": f"@{period[:4]}-01", "day": f"@{period[:4]}-01-01"}.get(own, f"@{period[:4]}")
        return ReformlabError(
            "E_COUNTRY_PERIOD",
            " ".join(str(error).split()),
            f"{variable} is of a {own}: write {variable}{when}.",
            {"variable": variable, "period": period},
        )

    def under(self, law: Law) -> "tuple[CompiledPopulation, Law]":
        """The same population with a law that the package built, and that law as it stands."""
        if self._restructured is None or self._restructured[0] != law.name:
            if self._restructured is not None:
                self._restructured[1].close()
            where = (self._package, self.host, self._population, self._year)
            opened = CompiledPopulation(*where, law.structural)
            self._restructured = (law.name, opened)
        opened = self._restructured[1]
        current = opened.simulation.tax_benefit_system.parameters
        return opened, Law(current, current)


def _untraceable(asked: Sequence[Asked], error: Untraceable) -> ReformlabError:
    return ReformlabError(
        "E_COUNTRY_UNTRACED",
        f"{', '.join(variable for variable, _ in asked)} cannot be traced: {error}.",
        "Ask for other variables, or ask the original engine.",
        {"variables": [variable for variable, _ in asked]},
    )
