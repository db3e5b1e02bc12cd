"""What NumPy's arithmetic means for columns, with its rules for conditions and whole numbers."""

from collections.abc import Callable

import numpy as np

from .columns import Column, Kind
from .lift import common_entity, lift
from .recording import Untraceable
from .texts import as_bool, as_number


def column_of_op(op: str, kind: Kind, *columns: Column) -> Column:
    recording = columns[0].recording
    node = recording.graph.elementwise(op, *(column.node for column in columns))
    return Column(recording, node, common_entity(columns), kind)


def _constant(value: float, like: Column) -> Column:
    return lift(like.recording, value)


def _kind_of_sum(*columns: Column) -> Kind:
    return "float" if any(column.kind == "float" for column in columns) else "int"


def _arithmetic(op: str, of_conditions: str | None) -> Callable[..., Column]:
    """NumPy adds conditions with `or`, multiplies them with `and`."""

    def meaning(*columns: Column) -> Column:
        if of_conditions and all(column.kind == "bool" for column in columns):
            return column_of_op(of_conditions, "bool", *columns)
        numbers = [as_number(column) for column in columns]
        return column_of_op(op, _kind_of_sum(*numbers), *numbers)

    return meaning


def _real(op: str) -> Callable[..., Column]:
    def meaning(*columns: Column) -> Column:
        return column_of_op(op, "float", *(as_number(column) for column in columns))

    return meaning


def _whole(op: str) -> Callable[[Column], Column]:
    """Rounding leaves whole numbers as they are; what it gives is still a float to NumPy."""

    def meaning(column: Column) -> Column:
        return column if column.kind == "int" else column_of_op(op, "float", as_number(column))

    return meaning


def _logical(op: str) -> Callable[..., Column]:
    def meaning(*columns: Column) -> Column:
        return column_of_op(op, "bool", *(as_bool(column) for column in columns))

    return meaning


def _bitwise(op: str) -> Callable[..., Column]:
    def meaning(*columns: Column) -> Column:
        if all(column.kind != "bool" for column in columns):
            raise Untraceable(f"{op} of numbers, bit by bit")
        return _logical(op)(*columns)

    return meaning


def _invert(column: Column) -> Column:
    if column.kind != "bool":
        return column_of_op("subtract", "int", _constant(-1, column), as_number(column))
    return column_of_op("not", "bool", column)


def _remainder(a: Column, b: Column) -> Column:
    """Takes the sign of the divisor."""
    a, b = as_number(a), as_number(b)
    rest = column_of_op("modulo", _kind_of_sum(a, b), a, b)
    zero = _constant(0, a)
    differs = column_of_op(
        "not_equal", "bool", column_of_op("less", "bool", rest, zero), column_of_op("less", "bool", b, zero)
    )
    is_off = column_of_op("and", "bool", differs, column_of_op("not_equal", "bool", rest, zero))
    return column_of_op("select", rest.kind, is_off, column_of_op("add", rest.kind, rest, b), rest)


def _floor_divide(a: Column, b: Column) -> Column:
    a, b = as_number(a), as_number(b)
    quotient = column_of_op("divide", "float", column_of_op("subtract", "float", a, _remainder(a, b)), b)
    return column_of_op("round_half_even", _kind_of_sum(a, b), quotient)


def _sign(column: Column) -> Column:
    column = as_number(column)
    zero, one = _constant(0, column), _constant(1, column)
    above = column_of_op("select", "int", column_of_op("less", "bool", zero, column), one, zero)
    return column_of_op(
        "select", "int", column_of_op("less", "bool", column, zero), _constant(-1, column), above
    )


def _is_nan(column: Column) -> Column:
    column = as_number(column)
    return column_of_op("not_equal", "bool", column, column)


def _is_infinite(column: Column) -> Column:
    return column_of_op("equal", "bool", _arithmetic("absolute", None)(column), _constant(np.inf, column))


def _square(column: Column) -> Column:
    return _arithmetic("multiply", None)(column, column)


MEANINGS: dict[str, Callable[..., Column]] = {
    "add": _arithmetic("add", "or"),
    "subtract": _arithmetic("subtract", None),
    "multiply": _arithmetic("multiply", "and"),
    "divide": _real("divide"),
    "true_divide": _real("divide"),
    "floor_divide": _floor_divide,
    "remainder": _remainder,
    "fmod": _arithmetic("modulo", None),
    "power": _arithmetic("power", None),
    "float_power": _real("power"),
    "negative": _arithmetic("negate", None),
    "positive": lambda column: column,
    "absolute": _arithmetic("absolute", None),
    "fabs": _real("absolute"),
    "maximum": _arithmetic("maximum", "or"),
    "minimum": _arithmetic("minimum", "and"),
    "fmax": _arithmetic("maximum", "or"),
    "fmin": _arithmetic("minimum", "and"),
    "floor": _whole("floor"),
    "ceil": _whole("ceiling"),
    "trunc": _whole("truncate"),
    "rint": _whole("round_half_even"),
    "exp": _real("exponential"),
    "log": _real("logarithm"),
    "sqrt": _real("square_root"),
    "square": _square,
    "sign": _sign,
    "isnan": _is_nan,
    "isinf": _is_infinite,
    "isfinite": lambda column: column_of_op("is_finite", "bool", as_number(column)),
    "logical_and": _logical("and"),
    "logical_or": _logical("or"),
    "logical_not": _logical("not"),
    "logical_xor": _logical("not_equal"),
    "bitwise_and": _bitwise("and"),
    "bitwise_or": _bitwise("or"),
    "bitwise_xor": _bitwise("not_equal"),
    "invert": _invert,
}
