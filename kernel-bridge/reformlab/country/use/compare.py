"""The original engine and the compiled program side by side, with what makes them differ."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..checks.root_differences import root_differences
from ..checks.rounding import differs
from ..law.load_system import System
from ..populations.population import Population, record_ids
from ..populations.simulation_values import Asked, as_numbers
from ..traces.parameter_values import parameter_values
from .compiled_population import CompiledPopulation
from .compiled_program import CompiledProgram
from .country_law import LawReform, law_of, original_simulation
from .prepared_program import prepare

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
    system: System,
    opened: CompiledPopulation,
    population: Population,
    asked: Sequence[Asked],
    year: int,
    reform: LawReform = None,
) -> Comparison:
    """Runs both; the original afresh, so that nothing it computed before is used."""
    pair = _Pair(system, opened, population, asked, year, reform)
    return Comparison(system.name, system.version, year, tuple(pair.comparison(one) for one in asked))


class _Pair:
    """Both engines, asked variable by variable."""

    def __init__(
        self,
        system: System,
        opened: CompiledPopulation,
        population: Population,
        outputs: Sequence[Asked],
        year: int,
        reform: LawReform,
    ) -> None:
        law = law_of(system, opened.simulation, reform)
        if law.structural is not None:
            opened, law = opened.under(law)
        self.outputs = outputs
        self._opened = opened
        self._original = original_simulation(system, population, year, reform)
        program, parameters = opened.program(outputs, law)
        self._compiled = program.values(outputs, parameters)
        self._originals: dict[Asked, NDArray[Any]] = {}
        self._law = law
        self._trace = program.trace
        self._everything: tuple[CompiledProgram, Any] | None = None

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
        return root_differences([output], self._trace.operands, self._is_different)

    def _is_different(self, asked: Asked) -> bool:
        compiled = self._of_program(asked)
        return compiled is not None and bool(differs(self._of_original(asked), compiled).any())

    def _difference(self, asked: Asked) -> Difference:
        original, compiled = self._of_original(asked), self._of_program(asked)
        assert compiled is not None  # noqa: S101
        rows = np.flatnonzero(differs(original, compiled))
        entity, shown = self._entity(asked), rows[:SHOWN_ROWS]
        ids = record_ids(self._opened.simulation, entity)[shown]
        values = tuple(original[shown].tolist()), tuple(compiled[shown].tolist())
        return Difference(*asked, entity, len(rows), tuple(ids.tolist()), *values)

    def _of_original(self, asked: Asked) -> NDArray[Any]:
        if asked not in self._originals:
            found = self._original.calculate(*asked)
            self._originals[asked] = as_numbers(getattr(found, "values", found))
        return self._originals[asked]

    def _of_program(self, asked: Asked) -> NDArray[np.float64] | None:
        """Of any variable on the way; the program with all of them is opened when the first is asked for."""
        if asked in self._compiled:
            return self._compiled[asked]
        if asked not in self._trace.variables:
            return None
        if self._everything is None:
            opened, parameters = self._opened, self._law.parameters
            wanted = dict.fromkeys([*self._trace.outputs, *self._trace.variables])
            prepared = prepare(opened.trace(list(wanted), parameters), opened.simulation)
            base = np.asarray(parameter_values(prepared.trace, parameters))
            program = CompiledProgram(prepared.trace, opened.session(prepared), base)
            self._everything = program, base
        program, parameters = self._everything
        self._compiled |= program.values([asked], parameters)
        return self._compiled[asked]

    def _entity(self, asked: Asked) -> str:
        return str(self._opened.system.tax_benefit_system.get_variable(asked[0]).entity.key)
