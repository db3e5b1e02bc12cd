"""Operations of the program as the engine numbers them (`schema/program.proto`), and what they mean."""

from collections.abc import Callable
from typing import Any

import numpy as np

Array = Any  # np.ndarray or a scalar of NumPy: what ufuncs take and give


def _minimum(a: Array, b: Array) -> Array:
    return np.where(np.less(b, a), b, a)


def _maximum(a: Array, b: Array) -> Array:
    return np.where(np.less(a, b), b, a)


def _gather(key: Array, *cases: Array) -> Array:
    index = np.nan_to_num(np.asarray(key, dtype=float), nan=0.0)
    index = np.clip(np.trunc(index), 0, len(cases) - 1).astype(int)
    return np.choose(index, cases) if len(cases) <= 32 else _gather_many(index, cases)


def _gather_many(index: Array, cases: tuple[Array, ...]) -> Array:
    rows = np.broadcast_arrays(index, *cases)
    return np.stack(rows[1:])[(rows[0], *np.indices(rows[0].shape))]


# Code and meaning. Conditions are NumPy's booleans, categories their index.
ELEMENTWISE: dict[str, tuple[int, Callable[..., Array]]] = {
    "add": (100, np.add),
    "subtract": (101, np.subtract),
    "multiply": (102, np.multiply),
    "divide": (103, np.divide),
    "negate": (104, np.negative),
    "absolute": (105, np.absolute),
    "minimum": (106, _minimum),
    "maximum": (107, _maximum),
    "floor": (108, np.floor),
    "ceiling": (109, np.ceil),
    "truncate": (110, np.trunc),
    "round_half_even": (111, np.rint),
    "modulo": (112, np.fmod),
    "power": (113, np.power),
    "exponential": (114, np.exp),
    "logarithm": (115, np.log),
    "square_root": (116, np.sqrt),
    "is_finite": (200, np.isfinite),
    "less": (201, np.less),
    "less_or_equal": (202, np.less_equal),
    "equal": (203, np.equal),
    "not_equal": (204, np.not_equal),
    "and": (205, np.logical_and),
    "or": (206, np.logical_or),
    "not": (207, np.logical_not),
    "indicator": (208, lambda condition: np.where(condition, 1.0, 0.0)),
    "select": (300, np.where),
    "gather": (301, _gather),
}
LEAVES = {"constant": 1, "parameter": 2, "input": 3}
RELATIONS = {"sum_members": 400, "max_members": 401, "min_members": 402, "project": 403}
CODES = {**LEAVES, **RELATIONS, **{name: code for name, (code, _) in ELEMENTWISE.items()}}
MEANINGS = {name: meaning for name, (_, meaning) in ELEMENTWISE.items()}

CONDITIONS = frozenset({"is_finite", "less", "less_or_equal", "equal", "not_equal", "and", "or", "not"})
COMMUTATIVE = frozenset({"add", "multiply", "equal", "not_equal", "and", "or"})
