"""The parameter tree as formulas see it: numbers are leaves of the program, the rest is noted as it is.

A leaf is one dated segment of a parameter, `path@first day`: whatever instants read it read one value.
"""

from collections.abc import Callable, ItemsView, Iterator, KeysView, ValuesView
from typing import Any

from ..program.graph import BOOL, NUMBER
from ..symbols.columns import Column
from ..symbols.lift import is_enum_item, lift
from ..symbols.recording import Notes, Recording, Untraceable
from .watched_periods import plain


class ParameterReader:
    """Reads the tree of one tax and benefit system."""

    def __init__(self, recording: Recording, core: Any, root: Any, original: Any = None) -> None:
        """`original` is the tree that `root` is a clone of: what a formula has changed is a constant."""
        self.recording = recording
        self.core = core
        self.root = root
        self.original = original
        self._values: dict[tuple[str, str], tuple[str | None, Any]] = {}
        self._remembered: dict[tuple[Any, ...], tuple[Any, Notes]] = {}

    def instant(self, when: Any) -> str:
        """The first day of a period, as text."""
        when = plain(when)
        if hasattr(when, "start"):
            return str(when.start)
        return str(self.core.periods.instant(str(when) if isinstance(when, int) else when))

    def read(self, child: Any, path: str, instant: str) -> Any:
        """A child of the tree at an instant: a node, a scale, a leaf, or None where it has no value."""
        if is_node(child):
            return NodeAtInstant(self, child, path, instant)
        if hasattr(child, "brackets"):
            from .scales import scale_of

            return scale_of(self, child, path, instant)
        return self._value(child, path, instant)

    def remembered(self, key: tuple[Any, ...], read: Callable[[], Any]) -> Any:
        """What `read` answers, read once; all that it notes is noted each time."""
        known = self._remembered.get(key)
        outer = self.recording.notes
        if known is None:
            self.recording.notes = Notes()
            try:
                known = (read(), self.recording.notes)
            finally:
                self.recording.notes = outer
            self._remembered[key] = known
        outer.add(known[1])
        return known[0].copy() if isinstance(known[0], Column) else known[0]

    def at(self, path: str, when: Any) -> Any:
        return self.read(find_parameter(self.root, path), path, self.instant(when))

    def _value(self, parameter: Any, path: str, instant: str) -> Any:
        name, value = self.known(parameter, path, instant)
        if name:
            self.recording.notes.reads.add((name, instant))
        elif name == "":
            self.recording.notes.statics[(path, instant)] = value
        return value.copy() if isinstance(value, Column) else value

    def known(self, parameter: Any, path: str, instant: str) -> tuple[str | None, Any]:
        """As `_looked_up`, which looks once; the parameter is found by its path where it is None."""
        known = self._values.get((path, instant))
        if known is None:
            at = self.find(path) if parameter is None else parameter
            known = self._values[(path, instant)] = self._looked_up(at, path, instant)
        return known

    def _looked_up(self, parameter: Any, path: str, instant: str) -> tuple[str | None, Any]:
        """The leaf's name and column; "" and what else the parameter is; None where a formula has set it."""
        dated = next((one for one in parameter.values_list if one.instant_str <= instant), None)
        value = None if dated is None else dated.value
        is_set = dated is not None and self.original is not None and not _holds(self.original, path, dated)
        if dated is None or not isinstance(value, bool | int | float):
            return (None if is_set else ""), value
        if is_set:
            return None, lift(self.recording, value)
        name = f"{path}@{dated.instant_str}"
        is_condition = isinstance(value, bool)
        node = self.recording.graph.parameter(name, float(value), BOOL if is_condition else NUMBER)
        return name, Column(self.recording, node, None, "bool" if is_condition else "float")

    def find(self, path: str) -> Any:
        return find_parameter(self.root, path)


def _holds(root: Any, path: str, dated: Any) -> bool:
    return any(one is dated for one in find_parameter(root, path).values_list)


class NodeAtInstant:
    """A node of the tree at an instant."""

    def __init__(self, reader: ParameterReader, node: Any, path: str, instant: str) -> None:
        self._reader = reader
        self._node = node
        self._path = path
        self._name = node.name
        self._instant_str = instant

    @property
    def _children(self) -> dict[str, Any]:
        read = {name: self._read(child, name) for name, child in self._node.children.items()}
        return {name: value for name, value in read.items() if value is not None}

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._child(name)

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, Column) and key.entity is None:
            key = key.item()
        if is_enum_item(key):
            key = key.name
        if isinstance(key, str | int):
            return self._child(str(key))
        from ..symbols.vectors import picked

        recording = self._reader.recording
        if not isinstance(key, Column):
            return picked(recording, self._children, key)
        known = (self._path, self._instant_str, key.node, key.kind, key.entity)
        return self._reader.remembered(known, lambda: picked(recording, self._children, key))

    def _child(self, name: str) -> Any:
        child = self._node.children.get(name)
        value = None if child is None else self._read(child, name)
        if value is None:
            raise self._reader.core.errors.ParameterNotFoundError(joined(self._path, name), self._instant_str)
        return value

    def _read(self, child: Any, name: str) -> Any:
        return self._reader.read(child, joined(self._path, name), self._instant_str)

    def __iter__(self) -> Iterator[str]:
        return iter(self._children)

    def __len__(self) -> int:
        return len(self._children)

    def __contains__(self, name: object) -> bool:
        return name in self._children

    def keys(self) -> KeysView[str]:
        return self._children.keys()

    def values(self) -> ValuesView[Any]:
        return self._children.values()

    def items(self) -> ItemsView[str, Any]:
        return self._children.items()

    def __call__(self, *_: Any) -> Any:
        raise Untraceable("a node of parameters that is called twice")


def joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def is_node(child: Any) -> bool:
    """Of the tree; a node can have a child that is called `brackets`."""
    return isinstance(getattr(child, "children", None), dict)


def find_parameter(root: Any, path: str) -> Any:
    """A node, scale, bracket part or parameter by its path, as `gov.tax.scale[0].rate`."""
    node = root
    for name in steps_of(path):
        node = node.brackets[int(name[1:-1])] if name.startswith("[") else node.children[name]
    return node


def steps_of(path: str) -> list[str]:
    """Names on the way to a parameter, brackets as `[0]`."""
    return path.replace("[", ".[").split(".")
