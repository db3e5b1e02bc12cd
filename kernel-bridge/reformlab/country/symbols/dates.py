"""Dates and spans of time that parameters decide: whole numbers of the program, counted from 1970.

What data alone decides stays with NumPy; `host_columns` has that.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from .casts import truncated
from .columns import Column
from .host_columns import HostColumn
from .lift import lift, recording_of
from .recording import Untraceable
from .texts import as_number

UNITS = ("Y", "M", "W", "D")
"""From coarse to fine; what combines two units has the finer one."""
COMPARED = frozenset({"less", "less_equal", "greater", "greater_equal", "equal", "not_equal"})


class Dates(NDArrayOperatorsMixin):
    """`count` units since 1970, or, of a span, `count` units."""

    __array_priority__ = 3000
    __hash__ = object.__hash__

    def __init__(self, count: Column, unit: str, is_span: bool) -> None:
        self.count = count
        self.unit = unit
        self.is_span = is_span

    @staticmethod
    def of(value: Any, recording: Any) -> "Dates | Column":
        """Dates and spans of NumPy, and of data; numbers are columns."""
        if isinstance(value, Dates):
            return value
        kind = getattr(getattr(value, "dtype", None), "kind", "")
        if kind not in ("M", "m"):
            return as_number(lift(recording, value))
        unit, step = np.datetime_data(value.dtype)
        if unit not in UNITS or step != 1:
            raise Untraceable(f"dates in steps of {step} {unit}")
        days = value.astype(np.int64)
        return Dates(
            days.leaf() if isinstance(days, HostColumn) else lift(recording, days), unit, kind == "m"
        )

    @property
    def dtype(self) -> Any:
        return np.dtype(f"{'timedelta' if self.is_span else 'datetime'}64[{self.unit}]")

    @property
    def shape(self) -> tuple[int, ...]:
        return self.count.shape

    @property
    def size(self) -> int:
        return self.count.size

    def __len__(self) -> int:
        return len(self.count)

    def __getitem__(self, key: Any) -> "Dates":
        return Dates(self.count[key], self.unit, self.is_span)

    def astype(self, type_: Any, *_: Any, **__: Any) -> Any:
        wanted = np.dtype(type_)
        if wanted.kind == "i":
            return self.count.copy()
        if wanted.kind == ("m" if self.is_span else "M"):
            return self.to(np.datetime_data(wanted)[0])
        raise Untraceable(f"astype({type_}) of dates that parameters decide")

    def to(self, unit: str) -> "Dates":
        """In another unit; the whole units that have passed, where it is coarser."""
        if unit == self.unit:
            return self
        count: Any = self.count
        step = (self.unit, unit)
        if step == ("Y", "M"):
            return Dates(count * 12, unit, self.is_span)
        if step == ("M", "Y"):
            return Dates(_whole(count, 12), unit, self.is_span)
        if step == ("W", "D"):
            return Dates(count * 7, unit, self.is_span)
        if not self.is_span and step == ("M", "D"):
            return Dates(_first_day(count), unit, False)
        if not self.is_span and step == ("D", "M"):
            return Dates(_month(count), unit, False)
        if not self.is_span and step in (("Y", "D"), ("D", "Y")):
            return self.to("M").to(unit)
        raise Untraceable(f"dates in {self.unit} as {unit}")

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **_: Any) -> Any:
        if method != "__call__":
            raise Untraceable(f"numpy.{ufunc.__name__} of dates that parameters decide")
        return combined_dates(ufunc, inputs)

    def __array_function__(self, function: Any, types: Any, arguments: Any, options: Any) -> Any:
        from .functions import FUNCTIONS

        if function.__name__ != "where":
            raise Untraceable(f"numpy.{function.__name__} of dates that parameters decide")
        return FUNCTIONS["where"](*arguments, **options)


def dated(column: Column, dtype: Any) -> Dates:
    """Whole numbers as dates or spans."""
    return Dates(truncated(as_number(column)), _unit(dtype), dtype.kind == "m")


def is_dated(value: Any) -> bool:
    """Dates and spans of NumPy, and of data."""
    return isinstance(value, np.generic | np.ndarray | HostColumn) and value.dtype.kind in "Mm"


def combined_dates(ufunc: Any, inputs: tuple[Any, ...]) -> Any:
    """A ufunc of dates, spans and numbers, of which parameters decide at least one."""
    recording = recording_of(one.count if isinstance(one, Dates) else one for one in inputs)
    if len(inputs) != 2:
        raise Untraceable(f"numpy.{ufunc.__name__} of dates that parameters decide")
    return _combined(ufunc, *(Dates.of(value, recording) for value in inputs))


def _unit(dtype: Any) -> str:
    unit, step = np.datetime_data(dtype)
    if unit not in UNITS or step != 1:
        raise Untraceable(f"dates in steps of {step} {unit}")
    return unit


def choose_date(choose: Callable[..., Any], condition: Any, *values: Any) -> Dates:
    """`where` among dates."""
    recording = next(value.count.recording for value in values if isinstance(value, Dates))
    one, other = _in_one_unit(*(Dates.of(value, recording) for value in values))
    return Dates(choose(condition, one.count, other.count), one.unit, one.is_span)


def _combined(ufunc: Any, one: Dates | Column, other: Dates | Column) -> Any:
    name = ufunc.__name__
    if name == "multiply":
        span, factor = (one, other) if isinstance(one, Dates) else (other, one)
        if isinstance(span, Dates) and span.is_span and isinstance(factor, Column):
            return Dates(truncated(ufunc(span.count, factor)), span.unit, True)
    one, other = _in_one_unit(one, other)
    counts = ufunc(one.count, other.count)
    if name in COMPARED and one.is_span == other.is_span:
        return counts
    if name in ("divide", "floor_divide") and one.is_span and other.is_span:
        return counts
    if name in ("maximum", "minimum") and one.is_span == other.is_span:
        return Dates(counts, one.unit, one.is_span)
    if name == "add" and (one.is_span or other.is_span):
        return Dates(counts, one.unit, one.is_span and other.is_span)
    if name == "subtract" and (other.is_span or not one.is_span):
        return Dates(counts, one.unit, one.is_span or not other.is_span)
    raise Untraceable(f"numpy.{name} of dates that parameters decide")


def _in_one_unit(one: Dates | Column, other: Dates | Column) -> tuple[Dates, Dates]:
    """A number beside dates is a span in their unit."""
    units = [value.unit for value in (one, other) if isinstance(value, Dates)]
    unit = max(units, key=UNITS.index)
    first, second = (
        value.to(unit) if isinstance(value, Dates) else Dates(value, unit, True) for value in (one, other)
    )
    return first, second


def _first_day(months: Any) -> Any:
    """Of a month, in the calendar whose years begin in March."""
    years = _whole(months, 12)
    month = months - 12 * years + 1
    is_early = as_number(month <= 2)
    year = 1970 + years - is_early
    day_of_year = _whole(153 * (month + 12 * is_early - 3) + 2, 5)
    leap_days = _whole(year, 4) - _whole(year, 100) + _whole(year, 400)
    return 365 * year + leap_days + day_of_year - 719468


def _month(days: Any) -> Any:
    """Of a day; within 400 years, which have 146,097 days."""
    since = days + 719468
    era = _whole(since, 146097)
    of_era = since - era * 146097
    leap_days = _whole(of_era, 1460) - _whole(of_era, 36524) + _whole(of_era, 146096)
    year = _whole(of_era - leap_days, 365)
    of_year = of_era - (365 * year + _whole(year, 4) - _whole(year, 100))
    # March is 0.
    month = _whole(5 * of_year + 2, 153)
    return (year + era * 400 - 1970) * 12 + month + 2


def _whole(dividend: Any, divisor: int) -> Any:
    return truncated(np.floor(dividend / divisor))
