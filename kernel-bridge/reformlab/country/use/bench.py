"""Speed and memory of a reform: the original engine against the compiled program, taking turns in one run.

Each has a process of its own, for its own peak of memory. The original's time is that of `calculate`: its
population and its reform's law are built before. The compiled reform's is all from the reform's file to
values in the population's order; its program is prepared before, by a process that is measured apart and
ends, and its memory is that of Python and of the engine together.
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

from ...errors import ReformlabError
from ..host.host_message import read_head
from ..host.memory import in_bytes, peak_bytes, peak_bytes_of
from .country import Country


def bench(
    package: str, variables: Sequence[str], population: Path, year: int, reform: Path, repeat: int
) -> dict[str, Any]:
    """The least of so many runs of each, and the most memory that either took."""
    prepared = _prepare(package, variables, population, year)
    persons = _persons(Path(prepared.pop("law")))
    words = [package, ",".join(variables), str(population), str(year), str(reform), persons]
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
        "prepared": prepared,
        "records": facts["compiled"]["records"],
    }


def _prepare(package: str, variables: Sequence[str], population: Path, year: int) -> dict[str, Any]:
    """How long that took, from the cache or anew, and how much memory. Raises what `prepare` raises."""
    words = ["--population", str(population), "--year", str(year), "--variables", ",".join(variables)]
    command = [sys.executable, "-m", "reformlab.country", "prepare", package, *words]
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None  # noqa: S101
    answer = json.loads(process.stdout.read())
    _, _, used = os.wait4(process.pid, 0)
    if "error" in answer:
        raise ReformlabError.of_answer(answer)
    return {
        "seconds": time.perf_counter() - began,
        "cached": answer["cached"],
        "law": answer["law"],
        "peak_bytes": in_bytes(used.ru_maxrss),
    }


def _persons(law: Path) -> str:
    with law.open("rb") as stream:
        head = read_head(stream)
    return next(str(entity["name"]) for entity in head["entities"] if entity["isPerson"])


def as_text(measured: Mapping[str, Any]) -> Iterator[str]:
    """Lines."""
    yield f"{measured['package']}, {', '.join(measured['variables'])}, {measured['records']:,} persons"
    prepared = measured["prepared"]
    how = "found in the cache" if prepared["cached"] else "made"
    yield (
        f"  program {how} in {prepared['seconds']:,.1f} s, with at most {prepared['peak_bytes'] / 1e9:.2f} GB"
    )
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


def measure(
    kind: str, package: str, variables: str, population: str, year: str, reform: str, persons: str
) -> None:
    """What a measured process does: gets ready, runs when it is told to, and says what it took."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    warnings.simplefilter("ignore")

    def say(**fields: Any) -> None:
        answers.write(json.dumps(fields) + "\n")
        answers.flush()

    began = time.perf_counter()
    run = KINDS[kind](package, variables.split(","), Path(population), int(year), Path(reform), persons)
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
        self, package: str, variables: Sequence[str], population: Path, year: int, reform: Path, persons: str
    ) -> None:
        from ..law.load_system import load_system
        from ..law.reforms import package_reform
        from ..populations.population import open_population
        from ..populations.simulation_values import as_asked

        system = load_system(package)
        self._asked = [as_asked(name, year) for name in variables]
        self._simulation = open_population(system, population, year, package_reform(system, reform))
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
        self, package: str, variables: Sequence[str], population: Path, year: int, reform: Path, persons: str
    ) -> None:
        self._country = Country(package)
        self._question = (variables, population, year)
        self._reform = reform
        self._entity = persons
        self.records = len(self._country.answer(*self._question, None, self._entity).ids)

    def seconds(self) -> float:
        began = time.perf_counter()
        self._country.answer(*self._question, self._reform, self._entity)
        return time.perf_counter() - began

    def peak_bytes(self) -> int:
        return peak_bytes() + peak_bytes_of(self._country.host.pid or 0)


KINDS: dict[str, type[_Original] | type[_Compiled]] = {"original": _Original, "compiled": _Compiled}

if __name__ == "__main__":
    measure(*sys.argv[1:])
