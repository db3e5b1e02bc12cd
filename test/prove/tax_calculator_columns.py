"""Writes columns that Tax-Calculator computes for its CPS file, as raw little-endian doubles in file order.

usage: tax_calculator_columns.py OUT VARIABLE,… < JOBS

JOBS is JSON: [{"name": …, "years": […], "reform": its text or null}]. Each column goes to OUT/NAME-YEAR-VARIABLE.f64;
a line is printed for each year done.
"""

import json
import pathlib
import sys

import taxcalc as tc

out = pathlib.Path(sys.argv[1])
out.mkdir(parents=True, exist_ok=True)
variables = sys.argv[2].split(",")
for job in json.load(sys.stdin):
    policy = tc.Policy()
    if job["reform"]:
        policy.implement_reform(tc.Policy.read_json_reform(job["reform"]))
    calculator = tc.Calculator(policy=policy, records=tc.Records.cps_constructor(), verbose=False)
    for year in sorted(job["years"]):
        if year > calculator.current_year:
            calculator.advance_to_year(year)
        calculator.calc_all()
        for variable in variables:
            calculator.array(variable).astype("<f8").tofile(out / f"{job['name']}-{year}-{variable}.f64")
        print(f"{job['name']} {year}", flush=True)
