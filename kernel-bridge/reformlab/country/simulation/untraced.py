"""What a variable rests on that the original engine computes: the parameters a reform must not touch."""

from collections.abc import Iterable, Iterator
from inspect import unwrap
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

from ..law.parameters import find_parameter, is_node
from ..symbols.columns import Column
from ..symbols.recording import all_notes
from .helpers import is_of_package

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
    called = functions_called(formula, tracer.system.name) if formula else ()
    names = {name for function in called for name in names_in(function.__code__)}
    return paths | (set(_named(tracer.law.reader.root, names)) if formula else set())


def reads_any(paths: Iterable[str], changed: Iterable[str]) -> bool:
    """Whether one of the changed parameters is among the paths, or below a node among them."""
    known = set(paths)
    return any(prefix in known for path in changed for prefix in _prefixes(path))


def _prefixes(path: str) -> Iterator[str]:
    """Of `gov.scale[0].rate`: `gov`, `gov.scale`, `gov.scale[0]` and itself."""
    yield from (path[:at] for at in range(1, len(path)) if path[at] in ".[")
    yield path


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
        package = tracer.system.name
        texts = [text for formula in variable.formulas.values() for text in texts_called(formula, package)]
        for attribute in ("adds", "subtracts", "defined_for"):
            named = getattr(variable, attribute, None)
            texts += [named, *_listed(tracer, named)] if isinstance(named, str) else named or []
        tracer.asked_by[name] = [text for text in dict.fromkeys(texts) if text in known]
    return tracer.asked_by[name]


def texts_called(formula: Any, package: str) -> set[str]:
    """Texts that a formula holds, or a function that it calls: variables are asked for by their name."""
    codes = (code for one in functions_called(formula, package) for code in _codes(one.__code__))
    return {text for code in codes for text in _texts(code.co_consts)}


def functions_called(formula: Any, package: str) -> Iterator[Any]:
    """The formula, functions of its package that it names, and those that these name."""
    seen: set[int] = set()
    waiting = [unwrap(formula)]
    while waiting:
        function = waiting.pop()
        if id(function) not in seen:
            seen.add(id(function))
            yield function
            names = names_in(function.__code__)
            values = (function.__globals__.get(name) for name in names)
            called = (unwrap(value) for value in values if isinstance(value, FunctionType))
            waiting.extend(one for one in called if is_of_package(one, function.__globals__, package))


def _listed(tracer: "Tracer", path: str) -> list[str]:
    """Names in a parameter that lists them, whenever they are."""
    try:
        values = find_parameter(tracer.law.reader.root, path).values_list
    except (AttributeError, IndexError, KeyError):
        return []
    return [name for one in values if isinstance(one.value, list) for name in one.value]


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
