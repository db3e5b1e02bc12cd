"""A process that runs files of tests: one JSON line each in, one out; it ends when it has grown too large."""

import json
import os
import sys
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..checks.run_once import RunOnce
from ..host.memory import resident_bytes
from ..host.program_host import ProgramHost
from ..law.load_system import load_system
from .light_systems import use_light_systems
from .run_file import kept_results, run_file


def main(package: str, options: Mapping[str, Any]) -> None:
    """What the package prints goes where errors go; answers have standard output for themselves."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    warnings.simplefilter("ignore")
    system = load_system(package)
    use_light_systems(system)
    with ProgramHost() as host:
        reference, every_original = bool(options["reference"]), bool(options["every_original"])
        run = RunOnce(system, None if reference else host)
        answers.write(json.dumps({"name": system.name, "version": system.version}) + "\n")
        answers.flush()
        for line in sys.stdin:
            asked = json.loads(line)
            file = Path(asked["file"])
            results = kept_results(system, file, reference, every_original)
            if results is None:
                results = run_file(system, file, asked["place"], run, every_original)
            is_last = resident_bytes() > options["most_bytes"]
            answer = {"results": [result.as_json() for result in results], "is_last": is_last}
            answers.write(json.dumps(answer) + "\n")
            answers.flush()
            if is_last:
                return


if __name__ == "__main__":
    main(sys.argv[1], json.loads(sys.argv[2]))
