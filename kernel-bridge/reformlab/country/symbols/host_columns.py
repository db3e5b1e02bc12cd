"""Columns the program has no type for (texts, dates), as recipes: NumPy computes them once per dataset.

A recipe rests on data alone. What formulas do with it is written down and tried on one sample row, which
tells its type; once the result is a number or a condition it enters the program as the input `host@n`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from ..program.operations import RELATIONS
from .known_values import Values, remembered
from .recording import Recording, UnknownAttribute, Untraceable


@dataclass(frozen=True)
class Recipe:
    """`key` tells recipes apart; `leaves` are the inputs they read, by name."""

    key: tuple[Any, ...]
    leaves: tuple[str, ...]
    make: Callable[[Values], Any]

    def compute(self, values: Values) -> Any:
        return remembered(values, self.key, lambda: self.make(values))


class HostColumn(NDArrayOperatorsMixin):
    """A column of data, known by its recipe."""

    __array_priority__ = 2000
    __hash__ = object.__hash__

    def __init__(self, recording: Recording, recipe: Recipe, entity: str | None, sample: Any) -> None:
        self.recording = recording
        self.recipe = recipe
        self.entity = entity
        self.sample = np.atleast_1d(sample)
        self.rows: int | None = None

    @staticmethod
    def given(recording: Recording, name: str, entity: str, sample: Any) -> "HostColumn":
        recipe = Recipe(("leaf", name), (name,), lambda values: values(name))
        return HostColumn(recording, recipe, entity, sample)

    @staticmethod
    def of(column: Any) -> "HostColumn":
        """What data alone decides, as a recipe: the part of the graph below it is evaluated."""
        from ..program.evaluate_nodes import evaluate_nodes

        graph = column.recording.graph
        if graph.depends_on_parameters[column.node]:
            raise Untraceable("what parameters decide, where only data fits")
        needed = dict.fromkeys(_leaf_of(graph, at) for at in graph.reachable([column.node]))
        leaves = tuple(leaf for leaf in needed if leaf)
        node, kind, entity = column.node, column.kind, column.entity

        def compute(values: Values) -> Any:
            memo = getattr(values, "nodes", None)
            found = np.atleast_1d(evaluate_nodes(graph, [node], values, memo=memo)[node])
            if kind in ("int", "enum"):
                return np.asarray(found).astype(np.int64)
            return np.asarray(column.labels)[np.asarray(found, dtype=int)] if kind == "text" else found

        sample = np.zeros(1, dtype={"bool": bool, "int": np.int64, "enum": np.int64}.get(kind, float))
        if kind == "text":
            sample = np.asarray(column.labels[:1])
        return HostColumn(column.recording, Recipe(("node", node, kind), leaves, compute), entity, sample)

    @property
    def kind(self) -> str:
        # Unsigned numbers wrap around: arithmetic with them stays outside.
        return {"b": "bool", "i": "int", "f": "float"}.get(self.sample.dtype.kind, "host")

    @property
    def dtype(self) -> Any:
        return self.sample.dtype

    @property
    def size(self) -> int:
        return 1 if self.entity is None else self.recording.sizes[self.entity]

    @property
    def shape(self) -> tuple[int, ...]:
        return (self.size,)

    def __len__(self) -> int:
        return self.size

    def leaf(self) -> Any:
        """The recipe's result as an input of the program."""
        from .columns import Column
        from .known_rows import value_of_all
        from .lift import column_of

        kind = "int" if self.sample.dtype.kind == "u" else self.kind
        if kind == "host" or self.entity is None:
            raise Untraceable(f"a column of {self.sample.dtype} in arithmetic")
        alike = value_of_all(self)
        if alike is not None:
            return column_of(self.recording, alike, self.entity)
        node = self.recording.graph.input(
            self.registered(), self.entity, "bool" if kind == "bool" else "number"
        )
        return Column(self.recording, node, self.entity, kind)  # type: ignore[arg-type]

    def registered(self) -> str:
        """The name under which the program reads it."""
        key = (self.entity, self.recipe.key)
        if key not in self.recording.host_names:
            name = f"host@{len(self.recording.hosts) + 1}"
            self.recording.host_names[key] = name
            self.recording.hosts[name] = self
        return self.recording.host_names[key]

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        from .ufuncs import apply_ufunc

        options.pop("out", None)
        return apply_ufunc(ufunc, method, inputs, options)

    def __array_function__(self, function: Any, types: Any, arguments: Any, options: Any) -> Any:
        from .functions import FUNCTIONS

        if self.kind != "host" and function.__name__ in FUNCTIONS:
            return FUNCTIONS[function.__name__](*arguments, **options)
        return computed(function, arguments, options)

    def __array__(self, *_: Any, **__: Any) -> Any:
        raise Untraceable("a formula turns a column of data into an array")

    def __bool__(self) -> bool:
        raise Untraceable("a formula needs one value of a whole column")

    def __iter__(self) -> Any:
        raise Untraceable("a formula loops over the rows of a column")

    def __getitem__(self, key: Any) -> Any:
        from .masks import masked

        return masked(self, key)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or not hasattr(self.sample, name):
            raise UnknownAttribute(f"an array's {name}")
        if self.kind != "host" and name in ("any", "all"):
            return getattr(self.leaf(), name)
        if not callable(getattr(self.sample, name)):
            return computed(lambda array: getattr(array, name), (self,), {}, name)
        return lambda *arguments, **options: computed(
            lambda array, *rest, **more: getattr(array, name)(*rest, **more),
            (self, *arguments),
            options,
            name,
        )


def holds_host(values: Any) -> bool:
    """Whether a column is among them that the program has no type for."""
    return any(
        (isinstance(value, HostColumn) and value.kind == "host")
        or (isinstance(value, list | tuple) and holds_host(value))
        for value in values
    )


def _leaf_of(graph: Any, node: int) -> str:
    """What has to be given for a node: its input, or the groups of the persons."""
    if graph.ops[node] == "input":
        return str(graph.names[node])
    group = str(graph.names[node]).partition(".")[2]
    return f"relation@{group}" if graph.ops[node] in RELATIONS else ""


def computed(
    function: Any, arguments: tuple[Any, ...], options: dict[str, Any], name: str = ""
) -> HostColumn:
    """The recipe that applies a function of NumPy to others."""
    from .columns import Column

    operands = [HostColumn.of(a) if isinstance(a, Column) and a.entity else a for a in arguments]
    columns = [operand for operand in operands if isinstance(operand, HostColumn)]
    if any(isinstance(option, HostColumn | Column) for option in options.values()):
        raise Untraceable(f"{name or function.__name__} with columns among its options")
    entities = {column.entity for column in columns if column.entity}
    if len(entities) != 1:
        raise Untraceable("columns of several entities in one operation")
    operands = [a.item() if isinstance(a, Column) else a for a in operands]
    samples = [a.sample if isinstance(a, HostColumn) else a for a in operands]
    with np.errstate(all="ignore"):
        sample = function(*samples, **options)
    if np.shape(sample) != (1,):
        raise Untraceable(f"{name or function.__name__} of a whole column")
    keys = tuple(a.recipe.key if isinstance(a, HostColumn) else repr(a) for a in operands)
    key = (name or function.__name__, *keys, repr(sorted(options.items())))
    leaves = tuple(dict.fromkeys(leaf for column in columns for leaf in column.recipe.leaves))

    def compute(values: Values) -> Any:
        found = (a.recipe.compute(values) if isinstance(a, HostColumn) else a for a in operands)
        return function(*found, **options)

    return HostColumn(columns[0].recording, Recipe(key, leaves, compute), entities.pop(), sample)
