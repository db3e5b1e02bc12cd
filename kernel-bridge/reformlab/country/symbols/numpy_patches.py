"""NumPy's functions that do not ask their arguments: makers of arrays, reductions over a list of columns."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np

from .columns import Column
from .functions import FUNCTIONS
from .host_columns import HostColumn
from .lift import column_of
from .picked_rows import row_numbers
from .recording import Recording, Untraceable
from .reductions import REDUCING
from .stacks import Stack
from .tables import as_table
from .unknown import Unknown
from .vectors import picked

MAKERS = {"zeros": 0.0, "ones": 1.0, "empty": 0.0}
OF_LISTS = ("any", "all", "sum", "max", "min", "amax", "amin", "prod", "round", "clip", "isin")
ARRAYS = ("array", "asarray", "asanyarray", "atleast_1d")


@contextmanager
def patched_numpy(recording: Recording) -> Iterator[None]:
    """While formulas run, sizes of entities make columns, and lists of columns are reduced as columns."""
    patches: dict[str, Callable[..., Any]] = {
        name: _maker(recording, name, value) for name, value in MAKERS.items()
    }
    patches["full"] = _full(recording)
    patches["arange"] = _arange(recording)
    patches["where"] = _where()
    patches |= {name: _of_list(name) for name in OF_LISTS}
    patches |= {name: _array(recording, name) for name in ARRAYS}
    patches |= {ufunc.__name__: reducing for ufunc, reducing in REDUCING.items()}
    originals = {name: getattr(np, name) for name in patches}

    def outside(function: Callable[[], Any]) -> Any:
        _set(originals)
        try:
            return function()
        finally:
            _set(patches)

    _set(patches)
    recording.outside = outside
    try:
        yield
    finally:
        recording.outside = lambda function: function()
        _set(originals)


def _set(names: Mapping[str, Any]) -> None:
    for name, value in names.items():
        setattr(np, name, value)


def _entity(recording: Recording, shape: Any) -> str | None:
    size = shape[0] if isinstance(shape, tuple | list) and len(shape) == 1 else shape
    return recording.entity_of_size(size) if isinstance(size, int) else None


def _maker(recording: Recording, name: str, value: float) -> Callable[..., Any]:
    original = getattr(np, name)

    def make(shape: Any, dtype: Any = None, *rest: Any, **options: Any) -> Any:
        entity = _entity(recording, shape)
        if entity is None:
            return original(shape, dtype or float, *rest, **options)
        column = column_of(recording, value, entity)
        return column if dtype in (None, object) else column.astype(dtype)

    return make


def _full(recording: Recording) -> Callable[..., Any]:
    original = np.full

    def make(shape: Any, value: Any, dtype: Any = None, *rest: Any, **options: Any) -> Any:
        entity = _entity(recording, shape)
        if entity is None:
            return original(shape, value, dtype, *rest, **options)
        column = column_of(recording, value, entity)
        return column if dtype is None else column.astype(dtype)

    return make


def _arange(recording: Recording) -> Callable[..., Any]:
    original = np.arange

    def make(*arguments: Any, **options: Any) -> Any:
        entity = _entity(recording, arguments[0]) if len(arguments) == 1 else None
        return original(*arguments, **options) if entity is None else row_numbers(recording, entity)

    return make


def _where() -> Callable[..., Any]:
    original = np.where
    return lambda *arguments, **options: as_table(original(*arguments, **options))


def _of_list(name: str) -> Callable[..., Any]:
    original = getattr(np, name)

    def call(*arguments: Any, **options: Any) -> Any:
        if any(_holds_column(argument) for argument in arguments):
            return FUNCTIONS[name](*arguments, **options)
        return as_table(original(*arguments, **options))

    return call


def _array(recording: Recording, name: str) -> Callable[..., Any]:
    original = getattr(np, name)

    def make(values: Any, *rest: Any, **options: Any) -> Any:
        if isinstance(values, Unknown):
            return values
        if isinstance(values, Column | HostColumn):
            if sys._getframe(1).f_globals.get("__name__", "").startswith("pandas."):
                raise Untraceable("a table of pandas")
            dtype = rest[0] if rest else options.get("dtype")
            return values if dtype is None else values.astype(dtype)
        looped = recording.notes.looped
        if isinstance(values, list) and looped is not None and len(values) == len(looped.labels):
            recording.notes.looped = None
            return picked(recording, dict(zip(looped.labels, values, strict=True)), looped)
        if isinstance(values, list | tuple) and any(_holds_column(value) for value in values):
            return Stack(values)
        return as_table(original(values, *rest, **options))

    return make


def _holds_column(value: Any) -> bool:
    if isinstance(value, Column | HostColumn):
        return True
    return isinstance(value, list | tuple | Stack) and any(
        isinstance(one, Column | HostColumn) for one in value
    )
