"""Tax scales whose thresholds, rates and amounts are scalars of the program.

They are the core's own classes, so that their helpers (inverse, combination, multiples) work as they are;
what computes for rows is another function while formulas run. The order of the thresholds is a guard.
"""

from collections.abc import Callable
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import numpy as np

from ..symbols.functions import where
from ..symbols.lift import lift, recording_of
from .parameters import ParameterReader, joined

VALUES = ("amount", "average_rate", "rate")


def scale_of(reader: ParameterReader, scale: Any, path: str, instant: str) -> Any:
    kind, pairs, brackets = reader.remembered(
        ("scale", path, instant), lambda: _read(reader, scale, path, instant)
    )
    traced = getattr(reader.core.taxscales, kind)()
    for threshold, value in pairs:
        _append(traced, threshold, value)
    # PolicyEngine UK's own kind of scale tells its brackets apart even where their thresholds cross.
    traced.components = tuple(SimpleNamespace(**bracket) for bracket in brackets)
    return traced


def _read(
    reader: ParameterReader, scale: Any, path: str, instant: str
) -> tuple[str, list[tuple[Any, Any]], list[Any]]:
    """The kind of scale, thresholds with their values in order, and its brackets as they are."""
    brackets = []
    for number, bracket in enumerate(scale.brackets):
        inner = f"{path}[{number}]"
        children = {
            name: reader.read(child, joined(inner, name), instant) for name, child in bracket.children.items()
        }
        brackets.append({name: value for name, value in children.items() if value is not None})
    is_single = scale.metadata.get("type") == "single_amount"
    value = (
        "amount"
        if is_single
        else next((name for name in VALUES if any(name in bracket for bracket in brackets)), "rate")
    )
    names = {"amount": "MarginalAmountTaxScale", "average_rate": "LinearAverageRateTaxScale"}
    kind = "SingleAmountTaxScale" if is_single else names.get(value, "MarginalRateTaxScale")
    pairs = []
    for bracket in _in_order([one for one in brackets if value in one and "threshold" in one]):
        worth = (
            bracket[value] * bracket["base"] if "base" in bracket and value != "amount" else bracket[value]
        )
        pairs.append((bracket["threshold"], worth))
    return kind, pairs, brackets


def _in_order(brackets: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """By threshold; each comparison of neighbours is noted."""
    ordered = sorted(brackets, key=lambda bracket: _value_of(bracket["threshold"]))
    for low, high in pairwise(ordered):
        bool(low["threshold"] < high["threshold"])
    return ordered


def _value_of(threshold: Any) -> float:
    return float(threshold.recording.graph.scalar_value(threshold.node))


def _append(scale: Any, threshold: Any, value: Any) -> None:
    values = scale.amounts if hasattr(scale, "amounts") else scale.rates
    if scale.thresholds and _value_of(scale.thresholds[-1]) == _value_of(threshold):
        values[-1] = values[-1] + value
    else:
        scale.thresholds.append(threshold)
        values.append(value)


def _zero(scale: Any, tax_base: Any, is_condition: bool = False) -> Any:
    """A column of zeros as long as the tax base, which may be a plain number."""
    recording = recording_of((tax_base, *scale.thresholds))
    zero = lift(recording, False if is_condition else 0.0)
    zero.entity = lift(recording, tax_base).entity
    return zero


def _reached(scale: Any, tax_base: Any, factor: Any, decimals: Any) -> list[Any]:
    thresholds = [threshold * factor for threshold in scale.thresholds]
    if decimals is not None:
        thresholds = [np.round(threshold, decimals) for threshold in thresholds]
    return [np.less_equal(threshold, tax_base) for threshold in thresholds]


def bracket_indices(scale: Any, tax_base: Any, factor: Any = 1.0, round_decimals: Any = None) -> Any:
    return (
        sum(where(is_reached, 1, 0) for is_reached in _reached(scale, tax_base, factor, round_decimals)) - 1
    )


def marginal_rates(scale: Any, tax_base: Any, factor: Any = 1.0, round_base_decimals: Any = None) -> Any:
    # Below the first threshold the index is -1: the last rate, as Python counts.
    result: Any = scale.rates[-1]
    reached = _reached(scale, tax_base, factor, round_base_decimals)
    for is_reached, rate in zip(reached, scale.rates, strict=True):
        result = where(is_reached, rate, result)
    return result


def rate_from_tax_base(scale: Any, tax_base: Any) -> Any:
    return marginal_rates(scale, tax_base)


def threshold_from_tax_base(scale: Any, tax_base: Any) -> Any:
    result: Any = scale.thresholds[-1]
    for is_reached, threshold in zip(_reached(scale, tax_base, 1.0, None), scale.thresholds, strict=True):
        result = where(is_reached, threshold, result)
    return result


def marginal_tax(scale: Any, tax_base: Any, factor: Any = 1.0, round_base_decimals: Any = None) -> Any:
    def rounded(value: Any) -> Any:
        return value if round_base_decimals is None else np.round(value, round_base_decimals)

    thresholds = [rounded(threshold * factor) for threshold in scale.thresholds] + [np.inf]
    total: Any = _zero(scale, tax_base)
    for low, high, rate in zip(thresholds, thresholds[1:], scale.rates, strict=False):
        below = tax_base if high is np.inf else np.minimum(tax_base, high)
        total = total + rounded(rate * rounded(np.maximum(below - low, 0)))
    return total


def average_tax(scale: Any, tax_base: Any, right: bool = False) -> Any:
    if len(scale.rates) == 1:
        return tax_base * scale.rates[0]
    # Above the last threshold PolicyEngine keeps the last rate, OpenFisca answers 0.
    is_kept = type(scale).__module__.startswith("policyengine")
    average: Any = _zero(scale, tax_base) + (scale.rates[-1] if is_kept else 0)
    pairs = list(zip(scale.thresholds, scale.rates, strict=True))
    for (low, rate), (high, next_rate) in reversed(list(pairwise(pairs))):
        slope = (next_rate - rate) / (high - low)
        average = where(np.less(tax_base, high), rate + (tax_base - low) * slope, average)
    return tax_base * where(np.less(tax_base, scale.thresholds[0]), 0.0, average)


def single_amount(scale: Any, tax_base: Any, right: bool = False) -> Any:
    is_condition = bool(scale.amounts) and all(getattr(one, "kind", "") == "bool" for one in scale.amounts)
    result: Any = _zero(scale, tax_base, is_condition)
    for threshold, amount in zip(scale.thresholds, scale.amounts, strict=True):
        reached = np.less(threshold, tax_base) if right else np.less_equal(threshold, tax_base)
        result = where(reached, amount, result)
    return result


def marginal_amount(scale: Any, tax_base: Any, right: bool = False) -> Any:
    total: Any = _zero(scale, tax_base)
    for threshold, amount in zip(scale.thresholds, scale.amounts, strict=True):
        total = total + where(np.less(threshold, tax_base), amount, 0.0)
    return total


METHODS: dict[str, dict[str, Callable[..., Any]]] = {
    "RateTaxScaleLike": {
        "bracket_indices": bracket_indices,
        "threshold_from_tax_base": threshold_from_tax_base,
    },
    "MarginalRateTaxScale": {
        "calc": marginal_tax,
        "marginal_rates": marginal_rates,
        "rate_from_tax_base": rate_from_tax_base,
    },
    "LinearAverageRateTaxScale": {"calc": average_tax},
    "SingleAmountTaxScale": {"calc": single_amount},
    "MarginalAmountTaxScale": {"calc": marginal_amount},
}
