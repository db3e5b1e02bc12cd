"""Dates that parameters decide, against NumPy's own."""

from typing import Any

import numpy as np
import pytest

from reformlab.country.program.evaluate_nodes import evaluate_nodes
from reformlab.country.symbols.columns import Column
from reformlab.country.symbols.dates import Dates
from reformlab.country.symbols.recording import Recording, Untraceable

RNG = np.random.default_rng(4)
MONTHS = RNG.integers(-2400, 2400, 500)
DAYS = RNG.integers(-60000, 60000, 500)


class Decided:
    """Columns that a parameter, which is 1, makes more than data."""

    def __init__(self) -> None:
        self.recording = Recording()
        self.data: dict[str, Any] = {}

    def column(self, values: Any) -> Any:
        graph, name = self.recording.graph, f"input{len(self.data)}"
        self.data[name] = values
        node = graph.elementwise("multiply", graph.input(name, "person"), graph.parameter("one@2000", 1))
        return Column(self.recording, node, "person", "int")

    def values(self, found: Any) -> Any:
        column = found.count if isinstance(found, Dates) else found
        return evaluate_nodes(self.recording.graph, [column.node], self.data.__getitem__)[column.node]


@pytest.fixture
def decided() -> Decided:
    return Decided()


@pytest.mark.parametrize(
    ("start", "unit", "wanted"),
    [("M", "D", MONTHS), ("D", "M", DAYS), ("D", "Y", DAYS), ("M", "Y", MONTHS), ("Y", "D", MONTHS // 12)],
)
def test_other_units_are_numpys(start: str, unit: str, wanted: Any, decided: Decided) -> None:
    found = decided.column(wanted).astype(f"datetime64[{start}]").astype(f"datetime64[{unit}]")
    expected = wanted.astype(f"datetime64[{start}]").astype(f"datetime64[{unit}]")
    np.testing.assert_array_equal(decided.values(found), expected.astype(np.int64))


def formulas(months: Any, days: Any) -> list[Any]:
    """What laws do with dates, of columns as of arrays."""
    start = months.astype("datetime64[M]").astype("datetime64[D]")
    day = days.astype("datetime64[D]")
    after = start + days.astype("timedelta64[D]")
    span = day - start
    return [
        after.astype("datetime64[M]"),
        span,
        span.astype(np.int64) // 7,
        (months.astype("datetime64[M]") + np.timedelta64(1, "M")).astype("datetime64[D]") - start,
        span / np.timedelta64(1, "D"),
        day < np.datetime64("2001-02-03"),
        np.where(day < start, day, start),
        np.maximum(day, np.datetime64("1999-12", "M")),
        np.timedelta64(30, "D") * (months % 5),
    ]


def test_arithmetic_is_numpys(decided: Decided) -> None:
    found = formulas(decided.column(MONTHS), decided.column(DAYS))
    for one, expected in zip(found, formulas(MONTHS, DAYS), strict=True):
        if isinstance(one, Dates):
            assert one.dtype == expected.dtype
            expected = expected.astype(np.int64)
        np.testing.assert_array_equal(decided.values(one), expected)


@pytest.mark.parametrize(
    "wrong", [lambda dates: dates + dates, lambda dates: dates * 2, lambda dates: np.exp(dates)]
)
def test_what_numpy_refuses_too(wrong: Any, decided: Decided) -> None:
    with pytest.raises(Untraceable):
        wrong(decided.column(DAYS).astype("datetime64[D]"))
