"""NumPy's functions on columns, written as operations of the program."""

from collections.abc import Callable, Iterable
from itertools import accumulate, pairwise
from typing import Any

import numpy as np

from ..program.graph import BOOL
from .casts import cast
from .category_sums import unique
from .columns import Column
from .counts import bincount
from .dates import Dates, choose_date
from .fillers import FILLERS
from .host_columns import HostColumn, computed
from .lift import column_of, common_entity, lift, recording_of
from .recording import Untraceable
from .reductions import counted, over_choices
from .stacks import Stack
from .texts import as_bool, as_number, unified
from .unknown import Unknown, choose_unknown

FUNCTIONS: dict[str, Callable[..., Any]] = {}


def _function(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        FUNCTIONS.update(dict.fromkeys(names, function))
        return function

    return register


@_function("where")
def choose(condition: Any, *values: Any) -> Any:
    if any(isinstance(value, Dates) for value in values):
        return choose_date(where, condition, *values)
    if any(isinstance(value, Unknown) for value in (condition, *values)):
        return choose_unknown(condition, *values)
    return where(condition, *values)


def where(condition: Any, *values: Any) -> Column:
    if len(values) != 2:
        raise Untraceable("numpy.where for positions")
    recording = recording_of((condition, *values))
    chosen, other = unified(list(values), recording)
    test = as_bool(lift(recording, condition))
    node = recording.graph.elementwise("select", test.node, chosen.node, other.node)
    kind = chosen.kind if chosen.kind == other.kind else "float"
    entity = common_entity([test, chosen, other])
    return Column(recording, node, entity, kind, chosen.enum, chosen.labels)


@_function("select")
def select(conditions: Any, choices: Any, default: Any = 0) -> Column:
    conditions, choices = list(conditions), list(choices)
    recording = recording_of((*conditions, *choices, default))
    columns = [lift(recording, choice) for choice in choices]
    is_plain = isinstance(default, int | float) and default == 0
    if is_plain and any(column.kind == "enum" for column in columns):
        default = next(iter(next(column.enum for column in columns if column.kind == "enum")))
    elif is_plain and all(column.kind == "bool" for column in columns):
        default = False
    result: Any = default
    for condition, choice in zip(reversed(conditions), reversed(choices), strict=True):
        result = (
            where(condition, choice, result)
            if _has_column(condition, choice, result)
            else (choice if condition else result)
        )
    return lift(recording, result)


def _has_column(*values: Any) -> bool:
    return any(isinstance(value, Column) or hasattr(value, "recipe") for value in values)


@_function("clip")
def clip(x: Any, a_min: Any = None, a_max: Any = None, out: Any = None, **limits: Any) -> Any:
    lowest = a_min if a_min is not None else limits.get("min")
    highest = a_max if a_max is not None else limits.get("max")
    result = x if lowest is None else np.maximum(x, lowest)
    return result if highest is None else np.minimum(result, highest)


@_function("round", "around", "round_")
def round_(x: Any, decimals: Any = 0, out: Any = None) -> Any:
    digits = int(decimals)
    if digits == 0:
        return np.rint(x)
    factor = 10.0 ** abs(digits)
    return np.rint(x * factor) / factor if digits > 0 else np.rint(x / factor) * factor


@_function("isin", "in1d")
def isin(x: Any, values: Any, invert: bool = False, **_: Any) -> Any:
    if isinstance(values, Column) and values.entity is not None:
        return computed(np.isin, (HostColumn.of(x), HostColumn.of(values)), {"invert": invert}, "isin").leaf()
    if isinstance(x, HostColumn) and x.kind == "host":
        return computed(np.isin, (x, values), {"invert": invert}, "isin")
    column = lift(recording_of((x,)), x)
    wanted = values if isinstance(values, Iterable) and not isinstance(values, str | Column) else [values]
    if column.kind == "text" and all(isinstance(value, str) for value in wanted):
        found: Any = _among(column, {str(value) for value in wanted})
    else:
        found = column_of(column.recording, False, column.entity) if column.entity else False
        for value in wanted:
            found = found | (column == value)
    return ~found if invert else found


def _among(column: Column, texts: set[str]) -> Column:
    graph = column.recording.graph
    cases = [graph.constant(float(label in texts), BOOL) for label in column.labels]
    node = graph.elementwise("gather", column.node, *cases)
    return Column(column.recording, node, column.entity, "bool")


FUNCTIONS.update(FILLERS)


@_function("nan_to_num")
def nan_to_num(x: Any, copy: bool = True, nan: float = 0.0, posinf: Any = None, neginf: Any = None) -> Any:
    result = where(np.isnan(x), nan, x)
    result = result if posinf is None else where(np.equal(x, np.inf), posinf, result)
    return result if neginf is None else where(np.equal(x, -np.inf), neginf, result)


@_function("searchsorted")
def searchsorted(a: Any, v: Any, side: str = "left", **_: Any) -> Any:
    steps = (np.less(step, v) if side == "left" else np.less_equal(step, v) for step in a)
    return sum((as_number(lift(recording_of((step,)), step)) for step in steps), start=0)


@_function("digitize")
def digitize(x: Any, bins: Any, right: bool = False) -> Any:
    return searchsorted(bins, x, side="left" if right else "right")


@_function("interp")
def interp(x: Any, xp: Any, fp: Any, left: Any = None, right: Any = None, **_: Any) -> Any:
    points = list(zip(xp, fp, strict=True))
    result: Any = points[0][1] if left is None else left
    for (x0, y0), (x1, y1) in pairwise(points):
        result = where(np.greater_equal(x, x0), y0 + (x - x0) * ((y1 - y0) / (x1 - x0)), result)
    last = points[-1]
    return where(np.greater_equal(x, last[0]), last[1] if right is None else right, result)


@_function("shape")
def shape(x: Any) -> tuple[int, ...]:
    return tuple(x.shape)


FUNCTIONS["size"] = lambda x: x.size


@_function("ndim")
def ndim(x: Any) -> int:
    return len(x.shape)


@_function("copy", "array", "asarray", "asanyarray", "atleast_1d", "ravel", "broadcast_to", "real_if_close")
def copy(x: Any, dtype: Any = None, *_: Any, **__: Any) -> Any:
    column = lift(recording_of((x,)), x)
    is_type = dtype is not None and not isinstance(dtype, tuple | int)
    return cast(column, dtype) if is_type else column.copy()


@_function("isneginf")
def isneginf(x: Any, *_: Any) -> Any:
    return np.equal(x, -np.inf)


@_function("isposinf")
def isposinf(x: Any, *_: Any) -> Any:
    return np.equal(x, np.inf)


@_function("isclose")
def isclose(a: Any, b: Any, rtol: float = 1e-5, atol: float = 1e-8, **_: Any) -> Any:
    return np.less_equal(np.absolute(a - b), atol + rtol * np.absolute(b))


@_function("cumsum")
def cumsum(x: Any, axis: Any = None, **_: Any) -> Stack:
    if not isinstance(x, Stack):
        raise Untraceable("numpy.cumsum over the rows of a column")
    return Stack(accumulate(x.columns))


@_function("argmax")
def argmax(x: Any, axis: Any = None, **_: Any) -> Any:
    if not isinstance(x, Stack):
        raise Untraceable("numpy.argmax over the rows of a column")
    most: Any = x.columns[0]
    position: Any = 0
    for number, column in enumerate(x.columns[1:], start=1):
        position = where(np.greater(column, most), number, position)
        most = np.maximum(most, column)
    return position


FUNCTIONS["unique"] = unique
FUNCTIONS["bincount"] = bincount


@_function("diff", "argsort", "sort")
def whole(*_: Any, **__: Any) -> Any:
    raise Untraceable("a function of all rows of a column at once")


FUNCTIONS["any"] = over_choices("any", np.logical_or, True)
FUNCTIONS["all"] = over_choices("all", np.logical_and, False)
FUNCTIONS["sum"] = over_choices("sum", lambda a, b: counted(a) + counted(b))
FUNCTIONS["max"] = FUNCTIONS["amax"] = over_choices("max", np.maximum)
FUNCTIONS["min"] = FUNCTIONS["amin"] = over_choices("min", np.minimum)
FUNCTIONS["prod"] = over_choices("prod", lambda a, b: a * b)


@_function("stack", "vstack", "column_stack", "row_stack")
def stack(columns: Any, axis: int = 0, **_: Any) -> Stack:
    return Stack(columns)


@_function("array_equal")
def array_equal(a: Any, b: Any, **_: Any) -> bool:
    """Whether they are one column of the program."""
    recording = recording_of((a, b))
    return lift(recording, a).node == lift(recording, b).node


METHODS = frozenset({"round", "clip", "any", "all", "sum", "max", "min", "searchsorted", "prod"})
