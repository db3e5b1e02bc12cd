"""NumPy's reductions: over a list of columns operations; over the rows of one known, or assumed."""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from .category_sums import category_sum
from .columns import Column
from .host_columns import HostColumn
from .known_rows import known_rows
from .lift import lift, recording_of
from .recording import Untraceable
from .stacks import Stack
from .texts import as_bool, as_number

PASSING = frozenset({"select", "project", "max_members", "min_members"})
"""Operations that answer one of their operands' values."""
Combine = Callable[[Any, Any], Any]


def over_choices(name: str, combine: Combine, assumed: bool | None = None) -> Callable[..., Any]:
    """`assumed` is what a condition over all rows is taken for where it cannot be known."""

    def reduce(x: Any, axis: Any = None, *_: Any, **options: Any) -> Any:
        if isinstance(x, Column | HostColumn) and name != "sum" and x.rows is None:
            rows = known_rows(x)
            if rows is not None and rows.size:
                return _over_rows(x, name, rows, options.get("initial"))
        if isinstance(x, HostColumn):
            x = x.leaf() if x.kind != "host" else x
        if isinstance(x, list | tuple | Stack) and (axis is not None or not _has_rows(x)):
            return combined(x, combine, assumed is not None)
        if isinstance(x, Column):
            if x.entity is None:
                return as_bool(x) if assumed is not None else x
            if name == "max" and (most := at_most(x)) is not None:
                return most
            if name != "sum" and _is_uniform(x):
                return bool(x.recording.graph.values[x.node]) if assumed is not None else _value(x)
            if assumed is not None:
                x.recording.notes.assumed[as_bool(x).node] = (name, assumed)
                return assumed
            if name == "sum":
                return category_sum(x)
        raise Untraceable(f"numpy.{name} over the rows of a column")

    return reduce


def _over_rows(x: Any, name: str, rows: Any, initial: Any) -> Any:
    bounds = [] if initial is None else [initial]
    return x.recording.outside(lambda: getattr(np, name)(np.append(rows, bounds)).item())


def at_most(column: Column) -> int | None:
    """What no row of positions and ranks exceeds, as far as the program shows: loops go through them all."""
    graph, size = column.recording.graph, column.recording.members_at_most
    waiting, found = [column.node], list[float]()
    while waiting:
        node = waiting.pop()
        if node in column.recording.ranks or graph.names[node].startswith("position@"):
            column.recording.notes.assumptions.add(f"groups have at most {size} members")
            found.append(size - 1)
        elif graph.ops[node] == "constant":
            found.append(graph.values[node])
        elif graph.ops[node] in PASSING:
            waiting.extend(graph.operands[node][graph.ops[node] == "select" :])
        else:
            return None
    return int(max(found)) if size - 1 in found and max(found) < np.inf else None


def combined(values: Iterable[Any], combine: Combine, is_condition: bool = False) -> Any:
    first, *others = values
    for other in others:
        first = combine(first, other)
    return as_bool(lift(recording_of((first,)), first)) if is_condition else first


def counted(value: Any) -> Any:
    return as_number(value) if isinstance(value, Column) else value


def _value(column: Column) -> Any:
    return Column(column.recording, column.node, None, column.kind, column.enum, column.labels).item()


def _is_uniform(column: Column) -> bool:
    return column.recording.graph.ops[column.node] == "constant"


def _has_rows(values: Iterable[Any]) -> bool:
    return any(getattr(value, "entity", None) is not None for value in values)


class ReducingUfunc:
    """A ufunc whose `reduce` knows lists of columns; NumPy would turn them into an array first."""

    def __init__(self, ufunc: Any) -> None:
        self.ufunc = ufunc
        self.__name__ = ufunc.__name__

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        return self.ufunc(*arguments, **options)

    def reduce(self, values: Any, *arguments: Any, **options: Any) -> Any:
        if isinstance(values, Stack) or (isinstance(values, list | tuple) and _has_columns(values)):
            return combined(values, self.ufunc, self.__name__.startswith("logical"))
        return self.ufunc.reduce(values, *arguments, **options)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.ufunc, name)


REDUCING = {
    ufunc: ReducingUfunc(ufunc)
    for ufunc in (np.logical_or, np.logical_and, np.maximum, np.minimum, np.add, np.multiply)
}


def _has_columns(values: Iterable[Any]) -> bool:
    return any(isinstance(value, Column | HostColumn) for value in values)
