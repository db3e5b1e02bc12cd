"""Arrays with values of their own, from which columns pick by position."""

import hashlib
from typing import Any

import numpy as np

from .columns import Column
from .host_columns import HostColumn, computed
from .lift import lift
from .stacks import Stack


class Table(np.ndarray[Any, Any]):
    """What NumPy makes of it is a table again."""

    def __getitem__(self, key: Any) -> Any:
        keys = key if isinstance(key, tuple) else (key,)
        if not any(isinstance(one, Column | HostColumn) and one.entity is not None for one in keys):
            return super().__getitem__(int(key) if isinstance(key, Column) else key)
        if len(keys) == self.ndim == 1:
            return Stack(self.tolist())[lift(keys[0].recording, keys[0])]
        decided = [place for place, one in enumerate(keys) if _is_decided(one)]
        if not decided:
            return computed(self._picked, keys, {}, f"table {self._digest()}")
        place = decided[0]
        cases = [self[(*keys[:place], n, *keys[place + 1 :])] for n in range(self.shape[place])]
        return Stack(cases)[keys[place]]

    def _picked(self, *keys: Any) -> Any:
        return self.view(np.ndarray)[keys]

    def _digest(self) -> str:
        return hashlib.sha256(np.ascontiguousarray(self).tobytes()).hexdigest()


def _is_decided(key: Any) -> bool:
    """Whether parameters decide what is picked."""
    return isinstance(key, Column) and key.recording.graph.depends_on_parameters[key.node]


def as_table(made: Any) -> Any:
    """An array of NumPy as a table; anything else as it is."""
    return made.view(Table) if type(made) is np.ndarray and made.ndim else made


def table_of(scalars: Stack) -> Any:
    """Numbers that parameters decide, as they are: a law under which they differ is traced anew."""
    return np.array([getattr(one, "item", lambda one=one: one)() for one in scalars]).view(Table)
