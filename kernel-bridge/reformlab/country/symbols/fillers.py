"""Columns as long as another, of one value: `numpy.zeros_like` and its kin."""

from collections.abc import Callable
from typing import Any

from .casts import cast
from .lift import column_of, lift, recording_of
from .texts import unified


def _filled_like(value: Any) -> Callable[..., Any]:
    def fill(x: Any, dtype: Any = None, **_: Any) -> Any:
        column = lift(recording_of((x,)), x)
        filled = lift(column.recording, value if dtype is not None or column.kind != "bool" else bool(value))
        if dtype is None and column.kind == "enum":
            filled = column.like(unified([column, value], column.recording)[1].node)
        elif dtype is not None or column.kind == "float":
            filled = cast(filled, dtype or float)
        return column_of(column.recording, filled, column.entity) if column.entity else filled

    return fill


def full_like(x: Any, value: Any, dtype: Any = None, **_: Any) -> Any:
    recording = recording_of((x, value))
    filled = lift(recording, value)
    if dtype is not None:
        filled = cast(filled, dtype)
    entity = lift(recording, x).entity
    return column_of(recording, filled, entity) if entity else filled


FILLERS: dict[str, Callable[..., Any]] = {
    "zeros_like": _filled_like(0),
    "empty_like": _filled_like(0),
    "ones_like": _filled_like(1),
    "full_like": full_like,
}
