"""Runs the formulas of a country package with columns of the program in place of arrays."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import cached_property, reduce
from operator import or_
from typing import Any

from ..law.load_system import System
from ..law.systems import TracedSystem
from ..law.watched_periods import plain
from ..symbols.columns import Column
from ..symbols.numpy_patches import patched_numpy
from ..symbols.recording import Notes, Recording, SpiralError
from ..symbols.unknown import Unknown
from .alike_months import is_like_the_month_before
from .deep_stack import with_deep_stack
from .entries import Entries, Entry, Key
from .leaves import default_column, given_column
from .original_values import original_column
from .package_patches import patched_package
from .results import as_result
from .rules import rules_of
from .scenario import INPUTS, IS_OVER_DATASET, Scenario
from .simulation import TracedSimulation
from .trace import Trace, assemble
from .untraced import operands_of, reads_any, untraced_reads

# Rows that entities seem to have: primes, so that no other array has as many.
FIRST_SIZE = 10007
PRIMES = [n for n in range(FIRST_SIZE, FIRST_SIZE + 500) if all(n % d for d in range(2, 103))]


class Tracer:
    """Keeps what it has traced: other inputs trace again only what asked for them."""

    def __init__(
        self,
        system: System,
        given: Collection[Key],
        parameters: Any = None,
        is_over_dataset: bool = False,
        max_spiral_loops: int | None = None,
        members_at_most: int = 16,
    ) -> None:
        """`given` are (variable, period) as `given_inputs` tells; `parameters` replaces the system's tree."""
        self.system = system
        self.recording = Recording()
        self.rules = rules_of(system)
        self.max_spiral_loops = max_spiral_loops or self.rules.max_spiral_loops
        self.roles: dict[str, Any] = {}
        # The simulation whose data are known, if they are: formulas ask it what it was built from.
        self.original: Any = None
        self.asked_by: dict[str, list[str]] = {}
        country = system.tax_benefit_system
        root = country.parameters if parameters is None else parameters
        self.law = TracedSystem(self.recording, system.core, country, root)
        self.recording.sizes.update(zip((e.key for e in country.entities), PRIMES, strict=False))
        names = [*country.variables, INPUTS, IS_OVER_DATASET]
        self.recording.persons = next(e.key for e in country.entities if e.is_person)
        groups = [e.key for e in country.entities if not e.is_person]
        self.recording.group = "household" if "household" in groups else groups[0]
        self.recording.members_at_most = members_at_most
        self._bits = {name: 1 << position for position, name in enumerate(names)}
        self.entries = Entries(self._bits)
        self._asking: dict[str, int] = {}
        self._stack: list[Entry] = [Entry(("", ""), Scenario({}))]
        self._branches: list[str] = [""]
        self._spiralling: list[Entry] = []
        # By notes, law and instant: what they would be of that instant, or None where a parameter differs.
        self.notes_then: dict[tuple[int, int, str], tuple[Notes, Notes | None]] = {}
        self._roots: dict[tuple[frozenset[Key], bool], Scenario] = {}
        self._scenario = self.scenario(given, is_over_dataset)

    def scenario(self, given: Collection[Key], is_over_dataset: bool = False) -> Scenario:
        key = (frozenset(given), is_over_dataset)
        if key not in self._roots:
            self._roots[key] = Scenario.of(given, self.law, is_over_dataset)
        return self._roots[key]

    def trace(self, outputs: Collection[Key], given: Collection[Key] | None = None) -> Trace:
        """`given` replaces that of the tracer. Raises Untraceable for an output of a type no program has."""
        scenario = self._scenario if given is None else self.scenario(given, self._scenario.is_over_dataset)
        found: dict[Key, Entry] = {}

        def run() -> None:
            simulation = TracedSimulation(self, scenario)
            with patched_numpy(self.recording), patched_package(self.system.core):
                for variable, period in outputs:
                    found[(variable, period)] = self.entry(simulation, variable, self.period(period))
                    # What rests on a spiral's default is computed anew for the next question.
                    for entry in self._spiralling:
                        self.entries.forget(entry)
                    self._spiralling.clear()

        with_deep_stack(run)
        return assemble(self, found)

    def forget(self) -> None:
        """Frees what was traced of variables; traces stay whole."""
        self.entries = Entries(self._bits)
        self._stack = [Entry(("", ""), Scenario({}))]

    def period(self, period: Any) -> Any:
        """A period of the package, from whatever formulas call one."""
        periods, period = self.system.core.periods, plain(period)
        return period if isinstance(period, periods.Period) else periods.period(period)

    def value(self, simulation: TracedSimulation, variable: str, period: Any) -> Any:
        value = self.entry(simulation, variable, period).value
        return value.copy() if isinstance(value, Column) else value

    def given_value(self, simulation: TracedSimulation, variable: Any, period: Any) -> Any:
        """The column of an input, or None where none is given for the period."""
        self.depend_on(variable.name)
        known = simulation.scenario.given.get(variable.name)
        return None if not known else given_column(self.recording, variable, period, known)

    def default_value(self, variable: Any) -> Any:
        return default_column(self.recording, variable)

    def depend_on(self, variable: str) -> None:
        self.depend(self._bits.get(variable, -1))

    def depend(self, bits: int) -> None:
        self._stack[-1].depends |= bits

    @property
    def current(self) -> Entry:
        """The variable whose formula runs."""
        return self._stack[-1]

    @cached_property
    def sample(self) -> Any:
        """A simulation of one person, of whom nothing is known."""
        builder = self.system.core.simulations.SimulationBuilder()
        return builder.build_default_simulation(self.system.tax_benefit_system, 1)

    def frames_of(self, variable: str, branch: str) -> list[str]:
        """Periods in which the variable is being computed now, this one excluded."""
        frames = zip(self._stack[:-1], self._branches[:-1], strict=True)
        return [entry.key[1] for entry, at in frames if entry.key[0] == variable and at == branch]

    def entry(self, simulation: TracedSimulation, variable: str, period: Any) -> Entry:
        self.depend_on(variable)
        key = (variable, str(period))
        entry = self.entries.known(key, simulation.scenario)
        if entry is None:
            entry = self._computed(simulation, key, period)
        self.current.children.append(entry)
        self.depend(entry.depends)
        return entry

    def _computed(self, simulation: TracedSimulation, key: Key, period: Any) -> Entry:
        entry = Entry(key, simulation.scenario)
        variable = simulation.variable(key[0])
        with self._frame(entry, simulation.branch_name):
            try:
                if not is_like_the_month_before(self, simulation, entry, variable, period):
                    value = self.rules.compute(simulation, variable, period)
                    entry.value = as_result(self.recording, variable, value)
            except SpiralError:
                self._spiralling += self._since(key[0])
                for spiralling in self._spiralling:
                    spiralling.is_dated = True
                entry.value = self.default_value(variable)
            except Exception as error:
                entry.is_dated = True
                if not self.rules.is_computable(variable, period):
                    raise
                # What it would have asked for later matters to the original engine, too.
                self.depend(self._bits_of(variable.name))
                if simulation.scenario.is_branch:
                    entry.value = self._value_in_branch(simulation, variable, period, error)
                else:
                    entry.untraced = f"{type(error).__name__}: {error}"[:300]
                    entry.value = original_column(self.recording, variable, period, entry)
        self.entries.keep(entry)
        return entry

    def _bits_of(self, variable: str) -> int:
        """Of all that its formula may ask for, and what that may."""
        if variable not in self._asking:
            names = (self._bits[name] for name in operands_of(self, variable))
            self._asking[variable] = reduce(or_, names, 0)
        return self._asking[variable]

    def _since(self, variable: str) -> list[Entry]:
        """What is being computed since the variable was first asked for on the way to its spiral."""
        asked = [position for position, entry in enumerate(self._stack) if entry.key[0] == variable]
        return self._stack[asked[-1 - self.max_spiral_loops] :]

    def _value_in_branch(self, branch: TracedSimulation, variable: Any, period: Any, error: Exception) -> Any:
        """Unknown where it is not that outside: whoever asks may turn out to do without it."""
        try:
            return self._value_outside(branch, variable, period, error)
        except Exception as cause:
            return Unknown(f"{type(cause).__name__}: {cause}"[:300])

    def _value_outside(self, branch: TracedSimulation, variable: Any, period: Any, error: Exception) -> Any:
        """What a branch cannot trace it takes from where it came from, if the branch leaves it alone."""
        origin = branch.root
        changed = {
            name
            for name, known in branch.scenario.given.items()
            if known is not origin.scenario.given.get(name)
        }
        if changed & operands_of(self, variable.name):
            raise error
        entry = self.entry(origin, variable.name, period)
        law = branch.tax_benefit_system.changed
        if law and reads_any(untraced_reads(self, entry), law):
            raise error
        return entry.value

    @contextmanager
    def _frame(self, entry: Entry, branch: str) -> Iterator[None]:
        outer = self.recording.notes
        self._stack.append(entry)
        self._branches.append(branch)
        self.recording.notes = entry.notes
        try:
            yield
        finally:
            self._stack.pop()
            self._branches.pop()
            self.recording.notes = outer
            # What ended a formula depends on what was asked until then, too.
            self.depend(entry.depends)
