"""`parameters[column]`: each row picks the child that its value names."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from .columns import Column
from .host_columns import HostColumn, computed
from .lift import common_entity, is_liftable, lift
from .recording import Recording, Untraceable
from .texts import as_number, unified


def picked(recording: Recording, children: Mapping[str, Any], key: Any) -> Any:
    if isinstance(key, np.ndarray):
        key = lift(recording, key)
        if key.entity is None:
            return children[str(key.item())]
    return _choice(recording, children, key)


def _choice(recording: Recording, children: Mapping[str, Any], key: Any) -> Any:
    """A column where the children are values, else a vector of nodes."""
    if all(_is_value(child) for child in children.values()):
        return _gathered(recording, children, key)
    return Vector(recording, children, key)


def _is_value(child: Any) -> bool:
    return child is None or is_liftable(child) or isinstance(child, list | tuple)


class Vector:
    """Children that are nodes or scales themselves, of which each row has one."""

    def __init__(self, recording: Recording, children: Mapping[str, Any], key: Any) -> None:
        self._recording = recording
        self._children = children
        self._key = key

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if name in ("calc", "marginal_rates") or name.endswith(("_indices", "_tax_base")):
            return lambda *arguments, **options: self._each(
                lambda child: getattr(child, name)(*arguments, **options)
            )
        return self._each(lambda child: child[name] if hasattr(child, "_children") else getattr(child, name))

    def __getitem__(self, key: Any) -> Any:
        return self._each(lambda child: child[key])

    def _each(self, ask: Any) -> Any:
        answers = {}
        missing: Exception | None = None
        for name, child in self._children.items():
            try:
                answers[name] = ask(child)
            except (AttributeError, KeyError) as error:
                missing = error
        if not answers:
            raise missing or Untraceable("a vector of parameters without children")
        return _choice(self._recording, answers, self._key)


def _gathered(recording: Recording, children: Mapping[str, Any], key: Any) -> Column:
    position, names = _positions(recording, list(children), key)
    filled = [children.get(name) for name in names]
    known = [value for value in filled if value is not None]
    if not known:
        raise Untraceable("parameters without a value")
    choices = unified(known, recording)
    like, columns = choices[0], iter(choices)
    gap = 0.0 if like.kind in ("bool", "enum", "text") else np.nan
    missing = like.recording.graph.constant(
        gap, recording.graph.types[like.node], recording.graph.domains[like.node]
    )
    cases = [missing if value is None else next(columns) for value in filled]
    nodes = [case if isinstance(case, int) else case.node for case in cases]
    entity = common_entity([position, *(case for case in cases if isinstance(case, Column))])
    node = recording.graph.elementwise("gather", position.node, *nodes)
    kind = like.kind if like.kind in ("bool", "enum", "text") else "float"
    return Column(recording, node, entity, kind, like.enum, like.labels)


def _positions(recording: Recording, names: list[str], key: Any) -> tuple[Column, list[str]]:
    """Which of the returned names each row picks, as a number or a category."""
    if isinstance(key, HostColumn):
        if key.sample.dtype.kind in "USO":
            return position_in(names, key).leaf(), [*names, ""]
        key = key.leaf()
    column = lift(recording, key)
    if column.kind == "enum":
        return column, [item.name for item in column.enum]
    if column.kind == "text":
        return column, list(column.labels)
    if column.kind == "bool":
        return as_number(column), [
            "False" if "False" in names else "false",
            "True" if "True" in names else "true",
        ]
    numbers = [int(name) for name in names if name.lstrip("-").isdigit()]
    if not numbers:
        raise Untraceable("parameters picked by a number that none is named after")
    first, last = min(numbers), max(numbers)
    shifted = lift(recording, np.subtract(column, first))
    return shifted, [str(number) for number in range(first, last + 1)]


def position_in(names: list[str], texts: HostColumn) -> HostColumn:
    """Where each text stands in the list; past its end where it does not."""
    return computed(_PositionOf(tuple(names)), (texts,), {}, f"position in {'|'.join(names)}")


class _PositionOf:
    def __init__(self, names: tuple[str, ...]) -> None:
        self.known = {name: position for position, name in enumerate(names)}

    def __call__(self, texts: Any) -> Any:
        return np.array([self.known.get(str(text), len(self.known)) for text in texts], dtype=np.int64)
