"""Writes what taxes become when people respond, as `behresp` computes it for the CPS file, as raw little-endian doubles.

usage: tax_calculator_responses.py OUT YEAR SUBSTITUTION INCOME CAPITAL_GAINS < REFORM

Writes OUT/RECID.f64 and OUT/{iitax,combined,c00100,c04800}.f64 under the reform with responses, in file order.
"""

import pathlib
import sys

import behresp
import taxcalc as tc

out = pathlib.Path(sys.argv[1])
year = int(sys.argv[2])
substitution, income, gains = map(float, sys.argv[3:6])
records = tc.Records.cps_constructor()
policy = tc.Policy()
baseline = tc.Calculator(policy=policy, records=records, verbose=False)
policy.implement_reform(tc.Policy.read_json_reform(sys.stdin.read()))
reform = tc.Calculator(policy=policy, records=records, verbose=False)
baseline.advance_to_year(year)
reform.advance_to_year(year)
elasticities = {"sub": substitution, "inc": income, "cg": gains}
_, answer = behresp.response(baseline, reform, elasticities)
baseline.array("RECID").astype("<f8").tofile(out / "RECID.f64")
for name in ["iitax", "combined", "c00100", "c04800"]:
    answer[name].to_numpy().astype("<f8").tofile(out / f"{name}.f64")
