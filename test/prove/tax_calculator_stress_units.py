"""Draws tax units that stress rare inputs and writes what Tax-Calculator computes for them.

usage: tax_calculator_stress_units.py OUT VARIABLE,… UNITS SEED < JOBS

JOBS is JSON: [{"name": …, "years": […], "reform": its text or null}]. The units go to OUT/units.csv; each job's columns
to OUT/NAME-YEAR.f64, one after the other as raw little-endian doubles; a line is printed for each year done.
"""

import json
import pathlib
import sys

import numpy as np
import pandas as pd
import taxcalc as tc

out = pathlib.Path(sys.argv[1])
variables = sys.argv[2].split(",")
units, seed = int(sys.argv[3]), int(sys.argv[4])
jobs = json.load(sys.stdin)
random = np.random.default_rng(seed)
known = json.loads((pathlib.Path(tc.__file__).parent / "records_variables.json").read_text())["read"]
amounts = [name for name, rule in known.items() if rule["type"] == "float" and name != "s006"]
may_be_lost = "e00900p e00900s e02100p e02100s k1bx14p k1bx14s e01200 e02000 e26270 e27200 p22250 p23250 e24518 cmbtp".split()
of_spouse = [name for name in amounts if name.endswith("s") and name[:-1] + "p" in amounts] + ["pencon_s"]


def thresholds():
    """Every amount of money that the law of these years states: where schedules bend."""
    policy = tc.Policy()
    values = [
        np.ravel(getattr(policy, f"_{name}")[year - policy.start_year])
        for name in tc.Policy.parameter_list()
        for year in sorted({year for job in jobs for year in job["years"]})
    ]
    values = np.unique(np.concatenate(values).astype(float))
    return values[(values >= 100) & (values < 1e7)]


def amount_column(name, filled, bends):
    usual = np.round(10 ** random.uniform(0, 5.7, units), 2)
    huge = np.round(10 ** random.uniform(6, 9, units))
    at_bends = random.choice(bends, units) + random.choice([0, 0, 0, -0.01, 0.01, 1], units)
    values = np.choose(random.choice(3, units, p=[0.75, 0.03, 0.22]), [usual, huge, at_bends])
    if name in may_be_lost:
        values *= random.choice([1, -1], units, p=[0.65, 0.35])
    return np.where(random.random(units) < filled, values, 0.0)


def draw_units():
    # From one or two amounts on a return to nearly all.
    filled = random.choice([0.02, 0.1, 0.4, 0.9], units)
    bends = thresholds()
    table = {name: amount_column(name, filled, bends) for name in amounts}
    table["MARS"] = random.integers(1, 6, units)
    joint = table["MARS"] == 2
    for name in of_spouse:
        table[name] = np.where(joint, table[name], 0.0)
    for total in ("e00200", "e00900", "e02100"):
        table[total] = table[total + "p"] + table[total + "s"]
    for part, whole in (("e00650", "e00600"), ("e01700", "e01500")):
        table[whole] = np.maximum(table[whole], table[part])
    table["age_head"] = random.integers(0, 121, units)
    table["age_spouse"] = np.where(joint, random.integers(1, 121, units), 0)
    for name in ("DSI", "MIDR", "f6251", "PT_SSTB_income", "blind_head"):
        table[name] = (random.random(units) < 0.2).astype(int)
    table["blind_spouse"] = np.where(joint, random.integers(0, 2, units), 0)
    # Dependents: ages first, then the counts that follow from them.
    size = random.choice(12, units, p=[0.35, 0.15, 0.15, 0.1] + [0.25 / 8] * 8)
    span = random.choice([18, 25, 100], (units, 11), p=[0.6, 0.2, 0.2])
    dependent = np.where(np.arange(11) < size[:, None], (random.random((units, 11)) * span).astype(int), -1)
    people = np.column_stack([dependent, table["age_head"], np.where(joint, table["age_spouse"], -1)])

    def count(ages, low, high):
        return ((ages >= low) & (ages < high)).sum(axis=1)

    table["XTOT"] = count(people, 0, 200)
    table["nu18"], table["n1820"], table["n21"] = count(people, 0, 18), count(people, 18, 21), count(people, 21, 200)
    table["nu06"], table["nu13"], table["n24"] = (count(dependent, 0, limit) for limit in (6, 13, 17))
    table["elderly_dependents"] = count(dependent, 65, 200)
    table["EIC"] = np.minimum(3, random.integers(0, size + 1))
    table["f2441"] = random.integers(0, size + 1)
    table["RECID"] = np.arange(1, units + 1)
    table["h_seq"] = table["RECID"]
    table["fips"] = random.integers(1, 57, units)
    for name in ("a_lineno", "ffpos", "agi_bin", "data_source"):
        table[name] = random.integers(1, 3, units) - (name == "data_source")
    table["FLPDYR"] = np.full(units, 2014)
    table["s006"] = np.full(units, 100.0)
    return pd.DataFrame(table)[list(known)]


data = draw_units()
assert (data != 0).any().all(), "every input is non-zero somewhere"
data.to_csv(out / "units.csv", index=False)
for job in jobs:
    policy = tc.Policy()
    if job["reform"]:
        policy.implement_reform(tc.Policy.read_json_reform(job["reform"]))
    for year in job["years"]:
        policy.set_year(year)
        records = tc.Records(data=data, start_year=year, gfactors=None, weights=None)
        calculator = tc.Calculator(policy=policy, records=records, verbose=False)
        calculator.calc_all()
        columns = [np.asarray(calculator.array(name), dtype="<f8") for name in variables]
        np.concatenate(columns).tofile(out / f"{job['name']}-{year}.f64")
        print(f"{job['name']} {year}", flush=True)
