"""What formulas call besides NumPy: enums and periods of the core, pandas, and names their modules hold."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import numpy as np

from ..law.patched import patched
from ..law.scales import METHODS
from ..symbols.columns import Column
from ..symbols.host_columns import HostColumn, computed
from ..symbols.lift import is_enum_item
from ..symbols.recording import UnknownAttribute, Untraceable
from ..symbols.reductions import REDUCING
from ..symbols.texts import enum_leaf
from ..symbols.unknown import Unknown
from ..symbols.vectors import picked
from .results import as_enum


@contextmanager
def patched_package(core: Any) -> Iterator[None]:
    """While formulas run, enums, periods, tax scales and pandas know columns."""
    with ExitStack() as patches:
        patches.enter_context(patched(core.enums.Enum, "encode", _encode))
        patches.enter_context(patched(core.periods.Period, "offset", _offset))
        patches.enter_context(patched(core.parameters.ParameterAtInstant, "validate", _validate))
        for name, methods in METHODS.items():
            for method, traced in methods.items():
                patches.enter_context(patched(getattr(core.taxscales, name), method, _scaling(traced)))
        try:
            import pandas
        except ImportError:
            yield
            return
        patches.enter_context(patched(pandas.Index, "get_indexer", _get_indexer))
        with patched(pandas, "Series", _series), patched(pandas, "DataFrame", _frame):
            yield


def _scaling(traced: Callable[..., Any]) -> Callable[[Any], Any]:
    def patch(original: Any) -> Any:
        def method(scale: Any, tax_base: Any, *arguments: Any, **options: Any) -> Any:
            if isinstance(tax_base, Unknown):
                return tax_base
            holds_columns = any(
                isinstance(value, Column | HostColumn) for value in (tax_base, *scale.thresholds)
            )
            function = traced if holds_columns else original
            return function(scale, tax_base, *arguments, **options)

        return method

    return patch


def _encode(original: Any) -> Any:
    def encode(cls: Any, array: Any) -> Any:
        if isinstance(array, Column | HostColumn):
            return as_enum(array.recording, cls, array)
        return original.__func__(cls, array)

    return classmethod(encode)


def _validate(original: Any) -> Any:
    """A formula may set a parameter of its law to what another one is."""

    def validate(self: Any, data: Any) -> None:
        if not (isinstance(data, dict) and isinstance(data.get("value"), Column)):
            original(self, data)

    return validate


def _offset(original: Any) -> Any:
    def offset(self: Any, count: Any, unit: Any = None) -> Any:
        count = int(count) if isinstance(count, Column) else count
        return original(self, count) if unit is None else original(self, count, unit)

    return offset


def _series(original: Any) -> Any:
    return _taking_columns(
        original, lambda data: Series(data) if isinstance(data, Column | HostColumn) else None
    )


def _frame(original: Any) -> Any:
    def refuse(data: Any) -> None:
        columns = data.values() if isinstance(data, dict) else [data]
        if any(isinstance(column, Column | HostColumn | Series) for column in columns):
            raise Untraceable("a table of pandas")

    return _taking_columns(original, refuse)


def _get_indexer(original: Any) -> Any:
    def get_indexer(index: Any, target: Any, *arguments: Any, **options: Any) -> Any:
        if isinstance(target, Column) and target.kind == "text":
            found = original(index, list(target.labels), *arguments, **options)
            places = dict(zip(target.labels, found.tolist(), strict=True))
            return picked(target.recording, places, target).astype(int)
        if isinstance(target, Column | HostColumn):
            name = f"get_indexer {index.tolist()}"
            return computed(
                lambda values: original(index, values, *arguments, **options), (target,), {}, name
            )
        return original(index, target, *arguments, **options)

    return get_indexer


def _taking_columns(original: Any, take: Callable[[Any], Any]) -> Any:
    """A class of pandas that answers `take` where it answers anything; its instances are the original's."""

    class Instances(type):
        def __instancecheck__(cls, instance: object) -> bool:
            return isinstance(instance, original)

    class Taking(metaclass=Instances):
        def __new__(cls, data: Any = None, *arguments: Any, **options: Any) -> Any:
            taken = take(data)
            return original(data, *arguments, **options) if taken is None else taken

    return Taking


class Series:
    """A column as a series of pandas, as far as formulas use one."""

    def __init__(self, column: Any) -> None:
        self.column = column

    def between(self, lower: Any, upper: Any, inclusive: str = "both") -> Any:
        above = np.greater_equal if inclusive in ("both", "left") else np.greater
        below = np.less_equal if inclusive in ("both", "right") else np.less
        return np.logical_and(above(self.column, lower), below(self.column, upper))

    def isin(self, values: Any) -> Any:
        return np.isin(self.column, values)

    def map(self, mapping: Any) -> Any:
        """By a dictionary from data to enum items; what it does not hold is the first."""
        items = list(mapping.values())
        if not isinstance(mapping, dict) or not items or not is_enum_item(items[0]):
            raise Untraceable("a series mapped by a function")
        enum = type(items[0])
        index = {key: item.index for key, item in mapping.items()}

        def positions(array: Any) -> Any:
            return np.array([index.get(value, 0) for value in array.tolist()], dtype=np.int64)

        host = HostColumn.of(self.column) if isinstance(self.column, Column) else self.column
        found = computed(
            positions, (host,), {}, f"position in {enum.__name__} {sorted(map(str, index.items()))}"
        )
        return Series(enum_leaf(found, enum))

    def __getattr__(self, name: str) -> Any:
        if name in ("values", "array"):
            return self.column
        if name in ("to_numpy", "fillna", "astype", "copy"):
            return getattr(self.column, name)
        raise UnknownAttribute(f"a series' {name}")


_SEEN: set[int] = set()


def with_reducing_ufuncs(names: dict[str, Any]) -> None:
    """`max_.reduce([...])`: names of a formula's module that are ufuncs themselves."""
    if id(names) in _SEEN:
        return
    _SEEN.add(id(names))
    for name, value in list(names.items()):
        if isinstance(value, np.ufunc) and value in REDUCING:
            names[name] = REDUCING[value]
