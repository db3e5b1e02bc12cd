"""Prints, as JSON, what Tax-Calculator's own test of sixty reforms compares, before and after it rounds.

usage: tax_calculator_reforms.py
"""

import copy
import csv
import json
import pathlib

import numpy as np
import pandas as pd
import taxcalc as tc

YEARS = 4
package = pathlib.Path(tc.__file__).parent
claiming = json.dumps({"eitc_claim_prob_scale": {"2013": 9e99}, "actc_claim_prob_scale": {"2013": 9e99}})
baselines = {
    "policy_current_law.json": [claiming],
    "2017_law.json": [claiming, (package / "reforms/2017_law.json").read_text()],
}
cps = tc.Records.read_cps_data()
subsample = cps.sample(frac=0.01, random_state=123456789)
records = tc.Records.cps_constructor(data=subsample)
full_weights = pd.read_csv(package / "cps_weights.csv.gz").loc[subsample.index]


def policy_of(texts):
    policy = tc.Policy()
    for text in texts:
        policy.implement_reform(tc.Policy.read_json_reform(text), print_warnings=False)
    return policy


def columns(policy, first, variable):
    """The variable and the weight in each of the years."""
    calculator = tc.Calculator(policy=policy, records=records, verbose=False)
    calculator.advance_to_year(first)
    for year in range(first, first + YEARS):
        if year > first:
            calculator.increment_year()
        calculator.calc_all()
        yield year, calculator.array(variable).copy(), calculator.array("s006")


policies = {name: policy_of(texts) for name, texts in baselines.items()}
known = {}
scales = {}
reforms = []
with open(package / "tests/reforms_expect.csv", encoding="utf-8") as file:
    expected = {row[0]: row[1:] for row in csv.reader(file)}
for number, reform in json.loads((package / "tests/reforms.json").read_text()).items():
    name, first, variable = reform["baseline"], reform["start_year"], reform["output_type"]
    text = json.dumps({key: {str(first): value} for key, value in reform["value"].items()})
    if (name, first, variable) not in known:
        known[name, first, variable] = list(columns(policies[name], first, variable))
    policy = copy.deepcopy(policies[name])
    policy.implement_reform(tc.Policy.read_json_reform(text), print_warnings=False)
    billions = []
    after = columns(policy, first, variable)
    for (year, baseline, weight), (_, reformed, _) in zip(known[name, first, variable], after):
        billions.append(float(((reformed - baseline) * weight).sum() * 1.0e-9))
        ratio = np.asarray(weight) / (full_weights[f"WT{year}"].to_numpy() * 0.01)
        assert np.allclose(ratio, ratio[0], rtol=1e-12)
        scales[year] = float(ratio[0])
    reforms.append(
        {
            "number": int(number),
            "title": reform["name"],
            "baseline": name,
            "text": text,
            "variable": variable,
            "first": first,
            "billions": billions,
            "expected": expected[number],
        }
    )
answer = {
    "recid": subsample["RECID"].astype(int).tolist(),
    "weightScales": {str(year): scales[year] for year in sorted(scales)},
    "baselines": baselines,
    "reforms": reforms,
}
print(json.dumps(answer))
