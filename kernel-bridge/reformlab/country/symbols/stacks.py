"""Several columns as a matrix of NumPy: one a row or, after `.T`, one a column, which makes no difference."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from .columns import Column
from .recording import Untraceable


class Stack(NDArrayOperatorsMixin):
    __array_priority__ = 1500
    __hash__ = object.__hash__

    def __init__(self, columns: Iterable[Any]) -> None:
        self.columns = list(columns)

    @property
    def T(self) -> "Stack":  # noqa: N802
        return self

    @property
    def shape(self) -> tuple[int, ...]:
        return (len(self.columns),)

    @property
    def dtype(self) -> Any:
        return np.result_type(*(getattr(column, "dtype", type(column)) for column in self.columns))

    def __len__(self) -> int:
        return len(self.columns)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.columns)

    def astype(self, type_: Any) -> "Stack":
        return Stack(one.astype(type_) if isinstance(one, Column) else type_(one) for one in self.columns)

    def __getitem__(self, key: Any) -> Any:
        if key is None or isinstance(key, tuple):
            from .tables import table_of

            return table_of(self)[key]
        if isinstance(key, Column) and key.entity is not None:
            from .lift import lift
            from .vectors import picked

            numbered = {str(n): lift(key.recording, one) for n, one in enumerate(self.columns)}
            return picked(key.recording, numbered, key)
        return Stack(self.columns[key]) if isinstance(key, slice) else self.columns[int(key)]

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **_: Any) -> Any:
        if method != "__call__":
            raise Untraceable(f"numpy.{ufunc.__name__}.{method} of a matrix")
        sizes = {len(value) for value in inputs if isinstance(value, Stack)}
        if len(sizes) != 1:
            raise Untraceable("matrices of several sizes")
        rows = (
            [value.columns[n] if isinstance(value, Stack) else value for value in inputs]
            for n in range(sizes.pop())
        )
        return Stack(ufunc(*row) for row in rows)

    def __array_function__(self, function: Any, types: Any, arguments: Any, options: Any) -> Any:
        from .functions import FUNCTIONS

        if function.__name__ not in FUNCTIONS:
            raise Untraceable(f"numpy.{function.__name__} of a matrix")
        return FUNCTIONS[function.__name__](*arguments, **options)


def _method(name: str) -> Callable[..., Any]:
    def reduce(self: Stack, axis: Any = None, **_: Any) -> Any:
        from .functions import FUNCTIONS

        return FUNCTIONS[name](self, axis=0)

    return reduce


for _name in ("sum", "max", "min", "any", "all", "prod"):
    setattr(Stack, _name, _method(_name))
