"""What a notebook calls: an installed country package, compiled for populations of one's own."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ...errors import ReformlabError
from ...reforms import DEFAULT_YEAR
from ..host.program_host import ProgramHost
from ..law.load_system import load_system
from ..populations.population import Population, record_ids
from ..populations.simulation_values import Asked, as_asked, as_calculated
from .compiled_population import CompiledPopulation
from .country_law import LawReform, law_of

if TYPE_CHECKING:
    import pandas as pd

    from ..yaml_tests.run_tests import TestRun
    from .compare import Comparison


class Country:
    """`with reformlab.country("policyengine_us") as us: us.columns("snap", persons)`."""

    def __init__(self, package: str) -> None:
        """Opens the package, which takes PolicyEngine's tens of seconds."""
        self._system = load_system(package)
        self._host = ProgramHost()
        self._opened: tuple[Any, CompiledPopulation] | None = None

    def columns(
        self,
        variables: str | Sequence[str],
        population: Population,
        *,
        year: int = DEFAULT_YEAR,
        reform: LawReform = None,
        entity: str | None = None,
    ) -> "pd.DataFrame":
        """Variables of every record of one entity, in the population's order, under its ids.

        The first question about a population compiles; further reforms of parameters are numbers alone.

        Args:
            variables: all of one entity where `entity` is not said; `salary@2026-01` in its own period.
            population: a table of persons, or the path of one; `docs/country-packages.md`.
            year: in which they are computed.
            reform: changes by path, the path of a JSON file, or a `Reform` class of the package's core.
            entity: `person` repeats a group's values for each of its members.

        Raises E_COUNTRY_VARIABLE, …_ENTITY, …_PERIOD, …_POPULATION, …_REFORM, …_UNTRACED.
        """
        import pandas as pd

        asked = self._asked(variables, year)
        rows = self._rows_of([name for name, _ in asked.values()], entity)
        opened = self._open(population, year)
        law = law_of(self._system, opened.simulation, reform)
        values = opened.values(list(asked.values()), law)
        frame = {
            title: self._column(opened, name, values[name, period], rows)
            for title, (name, period) in asked.items()
        }
        return pd.DataFrame(frame, index=pd.Index(record_ids(opened.simulation, rows), name=f"{rows}_id"))

    def compare(
        self,
        variables: str | Sequence[str],
        population: Population,
        *,
        year: int = DEFAULT_YEAR,
        reform: LawReform = None,
    ) -> "Comparison":
        """Original engine and compiled program side by side; every difference with its root variable."""
        from .compare import compare

        asked = list(self._asked(variables, year).values())
        return compare(self._system, self._open(population, year), population, asked, year, reform)

    def test(self, wanted: str = "", *, tests: str | Path | None = None, jobs: int = 1) -> "TestRun":
        """The package's own YAML tests through the compiled program: files whose path contains `wanted`."""
        from ..yaml_tests.run_tests import own_tests, run_tests

        folder = own_tests(self._system.name) if tests is None else Path(tests)
        return run_tests(self._system.name, folder, wanted, jobs=jobs)

    def close(self) -> None:
        """Ends the engine that runs programs."""
        self._opened = None
        self._host.close()

    def __enter__(self) -> "Country":
        """Of a `with` that closes it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Closes it."""
        self.close()

    def __repr__(self) -> str:
        count = len(self._system.tax_benefit_system.variables)
        return f"{self._system.name} {self._system.version}: {count:,} variables"

    def _open(self, population: Population, year: int) -> CompiledPopulation:
        """One population stays open: asking the same again is quick."""
        key = (population if isinstance(population, str | Path) else id(population), year)
        if self._opened is None or self._opened[0] != key:
            if self._opened is not None:
                self._opened[1].close()
            self._opened = None
            self._opened = (key, CompiledPopulation(self._system, self._host, population, year))
        return self._opened[1]

    def _asked(self, variables: str | Sequence[str], year: int) -> dict[str, Asked]:
        """By what was written. Raises E_COUNTRY_VARIABLE."""
        titles = [variables] if isinstance(variables, str) else list(variables)
        asked = {title: as_asked(title, year) for title in titles}
        for name, _ in asked.values():
            self._variable(name)
        return asked

    def _variable(self, name: str) -> Any:
        variable = self._system.tax_benefit_system.get_variable(name)
        if variable is not None:
            return variable
        from difflib import get_close_matches

        near = get_close_matches(name, self._system.tax_benefit_system.variables, 3)
        raise ReformlabError(
            "E_COUNTRY_VARIABLE",
            f'{self._system.name} has no variable "{name}".',
            f"Nearest names: {', '.join(near)}." if near else "Check the name.",
            {"variable": name},
        )

    def _rows_of(self, names: Sequence[str], entity: str | None) -> str:
        persons = self._system.tax_benefit_system.person_entity.key
        found = sorted({str(self._variable(name).entity.key) for name in names})
        if entity is None and len(found) == 1:
            return found[0]
        if entity == persons or [entity] == found:
            return str(entity)
        raise ReformlabError(
            "E_COUNTRY_ENTITY",
            f"{', '.join(names)} are of {' and '.join(found)}"
            + (f", not of {entity}." if entity else ", and rows are of one."),
            f'Ask for one entity at a time, or say entity="{persons}", which repeats values of groups.',
            {"entities": found},
        )

    def _column(self, opened: CompiledPopulation, name: str, values: Any, rows: str) -> Any:
        calculated = as_calculated(self._system, name, values)
        if hasattr(calculated, "decode_to_str"):
            calculated = calculated.decode_to_str()
        own = str(self._variable(name).entity.key)
        if own != rows:
            calculated = np.asarray(calculated)[opened.simulation.populations[own].members_entity_id]
        return np.asarray(calculated)
