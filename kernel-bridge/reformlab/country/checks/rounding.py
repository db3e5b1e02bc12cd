"""What counts as the same: the original computes in single precision, a program in double."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

STEPS = 64
"""Roundings of single precision that may add up on the way to a value."""
LEAST = 0.01
"""Amounts below a cent are rounding of sums of larger ones."""


def differs(original: NDArray[Any], compiled: NDArray[Any]) -> NDArray[np.bool_]:
    """Row by row, beyond rounding; missing values and infinities are the same as themselves.

    Programs have no texts and dates: these are data, and do not differ.
    """
    if original.dtype.kind not in "fiub":
        return np.zeros(len(compiled), dtype=bool)
    a, b = original.astype(np.float64), compiled.astype(np.float64)
    with np.errstate(invalid="ignore"):
        room = np.maximum(LEAST, STEPS * np.finfo(np.float32).eps * np.maximum(np.abs(a), np.abs(b)))
        same = (a == b) | (np.isnan(a) & np.isnan(b)) | (np.abs(a - b) <= room)
    return np.asarray(~same)
