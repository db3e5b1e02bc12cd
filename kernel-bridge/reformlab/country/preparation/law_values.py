"""Values of parameters as JSON has them, the same in laws and in prepared programs."""

import math
from typing import Any


def plain(value: Any) -> Any:
    """Infinities as words, dates as texts."""
    if isinstance(value, float) and not math.isfinite(value):
        return "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {str(name): plain(one) for name, one in value.items()}
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return value.item() if hasattr(value, "item") else str(value)


def type_of(values: list[Any]) -> str:
    """What the first value that there is is."""
    known = next((value for value in values if value is not None), 0)
    if isinstance(known, bool):
        return "bool"
    if isinstance(known, int | float) or known in ("inf", "-inf", "nan"):
        return "number"
    return "list" if isinstance(known, list) else "text"
