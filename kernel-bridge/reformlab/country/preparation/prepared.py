"""A program of a package for one population and one law, with all that the engine needs to run it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np

from ...errors import ReformlabError
from ..host.host_message import Columns
from ..host.memory import resident_bytes
from ..law.load_system import System
from ..populations.simulation_values import Asked
from ..simulation.trace import Trace, original_leaves
from ..simulation.tracer import Tracer
from ..symbols.recording import Untraceable
from ..traces.assumptions import unmet_assumptions
from ..traces.input_columns import (
    column_reader,
    given_inputs,
    know,
    leaf_reader,
    made_groups,
    relations,
)
from ..traces.original_reads import OriginalReads
from ..traces.write_program import write_program

Progress = Callable[[str], None]
ROOM = 500_000_000
"""Bytes of what the original engine has computed on the way, before it forgets them."""


@dataclass(frozen=True)
class Prepared:
    """Columns are read from the simulation when they are asked for."""

    trace: Trace
    simulation: Any
    originals: Mapping[str, Any]
    """Of leaves that the original engine computes."""
    reads: Mapping[str, set[str]] = field(default_factory=dict)
    """Of variables that the original engine computes, the paths of parameters that it read for them."""

    @cached_property
    def program(self) -> bytes:
        """As `schema/program.proto` says."""
        return write_program(self.trace)

    @property
    def parameters(self) -> Any:
        """Values in the order of the trace, under its law."""
        return np.array([leaf.value for leaf in self.trace.parameters.values()], dtype=float)

    @property
    def relations(self) -> dict[str, Any]:
        """Of each person its groups, and of rows those that formulas made."""
        return relations(self.trace, self.simulation)

    @property
    def unmet(self) -> list[str]:
        """Assumptions of formulas that the population does not bear out, by variable."""
        found = unmet_assumptions(self.trace, leaf_reader(self.trace, self.simulation, self.originals))
        return [f"{name}: {text}" for name, texts in found.items() for text in texts]

    def column(self) -> Callable[[str], Any]:
        """A reader of input columns; what it has read it keeps while it lives."""
        return column_reader(self.trace, self.simulation, self.originals)

    def columns(self) -> Columns:
        """All of them."""
        read = self.column()
        columns: dict[str, tuple[int, dict[str, Any]]] = {
            key: (int(population.count), {}) for key, population in self.simulation.populations.items()
        }
        columns |= {name: (count, {}) for name, count in made_groups(self.trace, self.simulation).items()}
        for leaf in self.trace.inputs.values():
            columns[leaf.entity][1][leaf.name] = read(leaf.name)
        return columns


def prepare(
    system: System, simulation: Any, asked: Sequence[Asked], progress: Progress = lambda _: None
) -> Prepared:
    """Traces for the simulation's inputs and law, and lets the original compute what cannot be traced.

    Raises E_COUNTRY_VARIABLE, …_PERIOD, …_UNTRACED, …_PREPARE.
    """
    progress(f"Tracing {len(asked):,} {'variable' if len(asked) == 1 else 'variables'} …")
    trace = traced(system, simulation, asked)
    leaves = original_leaves(trace)
    if leaves:
        count = len({leaf.split("@")[1] for leaf in leaves})
        progress(f"Computing inputs that cannot be traced ({count:,}) …")
    reads = OriginalReads()
    with reads.recorded(system.core):
        originals = _originals(trace, simulation, leaves)
    return Prepared(trace, simulation, originals, {name: reads.of(name) for name in trace.untraced})


def traced(system: System, simulation: Any, asked: Sequence[Asked]) -> Trace:
    """Under the law and for the inputs that the simulation has. Raises what `prepare` raises."""
    law = replace(system, tax_benefit_system=simulation.tax_benefit_system)
    is_over_dataset = getattr(simulation, "is_over_dataset", True)
    most = max(largest_group(simulation), 1)
    tracer = Tracer(law, given_inputs(simulation), None, is_over_dataset, members_at_most=most)
    know(tracer, copy_of(simulation))
    return traced_by(tracer, asked)


def traced_by(tracer: Tracer, asked: Sequence[Asked]) -> Trace:
    """With the law and the inputs of a tracer. Raises what `prepare` raises."""
    law = tracer.system
    for name, _ in asked:
        variable_of(law, name)
    try:
        return tracer.trace(asked)
    except Untraceable as error:
        names = [name for name, _ in asked]
        raise ReformlabError(
            "E_COUNTRY_UNTRACED",
            f"{', '.join(names)} cannot be traced: {error}.",
            "Ask for other variables, or ask the original engine.",
            {"variables": names},
        ) from error
    except ValueError as error:
        raise _wrong_period(law, asked, error) from error


def variable_of(system: System, name: str) -> Any:
    """Raises E_COUNTRY_VARIABLE."""
    known = system.tax_benefit_system.variables
    if name in known:
        return known[name]
    from difflib import get_close_matches

    near = get_close_matches(name, known, 3)
    raise ReformlabError(
        "E_COUNTRY_VARIABLE",
        f'{system.name} has no variable "{name}".',
        f"Nearest names: {', '.join(near)}." if near else "Check the name.",
        {"variable": name, "nearest": near},
    )


def largest_group(simulation: Any) -> int:
    """The most members that any group has."""
    groups = [p for p in simulation.populations.values() if not p.entity.is_person]
    return max((int(np.max(group.members_position, initial=-1)) + 1 for group in groups), default=0)


def _wrong_period(law: System, asked: Sequence[Asked], error: ValueError) -> ReformlabError:
    named = [one for one in asked if one[0] in str(error)]
    variable, period = (named or [*asked])[0]
    own = str(variable_of(law, variable).definition_period)
    when = {"month": f"@{period[:4]}-01", "day": f"@{period[:4]}-01-01"}.get(own, f"@{period[:4]}")
    return ReformlabError(
        "E_COUNTRY_PERIOD",
        " ".join(str(error).split()),
        f"{variable} is of a {own}: write {variable}{when}.",
        {"variable": variable, "period": period},
    )


def _originals(trace: Trace, simulation: Any, leaves: Sequence[str]) -> dict[str, Any]:
    """In copies of the simulation, so that what is computed on the way is forgotten before it is too much."""
    found: dict[str, Any] = {}
    read, before = None, 0
    for leaf in leaves:
        if read is None or resident_bytes() - before > ROOM:
            read, before = leaf_reader(trace, copy_of(simulation)), resident_bytes()
        try:
            found[leaf] = np.array(read(leaf))
        except Exception as error:  # Formulas raise anything.
            raise _failing_formula(trace, leaf, error) from error
    return found


def _failing_formula(trace: Trace, leaf: str, error: Exception) -> ReformlabError:
    _, variable, *_ = leaf.split("@")
    package = trace.tracer.system.name
    return ReformlabError(
        "E_COUNTRY_PREPARE",
        f"{package} could not be prepared: its own engine cannot compute {variable} of this population: "
        f"{type(error).__name__}: {' '.join(str(error).split())}.",
        "Give the population what the formula needs, or ask for variables that do not rest on it.",
        {"package": package, "variable": variable},
    )


def copy_of(simulation: Any) -> Any:
    """With its inputs and its law, and nothing else in common."""
    is_policyengine = hasattr(simulation, "branches")
    return simulation.clone(clone_tax_benefit_system=False) if is_policyengine else simulation.clone()
