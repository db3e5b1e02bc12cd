"""A head in JSON and blobs, framed as the host's messages are."""

import json
import struct
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

import numpy as np


class Blobs:
    """Known by their sizes until they are written, so that none is held twice."""

    def __init__(self) -> None:
        self._sizes: list[int] = []
        self._makers: list[Callable[[], Any]] = []

    def add(self, values: Any, dtype: str) -> int:
        """What is known already; answers the place that stands for it in the head."""
        return self.later(len(values), dtype, lambda: values)

    def later(self, count: int, dtype: str, make: Callable[[], Any]) -> int:
        """What is made when it is written."""
        self._sizes.append(count * np.dtype(dtype).itemsize)
        self._makers.append(lambda: np.ascontiguousarray(make(), dtype=dtype).data.cast("B"))
        return len(self._sizes) - 1

    def bytes(self, content: bytes) -> int:
        self._sizes.append(len(content))
        self._makers.append(lambda: content)
        return len(self._sizes) - 1

    def write(self, stream: BinaryIO, head: Mapping[str, Any]) -> None:
        text = json.dumps({**head, "blobs": self._sizes}, ensure_ascii=False, separators=(",", ":")).encode()
        stream.write(struct.pack("<I", len(text)))
        stream.write(text)
        for make in self._makers:
            stream.write(make())
