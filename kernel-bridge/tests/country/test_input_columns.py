"""Inputs as the program gets them."""

import numpy as np
import pytest

from reformlab.country.traces.input_columns import as_written


def test_decimals_are_again_what_they_were_before_single_precision() -> None:
    given = [4495.4, 10608.52, -0.1, 3.0, 16_777_216.0, 0.333333]
    assert as_written(np.array(given, dtype=np.float32)).tolist() == given


def test_what_was_no_decimal_stays() -> None:
    rough = np.array([1 / 3, 1e-9, 1e30, -np.inf, np.pi], dtype=np.float32)
    np.testing.assert_array_equal(as_written(rough), rough.astype(np.float64))
    assert np.isnan(as_written(np.array([np.nan], dtype=np.float32))).all()


@pytest.mark.parametrize("type_", [bool, np.int32, "U3", "datetime64[D]"])
def test_other_types_are_left_alone(type_: str) -> None:
    values = np.zeros(3, dtype=type_)
    assert as_written(values).dtype == values.dtype


def test_values_are_those_of_single_precision() -> None:
    random = np.random.default_rng(1)
    for scale in (0.01, 1.0, 1e4, 1e8):
        given = random.normal(0, scale, 10_000).astype(np.float32)
        np.testing.assert_array_equal(as_written(given).astype(np.float32), given)
