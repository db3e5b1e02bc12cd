"""The values of a population's inputs, as recipes get them."""

from collections.abc import Callable
from typing import Any

from ..program.memo import Memo

Values = Callable[[str], Any]
"""The values of an input leaf."""


class KnownValues:
    """The values of leaves, each read once, with what was computed from them last."""

    def __init__(self, read: Callable[["KnownValues", str], Any], known: dict[str, Any]) -> None:
        self._read = read
        self._known = known
        self.recipes = Memo()
        self.nodes = Memo()

    def __call__(self, name: str) -> Any:
        if name not in self._known:
            self._known[name] = self._read(self, name)
        return self._known[name]


def remembered(values: Values, key: tuple[Any, ...], make: Callable[[], Any]) -> Any:
    """What was made from the same values, or is made now."""
    if not isinstance(values, KnownValues):
        return make()
    return values.recipes[key] if key in values.recipes else values.recipes.keep(key, make())
