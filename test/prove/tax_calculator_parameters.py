"""Prints what reforms make of Tax-Calculator's parameters, as a line of JSON for each.

usage: tax_calculator_parameters.py < JOBS      or, to list the reform files the package ships:  tax_calculator_parameters.py --list

JOBS is JSON: [{"name": …, "reforms": [text, …]}], applied in order. A line is {"name", "first", "values": {parameter:
[a value or vector for each year]}} or {"name", "refused": why}.
"""

import json
import pathlib
import sys

import taxcalc as tc

if "--list" in sys.argv:
    folder = pathlib.Path(tc.__file__).parent / "reforms"
    files = sorted(folder.glob("*.json")) + sorted(folder.glob("archive/*.json"))
    print(json.dumps([{"name": str(file.relative_to(folder)), "text": file.read_text()} for file in files]))
    sys.exit()

for job in json.load(sys.stdin):
    policy = tc.Policy()
    try:
        for reform in job["reforms"]:
            revision = tc.Policy.read_json_reform(reform)
            # ParamTools records go the way of the parent class.
            in_records = any(isinstance(value, list) for value in revision.values())
            (policy.adjust if in_records else policy.implement_reform)(revision, print_warnings=False)
    except Exception as problem:
        print(json.dumps({"name": job["name"], "refused": str(problem)[:300]}), flush=True)
        continue
    names = tc.Policy.parameter_list()
    values = {name: getattr(policy, f"_{name}").tolist() for name in names}
    print(json.dumps({"name": job["name"], "first": policy.start_year, "values": values}), flush=True)
