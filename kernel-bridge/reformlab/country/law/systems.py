"""The tax and benefit system as formulas see it: its parameters are read through the tracer."""

from collections.abc import Iterator
from copy import copy
from functools import cached_property
from itertools import zip_longest
from typing import Any

from ..symbols.recording import Recording, UnknownAttribute
from .parameter_tree import Tree
from .parameters import ParameterReader, is_node, joined

CHANGES = frozenset(
    {"update_variable", "replace_variable", "add_variable", "apply_reform", "load_parameters"}
)


class TracedSystem:
    """Of one tracer; formulas that change the law change a clone, which they give to a branch."""

    def __init__(
        self, recording: Recording, core: Any, real: Any, root: Any, origin: "TracedSystem | None" = None
    ) -> None:
        self.recording = recording
        self.core = core
        self.real = real
        self.origin = origin
        self.neutralized: frozenset[str] = origin.neutralized if origin else frozenset()
        original: Any = None if origin is None else origin.reader.root
        self.reader: ParameterReader = ParameterReader(recording, core, root, original)
        self.parameters = Tree(self.reader, root)

    @cached_property
    def changed(self) -> set[str]:
        """Paths of the parameters that differ from the law this one was cloned from."""
        return (
            set()
            if self.reader.original is None
            else set(changes(self.reader.original, self.reader.root, ""))
        )

    def get_parameters_at_instant(self, when: Any) -> Any:
        return self.parameters(when)

    def clone(self) -> "TracedSystem":
        return TracedSystem(self.recording, self.core, self.real, cloned(self.reader.root), self)

    def neutralize_variable(self, name: str) -> None:
        self.neutralized |= {name}

    def __getattr__(self, name: str) -> Any:
        if name in CHANGES:
            raise UnknownAttribute(f"a formula changes the law ({name})")
        return getattr(self.real, name)


def changes(before: Any, now: Any, path: str) -> Iterator[str]:
    if hasattr(before, "values_list"):
        pairs = zip_longest(before.values_list, now.values_list)
        if any(one is not other for one, other in pairs):
            yield path
    elif is_node(before):
        for name, child in before.children.items():
            yield from changes(child, now.children[name], joined(path, name))
    else:
        for number, bracket in enumerate(before.brackets):
            yield from changes(bracket, now.brackets[number], f"{path}[{number}]")


def cloned(node: Any) -> Any:
    """The tree with its own dates; the values are shared, so what is the same object has not been changed."""
    result = copy(node)
    if hasattr(node, "_at_instant_cache"):
        result._at_instant_cache = {}
    if hasattr(node, "values_list"):
        # Some parameters of PolicyEngine UK only show the values of another.
        if "values_list" in vars(node):
            result.values_list = list(node.values_list)
        return result
    if not is_node(node):
        result.brackets = [cloned(bracket) for bracket in node.brackets]
        inner = result.brackets
    else:
        result.children = {name: cloned(child) for name, child in node.children.items()}
        # Nodes of OpenFisca hold their children as attributes too.
        vars(result).update({name: child for name, child in result.children.items() if name in vars(node)})
        inner = list(result.children.values())
    for child in inner:
        if hasattr(child, "parent"):
            child.parent = result
    return result
