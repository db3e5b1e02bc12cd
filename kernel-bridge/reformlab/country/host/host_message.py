"""Messages to and from the host: a length in four bytes, JSON, and blobs, whose places the JSON says."""

import json
import struct
from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Columns: TypeAlias = Mapping[str, tuple[int, Mapping[str, NDArray[Any]]]]
"""By entity how many records there are, and its columns by input leaf."""
Relations: TypeAlias = Mapping[str, NDArray[np.int32]]
"""By name, as `person.household`, the record of the second that each of the first belongs to."""


class Message:
    """A question while it is put together."""

    def __init__(self, kind: str) -> None:
        self.fields: dict[str, Any] = {"kind": kind}
        self._blobs: list[memoryview] = []

    def blob(self, values: Any, dtype: Any) -> int:
        self._blobs.append(np.ascontiguousarray(values, dtype=dtype).data.cast("B"))
        return len(self._blobs) - 1

    def add_program(self, program: bytes, columns: Columns, relations: Relations) -> None:
        self._blobs.append(memoryview(program))
        self.fields["program"] = len(self._blobs) - 1
        self.fields["entities"] = {
            entity: {
                "count": int(count),
                "columns": {leaf: self.blob(values, np.float64) for leaf, values in leaves.items()},
            }
            for entity, (count, leaves) in columns.items()
        }
        self.fields["relations"] = {name: self.blob(rows, np.int32) for name, rows in relations.items()}

    def write(self, stream: Any) -> None:
        head = json.dumps({**self.fields, "blobs": [blob.nbytes for blob in self._blobs]}).encode()
        stream.write(struct.pack("<I", len(head)))
        stream.write(head)
        for blob in self._blobs:
            stream.write(blob)
        stream.flush()


def read_message(stream: Any) -> tuple[dict[str, Any], list[bytes]]:
    answer = read_head(stream)
    return answer, [_exactly(stream, size) for size in answer.get("blobs", [])]


def read_head(stream: Any) -> dict[str, Any]:
    (length,) = struct.unpack("<I", _exactly(stream, 4))
    head: dict[str, Any] = json.loads(_exactly(stream, length))
    return head


def _exactly(stream: Any, size: int) -> bytes:
    data: bytes = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
