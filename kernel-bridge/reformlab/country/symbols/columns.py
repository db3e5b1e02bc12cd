"""A column of the program that behaves as an array of NumPy, or, where it has no entity, as a number."""

from collections.abc import Iterator
from typing import Any, Literal

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from .recording import Recording, UnknownAttribute, Untraceable

Kind = Literal["bool", "int", "float", "enum", "text"]
DTYPES: dict[Kind, str] = {"bool": "bool", "int": "int32", "float": "float32", "enum": "int16", "text": "U32"}


class Column(NDArrayOperatorsMixin):
    """`labels` are the texts a text column chooses from; `enum` is the class of an enum column."""

    __array_priority__ = 1000
    __slots__ = ("entity", "enum", "kind", "labels", "node", "recording", "rows")

    def __init__(
        self,
        recording: Recording,
        node: int,
        entity: str | None,
        kind: Kind,
        enum: Any = None,
        labels: tuple[str, ...] = (),
    ) -> None:
        self.recording = recording
        self.node = node
        self.entity = entity
        self.kind = kind
        self.enum = enum
        self.labels = labels
        # Of what a mask has picked, the mask; no operation keeps it.
        self.rows: int | None = None

    def become(self, other: "Column") -> "Column":
        """Takes another's place, as an array does that is written into."""
        self.node, self.kind, self.enum, self.labels = other.node, other.kind, other.enum, other.labels
        return self

    def like(self, node: int) -> "Column":
        return Column(self.recording, node, self.entity, self.kind, self.enum, self.labels)

    # What NumPy asks.

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        from .ufuncs import apply_ufunc

        return apply_ufunc(ufunc, method, inputs, options)

    def __array_function__(self, function: Any, types: Any, arguments: Any, options: Any) -> Any:
        from .functions import FUNCTIONS
        from .host_columns import computed, holds_host

        if holds_host(arguments):
            return computed(function, arguments, options)
        known = FUNCTIONS.get(function.__name__)
        if known is None:
            raise Untraceable(f"numpy.{function.__name__}")
        return known(*arguments, **options)

    def __array__(self, *_: Any, **__: Any) -> Any:
        if self.entity is None:
            return np.asarray(self.item())
        raise Untraceable("a formula turns a column into an array")

    # What Python asks of numbers: what is answered is a guard.

    def item(self) -> Any:
        value = self.recording.steer(self)
        if self.kind == "text":
            return self.labels[int(value)]
        if self.kind == "enum":
            return list(self.enum)[int(value)]
        return bool(value) if self.kind == "bool" else int(value) if value == int_or_nan(value) else value

    def __bool__(self) -> bool:
        return bool(self.recording.steer(self))

    def __float__(self) -> float:
        return self.recording.steer(self)

    def __int__(self) -> int:
        return int(self.recording.steer(self))

    __index__ = __int__

    def __hash__(self) -> int:
        return hash(self.recording.steer(self)) if self.entity is None else id(self)

    def __str__(self) -> str:
        return str(self.item()) if self.entity is None else f"<{self.kind} column of {self.entity}>"

    __repr__ = __str__

    def __format__(self, form: str) -> str:
        return format(self.item(), form)

    # What formulas ask of arrays.

    @property
    def size(self) -> int:
        return 1 if self.entity is None else self.recording.sizes[self.entity]

    @property
    def shape(self) -> tuple[int, ...]:
        return () if self.entity is None else (self.size,)

    @property
    def ndim(self) -> int:
        return len(self.shape)

    @property
    def dtype(self) -> Any:
        return np.dtype(DTYPES[self.kind])

    @property
    def possible_values(self) -> Any:
        return self.enum

    @possible_values.setter
    def possible_values(self, enum: Any) -> None:
        """`EnumArray(positions, enum)` sets it on what it views."""
        from .texts import as_number, enum_of_index

        self.become(enum_of_index(as_number(self), enum))

    @property
    def values(self) -> "Column":
        return self

    T = values

    def __len__(self) -> int:
        if self.entity is None:
            raise TypeError("a number has no length")
        return self.size

    def __iter__(self) -> Iterator[Any]:
        """Of texts, those there can be: `np.array` of what a formula makes of each is a column again."""
        if self.kind != "text" or self.entity is None:
            raise Untraceable("a formula loops over the rows of a column")
        self.recording.notes.looped = self
        return iter(self.labels)

    def copy(self, *_: Any, **__: Any) -> "Column":
        return self.like(self.node)

    flatten = ravel = to_numpy = copy

    def view(self, *_: Any) -> "Column":
        return self

    def reshape(self, *_: Any, **__: Any) -> "Column":
        return self

    def astype(self, type_: Any, *_: Any, **__: Any) -> Any:
        from .casts import cast

        return cast(self, type_)

    def decode(self) -> "Column":
        return self

    def decode_to_str(self) -> "Column":
        from .texts import text_of_enum

        return text_of_enum(self)

    def fillna(self, *_: Any, **__: Any) -> "Column":
        return self

    def __getitem__(self, key: Any) -> Any:
        from .masks import masked

        return masked(self, key)

    def __setitem__(self, key: Any, value: Any) -> None:
        from .masks import assigned

        self.become(assigned(self, key, value))

    def __getattr__(self, name: str) -> Any:
        """Methods that are functions of NumPy too: `x.round(2)` is `np.round(x, 2)`."""
        from .functions import FUNCTIONS, METHODS

        if name not in METHODS:
            raise UnknownAttribute(f"an array's {name}")
        function = FUNCTIONS[name]
        return lambda *arguments, **options: function(self, *arguments, **options)

    def __round__(self, digits: int = 0) -> Any:
        return np.round(self, digits)


def int_or_nan(value: float) -> float:
    return float(int(value)) if np.isfinite(value) else float("nan")
