"""Functions of a package that cannot be traced but rest on data alone run as they are, once per dataset.

What such a function answers on a simulation of one person tells its type; its rows come from the dataset's
own simulation, and enter as the result of a recipe.
"""

from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import TYPE_CHECKING, Any

import numpy as np

from ..law.watched_periods import plain
from ..symbols.columns import Column
from ..symbols.host_columns import HostColumn, Recipe
from ..symbols.known_values import Values, remembered
from ..symbols.recording import Notes, Untraceable
from ..symbols.tables import as_table

if TYPE_CHECKING:
    from .simulation import TracedSimulation

SIMULATION = "simulation@"
"""Under this name recipes get the simulation of the dataset."""
_SEEN: set[int] = set()


def with_helpers(names: dict[str, Any], package: str) -> None:
    """Wraps the package's functions that a formula's module holds, and those that these hold; arrays too."""
    if id(names) in _SEEN:
        return
    _SEEN.add(id(names))
    for name, value in list(names.items()):
        if isinstance(value, FunctionType) and is_of_package(value, names, package):
            with_helpers(value.__globals__, package)
            names[name] = _helper(value)
        else:
            names[name] = as_table(value)


def is_of_package(function: FunctionType, names: dict[str, Any], package: str) -> bool:
    """Files of formulas are modules with names of their own; what they define is of the package too."""
    return function.__globals__ is names or function.__module__.partition(".")[0] == package


def _helper(function: Callable[..., Any]) -> Callable[..., Any]:
    if hasattr(function, "__wrapped__"):
        return function

    @wraps(function)
    def call(*arguments: Any, **options: Any) -> Any:
        simulation = next((one.simulation for one in map(_population, arguments) if one is not None), None)
        if simulation is None:
            return function(*arguments, **options)
        recording = simulation.tracer.recording
        outer, recording.notes = recording.notes, Notes()
        asked = len(simulation.tracer.current.children)
        try:
            return function(*arguments, **options)
        except Untraceable:
            if not _is_of_data(simulation, recording.notes, asked) or any(map(_is_decided, arguments)):
                raise
            return _hosted(simulation, function, arguments, options)
        finally:
            outer.add(recording.notes)
            recording.notes = outer

    return call


def _population(value: Any) -> Any:
    """The traced population that an argument is or projects to."""
    from .populations import TracedPopulation

    found = getattr(value, "reference_entity", value)
    return found if isinstance(found, TracedPopulation) else None


def _is_decided(value: Any) -> bool:
    """Whether parameters decide a column."""
    return isinstance(value, Column) and value.recording.graph.depends_on_parameters[value.node]


def _is_of_data(simulation: "TracedSimulation", notes: Notes, asked: int) -> bool:
    if not notes.is_of_data():
        return False
    entries = simulation.tracer.current.children[asked:]
    if any(_is_decided(entry.value) for entry in entries):
        return False
    return not simulation.scenario.is_branch or all(
        _node(simulation.root.calculate(*entry.key)) == _node(entry.value) for entry in entries
    )


def _node(value: Any) -> Any:
    return value.node if isinstance(value, Column) else value.recipe.key


def _hosted(
    simulation: "TracedSimulation",
    function: Callable[..., Any],
    arguments: tuple[Any, ...],
    options: dict[str, Any],
) -> Any:
    first = _population(arguments[0])
    if first is None or options:
        raise Untraceable(f"{function.__name__} of something else than a population")
    entity = first.entity.key
    given = [HostColumn.of(one) if isinstance(one, Column) else one for one in arguments]
    columns = [one for one in given if isinstance(one, HostColumn)]

    def run(real: Any, value_of: Callable[[HostColumn], Any]) -> Any:
        return function(
            *(value_of(one) if isinstance(one, HostColumn) else _real(real, one) for one in given)
        )

    sample = run(simulation.tracer.sample, lambda column: column.sample)
    leaves = (SIMULATION, *(leaf for column in columns for leaf in column.recipe.leaves))
    name = f"{function.__module__}.{function.__qualname__}({', '.join(map(_name, given))})"

    def part(position: int | None) -> HostColumn:
        def compute(values: Values) -> Any:
            real = values(SIMULATION)

            def value_of(column: HostColumn) -> Any:
                return np.broadcast_to(column.recipe.compute(values), real.populations[column.entity].count)

            found = remembered(values, ("helper", name), lambda: run(real, value_of))
            return found if position is None else found[position]

        shown = sample if position is None else sample[position]
        if np.shape(shown) != (1,):
            raise Untraceable(f"{function.__name__} answers no column")
        key = ("helper", name, -1 if position is None else position)
        return HostColumn(simulation.tracer.recording, Recipe(key, leaves, compute), entity, shown)

    return tuple(part(n) for n in range(len(sample))) if isinstance(sample, tuple) else part(None)


def _real(real: Any, argument: Any) -> Any:
    """What stands for an argument in the original engine: its population, or the projection to one."""
    population = _population(argument)
    if population is None:
        return plain(argument)
    if population is argument:
        return real.populations[population.entity.key]
    return getattr(real.persons, population.entity.key)


def _name(argument: Any) -> str:
    if isinstance(argument, HostColumn):
        return str(argument.recipe.key)
    population = _population(argument)
    return str(argument) if population is None else str(population.entity.key)
