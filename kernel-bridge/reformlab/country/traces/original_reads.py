"""What the original engine reads while it computes: of each variable parameters and other variables.

A law that changes none of these lets every formula take the way it took, and so answers the same.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from ..law.patched import patched

NOWHERE = ""


class OriginalReads:
    """Kept of all that is computed while `recorded` lasts, whatever the period."""

    def __init__(self) -> None:
        """Of nothing yet."""
        self._paths: dict[str, set[str]] = {}
        self._whole: dict[str, set[str]] = {}
        self._asked: dict[str, set[str]] = {}
        self._running = [NOWHERE]
        self._inside = 0

    def of(self, variable: str) -> set[str]:
        """Paths of parameters, and of nodes that were read as a whole, by it and all that it asks for."""
        seen: set[str] = set()
        waiting = [variable]
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting.extend(self._asked.get(name, ()))
        whole = {path for name in seen for path in self._whole.get(name, ())}
        paths = {path for name in seen for path in self._paths.get(name, ())} | whole
        on_the_way = {above for path in paths for above in _above(path)}
        furthest = {path for path in paths if path in whole or path not in on_the_way}
        return {path for path in furthest if whole.isdisjoint(_above(path))}

    @contextmanager
    def recorded(self, core: Any) -> Iterator[None]:
        """While it lasts, simulations and parameters of this core note what is asked of them."""
        node, parameter = core.parameters.ParameterNodeAtInstant, core.parameters.Parameter
        dated = next(one for one in parameter.__mro__ if "get_at_instant" in vars(one))
        with ExitStack() as patches:
            for owner, name, patch in (
                (core.simulations.Simulation, "calculate", self._calculating),
                (dated, "get_at_instant", self._dating),
                (node, "__getattribute__", self._reading),
                (node, "__getitem__", self._picking),
                (node, "__iter__", self._looping),
                (parameter, "__getattribute__", self._listing),
            ):
                patches.enter_context(patched(owner, name, patch))
            yield

    def _note(self, path: str, is_whole: bool = False) -> None:
        if path and not self._inside:
            noted = self._whole if is_whole else self._paths
            noted.setdefault(self._running[-1], set()).add(path)

    def _quietly(self, function: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        """The core's own doing notes nothing."""
        self._inside += 1
        try:
            return function(*arguments, **options)
        finally:
            self._inside -= 1

    def _calculating(self, original: Any) -> Any:
        def calculate(simulation: Any, variable: str, *arguments: Any, **options: Any) -> Any:
            self._asked.setdefault(self._running[-1], set()).add(variable)
            self._running.append(variable)
            try:
                return original(simulation, variable, *arguments, **options)
            finally:
                self._running.pop()

        return calculate

    def _dating(self, original: Any) -> Any:
        def get_at_instant(dated: Any, *arguments: Any, **options: Any) -> Any:
            self._note(dated.name)
            return self._quietly(original, dated, *arguments, **options)

        return get_at_instant

    def _reading(self, original: Any) -> Any:
        def read(node: Any, name: str) -> Any:
            value = original(node, name)
            if not self._inside:
                if name == "_children":
                    self._note(original(node, "_name"), is_whole=True)
                elif not name.startswith("_") and name in original(node, "_children"):
                    self._note(_joined(original(node, "_name"), name))
            return value

        return read

    def _picking(self, original: Any) -> Any:
        def pick(node: Any, key: Any) -> Any:
            if isinstance(key, str):
                self._note(_joined(node._name, key))
            else:
                self._note(node._name, is_whole=True)
            return self._quietly(original, node, key)

        return pick

    def _looping(self, original: Any) -> Any:
        def loop(node: Any) -> Any:
            self._note(node._name, is_whole=True)
            return self._quietly(original, node)

        return loop

    def _listing(self, original: Any) -> Any:
        def read(parameter: Any, name: str) -> Any:
            if name == "values_list" and not self._inside:
                self._note(original(parameter, "name"))
            return original(parameter, name)

        return read


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _above(path: str) -> Iterator[str]:
    parts = path.split(".")
    yield from (".".join(parts[:length]) for length in range(1, len(parts)))
