"""Reforms of formulas that PolicyEngine's packages switch on by parameters."""

import importlib
from collections.abc import Callable
from typing import Any

from ..symbols.recording import Recording, all_notes
from .load_system import System
from .parameter_tree import Tree
from .parameters import ParameterReader

DEFAULT_START = "2024-01-01"
"""From when a package that does not say looks for reforms that are switched on."""


def structural_paths(system: System) -> list[str]:
    """Parameters that the package reads to find out; where none of them differs, formulas are the same."""
    maker = _maker(system)
    if maker is None:
        return []
    recording = Recording()
    reader = ParameterReader(recording, system.core, system.tax_benefit_system.parameters)
    maker(Tree(reader, reader.root), _start(system))
    noted = all_notes([recording.notes])
    reads = {name.rpartition("@")[0] for notes in noted for name, _ in notes.reads}
    return sorted(reads | {path for notes in noted for path, _ in notes.statics})


def structure(system: System, parameters: Any) -> tuple[tuple[str, str], ...]:
    """What these parameters make the package do to its formulas."""
    maker = _maker(system)
    reform = None if maker is None else maker(parameters, _start(system))
    if reform is None:
        return ()
    steps = _Steps(system.tax_benefit_system)
    reform.apply(steps)
    return tuple(steps.taken)


def _maker(system: System) -> Callable[..., Any] | None:
    try:
        room = importlib.import_module(f"{system.name}.reforms")
    except ImportError:
        return None
    return getattr(room, "create_structural_reforms_from_parameters", None)


def _start(system: System) -> str:
    module = importlib.import_module(type(system.tax_benefit_system).__module__)
    return str(getattr(module, "DEFAULT_START_DATE", DEFAULT_START))


class _Steps:
    """Stands in for a system and notes what a reform would do to it."""

    def __init__(self, system: Any) -> None:
        self.taken: list[tuple[str, str]] = []
        self._system = system

    def __getattr__(self, name: str) -> Any:
        if name in ("add_variable", "update_variable", "replace_variable", "neutralize_variable"):
            return lambda variable: self.taken.append((name, getattr(variable, "__name__", str(variable))))
        if name == "modify_parameters":
            return lambda function: self.taken.append((name, getattr(function, "__qualname__", "")))
        return getattr(self._system, name)
