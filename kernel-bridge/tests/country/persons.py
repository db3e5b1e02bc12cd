"""Random persons for openfisca-country-template."""

import numpy as np
import pandas as pd

YEAR = 2026


def random_persons(count: int, seed: int) -> pd.DataFrame:
    """In households whose members do not stand together."""
    random = np.random.default_rng(seed)
    births = pd.Timestamp("1945-01-01") + pd.to_timedelta(random.integers(0, 29_000, count), unit="D")
    table = pd.DataFrame(
        {
            "person_id": np.arange(count) + 1000,
            "person_household_id": random.integers(0, count // 3 + 1, count),
            "person_household_role": np.where(random.random(count) < 0.6, "adult", "child"),
            "birth": births.strftime("%Y-%m-%d"),
            f"accommodation_size__{YEAR}-01": random.integers(20, 200, count),
        }
    )
    for month in range(1, 13):
        table[f"salary__{YEAR}-{month:02}"] = random.integers(0, 6000, count).astype(float)
    return table
