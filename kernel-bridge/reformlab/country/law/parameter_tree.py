"""The parameter tree at no instant yet, as formulas walk through it."""

from collections.abc import Iterator
from typing import Any

from .parameters import ParameterReader, is_node, joined


class Tree:
    """A node of the tree at no instant yet; called with a period it answers what it was then."""

    def __init__(self, reader: ParameterReader, node: Any, path: str = "") -> None:
        self._reader = reader
        self._node = node
        self._path = path

    def __call__(self, when: Any) -> Any:
        return self._reader.read(self._node, self._path, self._reader.instant(when))

    get_at_instant = __call__

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        """For formulas that ask whether it is a parameter or a node."""
        return type(self._node)

    def __getattr__(self, name: str) -> Any:
        children = getattr(self._node, "children", {})
        if name in children:
            return Tree(self._reader, children[name], joined(self._path, name))
        if name.startswith("__"):
            raise AttributeError(name)
        if name == "children" and is_node(self._node):
            return {child: self[child] for child in children}
        if name == "brackets" and hasattr(self._node, "brackets"):
            brackets = enumerate(self._node.brackets)
            return [Tree(self._reader, bracket, f"{self._path}[{number}]") for number, bracket in brackets]
        if name == "values_list" and hasattr(self._node, "values_list"):
            return self._values()
        if name == "get_descendants":
            return self._descendants
        return getattr(self._node, name)

    def _descendants(self) -> Iterator["Tree"]:
        """Those that the core itself names: PolicyEngine's scales go through their brackets."""
        is_scale = not is_node(self._node) and next(iter(self._node.get_descendants()), None) is not None
        below = [self[name] for name in getattr(self._node, "children", ())]
        for child in self.brackets if is_scale else below:
            yield child
            yield from child._descendants()

    def _values(self) -> Any:
        """Python sees all of them: they are noted where they begin, and each year."""
        dated = self._node.values_list
        years = {one.instant_str[:4] for one in dated}
        between = range(int(min(years)), int(max(years)) + 1) if years else ()
        for instant in [one.instant_str for one in dated] + [f"{year:04}-01-01" for year in between]:
            held = next((one.value for one in dated if one.instant_str <= instant), None)
            self._reader.recording.notes.statics[(self._path, instant)] = held
        return dated

    def __getitem__(self, name: str) -> Any:
        return Tree(self._reader, self._node.children[name], joined(self._path, name))
