"""Months as formulas get them: what a formula learns from one beyond its year is noted."""

from collections.abc import Callable
from typing import Any

Note = Callable[[], None]

OF_THE_YEAR = frozenset({"this_year", "last_year", "n_2", "unit", "size", "year", "__class__"})
"""Are the same for all months of a year."""
COMPARED = ("eq", "ne", "lt", "le", "gt", "ge", "hash")
READ = ("str", "repr", "format", "len", "iter", "getitem", "contains")


def watched(period: Any, note: Note) -> Any:
    """A month, for a formula; any other period as it is."""
    return _Watched(period, note) if period.unit == "month" and period.size == 1 else period


def plain(when: Any) -> Any:
    """The period or instant itself, which tells a formula nothing."""
    return _inner(when)[0] if type(when) is _Watched else when


class _Watched:
    """Passes for the core's period or instant; it is no tuple as these are, which C would read unnoticed."""

    __slots__ = ("_inner",)

    def __init__(self, value: Any, note: Note) -> None:
        self._inner = value, note

    def __getattribute__(self, name: str) -> Any:
        value, note = _inner(self)
        if name == "start":
            return _Watched(value.start, note)
        if name not in OF_THE_YEAR:
            note()
        return getattr(value, name)


def _inner(watched: _Watched) -> tuple[Any, Note]:
    found: tuple[Any, Note] = object.__getattribute__(watched, "_inner")
    return found


def _noting(name: str) -> Callable[..., Any]:
    def method(self: _Watched, *others: Any) -> Any:
        value, note = _inner(self)
        note()
        return getattr(value, name)(*map(plain, others))

    return method


for _name in (*COMPARED, *READ):
    setattr(_Watched, f"__{_name}__", _noting(f"__{_name}__"))
