"""What a notebook calls: an installed country package, compiled for populations of one's own."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import numpy as np

from ...engine_log import last_progress, new_log
from ...progress import wait_for
from ...reforms import DEFAULT_YEAR
from ..host.host_message import Message
from ..host.program_host import ProgramHost
from ..law.changes import Changes
from ..law.installed import installed
from ..law.reforms import LawReform, changes_of
from ..populations.population import Population
from ..preparation.law_values import plain
from .answers import CountryAnswer
from .coded_reforms import CodedReforms
from .population_file import population_file

if TYPE_CHECKING:
    import pandas as pd

    from ..yaml_tests.run_tests import TestRun
    from .compare import Comparison


class Country:
    """`with reformlab.country("policyengine_us") as us: us.columns("snap", persons)`.

    The engine holds populations and runs programs; the package is imported where a program has to be made,
    by a process that ends with it.
    """

    def __init__(self, package: str) -> None:
        """Looks for the package and starts nothing yet. Raises E_COUNTRY_MISSING, E_COUNTRY_NOT."""
        self.package = installed(package)
        self._log = new_log()
        self.host = ProgramHost(self._log)
        self._coded = CodedReforms(self.package.name, self.host)

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
        titles = [variables] if isinstance(variables, str) else list(variables)
        return self.answer(titles, population, year, reform, entity).frame()

    def answer(
        self,
        titles: Sequence[str],
        population: Population,
        year: int,
        reform: LawReform = None,
        entity: str | None = None,
    ) -> CountryAnswer:
        """As numbers. Raises what `columns` raises."""
        file = population_file(population)
        if isinstance(reform, type):
            return self._coded.columns(file, year, titles, reform, entity)
        message = Message("country")
        message.fields |= {
            "package": self.package.name,
            "population": str(file),
            "year": year,
            "variables": list(titles),
            "reform": None if reform is None else plain(_by_day(changes_of(reform))),
        }
        if entity is not None:
            message.fields["entity"] = entity
        return self._asked(message)

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

        titles = [variables] if isinstance(variables, str) else list(variables)
        return compare(self, titles, population, year, reform)

    def test(self, wanted: str = "", *, tests: str | Path | None = None, jobs: int = 1) -> "TestRun":
        """The package's own YAML tests through the compiled program: files whose path contains `wanted`."""
        from ..yaml_tests.run_tests import own_tests, run_tests

        folder = own_tests(self.package.name) if tests is None else Path(tests)
        return run_tests(self.package.name, folder, wanted, jobs=jobs)

    def close(self) -> None:
        """Ends the engine."""
        self.host.close()

    def __enter__(self) -> "Country":
        """Of a `with` that closes it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Closes it."""
        self.close()

    def __repr__(self) -> str:
        return f"{self.package.name} {self.package.version}"

    def _asked(self, message: Message) -> CountryAnswer:
        """Waits, says what is being done, and ends the engine where it is not to go on."""
        answer: Future[CountryAnswer] = Future()

        def work() -> None:
            try:
                answer.set_result(_of_host(*self.host.ask(message)))
            except BaseException as error:
                answer.set_exception(error)

        Thread(target=work, name="reformlab country", daemon=True).start()
        try:
            return wait_for(answer, lambda: last_progress(self._log) or "Computing …")
        except KeyboardInterrupt:
            self.host.interrupt()
            raise


def _by_day(changes: Changes) -> Changes:
    """Years by their first day: JavaScript puts names that are numbers before all others."""
    return {
        path: {f"{when}-01-01" if str(when).isdigit() else str(when): value for when, value in values.items()}
        if isinstance(values, Mapping)
        else values
        for path, values in changes.items()
    }


def _of_host(answer: dict[str, Any], blobs: Sequence[bytes]) -> CountryAnswer:
    ids = answer["ids"]
    return CountryAnswer(
        rows=answer["rows"],
        ids=ids if isinstance(ids, list) else _whole(np.frombuffer(blobs[ids])),
        columns={title: np.frombuffer(blobs[place]) for title, place in answer["columns"].items()},
        types=answer["types"],
        enums=answer["enums"],
    )


def _whole(ids: Any) -> Any:
    """As whole numbers, where all are."""
    whole = ids.astype(np.int64)
    return whole if np.array_equal(whole, ids) else ids
