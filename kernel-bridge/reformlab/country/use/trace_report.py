"""What a trace holds: for those who want to know what was compiled, and what was not."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ..host.cache import write_whole
from ..law.load_system import load_system
from ..populations.population import Population, open_population
from ..populations.simulation_values import as_asked
from ..preparation.prepared import copy_of, traced, traced_by
from ..simulation.trace import Trace
from ..simulation.tracer import Tracer
from ..traces.assumptions import unmet_assumptions
from ..traces.input_columns import leaf_reader
from ..traces.write_program import write_program

SHOWN = 20


def trace_report(
    package: str, variables: Sequence[str], population: Population | None, year: int, out: Path | None
) -> dict[str, Any]:
    """Traces for the inputs of a population, or with defaults alone; writes the program where `out` says."""
    system = load_system(package)
    asked = [as_asked(name, year) for name in variables]
    simulation = None if population is None else open_population(system, population, year)
    started = time.perf_counter()
    trace = traced_by(Tracer(system, ()), asked) if simulation is None else traced(system, simulation, asked)
    seconds = time.perf_counter() - started
    leaf = None if simulation is None else leaf_reader(trace, copy_of(simulation))
    if out is not None:
        write_whole(out, write_program(trace))
    return {
        "package": system.name,
        "version": system.version,
        "seconds": seconds,
        **_counts(trace),
        "unmet": {} if leaf is None else unmet_assumptions(trace, leaf),
    }


def _counts(trace: Trace) -> dict[str, Any]:
    leaves = ("constant", "parameter", "input")
    reached = list(trace.graph.reachable(list(trace.outputs.values())))
    ops = Counter(trace.graph.ops[node] for node in reached)
    return {
        "operations": sum(count for op, count in ops.items() if op not in leaves),
        "parameters": len(trace.parameters),
        "inputs": Counter(leaf.kind for leaf in trace.inputs.values()),
        "guards": len(trace.guards),
        "assumptions": sorted(trace.assumptions),
        "variables": len(trace.variables),
        "untraced": dict(sorted(trace.untraced.items())),
    }


def as_text(report: dict[str, Any]) -> Iterator[str]:
    """Lines."""
    yield f"{report['package']} {report['version']}, traced in {report['seconds']:.1f} s"
    yield f"  {report['operations']:,} operations of {report['variables']:,} variables"
    yield f"  {report['parameters']:,} parameters, {report['guards']:,} that steered formulas"
    inputs = ", ".join(f"{count:,} {kind}" for kind, count in sorted(report["inputs"].items()))
    yield f"  inputs: {inputs or 'none'}"
    for name, texts in report["unmet"].items():
        yield f"  {name}: {', '.join(texts)}, which this population does not bear out"
    untraced = report["untraced"]
    yield f"  {len(untraced):,} variables that the original engine computes"
    for name, cause in list(untraced.items())[:SHOWN]:
        yield f"    {name}: {cause}"
    if len(untraced) > SHOWN:
        yield f"    and {len(untraced) - SHOWN:,} more; --json has all"
