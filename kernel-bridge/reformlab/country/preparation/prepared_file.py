"""A prepared program as a file of the engine's: `schema/country-prepared.schema.json`.

A head in JSON and blobs, as the host's messages are; a column is written as it is read, so that none is
held twice.
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from ..host.cache import written_whole
from ..law.load_system import System
from ..populations.population import record_ids
from ..simulation.trace import ParameterLeaf
from ..traces.input_columns import made_groups
from ..traces.write_program import write_guards
from .blobs import Blobs
from .law_values import plain
from .law_words import enum_names, type_of_variable
from .prepared import Prepared

FORMAT = "reformlab-prepared/1"


def write_prepared(
    path: Path, system: System, prepared: Prepared, law: str, year: int, changes: Mapping[str, Any] | None
) -> None:
    """Others see the whole file or none."""
    blobs = Blobs()
    head = _head(system, prepared, blobs) | {"law": law, "year": year, "reform": changes}
    # From here on only the graph is needed of what was traced, for recipes over data.
    prepared.trace.tracer.forget()
    with written_whole(path) as stream:
        blobs.write(stream, {"format": FORMAT, **head})


def _head(system: System, prepared: Prepared, blobs: Blobs) -> dict[str, Any]:
    trace, simulation = prepared.trace, prepared.simulation
    names = enum_names(system)
    variables = simulation.tax_benefit_system.variables
    guards = list(trace.guards.values())
    return {
        "package": {"name": system.name, "version": system.version.partition("+")[0]},
        "program": blobs.bytes(prepared.program),
        "entities": _entities(prepared, blobs),
        "relations": {name: blobs.add(rows, "<i4") for name, rows in prepared.relations.items()},
        "outputs": {
            f"{name}@{period}": {
                "variable": name,
                "period": period,
                "entity": entity,
                "type": type_of_variable(variables[name], names),
            }
            for (name, period), entity in trace.entities.items()
        },
        "parameters": [_parameter(leaf) for leaf in trace.parameters.values()],
        "values": blobs.add(prepared.parameters, "<f8"),
        "guards": {
            "program": blobs.bytes(write_guards(trace)),
            "expected": blobs.add(guards, "<f8"),
            "parameters": [_parameter(leaf) for leaf in trace.guard_leaves.values()],
        },
        "statics": [
            {"path": path, "instant": instant, "value": plain(value)}
            for (path, instant), value in trace.statics.items()
        ],
        "untraced": {
            name: {"cause": cause, "reads": sorted(prepared.reads.get(name, ()))}
            for name, cause in sorted(trace.untraced.items())
        },
        "assumptions": [*sorted(trace.assumptions), *prepared.unmet],
    }


def _entities(prepared: Prepared, blobs: Blobs) -> dict[str, Any]:
    read = prepared.column()
    found: dict[str, Any] = {}
    for key, population in prepared.simulation.populations.items():
        ids, count = record_ids(prepared.simulation, key), int(population.count)
        leaves = [leaf.name for leaf in prepared.trace.inputs.values() if leaf.entity == key]
        found[key] = {
            "count": count,
            "ids": blobs.add(ids, "<f8") if ids.dtype.kind in "biuf" else [str(one) for one in ids],
            "columns": {name: blobs.later(count, "<f8", partial(read, name)) for name in leaves},
        }
    for name, count in made_groups(prepared.trace, prepared.simulation).items():
        found[name] = {"count": count, "ids": blobs.add(range(count), "<f8"), "columns": {}}
    return found


def _parameter(leaf: ParameterLeaf) -> dict[str, Any]:
    return {"name": leaf.name, "path": leaf.path, "instants": leaf.instants, "type": leaf.type}
