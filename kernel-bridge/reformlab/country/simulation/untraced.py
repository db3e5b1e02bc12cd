"""What a variable rests on that the original engine computes: the parameters a reform must not touch."""

from collections.abc import Iterable, Iterator
from types import CodeType
from typing import TYPE_CHECKING, Any

from ..law.parameters import is_node
from ..symbols.columns import Column
from ..symbols.recording import all_notes

if TYPE_CHECKING:
    from .entries import Entry
    from .tracer import Tracer


def untraced_reads(tracer: "Tracer", entry: "Entry") -> set[str]:
    """Paths of parameters, and of nodes of which any may be read, that the entry's value depends on."""
    graph = tracer.recording.graph
    below: set[str] = set()
    operands = [*entry.children, *tracer.entries.of(_asked_by(tracer, entry.key[0]))]
    nodes = [operand.value.node for operand in operands if isinstance(operand.value, Column)]
    below |= {graph.names[node] for node in graph.reachable(nodes) if graph.ops[node] == "parameter"}
    noted = all_notes([entry.notes])
    below |= {name for notes in noted for name, _ in notes.reads}
    paths = {name.rpartition("@")[0] for name in below} | {
        path for notes in noted for path, _ in notes.statics
    }
    country = tracer.system.tax_benefit_system
    formula = country.variables[entry.key[0]].get_formula(tracer.period(entry.key[1]))
    return paths | (set(_named(tracer.law.reader.root, names_in(formula.__code__))) if formula else set())


def reads_any(paths: Iterable[str], changed: Iterable[str]) -> bool:
    """Whether one of the changed parameters is among the paths, or below a node among them."""
    known = set(paths)
    return any(prefix in known for path in changed for prefix in _prefixes(path))


def _prefixes(path: str) -> Iterator[str]:
    parts = path.split(".")
    yield from (".".join(parts[:length]) for length in range(1, len(parts) + 1))


def operands_of(tracer: "Tracer", variable: str) -> set[str]:
    """Variables that one may ask for, and those that these may, by the names that formulas hold as texts."""
    found: set[str] = set()
    waiting = [variable]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(_asked_by(tracer, name))
    return found


def _asked_by(tracer: "Tracer", name: str) -> list[str]:
    known = tracer.system.tax_benefit_system.variables
    if name not in tracer.asked_by:
        variable = known[name]
        texts = [text for formula in variable.formulas.values() for text in names_in(formula.__code__)]
        for attribute in ("adds", "subtracts", "defined_for"):
            named = getattr(variable, attribute, None)
            texts += [named] if isinstance(named, str) else named or []
        tracer.asked_by[name] = [text for text in dict.fromkeys(texts) if text in known]
    return tracer.asked_by[name]


def names_in(code: CodeType) -> set[str]:
    return {name for one in _codes(code) for name in (*one.co_names, *_texts(one.co_consts))}


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _texts(constants: Iterable[Any]) -> Iterator[str]:
    for constant in constants:
        if isinstance(constant, str):
            yield constant
        elif isinstance(constant, tuple | frozenset):
            yield from _texts(constant)


def _named(node: Any, names: set[str]) -> Iterator[str]:
    """The furthest nodes of the tree that are reached through children of these names."""
    reached = [child for name, child in node.children.items() if name in names] if is_node(node) else []
    if not reached and node.name:
        yield str(node.name)
    for child in reached:
        yield from _named(child, names)
