"""Prints, for each year, the SHA-256 of every input column that Tax-Calculator's aged CPS records hold.

usage: tax_calculator_records.py FIRST_YEAR LAST_YEAR COLUMN,…

A line a year: JSON {"year": …, "columns": {name: hash of its little-endian doubles in file order}}.
"""

import hashlib
import json
import sys

import numpy as np
import taxcalc as tc

first, last = int(sys.argv[1]), int(sys.argv[2])
columns = sys.argv[3].split(",")
records = tc.Records.cps_constructor()
for year in range(first, last + 1):
    while records.current_year < year:
        records.increment_year()
    hashes = {
        name: hashlib.sha256(np.asarray(getattr(records, name)).astype("<f8").tobytes()).hexdigest()
        for name in columns
    }
    print(json.dumps({"year": year, "columns": hashes}), flush=True)
