"""Speed and memory of a reform: the original engine against the compiled program, taking turns in one run.

Each has a process of its own, for its own peak of memory. The original's time is that of `calculate`: its
population and its reform's law are built before. The compiled reform's is all from the reform's file to
values in the population's order.
"""

import json
import os
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..host.memory import peak_bytes, peak_bytes_of
from ..host.program_host import ProgramHost
from ..law.load_system import load_system
from ..populations.simulation_values import as_asked
from .compiled_population import CompiledPopulation
from .country_law import law_of, original_simulation


def bench(
    package: str, variables: Sequence[str], population: Path, year: int, reform: Path, repeat: int
) -> dict[str, Any]:
    """The least of so many runs of each, and the most memory that either took."""
    words = [package, ",".join(variables), str(population), str(year), str(reform)]
    measured = {kind: _start(kind, words) for kind in ("compiled", "original")}
    seconds: dict[str, list[float]] = {kind: [] for kind in measured}
    for _ in range(repeat):
        for kind, process in measured.items():
            seconds[kind].append(_ask(process, "run")["seconds"])
    facts = {kind: _ask(process, "end") for kind, process in measured.items()}
    for process in measured.values():
        process.wait()
    least = {kind: min(values) for kind, values in seconds.items()}
    return {
        "package": package,
        "variables": list(variables),
        "seconds": least,
        "faster": least["original"] / least["compiled"],
        "peak_bytes": {kind: fact["peak_bytes"] for kind, fact in facts.items()},
        "memory_share": facts["compiled"]["peak_bytes"] / facts["original"]["peak_bytes"],
        "ready_seconds": {kind: fact["ready_seconds"] for kind, fact in facts.items()},
        "records": facts["compiled"]["records"],
    }


def as_text(measured: Mapping[str, Any]) -> Iterator[str]:
    """Lines."""
    yield f"{measured['package']}, {', '.join(measured['variables'])}, {measured['records']:,} persons"
    for kind in ("original", "compiled"):
        gigabytes = measured["peak_bytes"][kind] / 1e9
        yield (
            f"  {kind:<9}{measured['seconds'][kind] * 1000:>12,.1f} ms a reform, at most {gigabytes:.2f} GB, "
            f"ready after {measured['ready_seconds'][kind]:,.1f} s"
        )
    yield f"  {measured['faster']:,.0f} times as fast in {measured['memory_share']:.0%} of the memory"


def _start(kind: str, words: Sequence[str]) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-m", __name__, kind, *words],
        env=os.environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    _answer(process)
    return process


def _ask(process: "subprocess.Popen[str]", word: str) -> dict[str, Any]:
    assert process.stdin is not None  # noqa: S101
    process.stdin.write(f"{word}\n")
    process.stdin.flush()
    return _answer(process)


def _answer(process: "subprocess.Popen[str]") -> dict[str, Any]:
    assert process.stdout is not None  # noqa: S101
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"a measured process ended with status {process.wait()}")
    found: dict[str, Any] = json.loads(line)
    return found


def measure(kind: str, package: str, variables: str, population: str, year: str, reform: str) -> None:
    """What a measured process does: gets ready, runs when it is told to, and says what it took."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    warnings.simplefilter("ignore")

    def say(**fields: Any) -> None:
        answers.write(json.dumps(fields) + "\n")
        answers.flush()

    began = time.perf_counter()
    run = KINDS[kind](package, variables.split(","), Path(population), int(year), Path(reform))
    ready = time.perf_counter() - began
    say(ready_seconds=ready)
    for line in sys.stdin:
        if line.strip() == "end":
            say(peak_bytes=run.peak_bytes(), ready_seconds=ready, records=run.records)
            return
        say(seconds=run.seconds())


class _Original:
    """Forgets what it computed before each run."""

    def __init__(
        self, package: str, variables: Sequence[str], population: Path, year: int, reform: Path
    ) -> None:
        system = load_system(package)
        self._asked = [as_asked(name, year) for name in variables]
        self._simulation = original_simulation(system, population, year, reform)
        self.records = int(self._simulation.persons.count)

    def seconds(self) -> float:
        simulation = self._simulation.clone()
        began = time.perf_counter()
        for name, period in self._asked:
            simulation.calculate(name, period)
        return time.perf_counter() - began

    def peak_bytes(self) -> int:
        return peak_bytes()


class _Compiled:
    """From the reform's file to values, with the law as it stands computed before."""

    def __init__(
        self, package: str, variables: Sequence[str], population: Path, year: int, reform: Path
    ) -> None:
        self._system = load_system(package)
        self._asked = [as_asked(name, year) for name in variables]
        self._host = ProgramHost()
        self._opened = CompiledPopulation(self._system, self._host, population, year)
        self._reform = reform
        self._opened.values(self._asked, law_of(self._system, self._opened.simulation, None))
        self.records = int(self._opened.simulation.persons.count)

    def seconds(self) -> float:
        began = time.perf_counter()
        self._opened.values(self._asked, law_of(self._system, self._opened.simulation, self._reform))
        return time.perf_counter() - began

    def peak_bytes(self) -> int:
        return peak_bytes() + peak_bytes_of(self._host.pid or 0)


KINDS: dict[str, type[_Original] | type[_Compiled]] = {"original": _Original, "compiled": _Compiled}

if __name__ == "__main__":
    measure(*sys.argv[1:])
