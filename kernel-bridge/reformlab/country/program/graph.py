"""The program while it is written: nodes held once each, constants folded and identities simplified."""

import math
from collections.abc import Container, Iterable
from dataclasses import dataclass, field

import numpy as np

from .operations import COMMUTATIVE, CONDITIONS, MEANINGS
from .simplify import simplify

NUMBER, BOOL, CATEGORY = "number", "bool", "category"
Key = tuple[object, ...]


@dataclass
class Graph:
    """Columns of nodes, as in `schema/program.proto`; a node is its position."""

    ops: list[str] = field(default_factory=list)
    operands: list[tuple[int, ...]] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    entities: list[str | None] = field(default_factory=list)
    # Of a parameter or input its leaf, of a relation operation its relation.
    names: list[str] = field(default_factory=list)
    domains: list[str] = field(default_factory=list)
    # Of a constant its value, of a parameter what it was when it was read.
    values: list[float] = field(default_factory=list)
    depends_on_parameters: list[bool] = field(default_factory=list)
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _known: dict[Key, int] = field(default_factory=dict)

    def constant(self, value: float, type_: str = NUMBER, domain: str = "") -> int:
        value = float(value)
        key = ("constant", type_, domain, value if value == value else "nan", math.copysign(1, value))
        return self._node(key, "constant", (), type_, None, "", domain, value, False)

    def parameter(self, name: str, value: float, type_: str = NUMBER) -> int:
        return self._node(("parameter", name), "parameter", (), type_, None, name, "", float(value), True)

    def input(self, name: str, entity: str, type_: str = NUMBER, domain: str = "") -> int:
        key = ("input", name, type_)
        return self._node(key, "input", (), type_, entity, name, domain, math.nan, False)

    def domain(self, name: str, labels: Iterable[str]) -> str:
        """The name under which an enum of these labels is held: the given one, unless another has it."""
        wanted = tuple(labels)
        held = name
        number = 1
        while self.labels.setdefault(held, wanted) != wanted:
            number += 1
            held = f"{name}_{number}"
        return held

    def elementwise(self, op: str, *operands: int) -> int:
        if op in COMMUTATIVE and operands[0] > operands[1]:
            operands = (operands[1], operands[0])
        simpler = simplify(self, op, operands)
        if simpler is not None:
            return simpler
        last = operands[-1]
        type_ = BOOL if op in CONDITIONS else self.types[last] if op in ("select", "gather") else NUMBER
        domain = self.domains[last] if type_ == CATEGORY else ""
        if all(self.ops[operand] == "constant" for operand in operands):
            with np.errstate(all="ignore"):
                folded = MEANINGS[op](*(np.float64(self.values[operand]) for operand in operands))
            return self.constant(float(folded), type_, domain)
        return self._operation(op, operands, type_, domain, self._entity_of(operands), "")

    def relation(self, op: str, relation: str, target: str, operand: int) -> int:
        """An operation between the members and their groups; `target` is the entity of the result."""
        if self.entities[operand] is None and (op == "project" or self.is_constant(operand, 0.0)):
            return operand
        return self._operation(op, (operand,), self.types[operand], self.domains[operand], target, relation)

    def is_constant(self, node: int, value: float) -> bool:
        return self.ops[node] == "constant" and self.values[node] == value

    def scalar_value(self, node: int) -> float:
        """What a scalar comes to with parameters as they were read."""
        known: dict[int, float] = {}
        for at in self.reachable([node]):
            if self.ops[at] in ("constant", "parameter"):
                known[at] = self.values[at]
            else:
                with np.errstate(all="ignore"):
                    operands = (np.float64(known[operand]) for operand in self.operands[at])
                    known[at] = float(MEANINGS[self.ops[at]](*operands))
        return known[node]

    def reachable(self, nodes: Iterable[int], known: Container[int] = ()) -> list[int]:
        """The nodes that these need, themselves included, in order; not what only known ones need."""
        found: set[int] = set()
        waiting = list(nodes)
        while waiting:
            node = waiting.pop()
            if node not in found:
                found.add(node)
                if node not in known:
                    waiting.extend(self.operands[node])
        return sorted(found)

    def _entity_of(self, operands: tuple[int, ...]) -> str | None:
        found = {self.entities[operand] for operand in operands} - {None}
        if len(found) > 1:
            raise ValueError(f"columns of {' and '.join(sorted(str(entity) for entity in found))} do not fit")
        return found.pop() if found else None

    def _operation(
        self, op: str, operands: tuple[int, ...], type_: str, domain: str, entity: str | None, name: str
    ) -> int:
        depends = any(self.depends_on_parameters[operand] for operand in operands)
        key = (op, operands, name)
        return self._node(key, op, operands, type_, entity, name, domain, math.nan, depends)

    def _node(
        self,
        key: Key,
        op: str,
        operands: tuple[int, ...],
        type_: str,
        entity: str | None,
        name: str,
        domain: str,
        value: float,
        depends_on_parameters: bool,
    ) -> int:
        known = self._known.get(key)
        if known is not None:
            return known
        node = len(self.ops)
        self._known[key] = node
        self.ops.append(op)
        self.operands.append(operands)
        self.types.append(type_)
        self.entities.append(entity)
        self.names.append(name)
        self.domains.append(domain)
        self.values.append(value)
        self.depends_on_parameters.append(depends_on_parameters)
        return node
