"""Reads a trace's inputs from a simulation of the original package."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from ..simulation.baseline import OF_BASELINE
from ..simulation.helpers import SIMULATION
from ..simulation.leaves import ETERNITY
from ..simulation.trace import Trace
from ..simulation.tracer import Tracer
from ..symbols.host_columns import HostColumn
from ..symbols.known_values import KnownValues
from .parameter_values import RetraceNeeded

MOST_DIGITS = 6
"""After the point, of numbers as people write them."""
Columns = dict[str, tuple[int, dict[str, Any]]]


def given_inputs(simulation: Any) -> set[tuple[str, str]]:
    """Variables and periods stored as inputs; a year whose twelve months are equal stands for them."""
    found: set[tuple[str, str]] = set()
    for population in simulation.populations.values():
        for name, holder in population._holders.items():
            asked = getattr(holder, "get_input_periods", holder.get_known_periods)
            known = list(asked())
            if holder.variable.definition_period == ETERNITY:
                found |= {(name, ETERNITY)} if known else set()
            else:
                found |= {(name, period) for period in _with_whole_years(holder, [str(one) for one in known])}
    return found


def input_columns(trace: Trace, simulation: Any) -> Columns:
    """Entity to its number of rows and its columns, in the rows of the simulation.

    Raises RetraceNeeded where the simulation does not have the inputs that the trace was made for.
    """
    values = column_reader(trace, simulation)
    columns: Columns = {key: (int(p.count), {}) for key, p in simulation.populations.items()}
    columns |= {name: (count, {}) for name, count in made_groups(trace, simulation).items()}
    for leaf in trace.inputs.values():
        columns[leaf.entity][1][leaf.name] = values(leaf.name)
    _check_members(trace, simulation)
    return columns


def know(tracer: Tracer, simulation: Any) -> Tracer:
    """Lets the tracer see the data it traces for: what rests on them alone is known while formulas run."""
    tracer.recording.values = _reader(tracer, simulation, {})
    tracer.original = simulation
    return tracer


def column_reader(
    trace: Trace, simulation: Any, originals: Mapping[str, Any] | None = None
) -> Callable[[str], Any]:
    """The column of an input leaf, read or computed when it is asked for.

    `originals` are leaves that the original engine has computed already.
    """
    values = leaf_reader(trace, simulation, originals)

    def column(name: str) -> Any:
        count = int(simulation.populations[trace.inputs[name].entity].count)
        array = np.asarray(values(name)).astype(float)
        return array if array.size == count else np.broadcast_to(array, count).copy()

    return column


def relations(trace: Trace, simulation: Any) -> dict[str, Any]:
    """Of each person its group, by `person.group`; and of rows the groups that formulas made of them."""
    persons = next(p for p in simulation.populations.values() if p.entity.is_person)
    values = _reader(trace.tracer, simulation, {})
    made = {
        f"{key.entity}.{name}": np.asarray(values(f"relation@{name}"), dtype=np.int32)
        for name, key in trace.groupings.items()
    }
    return made | {
        f"{persons.entity.key}.{key}": np.asarray(p.members_entity_id, dtype=np.int32)
        for key, p in simulation.populations.items()
        if p is not persons
    }


def made_groups(trace: Trace, simulation: Any) -> dict[str, int]:
    """How many groups there are of each kind that formulas made."""
    values = _reader(trace.tracer, simulation, {})
    return {name: int(np.max(values(f"relation@{name}"), initial=-1)) + 1 for name in trace.groupings}


def leaf_reader(
    trace: Trace, simulation: Any, originals: Mapping[str, Any] | None = None
) -> Callable[[str], Any]:
    """Of any leaf, also one that the program does not need; the simulation keeps what it computes."""
    return _reader(trace.tracer, simulation, dict(originals or {}))


def _reader(tracer: Tracer, simulation: Any, known: dict[str, Any]) -> KnownValues:
    recording = tracer.recording

    def read(values: KnownValues, name: str) -> Any:
        prefix, _, rest = name.partition("@")
        if prefix == "host":
            return recording.hosts[name].recipe.compute(values)
        if name == SIMULATION:
            return simulation
        if rest in recording.groupings:
            return _numbered(recording.groupings[rest], simulation, values)
        if prefix == "relation":
            return np.asarray(simulation.populations[rest].members_entity_id, dtype=np.int64)
        if prefix == "position":
            return np.asarray(simulation.populations[rest].members_position)
        if prefix == "role":
            return _has_role(simulation, *rest.split("."))
        if prefix == "original":
            return _plain(_calculated(tracer, simulation, rest))
        return _given(simulation, prefix, rest or ETERNITY)

    return KnownValues(read, known)


def _calculated(tracer: Tracer, simulation: Any, leaf: str) -> Any:
    """By the original engine: under the simulation's law, or before any reform."""
    name = leaf.removesuffix(OF_BASELINE)
    if name != leaf:
        simulation = getattr(simulation, "baseline", None) or simulation
    variable, _, period = name.partition("@")
    return tracer.system.core.simulations.Simulation.calculate(simulation, variable, period or ETERNITY)


def _numbered(key: HostColumn, simulation: Any, values: Callable[[str], Any]) -> Any:
    """Groups of rows with the same key, as many as there are keys."""
    rows = np.broadcast_to(key.recipe.compute(values), int(simulation.populations[key.entity].count))
    return np.unique(rows, return_inverse=True)[1].astype(np.int64)


def _given(simulation: Any, variable: str, period: str) -> Any:
    holder = simulation.get_holder(variable)
    known = {str(one): one for one in holder.get_known_periods()}
    if holder.variable.definition_period == ETERNITY and known:
        return as_written(holder.get_array(next(iter(known.values()))))
    if period not in known and f"{period}-01" in known and period in _with_whole_years(holder, list(known)):
        period = f"{period}-01"
    if period not in known:
        raise RetraceNeeded(f"{variable} is not given for {period}")
    return as_written(holder.get_array(known[period]))


def _plain(array: Any) -> Any:
    """Enums by their index, texts as NumPy's texts; what is held as bytes stays bytes."""
    plain = np.asarray(array).view(np.ndarray)
    return plain.astype(str) if plain.dtype.kind in "OT" else plain


def as_written(array: Any) -> Any:
    """As `_plain`; decimals that single precision has rounded are as given: 4495.4, not 4495.39990234."""
    plain = _plain(array)
    if plain.dtype != np.float32:
        return plain
    values = plain.astype(np.float64)
    is_open = np.isfinite(values) & (values != np.floor(values))
    for digits in range(1, MOST_DIGITS + 1):
        if not is_open.any():
            break
        rounded = np.round(values, digits)
        fits = is_open & (rounded.astype(np.float32) == plain)
        values[fits] = rounded[fits]
        is_open &= ~fits
    return values


def _has_role(simulation: Any, group: str, key: str) -> Any:
    population = simulation.populations[group]
    role = next(one for one in population.entity.flattened_roles if one.key == key)
    return np.asarray(population.members_role == role)


def _with_whole_years(holder: Any, known: list[str]) -> list[str]:
    if holder.variable.definition_period != "month":
        return known
    kept = dict.fromkeys(known)
    for year in {period[:4] for period in known if len(period) == 7}:
        months = [f"{year}-{month:02}" for month in range(1, 13)]
        if all(month in kept for month in months) and year not in kept:
            first, *others = (np.asarray(holder.get_array(_period_like(holder, month))) for month in months)
            if all(np.array_equal(first, other) for other in others):
                kept = {period: None for period in kept if period not in months} | {year: None}
    return list(kept)


def _period_like(holder: Any, text: str) -> Any:
    return next(one for one in holder.get_known_periods() if str(one) == text)


def _check_members(trace: Trace, simulation: Any) -> None:
    if not any(text.startswith("groups have at most") for text in trace.assumptions):
        return
    for population in simulation.populations.values():
        if not population.entity.is_person:
            largest = int(np.max(population.members_position, initial=0)) + 1
            if largest > trace.tracer.recording.members_at_most:
                raise RetraceNeeded(f"a {population.entity.key} has {largest} members")
