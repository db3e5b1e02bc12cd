"""Values in the types that the original engine computes."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..law.load_system import System

Asked = tuple[str, str]
"""A variable and a period, as text."""


def as_asked(title: str, year: int) -> Asked:
    """`snap` in the year, `snap@2026-03` in a period of its own."""
    name, _, period = title.partition("@")
    return name, period or str(year)


def as_calculated(system: System, variable: str, values: NDArray[np.float64]) -> Any:
    """As the original's `calculate` answers: single precision, whole numbers, conditions, enums."""
    declared = system.tax_benefit_system.get_variable(variable)
    enums = system.core.enums
    if declared.value_type is enums.Enum:
        return enums.EnumArray(values.astype(np.int16), declared.possible_values)
    return values.astype(np.dtype(declared.dtype))


def as_numbers(values: Any) -> NDArray[Any]:
    """For comparisons: enums as their index; texts and dates as they are."""
    array = np.asarray(values)
    return array if array.dtype.kind in "OSUM" else array.astype(np.float64)
