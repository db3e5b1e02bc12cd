"""What can be sent: numbers of numpy become numbers, dates texts, infinity `unlimited`."""

import datetime
import math
from collections.abc import Mapping
from typing import Any

from .errors import ReformlabError


def plain(value: Any) -> Any:
    """As JSON knows it. Raises E_VALUE for what it does not know, missing values of tables among it."""
    if isinstance(value, Mapping):
        return {_key(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float) and math.isinf(value) and value > 0:
        return "unlimited"
    is_number = isinstance(value, int) or (isinstance(value, float) and math.isfinite(value))
    if value is None or is_number or isinstance(value, str):
        return value
    raise ReformlabError(
        "E_VALUE",
        f"{value!r} is no value.",
        "Write a number, True or False, or a text; leave out what is missing.",
        {"value": repr(value)},
    )


def _key(key: object) -> str:
    return key.isoformat()[:10] if isinstance(key, datetime.date) else str(key)
