"""Writes marginal tax rates that Tax-Calculator computes for its CPS file, as raw little-endian doubles in file order.

usage: tax_calculator_rates.py OUT YEAR VARIABLE,… < REFORM

REFORM is the text of a reform, or nothing. For each variable OUT/VARIABLE-{payroll_tax,income_tax,combined_tax}.f64 is written, with
respect to compensation for wages, by steps of one cent; OUT/RECID.f64 comes first. A line is printed for each variable done.
"""

import pathlib
import sys

import taxcalc as tc

out = pathlib.Path(sys.argv[1])
policy = tc.Policy()
reform = sys.stdin.read()
if reform:
    policy.implement_reform(tc.Policy.read_json_reform(reform))
calculator = tc.Calculator(policy=policy, records=tc.Records.cps_constructor(), verbose=False)
calculator.advance_to_year(int(sys.argv[2]))
calculator.calc_all()
calculator.array("RECID").astype("<f8").tofile(out / "RECID.f64")
for variable in sys.argv[3].split(","):
    rates = calculator.mtr(variable, calc_all_already_called=True)
    for name, values in zip(["payroll_tax", "income_tax", "combined_tax"], rates):
        values.astype("<f8").tofile(out / f"{variable}-{name}.f64")
    print(variable, flush=True)
