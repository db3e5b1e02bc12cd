"""NumPy's ufuncs on columns, with NumPy's rules for conditions, whole numbers, enums and texts."""

from typing import Any

from .arithmetic import MEANINGS, column_of_op
from .columns import Column
from .counts import leaves_nobody
from .dates import Dates, combined_dates, is_dated
from .host_columns import HostColumn, computed
from .lift import common_entity, lift, recording_of
from .recording import Untraceable
from .texts import as_bool, as_number, index_of_enum, text_of_enum, unified
from .unknown import Unknown, unknown_of

REVERSED = {"greater": "less", "greater_equal": "less_or_equal"}
REDUCED = frozenset({"add", "multiply", "maximum", "minimum", "logical_or", "logical_and"})
COMPARISONS = {
    "less": "less",
    "less_equal": "less_or_equal",
    "equal": "equal",
    "not_equal": "not_equal",
} | REVERSED


def apply_ufunc(ufunc: Any, method: str, inputs: tuple[Any, ...], options: dict[str, Any]) -> Any:
    name = ufunc.__name__
    if any(isinstance(value, Unknown) for value in inputs):
        return unknown_of(name, inputs)
    if method == "at" and leaves_nobody(inputs[1]):
        return None
    if any(isinstance(value, Dates) for value in inputs):
        return NotImplemented
    if method == "reduce" and name in REDUCED:
        raise Untraceable(f"numpy.{name}.reduce over the rows of a column")
    if method != "__call__":
        raise Untraceable(f"numpy.{name}.{method}")
    if any(is_dated(value) for value in inputs) and not _is_of_data(inputs):
        return combined_dates(ufunc, inputs)
    if _is_of_data(inputs) and (name not in MEANINGS.keys() | COMPARISONS.keys() or _has_host(inputs)):
        return computed(ufunc, inputs, {})
    result = _called(name, inputs)
    where, (out,) = options.get("where", True), options.get("out") or (None,)
    if where is True:
        return out.become(result) if isinstance(out, Column) else result
    kept: Any = out
    recording = result.recording
    chosen, other = unified([result, 0.0 if kept is None else kept], recording)
    condition = as_bool(lift(recording, where))
    node = recording.graph.elementwise("select", condition.node, chosen.node, other.node)
    entity = common_entity([condition, chosen, other])
    return Column(recording, node, entity, chosen.kind if chosen.kind == other.kind else "float")


def _has_host(inputs: tuple[Any, ...]) -> bool:
    """Whether NumPy has to compute it: texts, and dates, be they columns or not."""
    return any(
        (isinstance(value, HostColumn) and value.kind == "host") or is_dated(value) for value in inputs
    )


def _is_of_data(inputs: tuple[Any, ...]) -> bool:
    columns = [value for value in inputs if isinstance(value, Column)]
    return not any(column.recording.graph.depends_on_parameters[column.node] for column in columns)


def _called(name: str, inputs: tuple[Any, ...]) -> Column:
    if name in COMPARISONS:
        return _compare(name, *inputs)
    recording = recording_of(inputs)
    columns = [lift(recording, value) for value in inputs]
    meaning = MEANINGS.get(name)
    if meaning is None:
        raise Untraceable(f"numpy.{name}")
    return meaning(*columns)


def _compare(name: str, a: Any, b: Any) -> Column:
    recording = recording_of((a, b))
    if a is None or b is None:
        return lift(recording, name == "not_equal")
    one, other = lift(recording, a), lift(recording, b)
    op = COMPARISONS[name]
    if name in REVERSED:
        one, other = other, one
    if "text" in (one.kind, other.kind):
        one, other = _comparable_texts(one, other)
    elif one.kind == other.kind == "enum" and one.enum is not other.enum:
        one, other = index_of_enum(one), index_of_enum(other)
    elif one.kind != other.kind or op.startswith("less"):
        one, other = as_number(one), as_number(other)
    return column_of_op(op, "bool", one, other)


def _comparable_texts(one: Column, other: Column) -> tuple[Column, Column]:
    pair = [text_of_enum(column) if column.kind == "enum" else column for column in (one, other)]
    a, b = (
        column if column.kind == "text" else lift(column.recording, str(column.item())) for column in pair
    )
    one, other = unified([a, b], a.recording)
    return one, other
