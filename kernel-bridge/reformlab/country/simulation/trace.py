"""A trace: the program of some outputs, and what it rests on."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from ..program.graph import Graph
from ..symbols.columns import Column
from ..symbols.host_columns import HostColumn
from ..symbols.recording import Untraceable, all_notes
from .entries import Entry, Key
from .scenario import Scenario

if TYPE_CHECKING:
    from .tracer import Tracer

InputKind = Literal["given", "position", "role", "host", "original"]


@dataclass(frozen=True)
class ParameterLeaf:
    """One dated segment of a parameter; all instants that read it must read one value."""

    name: str
    path: str
    instants: tuple[str, ...]
    value: float
    type: str


@dataclass(frozen=True)
class InputLeaf:
    name: str
    kind: InputKind
    entity: str
    type: str
    variable: str
    period: str
    domain: str


@dataclass
class Trace:
    graph: Graph
    # By what was asked for; nodes of the graph.
    outputs: dict[Key, int]
    entities: dict[Key, str]
    # In the order of the program's nodes.
    parameters: dict[str, ParameterLeaf]
    inputs: dict[str, InputLeaf]
    # Scalars that steered Python: node to value. `guard_leaves` are the parameters they rest on.
    guards: dict[int, float]
    guard_leaves: dict[str, ParameterLeaf]
    statics: dict[tuple[str, str], Any]
    assumptions: set[str]
    # Of variables, questions about all rows that parameters decide, and what they were taken for.
    assumed: dict[str, dict[int, tuple[str, bool]]]
    # Inputs that the original engine computed while formulas ran: their values may have shaped the program.
    computed: set[str]
    # Variables that the original engine has to compute, for their formula could not be traced; and why.
    untraced: dict[str, str]
    # Every computed variable the outputs reached, in its own period, and what its formula asked for.
    variables: dict[Key, int] = field(default_factory=dict)
    operands: dict[Key, tuple[Key, ...]] = field(default_factory=dict)
    hosts: dict[str, HostColumn] = field(default_factory=dict)
    # Of entities that formulas made, what tells their groups apart.
    groupings: dict[str, HostColumn] = field(default_factory=dict)
    # Of `role@group`, the group entity of the package.
    roles: dict[str, Any] = field(default_factory=dict)
    scenario: Scenario = field(default_factory=lambda: Scenario({}))
    tracer: Any = None


def assemble(tracer: "Tracer", found: dict[Key, Entry]) -> Trace:
    graph = tracer.recording.graph
    entries = _below(list(found.values()))
    outputs = {key: _node_of(key, entry.value) for key, entry in found.items()}
    nodes = graph.reachable(outputs.values())
    instants: dict[str, set[str]] = {}
    guards: dict[int, float] = {}
    noted = all_notes(entry.notes for entry in entries)
    for name, instant in set().union(*(notes.reads for notes in noted)):
        instants.setdefault(name, set()).add(instant)
    for notes in noted:
        guards |= notes.guards
    guarded = graph.reachable(guards)
    country = tracer.system.tax_benefit_system
    trace = Trace(
        graph=graph,
        outputs=outputs,
        entities={key: country.variables[key[0]].entity.key for key in outputs},
        parameters=_parameters(graph, nodes, instants),
        inputs=_inputs(graph, nodes),
        guards=guards,
        guard_leaves=_parameters(graph, guarded, instants),
        statics={key: value for notes in noted for key, value in notes.statics.items()},
        assumptions={text for notes in noted for text in notes.assumptions},
        assumed=_assumed(entries) if any(notes.assumed for notes in noted) else {},
        computed={entry.computed for entry in entries if entry.computed},
        untraced={},
        hosts=tracer.recording.hosts,
        groupings=_groupings(tracer, [*nodes, *guarded]),
        roles=tracer.roles,
        tracer=tracer,
    )
    originals = {leaf.split("@")[1] for leaf in original_leaves(trace)}
    for entry in entries:
        if entry.untraced and entry.key[0] in originals:
            trace.untraced[entry.key[0]] = entry.untraced
        if isinstance(entry.value, Column) and entry.key not in trace.variables:
            trace.variables[entry.key] = entry.value.node
            trace.operands[entry.key] = tuple(dict.fromkeys(child.key for child in entry.children))
    return trace


def _assumed(entries: list[Entry]) -> dict[str, dict[int, tuple[str, bool]]]:
    found: dict[str, dict[int, tuple[str, bool]]] = {}
    for entry in entries:
        for notes in all_notes([entry.notes]):
            if notes.assumed:
                found.setdefault(entry.key[0], {}).update(notes.assumed)
    return found


def _groupings(tracer: "Tracer", nodes: list[int]) -> dict[str, HostColumn]:
    entities = {tracer.recording.graph.entities[node] for node in nodes}
    return {name: key for name, key in tracer.recording.groupings.items() if name in entities}


def original_leaves(trace: Trace) -> list[str]:
    """Leaves that the original engine computes, also where only a recipe, or who traced, reads them."""
    found: dict[str, None] = {}
    waiting = [
        *trace.inputs,
        *trace.computed,
        *(leaf for key in trace.groupings.values() for leaf in key.recipe.leaves),
    ]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = None
            waiting.extend(trace.hosts[name].recipe.leaves if name in trace.hosts else ())
    return sorted(name for name in found if name.startswith("original@"))


def _node_of(key: Key, value: Any) -> int:
    if isinstance(value, HostColumn):
        if value.kind == "host":
            raise Untraceable(f"{key[0]} is of a type that the program does not have ({value.sample.dtype})")
        value = value.leaf()
    return int(value.node)


def _below(roots: list[Entry]) -> list[Entry]:
    """Each entry once, those that ask before those that are asked."""
    seen: dict[int, Entry] = {}
    waiting = roots[::-1]
    while waiting:
        entry = waiting.pop()
        if id(entry) not in seen:
            seen[id(entry)] = entry
            waiting.extend(reversed(entry.children))
    return list(seen.values())


def _parameters(graph: Graph, nodes: list[int], instants: dict[str, set[str]]) -> dict[str, ParameterLeaf]:
    leaves = {}
    for node in nodes:
        if graph.ops[node] == "parameter":
            name = graph.names[node]
            read = tuple(sorted(instants.get(name, ()))) or (name.rpartition("@")[2],)
            leaves[name] = ParameterLeaf(
                name, name.rpartition("@")[0], read, graph.values[node], graph.types[node]
            )
    return leaves


def _inputs(graph: Graph, nodes: list[int]) -> dict[str, InputLeaf]:
    leaves = {}
    for node in nodes:
        if graph.ops[node] == "input":
            name = graph.names[node]
            prefix, _, rest = name.partition("@")
            kind: InputKind = prefix if prefix in ("position", "role", "host", "original") else "given"  # type: ignore[assignment]
            variable, _, period = (rest if kind == "original" else name).partition("@")
            entity = graph.entities[node] or ""
            leaves[name] = InputLeaf(
                name, kind, entity, graph.types[node], variable, period, graph.domains[node]
            )
    return leaves
