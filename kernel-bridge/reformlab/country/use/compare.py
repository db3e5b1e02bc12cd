"""The original engine and the compiled program side by side, with what makes them differ."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ..checks.root_differences import root_differences
from ..checks.rounding import differs
from ..law.load_system import System, load_system
from ..law.reforms import LawReform, package_reform
from ..populations.population import Population, open_population, record_ids
from ..populations.reformed import reformed_population
from ..populations.simulation_values import Asked, as_asked, as_numbers
from ..preparation.prepared import prepare, traced
from ..simulation.trace import Trace
from .coded_reforms import run_prepared
from .population_file import population_file

if TYPE_CHECKING:
    from .country import Country

SHOWN_ROWS = 5


@dataclass(frozen=True)
class Difference:
    """Rows of a variable that differ beyond rounding."""

    variable: str
    period: str
    entity: str
    rows: int
    ids: tuple[Any, ...]
    original: tuple[float, ...]
    compiled: tuple[float, ...]


@dataclass(frozen=True)
class VariableComparison:
    """One variable over all records."""

    variable: str
    entity: str
    rows: int
    different: int
    largest: float
    """Difference, in the variable's own unit."""
    roots: tuple[Difference, ...]
    """Variables below it that differ while nothing that they read does."""


@dataclass(frozen=True)
class Comparison:
    """Of all that was asked for."""

    package: str
    version: str
    year: int
    variables: tuple[VariableComparison, ...]

    def as_data(self) -> dict[str, Any]:
        """Plain."""
        return asdict(self)

    def as_text(self) -> Iterator[str]:
        """Lines."""
        yield f"{self.package} {self.version}, {self.year}"
        for one in self.variables:
            share = 1 - one.different / one.rows if one.rows else 1.0
            largest = f", by {one.largest:,.6g} at most" if one.different else ""
            yield (
                f"  {one.variable}: {one.different:,} of {one.rows:,} {one.entity} differ{largest}; "
                f"{share:.4%} are the same"
            )
            for root in one.roots:
                rows = ", ".join(
                    f"{id_}: {original:,.6g} against {compiled:,.6g}"
                    for id_, original, compiled in zip(root.ids, root.original, root.compiled, strict=True)
                )
                yield f"      from {root.variable}@{root.period}, {root.rows:,} rows ({rows})"

    def __repr__(self) -> str:
        return "\n".join(self.as_text())


def compare(
    country: "Country", titles: Sequence[str], population: Population, year: int, reform: LawReform
) -> Comparison:
    """Runs both; the original afresh, so that nothing it computed before is used.

    Raises what `Country.columns` raises.
    """
    file = population_file(population)
    system = load_system(country.package.name)
    persons = system.tax_benefit_system.person_entity.key
    answer = country.answer(titles, file, year, reform, persons)
    simulation = open_population(system, file, year, package_reform(system, reform))
    compiled = {
        as_asked(title, year): _own_rows(simulation, title, column)
        for title, column in answer.columns.items()
    }
    pair = _Pair(simulation, compiled, lambda asked: _everything(system, country, file, year, reform, asked))
    return Comparison(system.name, system.version, year, tuple(pair.comparison(one) for one in compiled))


def _own_rows(simulation: Any, title: str, of_persons: NDArray[np.float64]) -> NDArray[np.float64]:
    """Of the variable's own entity, from what each of its members has."""
    population = simulation.get_variable_population(title.partition("@")[0])
    if population.entity.is_person:
        return of_persons
    values = np.zeros(int(population.count))
    values[population.members_entity_id] = of_persons
    return values


def _everything(
    system: System, country: "Country", file: Path, year: int, reform: LawReform, asked: Sequence[Asked]
) -> tuple[Trace, Mapping[Asked, NDArray[np.float64]]]:
    """Every variable on the way to what was asked, from a program of its own under the reform."""
    simulation = reformed_population(system, file, year, reform)
    trace = traced(system, simulation, asked)
    prepared = prepare(system, simulation, list(dict.fromkeys([*asked, *trace.variables])))
    found = run_prepared(country.host, prepared)
    values = {(name, period): found[f"{name}@{period}"] for name, period in prepared.trace.outputs}
    return trace, values


class _Pair:
    """Both engines, asked variable by variable."""

    def __init__(
        self,
        original: Any,
        compiled: Mapping[Asked, NDArray[np.float64]],
        everything: Callable[[Sequence[Asked]], tuple[Trace, Mapping[Asked, NDArray[np.float64]]]],
    ) -> None:
        self._original = original
        self._compiled = compiled
        self._make_everything = everything
        self._originals: dict[Asked, NDArray[Any]] = {}

    @cached_property
    def _everything(self) -> tuple[Trace, Mapping[Asked, NDArray[np.float64]]]:
        return self._make_everything(list(self._compiled))

    def comparison(self, asked: Asked) -> VariableComparison:
        original, compiled = self._of_original(asked), self._compiled[asked]
        different = differs(original, compiled)
        gap = np.abs(original - compiled)[different]
        return VariableComparison(
            variable=asked[0],
            entity=self._entity(asked),
            rows=len(compiled),
            different=int(different.sum()),
            largest=float(gap.max(initial=0.0)),
            roots=tuple(self._difference(root) for root in self._roots(asked)) if different.any() else (),
        )

    def _roots(self, output: Asked) -> list[Asked]:
        return root_differences([output], self._everything[0].operands, self._is_different)

    def _is_different(self, asked: Asked) -> bool:
        compiled = self._of_program(asked)
        return compiled is not None and bool(differs(self._of_original(asked), compiled).any())

    def _difference(self, asked: Asked) -> Difference:
        original, compiled = self._of_original(asked), self._of_program(asked)
        assert compiled is not None  # noqa: S101
        rows = np.flatnonzero(differs(original, compiled))
        entity, shown = self._entity(asked), rows[:SHOWN_ROWS]
        ids = record_ids(self._original, entity)[shown]
        values = tuple(original[shown].tolist()), tuple(compiled[shown].tolist())
        return Difference(*asked, entity, len(rows), tuple(ids.tolist()), *values)

    def _of_original(self, asked: Asked) -> NDArray[Any]:
        if asked not in self._originals:
            found = self._original.calculate(*asked)
            self._originals[asked] = as_numbers(getattr(found, "values", found))
        return self._originals[asked]

    def _of_program(self, asked: Asked) -> NDArray[np.float64] | None:
        """Of any variable on the way; the program with all of them is made when the first is asked for."""
        return self._compiled[asked] if asked in self._compiled else self._everything[1].get(asked)

    def _entity(self, asked: Asked) -> str:
        return str(self._original.get_variable_population(asked[0]).entity.key)
