"""What has been computed, as long as there is room: the least recently used gives way."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Any

import numpy as np

ROOM = 100_000_000


class Memo:
    """Arrays, or tuples of arrays, by what they were computed from."""

    def __init__(self, room: int = ROOM) -> None:
        """`room` in bytes."""
        self._room = room
        self._used = 0
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()

    def __contains__(self, key: Hashable) -> bool:
        """Whether it is kept."""
        return key in self._kept

    def __getitem__(self, key: Hashable) -> Any:
        """What is kept."""
        self._kept.move_to_end(key)
        return self._kept[key]

    def keep(self, key: Hashable, value: Any) -> Any:
        """Answers the value."""
        self._used += bytes_of(value) - bytes_of(self._kept.pop(key, ()))
        self._kept[key] = value
        while self._used > self._room:
            self._used -= bytes_of(self._kept.popitem(last=False)[1])
        return value


def bytes_of(value: Any) -> int:
    """Of an array, or of several."""
    return sum(np.asarray(one).nbytes for one in (value if isinstance(value, tuple) else (value,)))
