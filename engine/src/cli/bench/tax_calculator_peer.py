"""Times Tax-Calculator's warm `calc_all` on request: reads a line, computes once, answers the seconds it took.

Used by `reformlab bench population --against tax-calculator`, which takes turns with it so that both meet the same
machine. The first line says when it is ready, with its record count and version.
"""

import json
import sys
import time

import taxcalc as tc

year = int(sys.argv[1])
policy = tc.Policy()
calculator = tc.Calculator(policy=policy, records=tc.Records.cps_constructor(), verbose=False)
calculator.advance_to_year(year)
calculator.calc_all()
print(json.dumps({"records": calculator.array_len, "version": tc.__version__}), flush=True)
for _ in sys.stdin:
    begun = time.perf_counter()
    calculator.calc_all()
    print(json.dumps({"seconds": time.perf_counter() - begun}), flush=True)
