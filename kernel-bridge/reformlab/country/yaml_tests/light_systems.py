"""Reformed systems that tests ask for, without the core's deep copies, PolicyEngine's 14 seconds each.

A copy of the tree of parameters shares their metadata. Parameters that a test itself overrides are copied
alone, with the nodes above them.
"""

from collections.abc import Callable
from copy import copy
from functools import partial
from typing import Any

from ..law.lazy_parameters import use_lazy_parameters
from ..law.load_system import Core, System
from ..law.parameter_changes import changed_parameters, shallow_copy
from ..law.parameters import is_node
from ..law.patched import patched
from ..law.systems import cloned
from .yaml_item import runner_of

MOST_KEPT = 8
Modifier = Callable[[Any], Any]


def use_light_systems(system: System) -> None:
    """From now on, in this process's test runner."""
    use_lazy_parameters(system.core)
    node = system.core.parameters.ParameterNode
    node.clone, node.__deepcopy__ = _whole_copy, lambda self, _: _whole_copy(self)
    runner = runner_of(system.core)
    systems = _LightSystems(system.core, runner._get_tax_benefit_system)
    runner._get_tax_benefit_system = systems.get
    if hasattr(runner, "set_parameter"):
        runner.set_parameter = lambda path, value, period, **_: _modifier(system, path, value, period)


def _modifier(system: System, path: str, value: Any, period: str) -> Modifier:
    return lambda parameters: changed_parameters(system, parameters, {path: {period: value}})


def _whole_copy(root: Any) -> Any:
    """With values of its own, for reforms change them in place."""
    result = cloned(root)
    waiting = [result]
    while waiting:
        node = waiting.pop()
        if "values_list" in vars(node):
            node.values_list = [copy(value) for value in node.values_list]
        elif is_node(node):
            waiting += node.children.values()
        else:
            waiting += getattr(node, "brackets", ())
    return result


class _LightSystems:
    """Of one baseline."""

    def __init__(self, core: Core, real: Callable[..., Any]) -> None:
        self._core = core
        self._real = real
        self._kept: dict[tuple[int, tuple[str, ...], str], Any] = {}

    def get(self, baseline: Any, reforms: Any, extensions: Any, reform_key: str = "") -> Any:
        """As the core's own function."""
        if extensions:
            keys = {"reform_key": reform_key} if reform_key else {}
            return self._real(baseline, reforms, extensions, **keys)
        asked = [reforms] if isinstance(reforms, str) else reforms or []
        named = tuple(reform for reform in asked if isinstance(reform, str))
        changes = [reform for reform in asked if not isinstance(reform, str)]
        system = self._named(baseline, named) if named else baseline
        return self._changed(system, named, changes, reform_key) if changes else system

    def _named(self, baseline: Any, named: tuple[str, ...]) -> Any:
        """A named reform has a whole tree of its own, up to a gigabyte: the one before gives way."""
        key = (id(baseline), named, "")
        if key not in self._kept:
            for known in [known for known in self._kept if known[1]]:
                del self._kept[known]
            system = self._copied(baseline.clone)
            for reform in named:
                system = system.apply_reform(reform)
                system._parameters_at_instant_cache = {}
            self._kept[key] = system
        return self._kept[key]

    def _changed(self, system: Any, named: tuple[str, ...], changes: list[Any], reform_key: str) -> Any:
        """Parameters alone, which share the tree of the system."""
        key = (id(system), named, reform_key)
        if key not in self._kept:
            changed = [known for known in self._kept if known[2]]
            for known in changed[: max(0, len(changed) - MOST_KEPT + 1)]:
                del self._kept[known]
            for change in changes:
                system = self._copied(partial(change, system))
                system._parameters_at_instant_cache = {}
            self._kept[key] = system
        return self._kept[key]

    def _copied(self, make: Callable[[], Any]) -> Any:
        with patched(self._core.parameters.ParameterNode, "clone", lambda _: shallow_copy):
            return make()
