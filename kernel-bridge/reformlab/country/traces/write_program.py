"""A trace as the bytes of `schema/program.proto`, written without a Protocol Buffers library."""

import struct
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np

from ..program.operations import CODES
from ..simulation.trace import Trace

TYPES = {"number": 1, "bool": 2, "category": 3}


Variable = tuple[str, int, str, str]
"""A variable's name, node, entity and label."""


def write_program(trace: Trace) -> bytes:
    """The nodes the outputs need; variables are named `variable@period`."""
    graph, country = trace.graph, trace.tracer.system.tax_benefit_system
    variables = [
        (
            f"{name}@{period}",
            node,
            trace.entities[(name, period)],
            str(getattr(country.variables[name], "label", "") or ""),
        )
        for (name, period), node in trace.outputs.items()
    ]
    guards = [
        _message(7, _text(1, graph.names[node]) + _double(2, value))
        for node, value in trace.guards.items()
        if graph.ops[node] == "parameter"
    ]
    return _program(trace, variables) + b"".join(guards)


def write_guards(trace: Trace) -> bytes:
    """What steered formulas, as variables of persons: "0", "1", … in the order of the trace's guards."""
    persons = next(e.key for e in trace.tracer.system.tax_benefit_system.entities if e.is_person)
    guards = [(str(place), node, persons, "") for place, node in enumerate(trace.guards)]
    return _program(replace(trace, groupings={}), guards)


def _program(trace: Trace, variables: list[Variable]) -> bytes:
    graph = trace.graph
    nodes = graph.reachable(node for _, node, _, _ in variables)
    position = {node: at for at, node in enumerate(nodes)}
    country = trace.tracer.system.tax_benefit_system
    entities = [*(entity.key for entity in country.entities), *trace.groupings]
    persons = next(entity.key for entity in country.entities if entity.is_person)
    members = {entity.key: persons for entity in country.entities if not entity.is_person}
    members |= {name: str(key.entity) for name, key in trace.groupings.items()}
    domains = sorted({graph.domains[node] for node in nodes} - {""})
    parts = [_text(1, entity) for entity in entities]
    parts += [
        _message(
            2,
            _text(1, f"{member}.{group}")
            + _number(2, entities.index(member))
            + _number(3, entities.index(group)),
        )
        for group, member in members.items()
    ]
    parts += [
        _message(3, _text(1, name) + b"".join(_text(2, label) for label in graph.labels[name]))
        for name in domains
    ]
    parts.append(_message(4, _nodes(trace, nodes, position, entities, domains)))
    parts += [
        _message(
            5,
            _text(1, name)
            + _number(2, position[node])
            + _number(3, entities.index(entity))
            + _text(4, label),
        )
        for name, node, entity, label in variables
    ]
    return b"".join(parts)


def _nodes(
    trace: Trace, nodes: list[int], position: dict[int, int], entities: list[str], domains: list[str]
) -> bytes:
    graph = trace.graph
    texts: dict[str, int] = {}
    names = [texts.setdefault(graph.names[n], len(texts) + 1) if graph.names[n] else 0 for n in nodes]
    at = {name: place + 1 for place, name in enumerate(entities)}
    domain = {name: place + 1 for place, name in enumerate(domains)}
    operands = [position[node] - position[operand] for node in nodes for operand in graph.operands[node]]
    constants = [graph.values[node] for node in nodes if graph.ops[node] == "constant"]
    return b"".join(
        [
            _packed(1, [CODES[graph.ops[node]] for node in nodes]),
            _packed(2, [TYPES[graph.types[node]] for node in nodes]),
            _packed(3, [at.get(graph.entities[node] or "", 0) for node in nodes]),
            _packed(4, names),
            _packed(5, [domain.get(graph.domains[node], 0) for node in nodes]),
            _packed(6, [0] * len(nodes)),
            _packed(7, [len(graph.operands[node]) for node in nodes]),
            _packed(8, operands),
            _message(9, np.asarray(constants, dtype="<f8").tobytes()),
            *(_text(10, text) for text in texts),
        ]
    )


def _varints(values: Any) -> bytes:
    """Unsigned numbers below 2^35, seven bits a byte, lowest first."""
    numbers = np.asarray(list(values), dtype=np.uint64)
    shifted = numbers[:, None] >> np.arange(0, 35, 7, dtype=np.uint64)
    digits = (shifted & np.uint64(127)).astype(np.uint8)
    more = np.concatenate([shifted[:, 1:] > 0, np.zeros((numbers.size, 1), dtype=bool)], axis=1)
    kept = np.concatenate([np.ones((numbers.size, 1), dtype=bool), shifted[:, 1:] > 0], axis=1)
    return bytes((digits | (more.astype(np.uint8) << 7))[kept].tobytes())


def _varint(value: int) -> bytes:
    digits = bytearray()
    while value > 127:
        digits.append(value & 127 | 128)
        value >>= 7
    digits.append(value)
    return bytes(digits)


def _packed(field: int, values: Iterable[int]) -> bytes:
    return _message(field, _varints(values))


def _message(field: int, content: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(content)) + content


def _text(field: int, text: str) -> bytes:
    return _message(field, text.encode()) if text or field in (1, 2, 10) else b""


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _double(field: int, value: float) -> bytes:
    return _varint(field << 3 | 1) + struct.pack("<d", value)
