"""Persons in PolicyEngine's flat form, made from the public CPS file of Tax-Calculator (CC0).

    .venv/bin/python test/prove/country_persons.py 20000 persons.parquet

writes a row for each person of so many tax units, drawn with a fixed seed: each tax unit is a household of its own, with
a head, a spouse where it files jointly, and its children, whose ages are those of the middle of the file's groups.
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd
import taxcalc

YEAR = 2026
MOST_CHILDREN = 8
HEAD_INCOMES = {
    "taxable_interest_income": "e00300",
    "qualified_dividend_income": "e00650",
    "taxable_private_pension_income": "e01700",
    "social_security_retirement": "e02400",
    "unemployment_compensation": "e02300",
    "real_estate_taxes": "e18500",
}
GROUPS = ("household", "tax_unit", "spm_unit", "family")


def tax_units(count: int) -> pd.DataFrame:
    """Drawn from those with a weight."""
    folder = Path(taxcalc.__file__).parent
    units = pd.read_csv(folder / "cps.csv.gz")
    units["weight"] = pd.read_csv(folder / "cps_weights.csv.gz")[f"WT{YEAR}"] / 100
    units = units[units.weight > 0]
    return (units.sample(count, random_state=0) if count < len(units) else units).reset_index(drop=True)


def persons(units: pd.DataFrame) -> pd.DataFrame:
    """Heads, spouses and children, unit by unit."""
    unit = np.arange(len(units))
    head = _adults(units, "head", unit).assign(
        age=np.maximum(units.age_head, 16),
        non_qualified_dividend_income=np.maximum(units.e00600 - units.e00650, 0),
        **{name: units[code] for name, code in HEAD_INCOMES.items()},
    )
    spouse = _adults(units, "spouse", unit)[units.MARS == 2]
    everyone = pd.concat([head, spouse, *_children(units, unit)]).sort_values(["unit", "place"], kind="stable")
    everyone = everyone.fillna(0).reset_index(drop=True)
    everyone["is_blind"] = everyone.is_blind.astype(bool)
    place, own = everyone.place.to_numpy(), everyone.unit.to_numpy()
    ids = {f"person_{group}_id": own for group in GROUPS}
    # Children are marital units of one.
    marital = own * (MOST_CHILDREN + 2) + np.where(place < 2, 0, place)
    return everyone.drop(columns=["unit", "place"]).assign(
        person_id=np.arange(len(everyone)),
        **ids,
        person_marital_unit_id=marital,
        state_fips=units.fips.to_numpy()[own],
        household_weight=units.weight.to_numpy()[own],
        is_tax_unit_head=place == 0,
        is_tax_unit_spouse=place == 1,
        is_tax_unit_dependent=place > 1,
    )


def _adults(units: pd.DataFrame, who: str, unit: np.ndarray) -> pd.DataFrame:
    suffix = who[0].replace("h", "p")
    return pd.DataFrame(
        {
            "unit": unit,
            "place": 0 if who == "head" else 1,
            "age": units[f"age_{who}"],
            "employment_income": units[f"e00200{suffix}"],
            "self_employment_income": units[f"e00900{suffix}"],
            "is_blind": units[f"blind_{who}"] > 0,
        }
    )


def _children(units: pd.DataFrame, unit: np.ndarray) -> list[pd.DataFrame]:
    count = np.minimum(units.nu18, MOST_CHILDREN)
    under_6, under_13 = np.minimum(units.nu06, count), np.minimum(units.nu13, count)
    ages = [np.where(child < under_6, 3, np.where(child < under_13, 9, 15)) for child in range(MOST_CHILDREN)]
    return [
        pd.DataFrame({"unit": unit, "place": 2 + child, "age": ages[child]})[count > child]
        for child in range(MOST_CHILDREN)
    ]


if __name__ == "__main__":
    _, wanted, out = sys.argv
    found = persons(tax_units(int(wanted)))
    found.to_parquet(out) if out.endswith(".parquet") else found.to_csv(out, index=False)
    print(f"{len(found):,} persons of {int(wanted):,} tax units, written to {out}")
