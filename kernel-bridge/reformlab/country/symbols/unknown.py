"""What the program cannot say, as long as it may not matter: a product with 0, a choice never made.

Where it matters, the formula turns out to be untraceable, with the cause that is kept here.
"""

from typing import Any

from numpy.lib.mixins import NDArrayOperatorsMixin

from .columns import Column
from .recording import Untraceable

ABSORBING = {"multiply": 0.0, "logical_and": 0.0, "bitwise_and": 0.0, "logical_or": 1.0, "bitwise_or": 1.0}
"""By operation, what makes the other operand irrelevant; `x * 0` is 0 as in the program's own identities."""


class Unknown(NDArrayOperatorsMixin):
    """A column of which only the cause is known."""

    __array_priority__ = 3000
    __hash__ = object.__hash__

    def __init__(self, cause: str) -> None:
        self.cause = cause

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **_: Any) -> Any:
        return unknown_of(ufunc.__name__, inputs)

    def __array_function__(self, function: Any, types: Any, arguments: Any, options: Any) -> Any:
        from .functions import FUNCTIONS

        if function.__name__ in ("where", "select"):
            return FUNCTIONS[function.__name__](*arguments, **options)
        return self

    def __getitem__(self, key: Any) -> "Unknown":
        return self

    def __setitem__(self, key: Any, value: Any) -> None:
        """What is written to a part leaves the rest unknown."""

    @property
    def size(self) -> "Unknown":
        return self

    def astype(self, *_: Any, **__: Any) -> "Unknown":
        return self

    def known(self, *_: Any) -> Any:
        raise Untraceable(self.cause)

    __array__ = __bool__ = __iter__ = __len__ = __float__ = __int__ = __index__ = known


def unknown_of(name: str, inputs: tuple[Any, ...]) -> Any:
    """What an operation answers of which an operand is unknown."""
    unknown = next(value for value in inputs if isinstance(value, Unknown))
    if name in ("divide", "true_divide") and _is_zero(inputs[0]):
        return inputs[0] * 0
    for value in inputs:
        if name in ABSORBING and _is_number(value, ABSORBING[name]):
            return value
    return unknown


def _is_number(value: Any, number: float) -> bool:
    if isinstance(value, Column):
        return value.recording.graph.is_constant(value.node, number)
    return isinstance(value, int | float) and value == number


def choose_unknown(condition: Any, *values: Any) -> Any:
    """The other one, where the condition is the same for all rows."""
    if isinstance(condition, Column):
        graph = condition.recording.graph
        if graph.ops[condition.node] == "constant":
            return values[0 if graph.values[condition.node] else 1]
    return next(value for value in (condition, *values) if isinstance(value, Unknown))


def _is_zero(value: Any) -> bool:
    """A column that is one number, which is 0 under this law; a guard, where parameters decide."""
    if not isinstance(value, Column):
        return isinstance(value, int | float) and value == 0
    graph = value.recording.graph
    if graph.entities[value.node] is not None:
        return False
    number = Column(value.recording, value.node, None, "float")
    return graph.scalar_value(value.node) == 0 and value.recording.steer(number) == 0
