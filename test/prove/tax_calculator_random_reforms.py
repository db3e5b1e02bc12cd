"""Draws random reforms that Tax-Calculator accepts and computes each in one year for some units of its CPS file.

usage: tax_calculator_random_reforms.py OUT VARIABLE,… COUNT UNITS SEED

First prints {"recid": […]}, then a line for each reform: {"index", "year", "texts", "refused"}: the texts to apply in
order, and those drawn before that it refuses. Columns are in OUT/INDEX.f64, one after the other, in the order of RECID.
"""

import copy
import json
import multiprocessing
import pathlib
import sys

import numpy as np
import taxcalc as tc

out = pathlib.Path(sys.argv[1])
variables = sys.argv[2].split(",")
count, units, seed = map(int, sys.argv[3:6])
package = pathlib.Path(tc.__file__).parent
defaults = json.loads((package / "policy_current_law.json").read_text())
labels = defaults.pop("schema")["labels"]
choices = {name: labels[name]["validators"]["choice"]["choices"] for name in ("MARS", "EIC")}
UNLIMITED = 9e99


def scaled(random, name, value):
    """A plausible other value: half to double, or from scratch where there is none or no limit."""
    bounds = defaults[name]["validators"]["range"]
    # A neighbour bounds it: a bracket moves little, so that brackets stay in order.
    in_order = isinstance(bounds["min"], str) or isinstance(bounds["max"], str)
    low, high = (0, UNLIMITED) if in_order else (bounds["min"], bounds["max"])
    is_rate = high <= 1 or name.endswith("rt")
    if value not in (0, UNLIMITED):
        other = value * 2 ** (random.uniform(-0.2, 0.2) if in_order else random.uniform(-1, 1))
    elif is_rate:
        other = random.uniform(max(low, -1), min(high, 1))
    else:
        other = 10 ** (random.uniform(6, 7) if in_order else random.uniform(2, 6))
    return float(min(max(round(other, 4) if is_rate else round(other), low), high))


def drawn(random, name, current):
    """A value of the parameter, or a vector of which one member or all are new."""
    parameter = defaults[name]
    if parameter["type"] == "bool":
        return not current
    if parameter["type"] == "int":
        bounds = parameter["validators"]["range"]
        return int(min(max(current + random.integers(-3, 4), bounds["min"]), bounds["max"]))
    if not isinstance(current, list):
        return scaled(random, name, current)
    chosen = range(len(current)) if random.random() < 0.6 else [random.integers(len(current))]
    return [scaled(random, name, value) if i in chosen else value for i, value in enumerate(current)]


def in_records(name, years):
    """The same as ParamTools records: one for each year and, of a vector, for each label."""
    label = next((key for key in choices if name in defaults and key in defaults[name]["value"][0]), None)
    for year, value in years.items():
        if label is None:
            yield {"year": int(year), "value": value}
        else:
            yield from ({"year": int(year), label: key, "value": one} for key, one in zip(choices[label], value))


def draw_reform(random, base, first, year):
    """From three to a dozen parameters in years up to `year`, some with their indexation switched."""
    reform = {}
    # Where the offset of indexation moves values from 2026 on, both do so on purpose in their own way.
    names = [name for name in defaults if year < 2026 or name != "parameter_indexing_CPI_offset"]
    for name in random.choice(names, random.integers(3, 13), replace=False):
        years = sorted(set(random.integers(max(first, year - 12), year + 1, random.choice([1, 1, 2]))))
        values = getattr(base, f"_{name}")
        reform[name] = {str(y): drawn(random, name, values[y - 2013].tolist()) for y in years}
        if defaults[name].get("indexable") and random.random() < 0.3:
            switched = years[0] if random.random() < 0.8 else random.integers(first, year + 1)
            reform[f"{name}-indexed"] = {str(switched): bool(random.integers(2))}
    if random.random() < 0.2:
        reform = {name: list(in_records(name, years)) for name, years in reform.items()}
    return json.dumps(reform)


def reformed(policy, text):
    """A copy of the policy, changed."""
    policy = copy.deepcopy(policy)
    revision = tc.Policy.read_json_reform(text)
    # ParamTools records go the way of the parent class.
    records = any(isinstance(value, list) for value in revision.values())
    (policy.adjust if records else policy.implement_reform)(revision, print_warnings=False)
    return policy


def calculated(policy, year):
    policy.set_year(year)
    calculator = tc.Calculator(policy=policy, records=aged[year], verbose=False)
    calculator.calc_all()
    return calculator


def compute(index):
    """Draws until a reform is accepted, and computes it."""
    random = np.random.default_rng([seed, index])
    year = int(random.integers(2014, 2037))
    # With the law of 2017 both limits on itemized deductions are in effect from 2026, and it stops. That law switches
    # indexation in 2018: a value before that year would be indexed there as from the switch on.
    texts = [law_2017] if 2018 <= year < 2026 and random.random() < 0.5 else []
    refused = []
    while True:
        reform = draw_reform(random, bases[len(texts)], 2018 if texts else 2013, year)
        try:
            calculator = calculated(reformed(bases[len(texts)], reform), year)
        except Exception as problem:
            refused.append({"texts": [*texts, reform], "why": str(problem)[:200]})
            continue
        columns = [np.asarray(calculator.array(name), dtype="<f8") for name in variables]
        np.concatenate(columns).tofile(out / f"{index}.f64")
        return json.dumps({"index": index, "year": year, "texts": [*texts, reform], "refused": refused})


law_2017 = (package / "reforms/2017_law.json").read_text()
current_law = tc.Policy()
bases = [current_law, reformed(current_law, law_2017)]
cps = tc.Records.read_cps_data()
draws = tc.Records.cps_constructor(data=cps).credit_claim_urn
chosen = cps.sample(units, random_state=seed).sort_values("RECID")
records = tc.Records.cps_constructor(data=chosen)
records.credit_claim_urn[:] = draws[chosen.index]
aged = {}
for year in range(2014, 2037):
    if year > 2014:
        records.increment_year()
    aged[year] = copy.deepcopy(records)
calculated(copy.deepcopy(current_law), 2014)  # compiled once, for all processes

if __name__ == "__main__":
    print(json.dumps({"recid": chosen["RECID"].astype(int).tolist()}), flush=True)
    with multiprocessing.get_context("fork").Pool() as pool:
        for line in pool.imap(compute, range(count)):
            print(line, flush=True)
