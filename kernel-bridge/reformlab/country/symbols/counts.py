"""`numpy.bincount` and `ufunc.at`, where a mask leaves no rows; else what they answer is unknown."""

from typing import Any

from .columns import Column
from .host_columns import HostColumn
from .lift import column_of
from .unknown import Unknown


def bincount(x: Any, weights: Any = None, minlength: Any = 0, **_: Any) -> Any:
    """Zeros where no rows are left; NumPy takes no columns of any other kind of the program."""
    recording = x.recording
    entity = recording.entity_of_size(minlength) if isinstance(minlength, int) else None
    if entity is not None and leaves_nobody(x):
        return column_of(recording, 0 if weights is None else 0.0, entity)
    return Unknown("numpy.bincount")


def leaves_nobody(values: Any) -> bool:
    """Whether the values are those of no rows at all."""
    rows = values.rows if isinstance(values, Column | HostColumn) else None
    return rows is not None and values.recording.graph.is_constant(rows, 0.0)
